"""A column map proposed for a sheet that no layout knows, with a reason for each column and what a person must confirm."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ownway.formats.statements.amounts import UnreadableError, write_pounds
from ownway.formats.statements.column_cells import COMMA, DAY_FIRST
from ownway.formats.statements.column_map import ColumnMap, check_map, shape_of
from ownway.formats.statements.proposing_money import Money, Proof, find_money
from ownway.formats.statements.proposing_roles import (
    DayFound,
    find_currency,
    find_day,
    find_named,
    find_words,
    is_named_words,
)
from ownway.formats.statements.proposing_table import Column, Table, days_of, decimal_of, find_table
from ownway.formats.statements.ready_maps import find_ready_map
from ownway.formats.statements.source import Source
from ownway.formats.statements.xlsx import looks_like_xlsx, open_book

POUNDS = "GBP"
MOST_EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Reason:
    """What a column (from 1) is taken for, why, and whether a look at the file leaves no other reading."""

    column: int
    heading: str
    holds: str
    why: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """A map for a person to confirm; nothing is read by it before.

    `names`: what to call each column (its heading, or "Column 3"). `examples`: the first rows as they stand. `proof`:
    how well a running balance proves the money, None without one. `is_proven`: it proves every sum and its direction,
    and no other way to read them. `to_confirm`: sentences on what only a person knows.
    """

    columns: ColumnMap
    reasons: tuple[Reason, ...]
    to_confirm: tuple[str, ...]
    names: tuple[str, ...]
    examples: tuple[tuple[str, ...], ...]
    row_count: int
    proof: Proof | None
    is_proven: bool


def propose_map(source: Source) -> Proposal | None:
    """A proposal for a sheet (CSV or XLSX); None when it has no column of days, of money or of words.

    Looks at the first 5,000 rows. Of a spreadsheet just one sheet may come into question.
    """
    if looks_like_xlsx(source):
        try:
            proposals = [found for sheet in open_book(source).sheets if (found := propose_map(sheet.source))]
        except UnreadableError:
            return None
        return proposals[0] if len(proposals) == 1 else None
    table = None if source.not_text else find_table(source)
    if table is None:
        return None
    day = find_day(table)
    decimal = decimal_of(table.columns)
    money = find_money(table, decimal=decimal, day=day.column.number) if day else None
    return _propose(table, day, money, decimal) if day and money else None


def shapes_in(source: Source) -> tuple[str, ...]:
    """The shapes of the sheets in a file that have headings: by them a map that was confirmed is found again."""
    if looks_like_xlsx(source):
        try:
            return tuple(shape for sheet in open_book(source).sheets for shape in shapes_in(sheet.source))
        except UnreadableError:
            return ()
    table = None if source.not_text else find_table(source)
    return (shape_of(table.headings, delimiter=table.delimiter),) if table is not None and table.headings else ()


def _propose(table: Table, day: DayFound, money: Money, decimal: str) -> Proposal | None:
    taken = [day.column.number, money.balance, *money.way.columns]
    words = find_words(table, taken)
    if not words:
        return None
    taken += [column.number for column in words]
    named: dict[str, Column] = {}
    for role in ("id", "account", "type"):
        column = find_named(table, taken, role=role)
        if column is not None:
            named[role] = column
            taken.append(column.number)
    of_money = [table.columns[number - 1] for number in money.way.columns]
    currency_column, currency = find_currency(table, taken, of_money)
    columns = ColumnMap(
        columns=len(table.columns),
        day=day.column.number,
        words=tuple(column.number for column in words),
        headings=table.headings,
        rows_above=0 if table.headings else table.rows_above,
        delimiter=table.delimiter,
        decimal=decimal,
        day_order=day.order,
        amount=money.way.amount,
        positive=money.way.positive,
        paid_out=money.way.paid_out,
        paid_in=money.way.paid_in,
        signed_out=money.way.signed_out,
        flag=money.way.flag,
        flag_out=money.way.flag_out,
        flag_in=money.way.flag_in,
        balance=money.balance,
        id=named["id"].number if "id" in named else 0,
        account=named["account"].number if "account" in named else 0,
        type=named["type"].number if "type" in named else 0,
        currency_column=currency_column.number if currency_column else 0,
        currency=currency or POUNDS,
    )
    return _explained(table, _as_provider_says(columns), day, money, words, named, bool(currency))


def _as_provider_says(columns: ColumnMap) -> ColumnMap:
    ready = find_ready_map(columns.headings, delimiter=columns.delimiter) if columns.headings else None
    if ready is None:
        return columns
    ready = replace(ready, decimal=columns.decimal, currency=columns.currency)
    return columns if check_map(ready) else ready


def _explained(
    table: Table,
    columns: ColumnMap,
    day: DayFound,
    money: Money,
    words: Sequence[Column],
    named: dict[str, Column],
    has_currency: bool,
) -> Proposal:
    reasons = [
        Reason(day.column.number, day.column.heading, "Day", day.why, day.is_clear),
        *_money_reasons(table, money),
        *(
            Reason(column.number, column.heading, "What it was for", _why_words(column), is_sure=False)
            for column in words
        ),
    ]
    called = {"id": "The bank’s own number", "account": "Account", "type": "Kind of payment"}
    reasons += [Reason(column.number, column.heading, called[role], "Its heading says so.", is_sure=False) for role, column in named.items()]  # fmt: skip
    return Proposal(
        columns=columns,
        reasons=tuple(sorted(reasons, key=lambda reason: reason.column)),
        to_confirm=tuple(_to_confirm(table, columns, day, money, named, has_currency)),
        names=tuple(column.heading or f"Column {column.number}" for column in table.columns),
        examples=tuple(zip(*(column.cells[:MOST_EXAMPLES] for column in table.columns), strict=True)),
        row_count=table.row_count,
        proof=money.proof,
        is_proven=_is_proven(money),
    )


def _money_reasons(table: Table, money: Money) -> list[Reason]:
    way, proof = money.way, money.proof
    is_sure = _is_proven(money)
    steps = f"{proof.right:,} of {proof.steps:,} rows" if proof is not None and proof.steps else ""
    if steps and proof is not None and proof.right:
        why = f"This adds up with the balance: {steps}."
    elif way.flag:
        why = "A column beside it says in or out."
    elif way.amount:
        why = "Its values are sums of money."
    else:
        why = "Each row has a sum in just one of the two columns."
    holds = {way.amount: "Money", way.paid_out: "Money out", way.paid_in: "Money in", way.flag: "Says in or out"}
    found = [Reason(number, table.columns[number - 1].heading, holds[number], why, is_sure) for number in way.columns]
    if money.balance:
        why = (
            f"Each balance follows from the one before it and the money: {steps}."
            if is_sure
            else "Its heading says so."
        )
        found.append(Reason(money.balance, table.columns[money.balance - 1].heading, "Balance", why, is_sure))
    return found


def _is_proven(money: Money) -> bool:
    return money.proof is not None and money.proof.is_whole and not money.has_rival


def _why_words(column: Column) -> str:
    return "Its heading says so." if is_named_words(column) else "It has the most words."


def _to_confirm(
    table: Table, columns: ColumnMap, day: DayFound, money: Money, named: dict[str, Column], has_currency: bool
) -> list[str]:
    told: list[str] = []
    if not day.is_clear:
        example = day.column.filled[0]
        order = "the day" if day.order == DAY_FIRST else "the month"
        told.append(f"A day such as {example[:20]} can be read in two ways. We take {order} to come first.")
    proof = money.proof
    if proof is None or not proof.right:
        told.append(
            "No running balance proves which way the money went. Look at the first lines: is that what happened?"
        )
    elif money.has_rival:
        told.append(
            "The balance would follow if the money was read in another way too. Look at the first lines with care."
        )
    elif proof.steps == 1:
        told.append("There are too few lines for the balance to prove which way the money went.")
    elif not proof.is_whole:
        told.append(
            f"The balance follows from the money in {proof.right:,} of {proof.steps:,} rows, and not in the others."
        )
    if columns.decimal == COMMA:
        told.append("We take the comma in sums to stand before the pence.")
    if not has_currency:
        told.append("The file does not name a currency. We take it to be pounds.")
    elif columns.currency != POUNDS:
        told.append(f"The file is in {columns.currency}, and an account here is in pounds.")
    account = named.get("account")
    if account is not None and len(set(account.filled)) > 1:
        told.append(
            f"The column “{account.heading}” has {len(set(account.filled))} different values. Is this one account?"
        )
    return told + _about_rows(table, columns, money)


def _about_rows(table: Table, columns: ColumnMap, money: Money) -> list[str]:
    told: list[str] = []
    days = days_of(table.columns[columns.day - 1], columns.day_order)
    unread = table.odd_rows + sum(one is None or each is None for one, each in zip(days, money.way.pence, strict=True))
    if unread:
        rows = "1 row has" if unread == 1 else f"{unread:,} rows have"
        told.append(f"{rows} no day or no sum that we can read. You can have such rows left out.")
    known = [each for each in money.way.pence if each is not None]
    if len(known) > 2 and not sum(known) and money.balance == 0:
        told.append(f"All the sums come to {write_pounds(0)}, so this may be a list of bookings and not a statement.")
    if not table.is_all:
        told.append(f"We looked at the first {table.row_count:,} rows.")
    return told
