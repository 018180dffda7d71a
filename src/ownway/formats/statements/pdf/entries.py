"""Rows of the table to entries: a payment whose words run over several rows is one."""

import re
from collections.abc import Iterator, Sequence

from ownway.formats.statements.pdf.cells import Cells, merge
from ownway.formats.statements.pdf.labels import Role
from ownway.formats.statements.pdf.table import Item, TableRow
from ownway.formats.statements.pdf.text_rows import Row

_NEAR = 0.9
_NEAR_HEADINGS = 2.5
_MOST_ROWS = 12

_OPENING = re.compile(
    r"(?:statement )?(?:opening|start|starting|previous) balance\b|(?:balance )?brought forward\b|(?:balance )?b/?f(?:wd)?\b"
    r"|balance (?:from|at) (?:the )?(?:start|beginning|previous|last|statement)\b|previous statement balance\b"
).match
_CLOSING = re.compile(
    r"(?:statement )?(?:closing|end|ending|new|final|finish) balance\b|(?:balance )?carried (?:forward|over)\b"
    r"|(?:balance )?c/?f(?:wd)?\b|balance at (?:the )?(?:end|close)\b|end of day balance\b|balance on\b|balance as at\b"
).match
_TOTALS = re.compile(
    r"(?:page |sub ?-?|grand )?totals?(?: (?:for (?:the )?(?:period|month|page|day)|(?:paid|money|payments?) (?:in|out)"
    r"|payments?|receipts?|debits?|credits?|withdrawals?|withdrawn|deposits?))*(?: and (?:receipts?|credits?|paid in))?"
).fullmatch
_ENDS_PAGE = re.compile(r"continued\b|please turn over|page [0-9]|end of (?:statement|page)|see over").match


def is_opening(words: str) -> bool:
    """Whether words say that a balance is the one at the start, of the statement or of a page."""
    return bool(_OPENING(_plain(words)))


def is_closing(words: str) -> bool:
    """Whether words say that a balance is the one at the end, of the statement, a page or a day."""
    return bool(_CLOSING(_plain(words)))


def is_totals(cells: Cells) -> bool:
    """Whether a row is of totals: it has no day, and its words are nothing else. A payee called Total Fitness is a payee."""
    return cells.day is None and bool(_TOTALS(_plain(words_of(cells))))


def is_balance(cells: Cells) -> bool:
    """Whether a row tells a balance and no money moved."""
    words = words_of(cells)
    return not cells.moves and Role.BALANCE in cells.sums and (is_opening(words) or is_closing(words))


def words_of(cells: Cells) -> str:
    return " ".join((*((cells.type,) if cells.type else ()), *cells.words))


def _plain(words: str) -> str:
    return " ".join(words.lower().replace(":", " ").split())


def gather(items: Sequence[Item]) -> Iterator[Cells]:
    """The entries of a table in order. Words go on over the end of a page, and not past an advert in the table."""
    sums_come_last = _do_sums_come_last([item for item in items if isinstance(item, TableRow)])
    opened: list[Cells] = []
    parted_on = 0
    for item in items:
        if isinstance(item, Row):
            parted_on = item.page
        elif isinstance(item, TableRow):
            may_go_on = opened and not (parted_on == item.cells.page == opened[-1].page)
            if may_go_on and _goes_on(opened, item, sums_come_last=sums_come_last):
                opened.append(item.cells)
                continue
            if opened:
                yield merge(opened)
            opened = [item.cells]
            parted_on = item.cells.page if item.is_whole else 0
    if opened:
        yield merge(opened)


def _goes_on(opened: Sequence[Cells], item: TableRow, *, sums_come_last: bool) -> bool:
    """Whether a row goes on with the entry that is open."""
    cells = item.cells
    if item.is_whole or len(opened) == _MOST_ROWS or cells.day or cells.type or cells.year:
        return False
    if is_balance(cells) or is_totals(cells) or (_ENDS_PAGE(_plain(words_of(cells))) and not cells.sums):
        return False
    near = item.after <= (_NEAR if opened[-1].page == cells.page else _NEAR_HEADINGS)
    has_moved = any(row.moves for row in opened)
    if cells.moves:
        return near and not has_moved and not any(is_balance(row) for row in opened)
    if not cells.words:
        return Role.BALANCE in cells.sums and has_moved and not any(Role.BALANCE in row.sums for row in opened)
    if cells.sums:
        return False
    is_done = has_moved or any(is_balance(row) for row in opened)
    return near and not (is_done and sums_come_last)


def _do_sums_come_last(rows: Sequence[TableRow]) -> bool:
    """Whether the sum of an entry stands on its last row (HSBC) and not on its first (most banks).

    A row with a day and no sum speaks for the last; a row of words alone between a sum and the next day, for the first.
    """
    last = first = 0
    for above, row, below in zip([None, *rows], rows, [*rows[1:], None], strict=False):
        cells = row.cells
        if row.is_whole or cells.sums:
            continue
        if cells.day or cells.type:
            last += below is not None and below.cells.day is None and below.after <= _NEAR
        elif above is not None and above.cells.moves and row.after <= _NEAR:
            first += below is None or bool(below.cells.day or below.cells.type)
    return last > first
