"""Add a person's record and put its details right."""

from datetime import date, datetime

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import because, record_event
from ownway.ground.design.words import in_a_row
from ownway.ground.people.facts import WORDS_OF_DETAILS, ContactDetails, Details, person_facts
from ownway.ground.people.models import Person
from ownway.ground.people.operations.refusals import (
    ChangedMeanwhile,
    DayInFuture,
    DiedBeforeBorn,
    KnownAlready,
    ReferenceTaken,
)


@transaction.atomic
def add_person(
    *, council: Council, details: Details, by: User, at: datetime, today: date, is_somebody_else: bool = False
) -> Person:
    """Make the record of somebody the council supports. They cannot sign in until `add_relationship`.

    Raises ReferenceTaken, DayInFuture; and KnownAlready for the same name and day of birth, unless told that
    `is_somebody_else`.
    """
    _require_sound(council, details, today=today, is_somebody_else=is_somebody_else)
    why = f"Added {details.name}’s record."
    with because(by=by, why=why):
        row = Person.objects.create(council=council, **details.as_dict())
    record_event(council=council, by=by, at=at, what="add_person", words=why, person_id=row.pk)
    return row


@transaction.atomic
def change_details(
    *,
    council: Council,
    person_id: int,
    details: Details,
    why: str,
    stamp: str,
    by: User,
    at: datetime,
    today: date,
    is_somebody_else: bool = False,
) -> None:
    """Put a record right, and say why. What it said before is kept in its history. `stamp` is how it read to the worker.

    Raises ChangedMeanwhile, DiedBeforeBorn, and what `add_person` raises.
    """
    row = _locked(council, person_id, stamp)
    _require_sound(council, details, today=today, is_somebody_else=is_somebody_else, but=row)
    if row.died_on is not None and details.born_on > row.died_on:
        raise DiedBeforeBorn("born_on", born_on=details.born_on, died_on=row.died_on)
    _write(council, row, details, what="change_details", why=f" Why: {why}", by=by, at=at)


@transaction.atomic
def change_contact(
    *, council: Council, person_id: int, contact: ContactDetails, stamp: str, by: User, at: datetime
) -> None:
    """The person, or who acts for them, says how to reach them; workers see it among what has happened.

    Raises ChangedMeanwhile.
    """
    row = _locked(council, person_id, stamp)
    _write(council, row, contact, what="change_contact", why="", by=by, at=at)


def _locked(council: Council, person_id: int, stamp: str) -> Person:
    row = Person.objects.select_for_update(no_key=True).get(council=council, pk=person_id)
    if person_facts(row).stamp != stamp:
        raise ChangedMeanwhile
    return row


def _require_sound(
    council: Council, details: Details, *, today: date, is_somebody_else: bool, but: Person | None = None
) -> None:
    """Refuse what cannot be so. One at a time for each council, so that two workers do not both add the same person."""
    if details.born_on > today:
        raise DayInFuture("born_on")
    Council.objects.select_for_update(no_key=True).get(pk=council.pk)
    others = Person.objects.filter(council=council)
    if but is not None:
        others = others.exclude(pk=but.pk)
    taken = others.filter(reference__iexact=details.reference).first()
    if taken is not None:
        raise ReferenceTaken(person_facts(taken))
    is_as_before = but is not None and (but.name, but.born_on) == (details.name, details.born_on)
    if is_somebody_else or is_as_before:
        return
    known = others.filter(name__iexact=details.name, born_on=details.born_on).order_by("pk").first()
    if known is not None:
        raise KnownAlready(person_facts(known))


def _write(
    council: Council, row: Person, details: Details | ContactDetails, *, what: str, why: str, by: User, at: datetime
) -> None:
    changed = {name: value for name, value in details.as_dict().items() if getattr(row, name) != value}
    if not changed:
        return
    for name, value in changed.items():
        setattr(row, name, value)
    words = f"Changed {in_a_row([WORDS_OF_DETAILS[name] for name in changed], most=len(changed))}.{why}"
    with because(by=by, why=words):
        row.save(update_fields=list(changed))
    record_event(council=council, by=by, at=at, what=what, words=words, person_id=row.pk)
