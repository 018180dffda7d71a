"""What is still to do before the first payment, over all that payments and agreements know."""

from dataclasses import replace
from datetime import date

from django.db.models import OuterRef, Subquery

from ownway.ground.access.models import Council
from ownway.ground.people.facts import PersonFacts
from ownway.ground.people.models import Person
from ownway.journey.agreements.queries import get_set_up_facts
from ownway.journey.agreements.set_up import SetUpList, set_up_items
from ownway.journey.payments.models import AccountCheck, BankAccount, RunLine, Schedule
from ownway.journey.payments.queries.runs import WRITTEN


def get_set_up(*, council: Council, person: PersonFacts, today: date) -> SetUpList:
    """The set-up list of a person. One query more than that of agreements.

    An account that the banks' check cannot judge counts as checked once finance has set up payments to it.
    """
    mine = {"person": OuterRef("pk")}
    account = BankAccount.objects.filter(**mine, ended_on__isnull=True)
    payments = RunLine.objects.filter(**mine, live=True, run__status__in=WRITTEN).order_by("run__pay_on")
    known = Person.objects.values(
        given_at=Subquery(account.values("given_at")[:1]),
        check_result=Subquery(account.values("check_result")[:1]),
        set_up_at=Subquery(Schedule.objects.filter(**mine).order_by("made_at").values("made_at")[:1]),
        paid_on=Subquery(payments.values("run__pay_on")[:1]),
    ).get(pk=person.id)
    given_at, paid_on = known["given_at"], known["paid_on"]
    checked_at = given_at if known["check_result"] == AccountCheck.VALID else known["set_up_at"]
    facts = replace(
        get_set_up_facts(council=council, person=person, today=today),
        account_given_on=given_at.date() if given_at is not None else None,
        account_checked_on=checked_at.date() if given_at is not None and checked_at is not None else None,
        first_payment_on=paid_on if paid_on is not None and paid_on <= today else None,
    )
    return set_up_items(facts, today=today)
