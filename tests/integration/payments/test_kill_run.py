"""A payment run is killed at every one of its statements, and begun again: nobody is paid twice and nobody missed."""

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from tests.factories.councils import make_council, make_worker
from tests.factories.payments import ANOTHER, HOLIDAYS, LIMIT_PENCE, make_payee
from tests.factories.persons import make_person

from ownway.config import places
from ownway.ground.access.models import Role
from ownway.ground.ledger.models import Entry, Posting
from ownway.ground.letters.models import Letter
from ownway.journey.payments import operations
from ownway.journey.payments.models import Run, RunLine

RUNNER = Path(__file__).with_name("pay_and_be_killed.py")
KILLED = 9
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def runner(db):
    """Answers `council_id point` with how the process ended and how many statements it made."""
    at = connection.settings_dict
    address = f"postgresql://{at['USER']}:{at['PASSWORD']}@/{at['NAME']}?host={at['HOST']}&port={at['PORT']}"
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "ownway.config.settings_test",
        "DATABASE_URL": address,
        "PYTHONPATH": str(places.ROOT / "src"),
    }
    command = [sys.executable, str(RUNNER)]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:

        def run(council, point):
            process.stdin.write(f"{council.pk} {point}\n")
            process.stdin.flush()
            ended, statements = map(int, process.stdout.readline().split())
            return ended, statements

        yield run
        process.stdin.close()


@pytest.fixture
def a_council(today, now):
    """`a_council(7)`: a council of its own, always the same: its first run paid, its second about to be.

    On 5 October: Amina's second £800.00; Brian's weekly £150.00 four times over, as nobody ran payments in between;
    Noor is new and gets £400.00 and £50.00 to start with; Ravi has given no account.
    """

    def made(number):
        council = make_council(name=f"Town{number} Council", bank_name="SHEAFDALE COUNCIL")
        harriet = make_worker(council=council, name="Harriet Lowe", role=Role.FINANCE_OFFICER)
        farah = make_worker(council=council, name="Farah Aziz", role=Role.FINANCE_APPROVER)
        given = {"by": harriet, "today": today}

        def somebody(name):
            return make_person(council=council, name=name, reference=name.upper())

        make_payee(person=somebody("Amina"), **given)
        make_payee(person=somebody("Brian"), budget_weekly_pence=15_000, every="week", account=ANOTHER, **given)
        first = operations.propose_run(
            council=council,
            pay_on=date(2026, 9, 7),
            by=harriet,
            at=now,
            today=today,
            bank_holidays=HOLIDAYS,
            limit_pence=LIMIT_PENCE,
        )
        known = {"council": council, "run_id": first.pk, "at": now, "bank_holidays": HOLIDAYS}
        operations.approve_run(by=farah, today=today, **known)
        operations.write_files(**known)
        later = {"first_on": date(2026, 10, 5), "budget_weekly_pence": 10_000}
        make_payee(person=somebody("Noor"), one_off_pence=5_000, **later, **given)
        make_payee(person=somebody("Ravi"), account=None, **later, **given)
        return council

    return made


def outcome(council):
    """What was paid, to whom, by which files, and what the ledger says; without the numbers of this council."""
    runs = Run.objects.filter(council=council).order_by("number")
    lines = RunLine.objects.filter(run__council=council).order_by("pk")
    own = re.compile(rf"DP{council.pk}-")
    entries = Entry.objects.filter(council=council).order_by("pk")
    return {
        "runs": list(runs.values_list("number", "status", "pay_on")),
        "lines": [
            (own.sub("DP-", name), *rest)
            for name, *rest in lines.values_list(
                "end_to_end_id", "person__reference", "amount_pence", "from_on", "to_on", "live"
            )
        ],
        "files": {
            (run.number, file.kind): own.sub("DP-", bytes(file.content).decode())
            for run in runs
            for file in run.files.all()
        },
        "entries": [own.sub("DP-", key) for key in entries.values_list("key", flat=True)],
        "postings": sorted(
            Posting.objects.filter(entry__council=council).values_list(
                "account__kind", "account__person__reference", "pence"
            ),
            key=str,
        ),
        "letters": sorted(Letter.objects.filter(council=council).values_list("person__reference", "title")),
    }


def test_killed_at_any_statement_and_begun_again_it_pays_as_one_clean_run(a_council, runner):
    clean = a_council(0)
    ended, statements = runner(clean, 0)
    assert ended == 0
    wanted = outcome(clean)
    paid = [(who, pence) for _, who, pence, from_on, *_ in wanted["lines"] if from_on > date(2026, 9, 7)]
    assert sorted(paid) == [
        ("AMINA", 80_000),
        *[("BRIAN", 15_000)] * 4,
        ("NOOR", 5_000),
        ("NOOR", 40_000),
    ]
    points = [*range(1, 2 * statements, 2), 2 * statements]  # before each statement, and after the last
    assert len(points) >= 50
    different = {}
    for point in points:
        council = a_council(point)
        assert runner(council, point)[0] == KILLED, f"point {point} was never reached"
        assert runner(council, 0)[0] == 0, f"after point {point} it could not be finished"
        if outcome(council) != wanted:
            different[point] = outcome(council)
    assert different == {}
    print(f"killed at {len(points)} points")
