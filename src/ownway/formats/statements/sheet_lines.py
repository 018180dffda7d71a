"""Rows under the headings to Lines: each row is read by its layout, noted as no movement of money, or a problem."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter

from ownway.formats.statements.amounts import UnreadableError, clip, read_pence
from ownway.formats.statements.days import read_day
from ownway.formats.statements.layouts.layout import Find, Layout, Row
from ownway.formats.statements.reading import MOST_PROBLEMS, MOST_TEXT, stopping
from ownway.formats.statements.rows import NumberedRow, split_lines
from ownway.formats.statements.sheet_notes import CLOSING, OPENING, Aside, NoteFinder
from ownway.formats.statements.values import Line, Note, Problem
from ownway.formats.statements.words import join_words, tidy

LineReader = Callable[[Row, int], Line]


@dataclass(slots=True)
class Found:
    """What the rows held so far. Reasons and notes carry the row they are about; the text is added at the end."""

    lines: tuple[Line, ...] = ()
    account: str = ""
    opening_pence: int | None = None
    closing_pence: int | None = None
    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def read_rows(rows: Sequence[NumberedRow], *, layout: Layout, headings: tuple[str, ...], text: str) -> Found:
    """All rows by one layout. Stops after MOST_PROBLEMS rows that cannot be read."""
    find = _finder(headings)
    found = Found()
    written = _WrittenLines(text)
    read = line_reader(layout, find)
    note_finder = NoteFinder(layout, find)
    width = len(headings)
    lines: list[Line] = []
    accounts: set[tuple[str, ...]] = set()
    read_account = _account_reader(layout, find)
    for row in rows:
        cells = row.cells
        try:
            _fit(row, width, lines_in_cells=layout.lines_in_cells)
            line = read(cells, row.place)
        except UnreadableError as error:
            if not _note(note_finder.find(cells, None), row, found, written):
                found.problems.append(stopping(row.place, str(error), written.of(row)))
                if len(found.problems) >= MOST_PROBLEMS:
                    break
            continue
        if note_finder.may_be_note(line) and _note(note_finder.find(cells, line), row, found, written):
            continue
        lines.append(line)
        if read_account:
            accounts.add(read_account(cells))
    found.lines = tuple(lines)
    _name_account(found, accounts, layout)
    if reason := layout.refuse_rows([row.cells for row in rows], find):
        found.problems.append(stopping(rows[0].place, reason, written.of(rows[0])))
    return found


def line_reader(layout: Layout, find: Find) -> LineReader:
    """A function from a row (with an empty cell added at its end, for columns that are not there) to its Line."""
    day_at, balance_at, id_at = find(layout.day), find(layout.balance), find(layout.bank_id)
    payee_at, reference_at, type_at = find(layout.payee), find(layout.reference), find(layout.type)
    currency_at = find(layout.currency)
    read_money = layout.money.reader(find)
    read_words = _words_reader(layout, find)
    split = layout.split_words
    days: dict[str, date] = {}

    def read(row: Row, place: int) -> Line:
        written_day = row[day_at]
        on = days.get(written_day)
        if on is None:
            on = days[written_day] = read_day(written_day)
        if row[currency_at].strip() not in ("GBP", ""):
            raise UnreadableError(f"This line is in {clip(row[currency_at], 12)}, and the account is in pounds (GBP).")
        pence = read_money(row)
        balance = row[balance_at].strip()
        payee, reference = split(row[find(layout.words[0])]) if split else (row[payee_at], row[reference_at])
        return Line(
            on,
            pence,
            read_words(row),
            tidy(payee),
            tidy(reference),
            row[type_at].strip(),
            read_pence(balance) if balance else None,
            row[id_at].strip() or None,
            place,
        )

    return read


def _words_reader(layout: Layout, find: Find) -> Callable[[Row], str]:
    places = [find(column) for column in layout.words]
    guard = layout.guard
    if len(places) == 1:
        only = places[0]
        return lambda row: tidy(row[only].removeprefix(guard))
    return lambda row: join_words([row[at] for at in places])


def _account_reader(layout: Layout, find: Find) -> Callable[[Row], tuple[str, ...]] | None:
    places = [find(column) for column in layout.account]
    if not places:
        return None
    if len(places) == 1:
        only = places[0]
        return lambda row: (row[only],)
    return itemgetter(*places)


def _finder(headings: tuple[str, ...]) -> Find:
    at = {name: n for n, name in enumerate(headings)}
    return lambda column: at.get(column, -1)


def _fit(row: NumberedRow, width: int, *, lines_in_cells: bool) -> None:
    """Makes the row as wide as the headings when only empty cells are over; adds the empty cell that stands for none."""
    cells = row.cells
    if len(cells) != width:
        while len(cells) > width and not cells[-1].strip():
            cells.pop()
        if len(cells) != width:
            raise UnreadableError(f"This line has {len(cells)} fields where {width} are expected.")
    if row.span > 1 and not lines_in_cells:
        raise UnreadableError(f"A cell runs over {row.span} lines, so a quotation mark may be missing.")
    cells.append("")


def _note(aside: Aside | None, row: NumberedRow, found: Found, written: "_WrittenLines") -> bool:
    if aside is None:
        return False
    if aside.kind == OPENING and found.opening_pence is None:
        found.opening_pence = aside.balance_pence
    if aside.kind == CLOSING:
        found.closing_pence = aside.balance_pence
    found.notes.append(Note(row.place, aside.words, written.of(row)))
    return True


def _name_account(found: Found, accounts: set[tuple[str, ...]], layout: Layout) -> None:
    names = sorted({layout.read_account(parts) for parts in accounts})
    if len(names) > 1:
        told = ", ".join(clip(name, 30) for name in names[:5])
        found.problems.append(
            stopping(0, f"The file holds {len(names)} accounts ({told}). Please send one file for each account.")
        )
    found.account = names[0] if names else ""


class _WrittenLines:
    """The lines of the file as written, split only once something has to be quoted."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[str] | None = None

    def of(self, row: NumberedRow) -> str:
        if self._lines is None:
            self._lines = split_lines(self._text)
        return "\n".join(self._lines[row.place - 1 : row.place - 1 + row.span])[:MOST_TEXT]
