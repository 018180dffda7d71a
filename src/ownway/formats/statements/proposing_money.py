"""Which columns of an unknown sheet are money, and which way it went: proven by the running balance where there is one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from ownway.formats.statements.column_map import IN_IS_POSITIVE, OUT_IS_POSITIVE
from ownway.formats.statements.proposing_table import Column, Table, is_money, pence_of

_MOST_TRIED = 6
_OUT_WORDS = ("out", "debit", "withdraw", "spent", "outflow", "payments", "dr")
_IN_WORDS = ("in", "credit", "deposit", "received", "inflow", "receipts", "load", "cr")
_NOT_FIRST = (
    "local",
    "original",
    "foreign",
    "tx",
    "fee",
    "rate",
    "vat",
    "net",
    "tax",
    "available",
    "overdraft",
    "limit",
)
_FLAGS_OUT = frozenset({"debit", "dr", "d", "db", "dbit", "out", "o", "-", "withdrawal", "paid out", "money out"})
_FLAGS_IN = frozenset({"credit", "cr", "c", "crdt", "in", "i", "+", "deposit", "paid in", "money in"})
Pence = Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read the money: the fields of a ColumnMap for it, and the pence of each row."""

    amount: int = 0
    positive: str = IN_IS_POSITIVE
    paid_out: int = 0
    paid_in: int = 0
    signed_out: bool = False
    flag: int = 0
    flag_out: tuple[str, ...] = ()
    flag_in: tuple[str, ...] = ()
    pence: tuple[int | None, ...] = ()
    rank: int = 0

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns it uses."""
        return tuple(number for number in (self.amount, self.paid_out, self.paid_in, self.flag) if number)


@dataclass(frozen=True, slots=True)
class Proof:
    """How many steps of a running balance the money explains, of how many, and whether the file runs newest first."""

    right: int
    steps: int
    newest_first: bool

    @property
    def is_whole(self) -> bool:
        """Whether every step is explained, and there is more than one."""
        return self.right == self.steps > 1


@dataclass(frozen=True, slots=True)
class Money:
    """The way that was chosen, the column of the balance (0 without one) and how well it proves the way.

    `has_rival`: another way explains the balance as well, and would give other lines.
    """

    way: Way
    balance: int
    proof: Proof | None
    has_rival: bool = False


def find_money(table: Table, *, decimal: str, day: int) -> Money | None:
    """The money of a table, by the balance that it explains best, else by the headings and how cells are filled."""
    columns = [column for column in table.columns if column.number != day and is_money(column, decimal)]
    columns.sort(key=_by_heading)
    columns = columns[:_MOST_TRIED]
    sums = {column.number: pence_of(column, decimal) for column in columns}
    ways = sorted(_ways(table, columns, sums, day), key=lambda way: -way.rank)
    if not ways:
        return None
    tried = [
        Money(way, column.number, prove(way.pence, sums[column.number]))
        for way in ways
        for column in columns
        if column.number not in way.columns
    ]
    best = max(tried, key=_share, default=None)  # of those that explain as much, the first, as its headings say more
    if best is not None and best.proof is not None and _share(best) > 0.5 and best.proof.steps > 1:
        rivals = (each.way for each in tried if _share(each) == _share(best) and _reads_as_much(each.way, best.way))
        return replace(best, has_rival=any(_moved(way) != _moved(best.way) for way in rivals))
    called = next((column for column in columns if "balance" in column.hint and not _is_second(column)), None)
    way = next((way for way in ways if called is None or called.number not in way.columns), ways[0])
    if called is None or called.number in way.columns:
        return Money(way, 0, None)
    return Money(way, called.number, prove(way.pence, sums[called.number]))


def prove(pence: Pence, balances: Pence) -> Proof:
    """How many steps of the balances are the money moved since, in the order that explains more of them."""
    forward = _count_steps(pence, balances)
    backward = _count_steps(tuple(reversed(pence)), tuple(reversed(balances)))
    right, steps = max(forward, backward)
    return Proof(right, steps, newest_first=backward > forward)


def _count_steps(pence: Pence, balances: Pence) -> tuple[int, int]:
    moved = right = steps = 0
    last: int | None = None
    for money, balance in zip(pence, balances, strict=True):
        moved += money or 0
        if balance is None:
            continue
        if last is not None and (moved or balance != last):  # where nothing moved, nothing is proven
            steps += 1
            right += last + moved == balance
        last, moved = balance, 0
    return right, steps


def _share(money: Money) -> float:
    return money.proof.right / money.proof.steps if money.proof is not None and money.proof.steps else 0.0


def _reads_as_much(way: Way, other: Way) -> bool:
    return sum(each is not None for each in way.pence) >= sum(each is not None for each in other.pence)


def _moved(way: Way) -> tuple[int, ...]:
    return tuple(each or 0 for each in way.pence)


def _ways(table: Table, columns: list[Column], sums: dict[int, list[int | None]], day: int) -> Iterator[Way]:
    for column in columns:
        pence = sums[column.number]
        yield from _flagged(table, column, pence, day)
        has_minus = any(each is not None and each < 0 for each in pence)
        rank = (4 if has_minus else 1) - (3 if _is_second(column) else 0) - (3 if "balance" in column.hint else 0)
        rank -= 4 if sum(each is not None for each in pence) < 0.8 * len(pence) else 0
        yield Way(amount=column.number, pence=tuple(pence), rank=rank)
        turned = tuple(None if each is None else -each for each in pence)
        yield Way(amount=column.number, positive=OUT_IS_POSITIVE, pence=turned, rank=rank - 1 if has_minus else rank)
    for out, into in permutations(columns, 2):
        way = _two_columns(out, into, sums)
        if way is not None:
            yield way


def _two_columns(out: Column, into: Column, sums: dict[int, list[int | None]]) -> Way | None:
    """Money out in one column and in in another, when nearly every row fills just one of them."""
    pairs = list(zip(sums[out.number], sums[into.number], strict=True))
    if sum(bool(one) != bool(other) for one, other in pairs) < 0.9 * len(pairs):
        return None
    spent = [one for one, _ in pairs if one]
    if any(other is not None and other < 0 for _, other in pairs) or not (spent and any(other for _, other in pairs)):
        return None
    signed = all(one < 0 for one in spent)
    if not signed and any(one < 0 for one in spent):
        return None
    said = _says(out, _OUT_WORDS) + _says(into, _IN_WORDS) - _says(out, _IN_WORDS) - _says(into, _OUT_WORDS)
    pence = tuple((other or 0) - abs(one or 0) for one, other in pairs)
    return Way(paid_out=out.number, paid_in=into.number, signed_out=signed, pence=pence, rank=6 + 2 * said)


def _flagged(table: Table, column: Column, pence: list[int | None], day: int) -> Iterator[Way]:
    """The column beside one whose few words say in or out: words that are known, or two that the balance may tell."""
    if any(each is not None and each < 0 for each in pence):
        return
    for other in table.columns:
        words = {cell.lower() for cell in other.filled}
        if other.number in (column.number, day) or len(other.filled) < 0.9 * table.row_count or not words:
            continue
        out, into = words & _FLAGS_OUT, words & _FLAGS_IN
        if sum(cell.lower() in out | into for cell in other.filled) >= 0.9 * len(other.filled):
            yield _with_flag(column, other, pence, out or {"debit"}, into or {"credit"}, rank=8)
        elif len(words) == 2 and table.row_count > 2 and all(len(word) <= 12 and not word.isdigit() for word in words):
            one, two = sorted(words)
            yield _with_flag(column, other, pence, {one}, {two}, rank=-2)
            yield _with_flag(column, other, pence, {two}, {one}, rank=-2)


def _with_flag(
    column: Column, flag: Column, pence: list[int | None], out: set[str], into: set[str], *, rank: int
) -> Way:
    signs = dict.fromkeys(into, 1) | dict.fromkeys(out, -1)
    ways = [signs.get(cell.lower()) for cell in flag.cells]
    moved = tuple(None if each is None or way is None else each * way for each, way in zip(pence, ways, strict=True))
    return Way(
        amount=column.number,
        flag=flag.number,
        flag_out=tuple(sorted(out)),
        flag_in=tuple(sorted(into)),
        pence=moved,
        rank=rank,
    )


def _by_heading(column: Column) -> tuple[bool, int]:
    return _is_second(column), column.number


def _is_second(column: Column) -> bool:
    return any(word in column.hint.split() or word == column.hint for word in _NOT_FIRST)


def _says(column: Column, words: Sequence[str]) -> int:
    said = column.hint.split()
    return int(any(word in said or (len(word) > 4 and word in column.hint) for word in words))
