"""Write down what happens around an agreement: a review that was held, and something that was set up."""

from datetime import date, datetime

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.design.words import day
from ownway.journey.agreements.models import Agreement, ReviewHeld, SetUpDone, SetUpStep
from ownway.journey.agreements.operations.locking import lock_person
from ownway.journey.agreements.operations.refusals import AlreadyDone, ReviewRefused


@transaction.atomic
def record_review(
    *, council: Council, person_id: int, held_on: date, words: str, today: date, by: User, at: datetime
) -> ReviewHeld:
    """Keep that the council reviewed the direct payment with the person (SI 2014/2871 reg 7).

    Raises ReviewRefused for a day still to come, one that no agreement holds on, or one that is written down already.
    """
    lock_person(council=council, person_id=person_id)
    if held_on > today:
        raise ReviewRefused("This day is still to come. Write the review down when it has been held.")
    agreements = Agreement.objects.filter(person_id=person_id, starts_on__lte=held_on).order_by("starts_on")
    agreement = next((row for row in agreements if row.ends_on is None or held_on <= row.ends_on), None)
    if agreement is None:
        raise ReviewRefused("There was no agreement on that day, so there was nothing to review.")
    if ReviewHeld.objects.filter(agreement=agreement, held_on=held_on).exists():
        raise ReviewRefused("A review on this day is written down already.")
    row = ReviewHeld.objects.create(agreement=agreement, held_on=held_on, words=words, by=by, at=at)
    record_event(
        council=council,
        by=by,
        at=at,
        what="record_review",
        words=f"Reviewed the direct payment on {day(held_on)}.",
        person_id=person_id,
        about="review",
    )
    return row


@transaction.atomic
def say_set_up(*, council: Council, person_id: int, step: str, today: date, by: User, at: datetime) -> SetUpDone:
    """Keep that a step (a word of SetUpStep) is in place since today. Raises AlreadyDone."""
    lock_person(council=council, person_id=person_id)
    if SetUpDone.objects.filter(person_id=person_id, step=step).exists():
        raise AlreadyDone
    row = SetUpDone.objects.create(person_id=person_id, step=step, done_on=today, by=by, at=at)
    record_event(
        council=council,
        by=by,
        at=at,
        what="say_set_up",
        words=f"{SetUpStep(step).label}: in place.",
        person_id=person_id,
        about=f"set up {step}",
    )
    return row
