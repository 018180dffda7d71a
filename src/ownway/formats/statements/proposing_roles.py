"""Which columns of an unknown sheet hold the day, the words and the rest, and why, in words for a person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ownway.formats.statements.column_cells import DAY_FIRST, MONTH_FIRST, YEAR_FIRST
from ownway.formats.statements.proposing_table import Column, Table, day_orders, days_of

_DAY_WORDS = ("transaction date", "date", "booking date", "authorisation date", "transaction")
_LATER_DAYS = ("value", "post", "settle", "clear", "due", "expiry", "birth")
_WORDS = ("description", "details", "transaction description", "narrative", "merchant", "merchant name", "payee",
    "counter party", "counterparty", "partner name", "name", "memo", "particulars", "reference", "notes")  # fmt: skip
_OTHER_WORDS = ("reference", "payment reference", "memo", "notes", "note")
_IDS = ("transaction id", "id", "unique id", "transaction reference", "reference number", "fitid", "row", "trace id")
_ACCOUNTS = ("account", "account number", "account name", "card number", "iban", "wallet", "card")
_TYPES = ("type", "transaction type", "entry type", "category", "status")
_CURRENCY = re.compile(r"[A-Z]{3}").fullmatch
_IN_HEADING = re.compile(r"\b(GBP|EUR|USD)\b")


@dataclass(frozen=True, slots=True)
class DayFound:
    """The column of the day, its order, whether nothing else is possible, and why."""

    column: Column
    order: str
    is_clear: bool
    why: str


def find_day(table: Table) -> DayFound | None:
    """The column whose cells are days: the first by its heading, else the first from the left."""
    found = [(column, orders) for column in table.columns if (orders := day_orders(column))]
    if not found:
        return None
    column, orders = min(found, key=lambda each: (_rank_day(each[0]), each[0].number))
    if YEAR_FIRST in orders:
        return DayFound(column, YEAR_FIRST, is_clear=True, why=_why_day(column, days_of(column, YEAR_FIRST)))
    first = days_of(column, orders[0])
    if len(orders) == 1 or first == days_of(column, orders[1]):
        return DayFound(column, orders[0], is_clear=True, why=_why_day(column, first))
    months = days_of(column, MONTH_FIRST)
    order = MONTH_FIRST if _is_sorted(months) and not _is_sorted(first) else DAY_FIRST
    return DayFound(column, order, is_clear=False, why=_why_day(column, months if order == MONTH_FIRST else first))


def find_words(table: Table, taken: Sequence[int]) -> tuple[Column, ...]:
    """The column of the words, and a second whose heading promises more of them; none when there is no text."""
    texts = [column for column in table.columns if column.number not in taken and _is_text(column)]
    if not texts:
        return ()
    named = [column for name in _WORDS for column in texts if column.hint == name]
    main = named[0] if named else max(texts, key=lambda column: (_letters(column), -column.number))
    second = next((column for column in named[1:] if column.hint in _OTHER_WORDS), None)
    return (main,) if second is None else (main, second)


def is_named_words(column: Column) -> bool:
    """Whether its heading says that a column tells what a payment was for."""
    return column.hint in _WORDS


def find_named(table: Table, taken: Sequence[int], *, role: str) -> Column | None:
    """The column that its heading calls an id, an account or a kind of payment, if its cells can be that."""
    names = {"id": _IDS, "account": _ACCOUNTS, "type": _TYPES}[role]
    for name in names:
        for column in table.columns:
            if column.number in taken or column.hint != name or not column.filled:
                continue
            if role == "id" and len(set(column.filled)) < table.row_count:
                continue
            return column
    return None


def find_currency(table: Table, taken: Sequence[int], money: Sequence[Column]) -> tuple[Column | None, str]:
    """The column of the currency and the currency, or just what the heading of the money says; "" when nothing does."""
    for column in table.columns:
        values = set(column.filled)
        is_told = "currency" in column.hint and not any(
            word in column.hint for word in ("original", "local", "foreign")
        )
        if column.number not in taken and is_told and len(values) == 1 and _CURRENCY(next(iter(values))):
            return column, next(iter(values))
    for column in money:
        if said := _IN_HEADING.search(column.heading.upper()):
            return None, said[1]
        for sign, currency in (("£", "GBP"), ("€", "EUR"), ("$", "USD")):
            if any(sign in cell for cell in (*column.filled, column.heading)):
                return None, currency
    return None, ""


def _rank_day(column: Column) -> int:
    rank = next((n for n, word in enumerate(_DAY_WORDS) if column.hint == word), len(_DAY_WORDS))
    if "date" in column.hint and rank == len(_DAY_WORDS):
        rank -= 1
    return rank + (10 if any(word in column.hint for word in _LATER_DAYS) else 0)


def _why_day(column: Column, days: Sequence[date | None]) -> str:
    known = [each for each in days if each is not None]
    if len(known) < len(column.cells):
        return f"{len(known)} of {len(column.cells)} values in this column are days."
    order = ""
    if len(set(known)) > 1 and _is_sorted(days):
        order = ", newest first" if known[0] > known[-1] else ", oldest first"
    return f"Every value in this column is a day{order}."


def _is_sorted(days: Sequence[date | None]) -> bool:
    known = [each for each in days if each is not None]
    return all(one <= other for one, other in pairwise(known)) or all(one >= other for one, other in pairwise(known))


def _is_text(column: Column) -> bool:
    return bool(column.filled) and any(letter.isalpha() for cell in column.filled for letter in cell)


def _letters(column: Column) -> int:
    """How much a column tells: the letters of its different cells."""
    return sum(letter.isalpha() for cell in set(column.filled) for letter in cell)
