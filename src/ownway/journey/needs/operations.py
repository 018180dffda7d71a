"""Write down what matters to a person and the outcomes they want."""

from datetime import date, datetime

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import because, record_event
from ownway.journey.needs.models import Outcome, WhatMatters


class OutcomeAlreadySaid(Exception):
    """The person has an open outcome in the same words."""


@transaction.atomic
def write_what_matters(
    *, council: Council, person_id: int, words: str, said_on: date, by: User, at: datetime
) -> WhatMatters:
    """Keep what a person says matters to them. What they said before is kept too."""
    row = WhatMatters.objects.create(person_id=person_id, words=words, said_on=said_on, written_by=by, written_at=at)
    record_event(
        council=council,
        by=by,
        at=at,
        what="write_what_matters",
        words="Wrote down what matters.",
        person_id=person_id,
    )
    return row


@transaction.atomic
def add_outcome(*, council: Council, person_id: int, words: str, area: str, by: User, at: datetime) -> Outcome:
    """Add something the person wants, under one of AREAS. Raises OutcomeAlreadySaid for the same words twice."""
    if Outcome.objects.filter(person_id=person_id, words=words, ended_on__isnull=True).exists():
        raise OutcomeAlreadySaid("You have written this already. Change the words, or leave it as it is.")
    why = f"Added “{words}”."
    with because(by=by, why=why):
        row = Outcome.objects.create(person_id=person_id, words=words, area=area, added_by=by, added_at=at)
    record_event(council=council, by=by, at=at, what="add_outcome", words=why, person_id=person_id)
    return row


@transaction.atomic
def end_outcome(*, council: Council, outcome: Outcome, today: date, by: User, at: datetime) -> None:
    """End an outcome that the person no longer wants; it stays on the record."""
    why = f"Ended “{outcome.words}”."
    outcome.ended_on = today
    with because(by=by, why=why):
        outcome.save(update_fields=["ended_on"])
    record_event(council=council, by=by, at=at, what="end_outcome", words=why, person_id=outcome.person_id)
