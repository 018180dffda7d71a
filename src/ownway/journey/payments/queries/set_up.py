"""What is still to do before the first payment, over all that payments and agreements know."""

from dataclasses import replace
from datetime import date

from django.db.models import Min

from ownway.ground.access.models import Council
from ownway.ground.people.facts import PersonFacts
from ownway.journey.agreements.queries import get_set_up_facts
from ownway.journey.agreements.set_up import SetUpList, set_up_items
from ownway.journey.payments.models import AccountCheck, BankAccount, RunLine, RunStatus, Schedule


def get_set_up(*, council: Council, person: PersonFacts, today: date) -> SetUpList:
    """The set-up list of a person. Three queries more than that of agreements.

    An account that the banks' check cannot judge counts as checked once finance has set up payments to it.
    """
    account = BankAccount.objects.filter(person_id=person.id, ended_on__isnull=True).first()
    set_up_at = Schedule.objects.filter(person_id=person.id).aggregate(first=Min("made_at"))["first"]
    paid = RunLine.objects.filter(
        person_id=person.id, live=True, run__status__in=[RunStatus.FILES_WRITTEN, RunStatus.CONFIRMED]
    ).aggregate(first=Min("run__pay_on"))["first"]
    checked_at = None
    if account is not None:
        checked_at = account.given_at if account.check_result == AccountCheck.VALID else set_up_at
    facts = replace(
        get_set_up_facts(council=council, person=person, today=today),
        account_given_on=account.given_at.date() if account is not None else None,
        account_checked_on=checked_at.date() if checked_at is not None else None,
        first_payment_on=paid if paid is not None and paid <= today else None,
    )
    return set_up_items(facts, today=today)
