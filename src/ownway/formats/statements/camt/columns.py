"""Entries that are made alike to Lines a column at a time; those with anything unusual in them are read one by one.

Both ways give the same: what is not plain at once (another status or currency, a sum that is none) is never taken here.
"""

from collections.abc import Sequence
from datetime import date
from functools import reduce
from itertools import compress, repeat
from operator import mul
from typing import NamedTuple

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.camt.lines import BOOKED, NOT_GIVEN, Values, find_reference
from ownway.formats.statements.camt.money import SIGNS, read_day, read_sum
from ownway.formats.statements.camt.plan import Plain, Plan
from ownway.formats.statements.camt.scan import Entries
from ownway.formats.statements.columns import make_lines, plain_sums, tidy_all
from ownway.formats.statements.values import Line
from ownway.formats.statements.words import join_tidy, tidy

FEW = 8
Column = Sequence[str]
Columns = Sequence[Column]


class Alike(NamedTuple):
    """Entries of one plan: the values of each, and which entry of the file it is, counted from 1."""

    plan: Plan
    rows: Sequence[Values]
    places: Sequence[int]


def group_alike(entries: Entries, places: Sequence[int]) -> list[Alike]:
    """Entries by their plan, with the place of each in the file."""
    if not entries:
        return []
    plans, rows = zip(*entries, strict=True)
    keys = list(map(id, plans))
    if keys.count(keys[0]) == len(keys):
        return [Alike(plans[0], rows, places)]
    groups = []
    for key in dict.fromkeys(keys):
        which = [key == other for other in keys]
        groups.append(Alike(plans[keys.index(key)], list(compress(rows, which)), list(compress(places, which))))
    return groups


def make_lines_alike(alike: Alike, *, currency: str | None, days: dict[str, date]) -> list[Line] | None:
    """The Lines of entries that are all booked and in this currency; None when not all are plainly so, or there are few.

    `currency` None is that of no entry; `days` keeps the days read.
    """
    plan, rows, places = alike
    plain = plan.plain
    if plain is None or len(rows) < FEW:
        return None
    columns: Columns = tuple(zip(*rows, strict=True))
    if columns[plan.status].count(BOOKED) < len(rows) or columns[plan.currency].count(currency) < len(rows):
        return None
    try:
        on = {day: read_day(day, days) for day in set(columns[plain.day])}
        sums = _read_sums(columns[plain.amount])
    except UnreadableError:
        return None
    signs = [SIGNS.get(sign, 0) for sign in columns[plain.sign]]
    if 0 in signs:
        return None
    payee = _choose_payee(plain, columns, signs)
    words = reduce(
        _join, (_tidy(columns, at) for at in plain.from_debtor.words), payee
    )  # those of both sides are alike
    return make_lines(
        list(map(on.__getitem__, columns[plain.day])),
        list(map(mul, signs, sums)),
        words,
        payee,
        _find_references(plan, plain, columns, rows),
        _write_codes(plan, columns),
        repeat(None),
        _write_numbers(columns[plain.bank_reference]),
        places,
    )


def _read_sums(cells: Column) -> list[int]:
    """Hundredths of cells that are all sums. Raises UnreadableError."""
    sums = plain_sums(cells, signed=False)
    return list(map(read_sum, cells)) if sums is None else sums


def _choose_payee(plain: Plain, columns: Columns, signs: list[int]) -> Column:
    """The name of the other side: the debtor's where money came in, the creditor's where it went out."""
    debtors, creditors = _tidy(columns, plain.from_debtor.payee), _tidy(columns, plain.to_creditor.payee)
    if -1 not in signs:
        return debtors
    if 1 not in signs:
        return creditors
    return [debtor if sign > 0 else creditor for sign, debtor, creditor in zip(signs, debtors, creditors, strict=True)]


def _tidy(columns: Columns, at: int) -> Column:
    return tidy_all(columns[at]) if at >= 0 else columns[at]


def _join(before: Column, after: Column) -> Column:
    return list(map(join_tidy, before, after)) if any(before) else after


def _find_references(plan: Plan, plain: Plain, columns: Columns, rows: Sequence[Values]) -> Column:
    given = tidy_all(columns[plain.end_to_end])
    if NOT_GIVEN.isdisjoint(given):
        return given
    return [
        reference if reference not in NOT_GIVEN else find_reference(plan.first, row)
        for reference, row in zip(given, rows, strict=True)
    ]


def _write_codes(plan: Plan, columns: Columns) -> Column:
    if not plan.codes:
        return tidy_all(columns[plan.bank_code])
    codes = [columns[at] for at in plan.codes]
    if all(column.count(column[0]) == len(column) for column in codes):
        return ("-".join(tidy(column[0]) for column in codes),) * len(codes[0])
    whole = list(zip(*codes, strict=True))
    written = {code: "-".join(map(tidy, code)) for code in set(whole)}
    return list(map(written.__getitem__, whole))


def _write_numbers(column: Column) -> Sequence[str | None]:
    return [number or None for number in tidy_all(column)]
