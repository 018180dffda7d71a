"""Add a bank statement: whole, or after somebody's answers, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from ownway.formats.statements import Line as BankLine
from ownway.formats.statements import identify_lines
from ownway.formats.statements.column_map import ColumnMap, check_map
from ownway.formats.statements.column_map_json import write_map
from ownway.formats.statements.column_map_reading import read_with_map
from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.design.words import day, many
from ownway.ground.people.models import Person
from ownway.journey.accounts.facts import bank_line
from ownway.journey.accounts.matching import BankLine as LineToMatch
from ownway.journey.accounts.matching import match_lines
from ownway.journey.accounts.models import BalanceTold, ConfirmedColumns, Line, LineMatch, Statement, WaitingFile
from ownway.journey.accounts.queries.known import get_known
from ownway.journey.accounts.reading import (
    ANOTHER,
    Answers,
    ColumnsNotKnown,
    ReadFile,
    StatementRefused,
    kept_rows,
    place_words,
    read_beside,
    shape_to_remember,
)
from ownway.journey.accounts.tidying import tidy_name

MOST_WAITING = 5
BATCH = 2000


@dataclass(frozen=True, slots=True)
class Added:
    """What came of a statement: how many lines it has, how many were new, and how many of those nobody knows yet."""

    statement_id: int
    lines_read: int
    lines_added: int
    not_known: int


@dataclass(frozen=True, slots=True)
class Waits:
    """The file waits for an answer."""

    waiting_id: int


class AlreadyRead(Exception):
    """The same file was read before; nothing was added."""


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
def add_statement(
    *, council: Council, person_id: int, name: str, data: bytes, by: User, at: datetime, today: date
) -> Added | Waits:
    """Read a statement file and add what is new in it; when it raises a question, keep the file until it is answered.

    Raises StatementRefused or AlreadyRead; then nothing is kept. Two files at once are read one after the other.
    """
    _lock(council, person_id)
    digest = sha256(data).hexdigest()
    _refuse_if_read(person_id, digest)
    try:
        file = read_beside(council=council, person_id=person_id, data=data, name=name)
    except ColumnsNotKnown:
        return _keep_waiting(person_id, name, data, digest, by, at)
    if file.questions.is_empty:
        return _add(council, person_id, name, file, Answers(take=True, doubts={}), by, at, today)
    return _keep_waiting(person_id, name, data, digest, by, at)


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
    _lock(council, person_id)
    row = WaitingFile.objects.filter(person__council=council, person_id=person_id, pk=waiting_id).first()
    if row is None:
        raise WaitingGone("Somebody has answered for this file already.")
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
    file = read_beside(council=council, person_id=person_id, data=bytes(row.content), name=row.name)
    if not file.questions.is_empty:
        return Waits(row.pk)
    added = _add(council, person_id, row.name, file, Answers(take=True, doubts={}), by, at, today)
    row.delete()
    return added


@transaction.atomic
def answer_statement(
    *, council: Council, person_id: int, waiting_id: int, answers: Answers, by: User, at: datetime, today: date
) -> Added:
    """Take a file that waits, as answered. Raises NotAnswered, also when a new question came up meanwhile.

    Raises WaitingGone, AlreadyRead and StatementRefused.
    """
    _lock(council, person_id)
    row = WaitingFile.objects.filter(person__council=council, person_id=person_id, pk=waiting_id).first()
    if row is None:
        raise WaitingGone("Somebody has answered for this file already.")
    _refuse_if_read(person_id, row.digest)
    file = read_beside(council=council, person_id=person_id, data=bytes(row.content), name=row.name)
    if not answers.cover(file.questions):
        raise NotAnswered("Please answer each question. Nothing was added yet.")
    added = _add(council, person_id, row.name, file, answers, by, at, today)
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


@transaction.atomic
def tell_balance(*, council: Council, person_id: int, on: date, pence: int, by: User, at: datetime) -> None:
    """Say what the bank says was in the account at the end of a day."""
    _lock(council, person_id)
    BalanceTold.objects.create(person_id=person_id, on=on, pence=pence, told_by=by, told_at=at)
    words = f"Told the balance of the account on {day(on)}."
    record_event(council=council, by=by, at=at, what="tell_balance", words=words, person_id=person_id)


def _lock(council: Council, person_id: int) -> None:
    """One file of a person at a time. Raises Person.DoesNotExist for another council's."""
    Person.objects.select_for_update(no_key=True).get(council=council, pk=person_id)


def _keep_waiting(person_id: int, name: str, data: bytes, digest: str, by: User, at: datetime) -> Waits:
    """Keeps the file until somebody answers for it, once however often it is brought."""
    waiting = WaitingFile.objects.filter(person_id=person_id)
    if waiting.count() >= MOST_WAITING and not waiting.filter(digest=digest).exists():
        raise StatementRefused(f"{MOST_WAITING} files wait for an answer. Please answer for those first.")
    row, _ = waiting.get_or_create(
        digest=digest,
        defaults={"person_id": person_id, "name": name, "content": data, "brought_by": by, "brought_at": at},
    )
    return Waits(row.pk)


def _refuse_if_read(person_id: int, digest: str) -> None:
    before = Statement.objects.filter(person_id=person_id, digest=digest).first()
    if before is not None:
        raise AlreadyRead(f"You added this file already, on {day(before.read_at.date())}. Nothing was added.")


def _add(
    council: Council, person_id: int, name: str, file: ReadFile, answers: Answers, by: User, at: datetime, today: date
) -> Added:
    statement = file.statement
    others = [each.line for each in file.overlap.doubtful if answers.doubts.get(str(each.line.place)) == ANOTHER]
    new = [*file.overlap.new, *others]
    row = _write_statement(person_id, name, file, len(new), by, at)
    lines = _write_lines(council, row, file, new, today)
    words = f"Added a bank statement, {day(row.from_on)} to {day(row.to_on)}: {many(len(new), 'new line')}."
    record_event(council=council, by=by, at=at, what="add_statement", words=words, person_id=person_id)
    unknown = sum(line.match == LineMatch.NOT_KNOWN for line in lines)
    return Added(row.pk, lines_read=len(statement.lines), lines_added=len(lines), not_known=unknown)


def _write_statement(person_id: int, name: str, file: ReadFile, added: int, by: User, at: datetime) -> Statement:
    statement = file.statement
    first, last = statement.lines[0].on, statement.lines[-1].on
    return Statement.objects.create(
        person_id=person_id,
        name=name[:200],
        digest=statement.digest,
        kind=statement.kind,
        bank=statement.bank[:80],
        account=statement.account[:40],
        from_on=statement.from_on or first,
        to_on=statement.to_on or last,
        opening_pence=statement.opening_pence,
        closing_pence=statement.closing_pence,
        lines_read=len(statement.lines),
        lines_added=added,
        problems=[
            {
                "where": place_words(statement, each).split(":")[0] if each.place else "",
                "reason": each.reason,
                "text": each.text[:200],
                "kept": each.kept,
            }
            for each in statement.problems
        ],
        read_by=by,
        read_at=at,
    )


def _write_lines(council: Council, row: Statement, file: ReadFile, new: Sequence[BankLine], today: date) -> list[Line]:
    if not new:
        return []
    kept = kept_rows(council=council, person_id=row.person_id, statement=file.statement)
    keys = identify_lines(new, beside=[bank_line(each) for each in kept])
    places = {id(line): number for number, line in enumerate(file.statement.lines, start=1)}
    on = [line.on for line in new]
    known = get_known(council=council, person_id=row.person_id, from_on=min(on), to_on=max(on), today=today)
    names = [tidy_name(line.payee or line.words) for line in new]
    to_match = [
        LineToMatch(line.on, line.pence, line.words, line.type, like) for line, like in zip(new, names, strict=True)
    ]
    rows = [
        Line(
            person_id=row.person_id,
            statement=row,
            identity=key,
            on=line.on,
            pence=line.pence,
            words=line.words,
            payee_words=line.payee,
            reference=line.reference,
            bank_id=line.bank_id or "",
            like=like,
            place=places.get(id(line), line.place),
            balance_pence=line.balance_pence,
            match=match.kind,
            heading_id=match.heading_id,
            payee_id=match.payee_id,
            run_line_id=match.run_line_id,
        )
        for line, key, like, match in zip(new, keys, names, match_lines(to_match, known=known), strict=True)
    ]
    Line.objects.bulk_create(rows, batch_size=BATCH)
    return rows
