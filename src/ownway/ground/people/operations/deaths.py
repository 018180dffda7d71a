"""Write down that somebody has died, or that this was a mistake."""

from datetime import date, datetime

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import because, record_event
from ownway.ground.design import words
from ownway.ground.people.models import Person
from ownway.ground.people.operations.refusals import AlreadyDied, DayInFuture, DiedBeforeBorn, NoDeathRecorded


@transaction.atomic
def record_death(*, council: Council, person_id: int, died_on: date, by: User, at: datetime, today: date) -> None:
    """Write down the day on which somebody died. Payment runs leave them out from now on; nothing else ends by itself.

    Raises DayInFuture, DiedBeforeBorn, AlreadyDied.
    """
    row = Person.objects.select_for_update(no_key=True).get(council=council, pk=person_id)
    if row.died_on is not None:
        raise AlreadyDied(row.died_on)
    if died_on > today:
        raise DayInFuture("died_on")
    if died_on < row.born_on:
        raise DiedBeforeBorn("died_on", born_on=row.born_on, died_on=died_on)
    said = f"{row.name} died on {words.day(died_on)}."
    _write(council, row, died_on, what="record_death", said=said, by=by, at=at)


@transaction.atomic
def take_back_death(*, council: Council, person_id: int, why: str, by: User, at: datetime) -> None:
    """It was a mistake that somebody died; payment runs take them up again. Raises NoDeathRecorded."""
    row = Person.objects.select_for_update(no_key=True).get(council=council, pk=person_id)
    if row.died_on is None:
        raise NoDeathRecorded
    said = f"It was a mistake to write that {row.name} died. Why: {why}"
    _write(council, row, None, what="take_back_death", said=said, by=by, at=at)


def _write(
    council: Council, row: Person, died_on: date | None, *, what: str, said: str, by: User, at: datetime
) -> None:
    row.died_on = died_on
    with because(by=by, why=said):
        row.save(update_fields=["died_on"])
    record_event(council=council, by=by, at=at, what=what, words=said, person_id=row.pk)
