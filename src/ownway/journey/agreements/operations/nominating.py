"""Name, change and end who receives or manages the payment for the person (Care Act 2014 s.31)."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import because, record_event
from ownway.journey.agreements.models import NominatedPerson
from ownway.journey.agreements.operations.locking import lock_person
from ownway.journey.agreements.operations.refusals import MustAgree, NobodyNamed


@dataclass(frozen=True, slots=True)
class Nominee:
    """Somebody to name: who they are to the person, how to reach them, and that they agree."""

    name: str
    relationship: str
    agrees: bool
    phone: str = ""
    email: str = ""


@transaction.atomic
def name_nominated_person(
    *, council: Council, person_id: int, nominee: Nominee, today: date, by: User, at: datetime
) -> NominatedPerson:
    """Name somebody; who was named before is ended today. The same again changes nothing. Raises MustAgree."""
    if not nominee.agrees:
        raise MustAgree
    lock_person(council=council, person_id=person_id)
    before = _named(person_id)
    if before is not None and asdict(nominee) == {name: getattr(before, name) for name in asdict(nominee)}:
        return before
    words = f"Named {nominee.name} ({nominee.relationship}) to help with the payment."
    with because(by=by, why=words):
        if before is not None:
            _end(before, today)
        row = NominatedPerson.objects.create(person_id=person_id, named_by=by, named_at=at, **asdict(nominee))
    _note(council, person_id, by=by, at=at, what="name_nominated_person", words=words)
    return row


@transaction.atomic
def end_nominated_person(*, council: Council, person_id: int, today: date, by: User, at: datetime) -> None:
    """Nobody is named any more. Raises NobodyNamed."""
    lock_person(council=council, person_id=person_id)
    row = _named(person_id)
    if row is None:
        raise NobodyNamed
    words = f"{row.name} no longer helps with the payment."
    with because(by=by, why=words):
        _end(row, today)
    _note(council, person_id, by=by, at=at, what="end_nominated_person", words=words)


def _named(person_id: int) -> NominatedPerson | None:
    return NominatedPerson.objects.filter(person_id=person_id, ended_on__isnull=True).first()


def _end(row: NominatedPerson, today: date) -> None:
    row.ended_on = today
    row.save(update_fields=["ended_on"])


def _note(council: Council, person_id: int, *, by: User, at: datetime, what: str, words: str) -> None:
    record_event(council=council, by=by, at=at, what=what, words=words, person_id=person_id, about="nominated person")
