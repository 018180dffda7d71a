"""What one bank's CSV looks like, as data: which column holds what, and what stands around the rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from ownway.formats.statements.amounts import UnreadableError, clip, read_pence

Row = Sequence[str]
Find = Callable[[str], int]
Money = Callable[[Row], int]


@dataclass(frozen=True, slots=True)
class Signed:
    """One column whose sign says the direction: money in is positive."""

    amount: str

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.amount,)

    def reader(self, find: Find) -> Money:
        at = find(self.amount)
        return lambda row: read_pence(row[at])


@dataclass(frozen=True, slots=True)
class OutAndIn:
    """Two columns, both without a sign, of which each row fills one."""

    paid_out: str
    paid_in: str

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.paid_out, self.paid_in)

    def reader(self, find: Find) -> Money:
        out_at, in_at = find(self.paid_out), find(self.paid_in)
        return lambda row: _one_of(row[out_at], row[in_at])


@dataclass(frozen=True, slots=True)
class Flagged:
    """A column without a sign beside a column that says debit or credit."""

    amount: str
    flag: str

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.amount,)

    def reader(self, find: Find) -> Money:
        amount_at, flag_at = find(self.amount), find(self.flag)
        return lambda row: _by_flag(row[amount_at], row[flag_at])


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

    def fits(self, headings: tuple[str, ...]) -> bool:
        """Whether these headings (tidied) are this bank's."""
        found = set(headings)
        if len(found) != len(headings) or not found.issuperset(self.columns):
            return False
        return self.open_ended or found.issubset(self.columns + self.optional)


def heading(cell: str) -> str:
    """A heading as layouts write it: lower case, single spaces, no byte order mark."""
    return " ".join(cell.replace("\ufeff", "").split()).lower()


def _one_of(paid_out: str, paid_in: str) -> int:
    paid_out, paid_in = paid_out.strip(), paid_in.strip()
    if not paid_out and not paid_in:
        raise UnreadableError("The amount is empty.")
    taken_out = read_pence(paid_out) if paid_out else 0
    taken_in = read_pence(paid_in) if paid_in else 0
    if taken_out < 0 or taken_in < 0:
        raise UnreadableError("The line has a minus sign in a column that has none, so its direction is not clear.")
    if taken_out and taken_in:
        raise UnreadableError(f"The line has money both out ({clip(paid_out)}) and in ({clip(paid_in)}).")
    return taken_in - taken_out


def _by_flag(amount: str, flag: str) -> int:
    pence = read_pence(amount)
    word = flag.strip().lower()
    if pence < 0 or word not in ("debit", "credit"):
        raise UnreadableError(f"The line does not say clearly if {clip(amount)} is money in or out (“{clip(flag)}”).")
    return -pence if word == "debit" else pence
