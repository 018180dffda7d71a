"""Load the whole demonstration, once."""

from collections.abc import Callable
from datetime import date

from django.db import connection, transaction

from ownway.demo.accounts import make_accounts
from ownway.demo.agreements import make_agreements
from ownway.demo.checkups import make_checkups
from ownway.demo.copying import without_history_of_making
from ownway.demo.council import SLUG, Sheafdale, make_sheafdale
from ownway.demo.days import Days
from ownway.demo.money import make_assessments
from ownway.demo.needs import make_needs
from ownway.demo.payments import Paid, make_payments
from ownway.demo.people import make_people
from ownway.demo.plans import make_plans
from ownway.demo.stories import make_stories, make_winston
from ownway.ground.access.models import Council
from ownway.ground.figures.queries import get_parameters

Say = Callable[[str], None]


@transaction.atomic
def load_demo(*, number: int, today: date, say: Say = lambda words: None) -> Sheafdale | None:
    """Make the demo council with so many people besides those to sign in as, all or nothing; None if it is there.

    The same day and number give the same people, plans and payments.
    """
    if Council.objects.filter(slug=SLUG).exists():
        return None
    sheafdale = make_sheafdale(days=Days(today))
    make_stories(sheafdale)
    if number:
        with without_history_of_making():
            paid = make_everybody(sheafdale, number=number, say=say)
        look_again()
        say("a year of bank statements for some of them, and their check-ups")
        make_checkups(sheafdale, paid, with_account=make_accounts(sheafdale, paid))
        make_winston(sheafdale)
    return sheafdale


def make_everybody(sheafdale: Sheafdale, *, number: int, say: Say) -> list[Paid]:
    """So many made-up people, each with a year or less of a running direct payment."""
    figures = get_parameters(council=sheafdale.council).on(sheafdale.days.today)
    say(f"{number:,} people and what matters to them")
    people = make_people(sheafdale, number=number)
    wanted = make_needs(sheafdale, people)
    say("their plans, each costed by the rulebook")
    planned = make_plans(sheafdale, people, wanted, figures=figures)
    say("what each can be asked to pay")
    assessed = make_assessments(sheafdale, planned, figures=figures)
    say("offers, agreements and reviews")
    agreed = make_agreements(sheafdale, assessed, figures=figures)
    say("a year of payment runs, with the ledger")
    return make_payments(sheafdale, agreed)


def look_again() -> None:
    """Let PostgreSQL count what is in its tables, so that its plans are good from the first page on."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
