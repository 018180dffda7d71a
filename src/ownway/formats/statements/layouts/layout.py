"""What one bank's CSV looks like, as data: which column holds what, and what stands around the rows."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from ownway.formats.statements.amounts import UnreadableError, clip, read_pence
from ownway.formats.statements.days import read_day

Row = Sequence[str]
Find = Callable[[str], int]
Money = Callable[[Row], int]
ReadPence = Callable[[str], int]
_LOOKS_LIKE_A_DAY = re.compile(
    r"\s*(?:[0-9]{1,2}(?:[/-][0-9]{1,2}[/-]|[ -][A-Za-z]{3,9}[ -])[0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2})\s*"
).fullmatch


@dataclass(frozen=True, slots=True)
class Signed:
    """One column whose sign says the direction: money in is positive, or on some cards what was spent is."""

    amount: str
    spent_is_positive: bool = False
    read: ReadPence = read_pence

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.amount,)

    def reader(self, find: Find) -> Money:
        at, read = find(self.amount), self.read
        return (lambda row: -read(row[at])) if self.spent_is_positive else (lambda row: read(row[at]))


@dataclass(frozen=True, slots=True)
class OutAndIn:
    """Two columns, of which each row fills one, both without a sign.

    `signed`: the file may write what was paid out with a minus in its own column. A plus there is money out as well.
    """

    paid_out: str
    paid_in: str
    read: ReadPence = read_pence
    signed: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.paid_out, self.paid_in)

    def reader(self, find: Find) -> Money:
        out_at, in_at, read, signed = find(self.paid_out), find(self.paid_in), self.read, self.signed
        return lambda row: _one_of(row[out_at], row[in_at], read, signed)


@dataclass(frozen=True, slots=True)
class Flagged:
    """A column without a sign beside a column that says which way: `out` and `into` are its words, in small letters."""

    amount: str
    flag: str
    out: tuple[str, ...] = ("debit",)
    into: tuple[str, ...] = ("credit",)
    read: ReadPence = read_pence

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.amount,)

    def reader(self, find: Find) -> Money:
        amount_at, flag_at, read = find(self.amount), find(self.flag), self.read
        ways = dict.fromkeys(self.into, 1) | dict.fromkeys(self.out, -1)
        return lambda row: _by_flag(row[amount_at], row[flag_at], ways, read)


def plain_account(parts: tuple[str, ...]) -> str:
    """The account as written, without the apostrophe that keeps a spreadsheet from reading it as a number."""
    return " ".join(part.strip().lstrip("'") for part in parts if part.strip())


def no_name(name: str) -> str:
    """Most banks' file names say nothing that we need."""
    return ""


def accept_rows(rows: Iterable[Row], find: Find) -> str:
    """Most layouts need no look at all the rows at once."""
    return ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A bank's CSV. Column names are lower case with single spaces (see `heading`).

    `columns` must all be there, `optional` may be, others only when `open_ended`. `words` are joined, leaving out what
    is already said. `preamble` maps the first cell of a row above the headings to "account" or "closing"; `footers`
    are first cells of rows below the lines that are not lines. `guard` stands before words so that a spreadsheet reads
    them as text. `refuse_rows` looks at all rows and returns a reason to
    refuse the file, or "". `account_from_name` may find the account in the file's name.
    `home_currency` is the one the bank keeps such accounts in, or "" where its customers have several. `read_day` and
    `read_balance` read a cell. `sets_aside`: a row that cannot be read is set aside for a person, not the whole file.
    """

    name: str
    bank: str
    columns: tuple[str, ...]
    day: str
    money: Signed | OutAndIn | Flagged
    words: tuple[str, ...]
    optional: tuple[str, ...] = ()
    open_ended: bool = False
    payee: str = ""
    reference: str = ""
    type: str = ""
    balance: str = ""
    bank_id: str = ""
    currency: str = ""
    account: tuple[str, ...] = ()
    read_account: Callable[[tuple[str, ...]], str] = plain_account
    account_from_name: Callable[[str], str] = no_name
    guard: str = ""
    split_words: Callable[[str], tuple[str, str]] | None = None
    preamble: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    footers: tuple[str, ...] = ()
    lines_in_cells: bool = False
    refuse_rows: Callable[[Iterable[Row], Find], str] = accept_rows
    home_currency: str = "GBP"
    read_day: Callable[[str], date] = read_day
    read_balance: ReadPence = read_pence
    sets_aside: bool = False

    def fits(self, headings: tuple[str, ...]) -> bool:
        """Whether these headings (tidied) are this bank's."""
        found = set(headings)
        if len(found) != len(headings) or not found.issuperset(self.columns):
            return False
        return self.open_ended or found.issubset(self.columns + self.optional)

    def fits_first_row(self, cells: Row) -> bool:
        """Whether a file without headings that begins with this row may be this bank's: as many cells, a day, and a sum."""
        if len(cells) != len(self.columns) or not _LOOKS_LIKE_A_DAY(cells[self.columns.index(self.day)]):
            return False
        try:
            self.money.reader(self.columns.index)(cells)
        except UnreadableError:
            return False
        return True


def heading(cell: str) -> str:
    """A heading as layouts write it: lower case, single spaces, no byte order mark."""
    return " ".join(cell.replace("\ufeff", "").split()).lower()


def _one_of(paid_out: str, paid_in: str, read: ReadPence, signed: bool) -> int:
    paid_out, paid_in = paid_out.strip(), paid_in.strip()
    if not paid_out and not paid_in:
        raise UnreadableError("The amount is empty.")
    taken_out = read(paid_out) if paid_out else 0
    taken_in = read(paid_in) if paid_in else 0
    if signed:
        taken_out = abs(taken_out)
    if taken_out < 0 or taken_in < 0:
        raise UnreadableError("The line has a minus sign in a column that has none, so its direction is not clear.")
    if taken_out and taken_in:
        raise UnreadableError(f"The line has money both out ({clip(paid_out)}) and in ({clip(paid_in)}).")
    return taken_in - taken_out


def _by_flag(amount: str, flag: str, ways: Mapping[str, int], read: ReadPence) -> int:
    pence = read(amount)
    way = ways.get(flag.strip().lower())
    if pence < 0 or way is None:
        raise UnreadableError(f"The line does not say clearly if {clip(amount)} is money in or out (“{clip(flag)}”).")
    return way * pence
