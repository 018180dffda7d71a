"""A year of bank statements for some of the made-up people, read by the reader that reads everybody's."""

from collections.abc import Sequence

from ownway.demo.copying import copy_in
from ownway.demo.council import Sheafdale
from ownway.demo.days import moment
from ownway.demo.payments import Paid
from ownway.demo.people import WINSTON
from ownway.demo.spending import SHOPS, statement_of
from ownway.journey.accounts.models import LineMatch, Payee
from ownway.journey.accounts.operations.statements import add_statement
from ownway.journey.accounts.tidying import tidy_name
from ownway.journey.plans.models import LineKind

HOW_MANY = 50


def make_accounts(sheafdale: Sheafdale, paid: Sequence[Paid]) -> list[Paid]:
    """Add a statement each for those who have been paid longest, Winston's among them. Returns whose it was."""
    chosen = sorted(paid, key=lambda one: (one.agreed.user.name != WINSTON, one.first_run))[:HOW_MANY]
    copy_in(payee for one in chosen for payee in payees_of(one))
    for one in chosen:
        read_statement_of(sheafdale, one)
    return chosen


def read_statement_of(sheafdale: Sheafdale, one: Paid) -> None:
    """Bring the file in, as the person would on the page."""
    days = sheafdale.days
    add_statement(
        council=sheafdale.council,
        person_id=one.schedule.person_id,
        name="statement.csv",
        data=statement_of(one, pay_days=days.pay_days, today=days.today),
        by=one.agreed.user,
        at=moment(days.ago(1), 19),
        today=days.today,
    )


def payees_of(one: Paid) -> list[Payee]:
    """Whom the person has told us of: those who are paid by their plan's lines, each under its outcome."""
    planned = one.agreed.assessed.planned
    headings = {SHOPS[LineKind(line.kind)]: line.heading for line in planned.lines if line.kind in SHOPS}
    return [
        Payee(
            person_id=planned.plan.person_id,
            name=words.title(),
            matches=tidy_name(words),
            kind=LineMatch.HEADING,
            heading=heading,
        )
        for words, heading in headings.items()
        if words != SHOPS[LineKind.MONEY_HELP]
    ]
