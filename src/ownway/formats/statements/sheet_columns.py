"""Rows of a sheet to Lines a column at a time, for rows with nothing unusual in them; the others are read one by one.

Both ways give the same: what is not plain at once (a cell that is no sum, a row of totals) is never taken here.
"""

from collections.abc import Callable, Sequence
from functools import reduce
from itertools import repeat
from operator import add, eq, neg

from ownway.formats.statements.amounts import UnreadableError, read_pence
from ownway.formats.statements.columns import Days, make_lines, plain_sums, tidy_all
from ownway.formats.statements.layouts.layout import Find, Flagged, Layout, OutAndIn, ReadPence, Signed
from ownway.formats.statements.values import Line
from ownway.formats.statements.words import join_tidy

Column = Sequence[str]
Columns = tuple[Column, ...]
_PENDING = frozenset({"PENDING", "Pending", "pending"})


class ColumnReader:
    """Reads many rows by one layout. `accounts` are the cells of the columns that name the account."""

    def __init__(self, layout: Layout, find: Find) -> None:
        self._layout, self._find = layout, find
        self._days = Days(layout.read_day)
        self._accounts = [find(column) for column in layout.account]
        self._read_money = _money_reader(layout.money, find)
        self.accounts: set[tuple[str, ...]] = set()

    def read(self, columns: Columns, *, before: int) -> list[Line] | None:
        """The lines of rows, each of one line of the file after the `before`th; None when not every row is plainly one."""
        places = range(before + 1, before + 1 + len(columns[0]))
        try:
            return self._read_columns((*columns, ("",) * len(places)), places)  # the last: columns that are not there
        except UnreadableError:
            return None

    def _read_columns(self, columns: Columns, places: range) -> list[Line] | None:
        layout, find = self._layout, self._find
        pence = self._read_money(columns)
        balance = _read_balances(columns[find(layout.balance)], layout.read_balance)
        kind = _strip_all(columns[find(layout.type)])
        if pence is None or 0 in pence or any(map(eq, pence, balance)) or not _PENDING.isdisjoint(kind):
            return None  # opening balances and what is still pending are known by these
        if layout.home_currency and not {"", layout.home_currency}.issuperset(
            map(str.strip, set(columns[find(layout.currency)]))
        ):
            return None
        on = list(map(self._days.__getitem__, columns[find(layout.day)]))
        payee, reference = self._read_payee(columns)
        bank_id = columns[find(layout.bank_id)]
        if self._accounts:
            self._take_accounts([columns[at] for at in self._accounts])
        return make_lines(
            on,
            pence,
            self._read_words(columns),
            payee,
            reference,
            kind,
            balance,
            [number.strip() or None for number in bank_id] if any(bank_id) else repeat(None),
            places,
        )

    def _take_accounts(self, columns: list[Column]) -> None:
        alike = all(column.count(column[0]) == len(column) for column in columns)
        rows = zip(*(column[:1] if alike else column for column in columns), strict=True)
        self.accounts.update(rows)

    def _read_payee(self, columns: Columns) -> tuple[Column, Column]:
        layout, find = self._layout, self._find
        if layout.split_words is None:
            return tidy_all(columns[find(layout.payee)]), tidy_all(columns[find(layout.reference)])
        payee, reference = zip(*map(layout.split_words, columns[find(layout.words[0])]), strict=True)
        return tidy_all(payee), tidy_all(reference)

    def _read_words(self, columns: Columns) -> Column:
        layout = self._layout
        cells = [columns[self._find(name)] for name in layout.words]
        if len(cells) == 1 and layout.guard:
            cells = [[cell.removeprefix(layout.guard) for cell in cells[0]]]
        return reduce(lambda before, after: list(map(join_tidy, before, after)), map(tidy_all, cells))


def _strip_all(column: Column) -> Column:
    """Each cell without spaces around it; the column itself where none holds any, which is seen at one look."""
    joined = "|".join(column)
    return column if joined.isprintable() and " " not in joined else list(map(str.strip, column))


def _read_sums(cells: Column, read: ReadPence) -> list[int]:
    """Pence of cells that are all sums. Raises UnreadableError."""
    pence = plain_sums(cells) if read is read_pence else None
    return list(map(read, cells)) if pence is None else pence


def _read_balances(cells: Column, read: ReadPence) -> Sequence[int | None]:
    if not any(cells):
        return (None,) * len(cells)
    if all(cells):
        return _read_sums(cells, read)
    return [read(cell) if cell else None for cell in map(str.strip, cells)]


def _money_reader(money: Signed | OutAndIn | Flagged, find: Find) -> Callable[[Columns], list[int] | None]:
    """A function from columns to pence, or to None where the direction of one is not plain."""
    read = money.read
    if isinstance(money, Signed):
        at, turned = find(money.amount), money.spent_is_positive
        return lambda columns: _turn(_read_sums(columns[at], read), turned)
    if isinstance(money, OutAndIn):
        out_at, in_at = find(money.paid_out), find(money.paid_in)
        return lambda columns: _one_of(columns[out_at], columns[in_at], read)
    amount_at, flag_at = find(money.amount), find(money.flag)
    ways = dict.fromkeys(money.into, 1) | dict.fromkeys(money.out, -1)
    return lambda columns: _by_flag(_read_sums(columns[amount_at], read), columns[flag_at], ways)


def _turn(pence: list[int], turned: bool) -> list[int]:
    return list(map(neg, pence)) if turned else pence


def _one_of(paid_out: Column, paid_in: Column, read: ReadPence) -> list[int] | None:
    either = list(map(add, paid_out, paid_in))
    if "" in either or paid_out.count("") + paid_in.count("") != len(either):
        return None  # each row fills one of the two
    pence = _read_sums(either, read)
    if min(pence) < 0:
        return None
    return [-pence if out else pence for pence, out in zip(pence, paid_out, strict=True)]


def _by_flag(pence: list[int], flags: Column, ways: dict[str, int]) -> list[int] | None:
    signs = {flag: ways.get(flag.strip().lower()) for flag in set(flags)}
    if None in signs.values() or min(pence) < 0:
        return None
    return [pence * (signs[flag] or 0) for pence, flag in zip(pence, flags, strict=True)]
