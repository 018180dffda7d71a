"""What it takes to add a statement, whichever way it came: one at a time, never twice, whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ownway.formats.statements import Line as BankLine
from ownway.formats.statements import identify_lines
from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.design.words import day, many
from ownway.ground.people.models import Person
from ownway.journey.accounts.facts import bank_line
from ownway.journey.accounts.matching import BankLine as LineToMatch
from ownway.journey.accounts.matching import match_lines
from ownway.journey.accounts.models import Line, LineMatch, Statement, WaitingFile
from ownway.journey.accounts.queries.known import get_known
from ownway.journey.accounts.reading import ANOTHER, Answers, ReadFile, StatementRefused, kept_rows, place_words
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


def lock_person(council: Council, person_id: int) -> None:
    """One file of a person at a time. Raises Person.DoesNotExist for another council's."""
    Person.objects.select_for_update(no_key=True).get(council=council, pk=person_id)


def keep_waiting(person_id: int, name: str, data: bytes, digest: str, by: User, at: datetime) -> Waits:
    """Keeps the file until somebody answers for it, once however often it is brought."""
    waiting = WaitingFile.objects.filter(person_id=person_id)
    if waiting.count() >= MOST_WAITING and not waiting.filter(digest=digest).exists():
        raise StatementRefused(f"{MOST_WAITING} files wait for an answer. Please answer for those first.")
    row, _ = waiting.get_or_create(
        digest=digest,
        defaults={"person_id": person_id, "name": name, "content": data, "brought_by": by, "brought_at": at},
    )
    return Waits(row.pk)


def refuse_if_read(person_id: int, digest: str) -> None:
    """Raises AlreadyRead for a file that was added before."""
    before = Statement.objects.filter(person_id=person_id, digest=digest, taken_back_at__isnull=True).first()
    if before is not None:
        raise AlreadyRead(f"You added this file already, on {day(before.read_at.date())}. Nothing was added.")


def add_new_lines(
    council: Council, person_id: int, name: str, file: ReadFile, answers: Answers, by: User, at: datetime, today: date
) -> Added:
    """Writes the statement and its lines that are new, by the answers to what it left open."""
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
