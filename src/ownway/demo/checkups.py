"""Check-ups: most people had one, and Winston's is being looked at."""

from collections.abc import Sequence
from datetime import timedelta

from ownway.demo.copying import copy_in
from ownway.demo.council import Sheafdale
from ownway.demo.days import moment
from ownway.demo.payments import Paid
from ownway.demo.people import WINSTON
from ownway.journey.accounts.queries.account import get_account
from ownway.journey.checkups.models import CheckUp, CheckUpStatus
from ownway.journey.checkups.operations.holding import open_check_up
from ownway.journey.checkups.queries import find_due
from ownway.rules.checks import run_all

FIRST_AFTER_WEEKS = 11
LASTED_DAYS = 9
HELD_PERCENT = 90


def make_checkups(sheafdale: Sheafdale, paid: Sequence[Paid], *, with_account: Sequence[Paid]) -> None:
    """Finished ones for most who were paid long enough, and Winston's, which is open."""
    looked_at = {one.schedule.person_id for one in with_account}
    others = (one for one in paid if one.schedule.person_id not in looked_at)
    copy_in(row for one in others for row in finished(sheafdale, one))
    for one in with_account:
        if one.agreed.user.name == WINSTON:
            begin(sheafdale, one)


def finished(sheafdale: Sheafdale, one: Paid) -> list[CheckUp]:
    """The first check-up after the first payment, with how it ended."""
    start = one.agreed.agreement.starts_on
    opened_on = start + timedelta(weeks=FIRST_AFTER_WEEKS)
    ended_on = opened_on + timedelta(days=LASTED_DAYS)
    chance = one.agreed.assessed.planned.somebody.chance
    if ended_on >= sheafdale.days.today or chance.randrange(100) >= HELD_PERCENT:
        return []
    return [
        CheckUp(
            agreement=one.agreed.agreement,
            status=CheckUpStatus.CLOSED,
            reasons=["This is the first look, some weeks after the first payment."],
            from_on=start,
            to_on=opened_on,
            opened_by=sheafdale.harriet,
            opened_at=moment(opened_on, 10),
            ended_words="All is well. We talked about what the money does.",
            ended_at=moment(ended_on, 16),
        )
    ]


def begin(sheafdale: Sheafdale, one: Paid) -> None:
    """Look at an account as a finance officer would, for the reasons that the rulebook gives."""
    council, today, person_id = sheafdale.council, sheafdale.days.today, one.schedule.person_id
    account = get_account(council=council, person_id=person_id, today=today)
    due = find_due(council=council, person_id=person_id, today=today, findings=run_all(account.account))
    open_check_up(
        council=council,
        person_id=person_id,
        account=account,
        reasons=due.reasons if due else (),
        from_on=one.agreed.agreement.starts_on,
        to_on=today,
        by=sheafdale.harriet,
        at=moment(today, 9),
    )
