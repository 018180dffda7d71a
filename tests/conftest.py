"""What every test may ask for: a PostgreSQL of its own, running for as long as somebody tests."""

import fcntl
import hashlib
import os
import subprocess
import sys

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from psycopg.sql import SQL, Identifier

from ownway.config import places, postgres

pytest_plugins = ["tests.people", "tests.browsers"]

# Where a submission is judged, the same examples every time; on a desk, new ones each time, to find more.
# A busy machine is no reason to fail: how long it takes to make an example tells nothing about it.
UNHURRIED = {"suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("judged", derandomize=True, **UNHURRIED)
settings.register_profile("at a desk", **UNHURRIED)
settings.load_profile("judged" if os.environ.get("CI") else "at a desk")
TEMPLATES = "ownway_template_"
KEPT_TEMPLATES = 3


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Start the tests' PostgreSQL before the first test that asks for a database, unless DATABASE_URL names another.

    Each worker of xdist has a database of its own there, and so has each OWNWAY_TEST_DB: copies of a template.
    """
    from django.db import connection

    if os.environ.get("DATABASE_URL"):
        yield
        return
    with postgres.using(postgres.TEST):
        connection.settings_dict["TEST"]["TEMPLATE"] = migrated_template()
        yield


def migrated_template():
    """The name of a database that is all migrated, made once for each state of the migrations: that takes a while."""
    name = TEMPLATES + fingerprint_of_migrations()
    with (places.STATE / "postgres-test.template").open("a") as one_at_a_time:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        with psycopg.connect(postgres.url(postgres.TEST), autocommit=True) as connection:
            known = SQL("SELECT datname FROM pg_database WHERE starts_with(datname, {}) ORDER BY oid DESC")
            names = [row[0] for row in connection.execute(known.format(TEMPLATES))]
            if name not in names:
                make_template(connection, name)
            for old in [old for old in names if old != name][KEPT_TEMPLATES - 1 :]:
                connection.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(old)))
    return name


def make_template(connection, name):
    """Migrate a new database under another name first, so that a template is never found half made."""
    making = f"making_{name}"
    connection.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(making)))
    connection.execute(SQL("CREATE DATABASE {}").format(Identifier(making)))
    environment = os.environ | {"DATABASE_URL": postgres.url(postgres.TEST, database=making)}
    command = [sys.executable, "-m", "django", "migrate", "--skip-checks", "--verbosity", "0"]
    done = subprocess.run(command, env=environment, cwd=places.ROOT / "src", capture_output=True, text=True)
    if done.returncode:
        pytest.exit(f"The migrations do not run:\n{done.stderr}", returncode=1)
    connection.execute(SQL("ALTER DATABASE {} RENAME TO {}").format(Identifier(making), Identifier(name)))


def fingerprint_of_migrations():
    """Changes with any migration here, and with the version of any package that has some."""
    source = places.ROOT / "src" / "ownway"
    files = [*sorted(source.glob("**/migrations/*.py")), *sorted(source.glob("**/*.sql"))]
    digest = hashlib.sha256((places.ROOT / "requirements" / "base.txt").read_bytes())
    for file in files:
        digest.update(bytes(file.relative_to(source)) + file.read_bytes())
    return digest.hexdigest()[:16]
