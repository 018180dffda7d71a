"""Measure the pages (each size in a process and database of its own), the rulebook and the formats; fail when a limit is broken."""

import json
import os
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg.sql import SQL, Identifier

from bench.formats import running as formats
from bench.rulebook import running as rulebook
from bench.table import broken, print_table
from ownway.config import postgres

SIZES = (2_443, 25_000)
DATABASE = "ownway_bench"


PARTS = {"pages", "rulebook", "formats"}


def main(words):
    """0 when every limit holds. Words name parts (none: all); numbers, and no part, are sizes of the pages' council."""
    numbers = [int(word) for word in words if word not in PARTS]
    parts = PARTS & set(words) or ({"pages"} if numbers else PARTS)
    failed = pages(numbers or SIZES) if "pages" in parts else 0
    if "rulebook" in parts:
        failed = rulebook.main(numbers if "pages" not in parts else []) or failed
    if "formats" in parts:
        failed = formats.main() or failed
    return failed


def pages(sizes):
    """0 when every limit of the pages holds."""
    print(f"Load of this machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores. More than 0.5 is noise.\n")
    found = {size: measured(size) for size in sizes}
    print_table(found)
    wrong = broken(found)
    print(f"\nLoad of this machine after: {os.getloadavg()[0]:.1f}.")
    print("\n".join(["", *wrong]) if wrong else "Every limit holds.")
    return 1 if wrong else 0


def measured(size):
    """What bench.size measured for that many people."""
    url = new_database()
    environment = os.environ | {"DATABASE_URL": url, "OWNWAY_LOG_LEVEL": "ERROR", "OWNWAY_DEMO_PEOPLE": str(size)}
    run([sys.executable, "-m", "django", "migrate", "--verbosity", "0"], environment)
    return json.loads(run([sys.executable, "-m", "bench.size", str(size)], environment))


def run(command, environment):
    """What a program wrote; what it says on the way is shown."""
    environment = environment | {"DJANGO_SETTINGS_MODULE": "ownway.config.settings"}
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout


def new_database():
    """The address of an empty database beside the usual one."""
    usual = os.environ.get("DATABASE_URL") or postgres.url()
    with psycopg.connect(usual, autocommit=True) as connection:
        connection.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(DATABASE)))
        connection.execute(SQL("CREATE DATABASE {}").format(Identifier(DATABASE)))
    return urlunsplit(urlsplit(usual)._replace(path=f"/{DATABASE}"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
