"""A statement of 10,000 lines: read by itself, and added to Leila's account."""

from datetime import timedelta

from django.utils import timezone

from bench.payment_run import timed
from ownway.demo.spending import COLUMNS, Moved, row_of
from ownway.formats.statements import read_statement
from ownway.formats.statements.csv_out import write_csv
from ownway.ground.people.models import Person
from ownway.journey.accounts.operations.statements import add_statement

LINES = 10_000
WORDS = ("CORNER SHOP", "HILLFOOT LEISURE CENTRE", "WEIR TAXIS", "HMRC PAYE NIC", "A NAME NOBODY KNOWS")


def read(sheafdale, times):
    """Read it twice: as bytes, and into an account."""
    data = ten_thousand_lines(sheafdale.days)
    with timed(times, f"read a statement of {LINES:,} lines"):
        statement = read_statement(data, name="long.csv")
    if len(statement.lines) != LINES:
        raise SystemExit(f"The long statement was not read: {statement.problems[:3]}")
    leila = Person.objects.get(council=sheafdale.council, name="Leila Haddad")
    with timed(times, "add it to an account"):
        add_statement(
            council=sheafdale.council,
            person_id=leila.pk,
            name="long.csv",
            data=data,
            by=sheafdale.harriet,
            at=timezone.now(),
            today=sheafdale.days.today,
        )


def ten_thousand_lines(days):
    """Ten a day, newest first, as Lloyds writes them."""
    balance, rows = 0, []
    for number in range(LINES):
        pence = 90_000 if number % 50 == 0 else -(100 + number % 3_700)
        balance += pence
        on = days.today - timedelta(days=1 + (LINES - number) // 10)
        rows.append(row_of(Moved(on, "DEB", f"{WORDS[number % len(WORDS)]} {number % 97}", pence), "10000000", balance))
    return write_csv([COLUMNS, *reversed(rows)]).encode()
