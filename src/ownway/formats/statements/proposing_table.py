"""The first rows of an unknown sheet as a table: what divides its columns, its headings, and what each column holds."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.column_cells import COMMA, DAY_ORDERS, POINT, day_reader, pence_reader
from ownway.formats.statements.column_map import DELIMITERS, MOST_COLUMNS
from ownway.formats.statements.rows import NumberedRow, iterate_rows
from ownway.formats.statements.source import Source

MOST_ROWS = 5_000
_MOST_CELLS = 60_000
FEWEST_COLUMNS = 3
_ROWS_BEFORE_HEADINGS = 20
_MOSTLY = 0.75


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its number from 1, its heading ("" without one), and its cells, stripped."""

    number: int
    heading: str
    cells: tuple[str, ...]

    @property
    def hint(self) -> str:
        """The heading in small letters with single spaces."""
        return " ".join(self.heading.lower().replace("_", " ").replace("/", " ").split())

    @property
    def filled(self) -> tuple[str, ...]:
        """The cells that hold anything."""
        return tuple(cell for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class Table:
    """An unknown sheet. `headings` is empty without any; `rows_above` stand above the headings or the first line."""

    delimiter: str
    headings: tuple[str, ...]
    rows_above: int
    columns: tuple[Column, ...]
    row_count: int
    odd_rows: int
    is_all: bool


def find_table(source: Source) -> Table | None:
    """The table in a text, or None when it has none: fewer than three columns, or no two rows of one width."""
    best: list[NumberedRow] = []
    chosen, width = "", 0
    for delimiter in DELIMITERS:
        rows = _rows(source, delimiter)
        common = _common_width(rows)
        fitting = sum(len(cells) == common for _, _, cells in rows)
        if common >= FEWEST_COLUMNS and (fitting, common) > (sum(len(cells) == width for _, _, cells in best), width):
            best, chosen, width = rows, delimiter, common
    if not best or width > MOST_COLUMNS:
        return None
    return _as_table(best, chosen, width)


def read_all(cells: Sequence[str], read: Callable[[str], object]) -> list[object | None]:
    """What each cell reads as; None for one that is empty or cannot be read."""
    found: list[object | None] = []
    for cell in cells:
        try:
            found.append(read(cell) if cell else None)
        except UnreadableError:
            found.append(None)
    return found


def days_of(column: Column, order: str) -> list[date | None]:
    """The column's days in one order."""
    return [each if isinstance(each, date) else None for each in read_all(column.cells, day_reader(order))]


def pence_of(column: Column, decimal: str) -> list[int | None]:
    """The column's sums with one decimal mark."""
    return [each if isinstance(each, int) else None for each in read_all(column.cells, pence_reader(decimal))]


def day_orders(column: Column) -> tuple[str, ...]:
    """The orders in which most of the column's cells are days: those that make days of the most cells."""
    if len(column.filled) < _MOSTLY * len(column.cells) or not column.filled:
        return ()
    shares = {order: _share(days_of(column, order), column) for order in DAY_ORDERS}
    return tuple(order for order, share in shares.items() if share == max(shares.values()) >= _MOSTLY)


def decimal_of(columns: Sequence[Column]) -> str:
    """The mark before the pence: the one that more cells have two figures after."""
    marks = Counter(cell[-3] for column in columns for cell in column.filled if len(cell) > 3 and cell[-2:].isdigit())
    return COMMA if marks[COMMA] > marks[POINT] else POINT


def is_money(column: Column, decimal: str) -> bool:
    """Whether most that the column holds are sums, of which one has pence, a sign or a minus, or it says so."""
    if not column.filled or _share(pence_of(column, decimal), column) < _MOSTLY:
        return False
    told = ("amount", "balance", "debit", "credit", "paid", "money", "value", "inflow", "outflow")
    looks = any(decimal in cell[-3:] or cell[:1] in "-+£€$" for cell in column.filled)
    return looks or any(word in column.hint for word in told)


def _share(found: Sequence[object | None], column: Column) -> float:
    return sum(each is not None for each in found) / len(column.filled)


def _rows(source: Source, delimiter: str) -> list[NumberedRow]:
    rows: list[NumberedRow] = []
    try:
        with source.open_text() as text:
            for row in islice(iterate_rows(text, delimiter=delimiter), MOST_ROWS + _ROWS_BEFORE_HEADINGS):
                rows.append(row)  # noqa: PERF402 - rows before the one that breaks are wanted
    except UnreadableError:
        return rows
    return rows


def _common_width(rows: Sequence[NumberedRow]) -> int:
    widths = Counter(len(cells) for _, _, cells in rows)
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _as_table(rows: list[NumberedRow], delimiter: str, width: int) -> Table | None:
    first = next((n for n, row in enumerate(rows[:_ROWS_BEFORE_HEADINGS]) if len(row[2]) == width), None)
    if first is None:
        return None
    headings: tuple[str, ...] = ()
    if _are_headings(rows[first][2]):
        headings = tuple(" ".join(cell.replace("\ufeff", "").split())[:200] for cell in rows[first][2])
    below = rows[first + bool(headings) :][: min(MOST_ROWS, _MOST_CELLS // width)]
    body = [cells for _, _, cells in below if len(cells) == width]
    if not body:
        return None
    columns = tuple(
        Column(n + 1, headings[n] if headings else "", tuple(cells[n].strip() for cells in body)) for n in range(width)
    )
    return Table(
        delimiter,
        headings,
        first,
        columns,
        len(body),
        len(below) - len(body),
        is_all=len(rows) == first + bool(headings) + len(below),
    )


def _are_headings(cells: Sequence[str]) -> bool:
    """Whether a row names columns: words in most cells, and no day or sum in any."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    alone = [Column(1, "", (cell,)) for cell in filled]
    plain = not any(
        day_orders(cell) or any(pence_of(cell, mark)[0] is not None for mark in (POINT, COMMA)) for cell in alone
    )
    return plain and len(filled) * 2 >= len(cells)
