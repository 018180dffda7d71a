"""Rows under the headings to Lines: each row is read by its layout, noted as no movement of money, or a problem."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, islice
from typing import TextIO

from ownway.formats.statements.amounts import UnreadableError, clip
from ownway.formats.statements.layouts.layout import Find, Layout, Row
from ownway.formats.statements.reading import MOST_PROBLEMS, MOST_TEXT, Reading
from ownway.formats.statements.rows import (
    BrokenRowError,
    NumberedRow,
    iterate_rows,
    lines_as_written,
    lines_of,
    plain_columns,
)
from ownway.formats.statements.sheet_columns import ColumnReader
from ownway.formats.statements.sheet_notes import CLOSING, OPENING, NoteFinder
from ownway.formats.statements.source import Source
from ownway.formats.statements.values import Line, Lines
from ownway.formats.statements.words import join_words, tidy

_CUT = "The file may be cut short: its last amount has no pence, and no line end after it. Please download it again."
_ENDS_IN_PENCE = re.compile(r"\.[0-9]{2}[\"\s]*$").search
_AT_ONCE = 32_000  # characters
_IN_WORDS = {"GBP": "pounds (GBP)"}
LineReader = Callable[[Row, int], Line]


@dataclass(frozen=True, slots=True)
class Start:
    """Where the lines begin: the layout, its headings as found, the rows above them, and how many rows to pass over."""

    layout: Layout
    headings: tuple[str, ...]
    above: tuple[NumberedRow, ...]
    delimiter: str
    rows_used: int


def read_rows(source: Source, reading: Reading, *, start: Start) -> Iterator[Lines]:
    """The lines of all rows by one layout. Stops when too many cannot be read, or where rows cannot be split."""
    keeper = _Keeper(start, reading)
    try:
        with source.open_text() as text:
            yield from _read_each(text, start, keeper)
        if not reading.is_full:
            with source.open_text() as text:
                reason = start.layout.refuse_rows((cells for _, _, cells in _rows(text, start)), keeper.find)
            if reason or (reason := _why_cut(source, start)):
                reading.refuse(0, reason)
    except UnreadableError as error:
        reading.refuse(error.place if isinstance(error, BrokenRowError) else 0, str(error))
    keeper.name_account()
    keeper.quote(source)


def _why_cut(source: Source, start: Start) -> str:
    """A sentence when the last sum may have lost figures: it ends the file, with no line end after it and no pence."""
    last_is_money = start.headings[-1] in start.layout.money.columns
    ended = source.tail.endswith(("\n", "\r")) or _ENDS_IN_PENCE(source.tail[-20:])
    return _CUT if last_is_money and not ended else ""


def _rows(text: TextIO, start: Start) -> Iterator[NumberedRow]:
    return islice(iterate_rows(text, delimiter=start.delimiter), start.rows_used, None)


def _read_each(text: TextIO, start: Start, keeper: "_Keeper") -> Iterator[Lines]:
    """Some hundred lines of the file at a time: at once where every one is a plain row, else row by row."""
    width, delimiter = len(start.headings), start.delimiter
    columns = ColumnReader(start.layout, keeper.find)
    keeper.accounts = columns.accounts
    used = islice(iterate_rows(text, delimiter=delimiter), start.rows_used)
    before = max((place + span - 1 for place, span, _ in used), default=0)
    while block := text.read(_AT_ONCE):
        block += text.readline()
        plain = plain_columns(block, delimiter=delimiter, width=width)
        if plain and (lines := columns.read(plain, before=before)):
            before += len(lines)
            yield lines
            continue
        written = lines_of(block)
        rows = iterate_rows(chain(written, text), delimiter=delimiter, before=before)
        before += len(written)
        read, end = keeper.read_until(before, rows, width=width)
        yield read
        if keeper.is_full:
            return
        before = max(before, end)


class _Keeper:
    """Sorts what is not simply a line: notes, problems, and the accounts that lines name."""

    def __init__(self, start: Start, reading: Reading) -> None:
        self.layout, self.find = start.layout, _finder(start.headings)
        self.note_finder = NoteFinder(self.layout, self.find)
        self._reading = reading
        self._spans: dict[int, int] = {}
        self._read = line_reader(self.layout, self.find)
        self._account_at = [self.find(column) for column in self.layout.account]
        self.accounts: set[tuple[str, ...]] = set()

    @property
    def is_full(self) -> bool:
        """Whether there are problems enough to stop."""
        return self._reading.is_full

    def read_until(self, last: int, rows: Iterable[NumberedRow], *, width: int) -> tuple[list[Line], int]:
        """The lines of rows up to the one that ends on line `last` of the file or after it, and where that ends."""
        lines, end = [], 0
        for row in rows:
            if (line := self.read(row, width=width)) is not None:
                lines.append(line)
            elif self.is_full:
                break
            end = row[0] + row[1] - 1
            if end >= last:
                break
        return lines, end

    def read(self, row: NumberedRow, *, width: int) -> Line | None:
        """The line of a row; None when it is none, which is noted or a problem."""
        place, span, cells = row
        try:
            if len(cells) != width or (span > 1 and not self.layout.lines_in_cells):
                _fit(cells, width, span)
            cells.append("")  # what columns that are not there are read from
            line = self._read(cells, place)
        except UnreadableError as error:
            if not self.note(row, None):
                self.refuse(row, str(error))
            return None
        if self.note_finder.may_be_note(line) and self.note(row, line):
            return None
        if self._account_at:
            self.accounts.add(tuple(cells[at] for at in self._account_at))
        return line

    def note(self, row: NumberedRow, line: Line | None) -> bool:
        """Whether the row is no movement of money; then it is noted. `line` is what it read as, if it did."""
        place, _, cells = row
        aside = self.note_finder.find(cells, line)
        if aside is None:
            return False
        if aside.kind == OPENING and self._reading.opening_pence is None:
            self._reading.opening_pence = aside.balance_pence
        if aside.kind == CLOSING:
            self._reading.closing_pence = aside.balance_pence
        self._reading.note(place, aside.words)
        self._to_quote(row)
        return True

    def refuse(self, row: NumberedRow, reason: str) -> None:
        """Keeps a row that cannot be read."""
        (self._reading.set_aside if self.layout.sets_aside else self._reading.refuse)(row[0], reason)
        self._to_quote(row)

    def name_account(self) -> None:
        """The one account of the lines; several are a problem."""
        names = sorted({self.layout.read_account(parts) for parts in self.accounts})
        if len(names) > 1:
            told = ", ".join(clip(name, 30) for name in names[:5])
            self._reading.refuse(
                0, f"The file holds {len(names)} accounts ({told}). Please send one file for each account."
            )
        self._reading.account = names[0] if names else ""

    def quote(self, source: Source) -> None:
        """Adds to problems and notes what stands in the file there, in one more pass as far as the last of them."""
        if not self._spans:
            return
        with source.open_text() as text:
            written = lines_as_written(text, self._spans, most=MOST_TEXT)
        reading = self._reading
        reading.problems = [replace(each, text=each.text or written.get(each.place, "")) for each in reading.problems]
        reading.notes = [replace(each, text=each.text or written.get(each.place, "")) for each in reading.notes]

    def _to_quote(self, row: NumberedRow) -> None:
        if len(self._spans) < 2 * MOST_PROBLEMS:
            self._spans[row[0]] = row[1]


def line_reader(layout: Layout, find: Find) -> LineReader:
    """A function from a row (with an empty cell added at its end, for columns that are not there) to its Line."""
    day_at, balance_at, id_at = find(layout.day), find(layout.balance), find(layout.bank_id)
    payee_at, reference_at, type_at = find(layout.payee), find(layout.reference), find(layout.type)
    currency_at, home = find(layout.currency), layout.home_currency
    read_day, read_balance, read_money = layout.read_day, layout.read_balance, layout.money.reader(find)
    read_words = _words_reader(layout, find)
    split, words_at = layout.split_words, find(layout.words[0])
    days: dict[str, date] = {}

    def read(row: Row, place: int) -> Line:
        written_day = row[day_at]
        on = days.get(written_day)
        if on is None:
            on = days[written_day] = read_day(written_day)
        if (currency := row[currency_at].strip()) and home and currency != home:
            raise UnreadableError(
                f"This line is in {clip(currency, 12)}, and the account is in {_IN_WORDS.get(home, home)}."
            )
        pence = read_money(row)
        balance = row[balance_at].strip()
        payee, reference = split(row[words_at]) if split else (row[payee_at], row[reference_at])
        return Line(
            on,
            pence,
            read_words(row),
            tidy(payee),
            tidy(reference),
            row[type_at].strip(),
            read_balance(balance) if balance else None,
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


def _finder(headings: tuple[str, ...]) -> Find:
    at = {name: n for n, name in enumerate(headings)}
    return lambda column: at.get(column, -1)


def _fit(cells: list[str], width: int, span: int) -> None:
    """Takes away empty cells over the headings; raises UnreadableError when the row is no row of this table."""
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    if len(cells) != width:
        raise UnreadableError(f"This line has {len(cells)} fields where {width} are expected.")
    if span > 1:
        raise UnreadableError(f"A cell runs over {span} lines, so a quotation mark may be missing.")
