"""The table in which tries at signing in are counted; unlogged, for nothing in it is worth keeping over a crash."""

from django.db import migrations

MAKE = """
CREATE UNLOGGED TABLE access_cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX access_cache_expires ON access_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]
    operations = [migrations.RunSQL(MAKE, "DROP TABLE access_cache")]
