"""Read a statement file beside what is kept, and find what only a person can answer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from io import BytesIO

from django.db.models import Q

from ownway.formats.statements import Doubt, Overlap, Problem, Statement, find_overlap, read_statement
from ownway.formats.statements.column_map import ColumnMap
from ownway.formats.statements.column_map_json import MapRefusedError, read_map
from ownway.formats.statements.column_map_reading import read_with_map
from ownway.formats.statements.overlap import NEAR_DAYS
from ownway.formats.statements.pdf import looks_like_pdf
from ownway.formats.statements.proposing import Proposal, propose_map, shapes_in
from ownway.formats.statements.report import tell_place
from ownway.formats.statements.source import Source
from ownway.ground.access.models import Council
from ownway.journey.accounts.days import ORDERS, TwoWays, find_two_ways
from ownway.journey.accounts.facts import bank_line, hidden_number, shortened
from ownway.journey.accounts.models import ConfirmedColumns, Line
from ownway.journey.accounts.models import Statement as StatementRow
from ownway.journey.accounts.turns import NoTurn, take_a_turn

MOST_LINES = 50_000
TOP = 10_000
SHEETS = ("CSV", "XLSX")
POUNDS = "GBP"
SAME, ANOTHER = "same", "another"


class StatementRefused(Exception):
    """The file cannot be taken and nothing was added; `reasons` say where and why, one for each line."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class ColumnsNotKnown(StatementRefused):
    """No layout knows the sheet, and nobody has said yet what its columns hold; `proposal` is for them to confirm."""

    def __init__(self, *reasons: str, proposal: Proposal) -> None:
        super().__init__(*reasons)
        self.proposal = proposal


class DaysNotKnown(StatementRefused):
    """The days of the file can be read in two ways, and nobody has said yet which is right."""

    def __init__(self, *reasons: str, two_ways: TwoWays) -> None:
        super().__init__(*reasons)
        self.two_ways = two_ways


@dataclass(frozen=True, slots=True)
class DoubtFacts:
    """A line that may be there already, beside the one that it may be. `key` is its place in the file."""

    key: str
    on: date
    pence: int
    words: str
    other_on: date
    other_words: str
    why: str


@dataclass(frozen=True, slots=True)
class Questions:
    """What must be answered before a file is taken: lines that cannot be read, lines that are taken but look odd (`odd`),
    doubts, and another account's number. Each line is told with its reason and its text.
    """

    set_aside: tuple[tuple[str, str], ...]
    odd: tuple[tuple[str, str], ...]
    doubts: tuple[DoubtFacts, ...]
    account: str
    other_account: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing needs an answer."""
        return not (self.doubts or self.needs_a_yes)

    @property
    def needs_a_yes(self) -> bool:
        """Whether somebody must say that the file is to be taken although something is left out or odd."""
        return bool(self.set_aside or self.odd or self.other_account)


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person answered: to take the file although something is left out or it is another account, and for each
    doubt (by key) SAME or ANOTHER.
    """

    take: bool
    doubts: Mapping[str, str]

    def cover(self, questions: Questions) -> bool:
        """Whether everything that was asked is answered."""
        agreed = self.take or not questions.needs_a_yes
        return agreed and all(self.doubts.get(each.key) in (SAME, ANOTHER) for each in questions.doubts)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read beside what is kept."""

    statement: Statement
    overlap: Overlap
    questions: Questions


def read_early(data: bytes, *, name: str) -> Statement | None:
    """A PDF, which takes up to a minute to read, so it is read before anything is held; None for all other kinds.

    Raises StatementRefused when too many are being read.
    """
    if not looks_like_pdf(Source(BytesIO(data[:TOP]), name=name)):
        return None
    try:
        with take_a_turn():
            return read_statement(data, name=name)
    except NoTurn as busy:
        raise StatementRefused("We are reading other PDFs just now. Please try again in a minute.") from busy


def read_beside(
    *,
    council: Council,
    person_id: int,
    data: bytes,
    name: str,
    day_order: str = "",
    early: Statement | None = None,
) -> ReadFile:
    """The file beside the lines of its days. Raises StatementRefused; nothing is written. Two queries.

    `early` is the file when it was read before; a PDF that was not is read here.

    A sheet that no layout knows is read as somebody confirmed (one query more), and else raises ColumnsNotKnown.
    `day_order` is what somebody said comes first in the days (DAY_FIRST or MONTH_FIRST), for a file that does not tell;
    one that nobody has said it of raises DaysNotKnown.
    """
    early = early or read_early(data, name=name)
    statement = _checked(early or _read(council, person_id, data, name, day_order))
    kept = [bank_line(row) for row in kept_rows(council=council, person_id=person_id, statement=statement)]
    overlap = find_overlap(kept, statement)
    questions = Questions(
        set_aside=_told(statement, kept=False),
        odd=_told(statement, kept=True),
        doubts=tuple(_doubt(each) for each in overlap.doubtful),
        account=hidden_number(statement.account),
        other_account=_other_account(council, person_id, statement),
    )
    return ReadFile(statement, overlap, questions)


def kept_rows(*, council: Council, person_id: int, statement: Statement) -> list[Line]:
    """The lines that are kept already for the days of a statement, and some days around them, oldest first."""
    on = [line.on for line in statement.lines]
    days = (min(on) - timedelta(days=NEAR_DAYS), max(on) + timedelta(days=NEAR_DAYS))
    rows = Line.objects.filter(person__council=council, person_id=person_id, on__range=days)
    return list(rows.order_by("on", "place", "pk"))


def place_words(statement: Statement, problem: Problem) -> str:
    """Where something is and what is wrong with it, as a sentence."""
    return tell_place(statement.kind, problem.place, problem.reason)


def shape_to_remember(columns: ColumnMap, *, digest: str) -> str:
    """By what a map is found again: its headings, or the very file when it has none, as nothing tells such files apart."""
    return columns.shape or digest[:32]


def _read(council: Council, person_id: int, data: bytes, name: str, day_order: str) -> Statement:
    statement = read_statement(data, name=name, hint=day_order)
    if not statement.is_taken and (two_ways := find_two_ways(statement, data, name=name)):
        if two_ways.ways:
            raise DaysNotKnown(*_reasons(statement), two_ways=two_ways)
        return read_statement(data, name=name, hint=ORDERS[0])  # which says what else is wrong
    if statement.is_taken or statement.layout or statement.kind not in SHEETS:
        return statement
    source = Source(BytesIO(data), name=name)
    columns = _find_columns(council, person_id, (*shapes_in(source), source.digest[:32]))
    if columns is not None:
        statement = read_with_map(data, columns, name=name)
        if statement.is_taken:
            return statement
    proposal = propose_map(source)
    if proposal is None:
        return statement
    if proposal.columns.currency != POUNDS:
        raise StatementRefused(f"This file is in {proposal.columns.currency}. We can only take pounds ({POUNDS}).")
    raise ColumnsNotKnown(*_reasons(statement), proposal=proposal)


def _find_columns(council: Council, person_id: int, shapes: tuple[str, ...]) -> ColumnMap | None:
    """The map that was confirmed last for one of these shapes, for this person or for the whole council.

    None as well for one that the rules of today would refuse: then the columns are asked about again.
    """
    rows = ConfirmedColumns.objects.filter(Q(person=None) | Q(person_id=person_id), council=council, shape__in=shapes)
    row = rows.order_by("-pk").first()
    try:
        return read_map(row.columns) if row is not None else None
    except MapRefusedError:
        return None


def _reasons(statement: Statement) -> list[str]:
    return [place_words(statement, each) for each in statement.problems if each.stops][:20]


def _checked(statement: Statement) -> Statement:
    if not statement.is_taken:
        raise StatementRefused(*_reasons(statement))
    if not statement.lines or statement.from_on is None or statement.to_on is None:
        raise StatementRefused("There is no payment in this file, so there is nothing to add.")
    if len(statement.lines) > MOST_LINES:
        raise StatementRefused(f"This file has more than {MOST_LINES:,} lines. Please send fewer months at a time.")
    return replace(statement, lines=tuple(shortened(line) for line in statement.lines))


def _told(statement: Statement, *, kept: bool) -> tuple[tuple[str, str], ...]:
    problems = (each for each in statement.problems if each.kept == kept)
    return tuple((place_words(statement, each), each.text[:200]) for each in problems)


def _doubt(doubt: Doubt) -> DoubtFacts:
    return DoubtFacts(
        key=str(doubt.line.place),
        on=doubt.line.on,
        pence=doubt.line.pence,
        words=doubt.line.words,
        other_on=doubt.existing.on,
        other_words=doubt.existing.words,
        why=doubt.why,
    )


def _other_account(council: Council, person_id: int, statement: Statement) -> str:
    """The account whose statements are kept already, when this one's number is another; else nothing."""
    mine = _figures(statement.account)
    rows = StatementRow.objects.filter(person__council=council, person_id=person_id, taken_back_at__isnull=True)
    rows = rows.exclude(account="")
    others = list(rows.order_by("-pk").values_list("account", flat=True).distinct())
    known = [account for account in others if _figures(account)]
    if not mine or not known or any(_is_one_account(mine, _figures(account)) for account in known):
        return ""
    return hidden_number(known[0])


def _is_one_account(one: str, other: str) -> bool:
    """Banks write a number with or without its sort code, or only its last figures."""
    shorter = min(len(one), len(other), 8)
    return one[-shorter:] == other[-shorter:]


def _figures(account: str) -> str:
    found = "".join(letter for letter in account if letter.isdigit())
    return found if len(found) >= 4 else ""
