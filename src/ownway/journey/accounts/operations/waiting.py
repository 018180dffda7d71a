"""Answer for a file that waits, or leave it out."""

from datetime import date, datetime

from django.db import transaction

from ownway.formats.statements import Statement
from ownway.formats.statements.column_map import ColumnMap, check_map
from ownway.formats.statements.column_map_json import write_map
from ownway.formats.statements.column_map_reading import read_with_map
from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.journey.accounts.days import ORDERS
from ownway.journey.accounts.models import ConfirmedColumns, WaitingFile
from ownway.journey.accounts.operations.adding import Added, Waits, add_new_lines, lock_person, refuse_if_read
from ownway.journey.accounts.reading import Answers, ReadFile, place_words, read_beside, shape_to_remember


class NotAnswered(Exception):
    """Something that was asked about the file has no answer; nothing was added."""


class WaitingGone(Exception):
    """Somebody answered for the file already, or left it out."""


class ColumnsRefused(Exception):
    """The columns cannot be as they were said; `errors` has a sentence for each field, and "" is the whole."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors = errors


@transaction.atomic
def confirm_columns(
    *,
    council: Council,
    person_id: int,
    waiting_id: int,
    columns: ColumnMap,
    for_all: bool,
    by: User,
    at: datetime,
    today: date,
) -> Added | Waits:
    """Say what the columns of a sheet that waits hold, remember it for the next file with the same headings, and add it.

    `for_all`: for everybody of the council, else for this person's files only. Raises ColumnsRefused when the columns
    cannot be so or the sheet cannot be read by them, and WaitingGone; then nothing is kept.
    """
    lock_person(council, person_id)
    row = _find(council, person_id, waiting_id)
    if wrong := check_map(columns):
        raise ColumnsRefused(wrong)
    statement = read_with_map(bytes(row.content), columns, name=row.name)
    if not statement.is_taken or not statement.lines:
        told = [place_words(statement, each) for each in statement.problems if each.stops][:10]
        raise ColumnsRefused({"": " ".join(told) or "There is no payment in this file that can be read so."})
    ConfirmedColumns.objects.create(
        council=council,
        person_id=None if for_all else person_id,
        shape=shape_to_remember(columns, digest=row.digest),
        columns=write_map(columns),
        confirmed_by=by,
        confirmed_at=at,
    )
    words = "Said what the columns of a bank statement hold" + (", for all of the council." if for_all else ".")
    record_event(council=council, by=by, at=at, what="confirm_columns", words=words, person_id=person_id)
    file = _read(council, row)
    if not file.questions.is_empty:
        return Waits(row.pk)
    added = add_new_lines(council, person_id, row.name, file, Answers(take=True, doubts={}), by, at, today)
    row.delete()
    return added


@transaction.atomic
def confirm_days(
    *, council: Council, person_id: int, waiting_id: int, day_order: str, by: User, at: datetime, today: date
) -> Added | Waits:
    """Say what comes first in the days of a file that waits (DAY_FIRST or MONTH_FIRST), and add it.

    Raises WaitingGone, AlreadyRead, StatementRefused, and ValueError for another order; then nothing is kept.
    """
    if day_order not in ORDERS:
        raise ValueError(f"{day_order!r} is no order of days")
    lock_person(council, person_id)
    row = _find(council, person_id, waiting_id)
    refuse_if_read(person_id, row.digest)
    row.day_order = day_order
    file = _read(council, row)
    words = f"Said that the {day_order.split('-', maxsplit=1)[0]} comes first in the days of a bank statement."
    record_event(council=council, by=by, at=at, what="confirm_days", words=words, person_id=person_id)
    if not file.questions.is_empty:
        row.save(update_fields=["day_order"])
        return Waits(row.pk)
    added = add_new_lines(council, person_id, row.name, file, Answers(take=True, doubts={}), by, at, today)
    row.delete()
    return added


@transaction.atomic
def answer_statement(
    *,
    council: Council,
    person_id: int,
    waiting_id: int,
    answers: Answers,
    early: Statement | None = None,
    by: User,
    at: datetime,
    today: date,
) -> Added:
    """Take a file that waits, as answered. Raises NotAnswered, also when a new question came up meanwhile.

    `early` is the file as it was read for the questions, so that a PDF need not be read twice. Raises WaitingGone, AlreadyRead and StatementRefused.
    """
    lock_person(council, person_id)
    row = _find(council, person_id, waiting_id)
    refuse_if_read(person_id, row.digest)
    file = _read(council, row, early)
    if not answers.cover(file.questions):
        raise NotAnswered("Please answer each question. Nothing was added yet.")
    added = add_new_lines(council, person_id, row.name, file, answers, by, at, today)
    row.delete()
    return added


@transaction.atomic
def leave_statement(*, council: Council, person_id: int, waiting_id: int, by: User, at: datetime) -> None:
    """Do not take a file that waits: it is deleted, and the account stays as it is."""
    deleted, _ = WaitingFile.objects.filter(person__council=council, person_id=person_id, pk=waiting_id).delete()
    if deleted:
        record_event(
            council=council,
            by=by,
            at=at,
            what="leave_statement",
            words="Left out a bank statement that raised questions.",
            person_id=person_id,
        )


def _find(council: Council, person_id: int, waiting_id: int) -> WaitingFile:
    row = WaitingFile.objects.filter(person__council=council, person_id=person_id, pk=waiting_id).first()
    if row is None:
        raise WaitingGone("Somebody has answered for this file already.")
    return row


def _read(council: Council, row: WaitingFile, early: Statement | None = None) -> ReadFile:
    return read_beside(
        council=council,
        person_id=row.person_id,
        data=bytes(row.content),
        name=row.name,
        day_order=row.day_order,
        early=early,
    )
