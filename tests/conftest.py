"""What every test may ask for: a PostgreSQL of its own, running for as long as somebody tests."""

import os

import pytest

from ownway.config import postgres


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Start the tests' PostgreSQL before the first test that asks for a database, unless DATABASE_URL names another.

    Each worker of xdist has a database of its own there, and so has each OWNWAY_TEST_DB.
    """
    if os.environ.get("DATABASE_URL"):
        yield
    else:
        with postgres.using(postgres.TEST):
            yield
