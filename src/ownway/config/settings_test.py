"""Settings for tests: the demo's, with quick passwords and no waiting."""

import os

from ownway.config.settings import *  # noqa: F403
from ownway.config.settings import DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DATABASES["default"]["OPTIONS"] = {}
DATABASES["default"]["TEST"] = {"NAME": "ownway_test" + os.environ.get("OWNWAY_TEST_DB", "")}
