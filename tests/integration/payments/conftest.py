"""A council's finance team at work: Harriet proposes, Farah approves. Today is Tuesday 1 September 2026."""

from datetime import date

import pytest
from tests.factories.payments import HOLIDAYS, LIMIT_PENCE, make_payee

from ownway.journey.payments import operations


@pytest.fixture
def paid(dev, today):
    """`paid(amina)`: set up payments, £800.00 every 4 weeks from Monday 7 September unless told otherwise."""

    def set_up(person, **agreed):
        return make_payee(person=person, by=dev, today=today, **agreed)

    return set_up


@pytest.fixture
def propose(council, harriet, now, today):
    """`propose(pay_on)`: Harriet proposes a run."""

    def proposed(pay_on=date(2026, 9, 7), **changes):
        asked = {
            "council": council,
            "pay_on": pay_on,
            "by": harriet,
            "at": now,
            "today": today,
            "bank_holidays": HOLIDAYS,
            "limit_pence": LIMIT_PENCE,
        }
        return operations.propose_run(**(asked | changes))

    return proposed


@pytest.fixture
def approve(council, farah, now, today):
    """`approve(run)`: Farah approves it."""

    def approved(run, **changes):
        asked = {"by": farah, "at": now, "today": today, "bank_holidays": HOLIDAYS}
        return operations.approve_run(council=council, run_id=run.pk, **(asked | changes))

    return approved


@pytest.fixture
def write(council, now):
    """`write(run)`: what the worker does after approval."""

    def written(run):
        return operations.write_files(council=council, run_id=run.pk, at=now, bank_holidays=HOLIDAYS)

    return written


@pytest.fixture
def pay(propose, approve, write):
    """`pay(pay_on)`: a run from proposal to files."""

    def run_for(pay_on=date(2026, 9, 7), **changes):
        today = {"today": changes["today"]} if "today" in changes else {}
        return write(approve(propose(pay_on, **changes), **today))

    return run_for
