"""Add a bank statement: whole, or kept until somebody answers for it, or not at all."""

from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from ownway.formats.statements import Statement as ReadStatement
from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.design.words import day
from ownway.journey.accounts.models import BalanceTold
from ownway.journey.accounts.operations.adding import (
    Added,
    Waits,
    add_new_lines,
    keep_waiting,
    lock_person,
    refuse_if_read,
)
from ownway.journey.accounts.reading import Answers, ColumnsNotKnown, DaysNotKnown, read_beside, read_early


def add_statement(
    *, council: Council, person_id: int, name: str, data: bytes, by: User, at: datetime, today: date
) -> Added | Waits:
    """Read a statement file and add what is new in it; when it raises a question, keep the file until it is answered.

    Raises StatementRefused or AlreadyRead; then nothing is kept. Two files at once are read one after the other.
    """
    digest = sha256(data).hexdigest()
    refuse_if_read(person_id, digest)
    early = read_early(data, name=name)
    with transaction.atomic():
        return _add(council, person_id, name, data, digest, early, by, at, today)


def _add(
    council: Council,
    person_id: int,
    name: str,
    data: bytes,
    digest: str,
    early: ReadStatement | None,
    by: User,
    at: datetime,
    today: date,
) -> Added | Waits:
    lock_person(council, person_id)
    refuse_if_read(person_id, digest)
    try:
        file = read_beside(council=council, person_id=person_id, data=data, name=name, early=early)
    except (ColumnsNotKnown, DaysNotKnown):
        return keep_waiting(person_id, name, data, digest, by, at)
    if file.questions.is_empty:
        return add_new_lines(council, person_id, name, file, Answers(take=True, doubts={}), by, at, today)
    return keep_waiting(person_id, name, data, digest, by, at)


@transaction.atomic
def tell_balance(*, council: Council, person_id: int, on: date, pence: int, by: User, at: datetime) -> None:
    """Say what the bank says was in the account at the end of a day."""
    lock_person(council, person_id)
    BalanceTold.objects.create(person_id=person_id, on=on, pence=pence, told_by=by, told_at=at)
    words = f"Told the balance of the account on {day(on)}."
    record_event(council=council, by=by, at=at, what="tell_balance", words=words, person_id=person_id)
