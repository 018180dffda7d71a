"""The pages of a statement to the rows of its table, and the rows around it, in the order they are read."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ownway.formats.statements.pdf.cells import CellReader, Cells, merge
from ownway.formats.statements.pdf.columns import Columns, find_columns
from ownway.formats.statements.pdf.pages import Page, Rule
from ownway.formats.statements.pdf.sums import is_sum
from ownway.formats.statements.pdf.text_rows import Row, rows_of, rules_across


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table. `is_whole`: rules hold it together, so that no words above or below belong to it.

    `after`: how far below the row before it (or the headings) it begins, in heights of a line.
    """

    cells: Cells
    is_whole: bool
    after: float


Item = TableRow | Row | Columns
"""What a page holds, from its top down: a heading of columns, a row of the table, or a row around it."""


def read_items(pages: Sequence[Page]) -> Iterator[Item]:
    """All rows of all pages. A page without headings of its own goes on with the columns of the page before."""
    columns: Columns | None = None
    for page in pages:
        rows = rows_of(page)
        headings = _find_headings(rows, page.rules)
        if not headings:
            yield from _below(columns, rows, page.rules, goes_on=True) if columns else rows
            continue
        yield from rows[: headings[0][0]]
        ends = [at for at, _ in headings[1:]] + [len(rows)]
        for (at, columns), end in zip(headings, ends, strict=True):
            yield columns
            yield from _below(columns, rows[at + columns.rows : end], page.rules)


def _find_headings(rows: Sequence[Row], rules: Sequence[Rule]) -> list[tuple[int, Columns]]:
    """Where headings begin, and the columns they are of."""
    has_day = [any(word in ("date", "day") for word in row.text.lower().split()) for row in rows]
    found: list[tuple[int, Columns]] = []
    free = 0
    for at in range(len(rows)):
        if at >= free and any(has_day[at : at + 3]) and (columns := find_columns(rows, at, rules)):
            found.append((at, columns))
            free = at + columns.rows
    return found


def _below(columns: Columns, rows: Sequence[Row], rules: Sequence[Rule], *, goes_on: bool = False) -> Iterator[Item]:
    """The rows below headings; those that cannot be rows of the table are left as they are."""
    reader = CellReader(columns, rows)
    heights = rules_across(rules, left=columns.left, right=columns.right)
    bands = [list(band) for _, band in groupby(rows, lambda row: _band(row, heights))]
    read = [[reader.read(row) for row in band] for band in bands]
    ruled = [0 < _band(band[0], heights) < len(heights) for band in bands]
    if any(is_ruled and sum(cells.moves for cells in band) > 1 for is_ruled, band in zip(ruled, read, strict=True)):
        ruled = [False] * len(bands)  # these rules part days or pages, and not entries
    last = rows[0].top - 1 if goes_on and rows else columns.bottom
    for band, cells_of_rows, is_ruled in zip(bands, read, ruled, strict=True):
        whole = [merge(cells_of_rows)] if is_ruled else cells_of_rows
        for at, cells in enumerate(whole):
            if _may_be_of_table(cells):
                yield TableRow(cells, is_ruled, (cells.top - last) / cells.height)
                last = cells.bottom
            else:
                yield from band if is_ruled else [band[at]]


def _band(row: Row, heights: Sequence[float]) -> int:
    """How many rules across stand above the middle of a row."""
    return bisect_right(heights, (row.top + row.bottom) / 2)


def _may_be_of_table(cells: Cells) -> bool:
    """Whether a row is of the table: all of it stands in columns, or so much that a sum may be lost by leaving it."""
    if cells.strays:
        has_sum = bool(cells.sums) or any(is_sum(stray) for stray in cells.strays)
        return (cells.day is not None and has_sum) or (cells.moves and bool(cells.words))
    return not cells.is_empty
