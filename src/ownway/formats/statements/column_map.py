"""A declared column map: which column of an unknown sheet holds what, as a value that a person has confirmed."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from ownway.formats.statements.column_cells import COMMA, DAY_FIRST, DAY_ORDERS, POINT, day_reader, pence_reader
from ownway.formats.statements.layouts.layout import Flagged, Layout, OutAndIn, Signed

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "upright bar"}
IN_IS_POSITIVE, OUT_IS_POSITIVE = "in", "out"
REFUSE, SET_ASIDE = "refuse", "set aside"
MOST_COLUMNS = 100
ROLES = ("day", "amount", "paid_out", "paid_in", "flag", "balance", "payee", "reference", "type", "id", "account", "currency_column")  # fmt: skip
_ALONE = ("day", "amount", "paid_out", "paid_in", "flag", "balance")
_CALLED = {
    "day": "the day",
    "amount": "the money",
    "paid_out": "the money out",
    "paid_in": "the money in",
    "flag": "what says in or out",
    "balance": "the balance",
}


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Where everything stands. Columns are numbered from 1, and 0 is a column that is not there.

    `headings`: as the file has them, in order; empty when it has none, and then `columns` says how many there are and
    `rows_above` how many rows stand above the first line. `decimal` is the mark before the pence. Money is in `amount`
    (`positive` says which way a sum without a minus goes), in `amount` beside a `flag` whose words for out and in are
    `flag_out` and `flag_in`, or in `paid_out` and `paid_in` (`signed_out`: money out has a minus in its own column).
    `words` are joined. `currency` is an ISO code, or "" when the file does not say. `unreadable_rows`: REFUSE the file
    or SET_ASIDE the row.
    """

    columns: int
    day: int
    words: tuple[int, ...]
    headings: tuple[str, ...] = ()
    rows_above: int = 0
    delimiter: str = ","
    decimal: str = POINT
    day_order: str = DAY_FIRST
    amount: int = 0
    positive: str = IN_IS_POSITIVE
    paid_out: int = 0
    paid_in: int = 0
    signed_out: bool = False
    flag: int = 0
    flag_out: tuple[str, ...] = ()
    flag_in: tuple[str, ...] = ()
    balance: int = 0
    payee: int = 0
    reference: int = 0
    type: int = 0
    id: int = 0
    account: int = 0
    currency_column: int = 0
    currency: str = "GBP"
    unreadable_rows: str = REFUSE
    name: str = "declared"
    bank: str = ""

    @property
    def shape(self) -> str:
        """What files of this layout have in common: 32 hexadecimal figures, or "" without headings."""
        return shape_of(self.headings, delimiter=self.delimiter) if self.headings else ""


def shape_of(headings: tuple[str, ...], *, delimiter: str) -> str:
    """The shape of a sheet by its headings, in any case and spacing: by it a confirmed map is found again."""
    told = "\x1f".join(" ".join(heading.split()).lower() for heading in headings)
    return sha256(f"{delimiter}\x1e{told}".encode()).hexdigest()[:32]


def column_name(number: int) -> str:
    """What a column is called inside a layout made of a map; "" for one that is not there."""
    return f"column {number}" if number else ""


def layout_of(columns: ColumnMap) -> Layout:
    """The map as a layout, as if its headings were "column 1", "column 2"…"""
    return Layout(
        name=columns.name,
        bank=columns.bank,
        columns=tuple(column_name(number) for number in range(1, columns.columns + 1)),
        day=column_name(columns.day),
        money=_money(columns),
        words=tuple(column_name(number) for number in columns.words),
        payee=column_name(columns.payee),
        reference=column_name(columns.reference),
        type=column_name(columns.type),
        balance=column_name(columns.balance),
        bank_id=column_name(columns.id),
        currency=column_name(columns.currency_column),
        account=(column_name(columns.account),) if columns.account else (),
        lines_in_cells=True,
        home_currency=columns.currency,
        read_day=day_reader(columns.day_order),
        read_balance=pence_reader(columns.decimal),
        sets_aside=columns.unreadable_rows == SET_ASIDE,
    )


def check_map(columns: ColumnMap) -> dict[str, str]:
    """What is wrong with a map, a sentence for each field by its name; empty when nothing is."""
    wrong = _wrong_marks(columns)
    for name in ROLES:
        if not 0 <= getattr(columns, name) <= columns.columns:
            wrong[name] = f"There is no column {getattr(columns, name)}. The file has {columns.columns}."
    if not columns.day:
        wrong["day"] = "Say which column has the day."
    if any(not 1 <= number <= columns.columns for number in columns.words):
        wrong["words"] = f"One of these columns is not there. The file has {columns.columns}."
    elif not columns.words:
        wrong["words"] = "Say which column tells what a payment was for."
    return wrong | _wrong_money(columns) | _used_twice(columns, wrong)


def _money(columns: ColumnMap) -> Signed | OutAndIn | Flagged:
    read = pence_reader(columns.decimal)
    if columns.flag:
        out, into = (tuple(word.strip().lower() for word in words) for words in (columns.flag_out, columns.flag_in))
        return Flagged(column_name(columns.amount), column_name(columns.flag), out=out, into=into, read=read)
    if columns.amount:
        return Signed(column_name(columns.amount), spent_is_positive=columns.positive == OUT_IS_POSITIVE, read=read)
    return OutAndIn(column_name(columns.paid_out), column_name(columns.paid_in), read=read, signed=columns.signed_out)


def _wrong_marks(columns: ColumnMap) -> dict[str, str]:
    told: Mapping[str, tuple[bool, str]] = {
        "columns": (1 <= columns.columns <= MOST_COLUMNS, f"A file has 1 to {MOST_COLUMNS} columns."),
        "headings": (
            not columns.headings or len(columns.headings) == columns.columns,
            "There must be a heading for each column, or none at all.",
        ),
        "rows_above": (0 <= columns.rows_above <= 100, "At most 100 rows can stand above the first line."),
        "delimiter": (columns.delimiter in DELIMITERS, "Columns are divided by a comma, semicolon, tab or upright bar."),
        "decimal": (columns.decimal in (POINT, COMMA), "A point or a comma stands before the pence."),
        "day_order": (columns.day_order in DAY_ORDERS, f"Say one of: {', '.join(DAY_ORDERS)}."),
        "positive": (columns.positive in (IN_IS_POSITIVE, OUT_IS_POSITIVE), "Say in or out."),
        "unreadable_rows": (columns.unreadable_rows in (REFUSE, SET_ASIDE), f"Say {REFUSE} or {SET_ASIDE}."),
        "currency": (
            not columns.currency or (len(columns.currency) == 3 and columns.currency.isascii() and columns.currency.isupper()),
            "A currency is three capital letters, such as GBP.",
        ),
    }  # fmt: skip
    return {name: sentence for name, (right, sentence) in told.items() if not right}


def _wrong_money(columns: ColumnMap) -> dict[str, str]:
    two = columns.paid_out or columns.paid_in
    if columns.amount and two:
        return {"amount": "Money is in one column or in two. Leave out the one or the two."}
    if not columns.amount and not two:
        return {"amount": "Say which column has the money."}
    if two and not columns.paid_out:
        return {"paid_out": "Say which column has the money out."}
    if two and not columns.paid_in:
        return {"paid_in": "Say which column has the money in."}
    if not columns.flag:
        return {}
    if not columns.amount:
        return {"flag": "A column that says in or out needs one column with the money."}
    out, into = ({word.strip().lower() for word in words} for words in (columns.flag_out, columns.flag_in))
    if not out - {""} or not into - {""}:
        return {"flag_out" if not out - {""} else "flag_in": "Say the word that the file has for it."}
    return {"flag_in": "The same word cannot say in and out."} if out & into else {}


def _used_twice(columns: ColumnMap, wrong: Mapping[str, str]) -> dict[str, str]:
    taken: dict[int, str] = {}
    found: dict[str, str] = {}
    for name in _ALONE:
        number = getattr(columns, name)
        if not number or name in wrong:
            continue
        if number in taken:
            found[name] = f"Column {number} is {_CALLED[taken[number]]} already."
        taken.setdefault(number, name)
    return found
