"""Settings for tests: the demo's, with quick passwords, no waiting, and a PostgreSQL of their own."""

import os

from ownway.config import postgres
from ownway.config.settings import *  # noqa: F403
from ownway.config.settings import DATABASES, database

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DATABASES["default"] = database(os.environ.get("DATABASE_URL") or postgres.url(postgres.TEST))
DATABASES["default"]["OPTIONS"] = {}
DATABASES["default"]["TEST"] = {"NAME": "ownway_test" + os.environ.get("OWNWAY_TEST_DB", "")}
