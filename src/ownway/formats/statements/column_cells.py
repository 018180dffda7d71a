"""Sums and days as a column map declares them: which mark stands before the pence, and which way round a day is."""

import re
from collections.abc import Callable
from datetime import date

from ownway.formats.statements.amounts import UnreadableError, clip, read_pence
from ownway.formats.statements.days import make_day, read_day

POINT, COMMA = ".", ","
DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "day first", "month first", "year first"
DAY_ORDERS = (DAY_FIRST, MONTH_FIRST, YEAR_FIRST)
_SIGNS = re.compile(r"[$€]|\b(?:GBP|EUR|USD)\b")
_WITH_COMMA = re.compile(r"([+-]?)([0-9]{1,3}(?:[.'\u2019][0-9]{3}){1,3}|[0-9]{1,11})(?:,([0-9]{1,2}))?").fullmatch
_TIME = re.compile(
    r"[T ,]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,9})?(?: ?[AaPp][Mm])?(?:Z| ?[+-][0-9:]{4,5})?$"
)
_MONTH_FIRST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})").fullmatch
_YEAR_FIRST = re.compile(r"([0-9]{4})([/.-]?)([0-9]{2})\2([0-9]{2})").fullmatch
_LONGEST = 60


def pence_reader(decimal: str) -> Callable[[str], int]:
    """A function from a cell to pence, with a point or a comma before the pence; a currency's sign or code may stand
    there. It raises UnreadableError for whatever is not plainly a sum.
    """
    return _read_with_comma if decimal == COMMA else _read_with_point


def day_reader(order: str) -> Callable[[str], date]:
    """A function from a cell to its day, a time after it left out. It raises UnreadableError.

    A day that names its month, or that begins with the year, is read whatever the order.
    """
    return {MONTH_FIRST: _read_month_first, YEAR_FIRST: _read_year_first}.get(order, _read_day_first)


def _read_with_point(text: str) -> int:
    try:
        return read_pence(text)  # nearly every sum has no sign of a currency to look for
    except UnreadableError:
        bare = _bare(text)
        if bare == text:
            raise
    return read_pence(bare)


def _read_with_comma(text: str) -> int:
    bare = "".join(_bare(text).replace("£", "").split())
    match = _WITH_COMMA(bare)
    if match is None:
        raise UnreadableError("The amount is empty." if not bare else f"“{clip(text)}” is not a sum with a comma.")
    sign, whole, pence = match.groups()
    figures = int("".join(letter for letter in whole if letter.isdigit())) * 100 + int((pence or "0").ljust(2, "0"))
    return -figures if sign == "-" else figures


def _bare(text: str) -> str:
    return _SIGNS.sub("", text) if len(text) <= _LONGEST else text


def _read_day_first(text: str) -> date:
    return read_day(_without_time(text))


def _read_month_first(text: str) -> date:
    bare = _without_time(text)
    match = _MONTH_FIRST(bare)
    if match is None:
        return read_day(bare)
    return make_day(_year(match[4]), int(match[1]), int(match[3]), text)


def _read_year_first(text: str) -> date:
    bare = _without_time(text)
    match = _YEAR_FIRST(bare)
    if match is None:
        raise UnreadableError(f"“{clip(text)}” is not a date with its year first." if bare else "The date is empty.")
    return make_day(int(match[1]), int(match[3]), int(match[4]), text)


def _without_time(text: str) -> str:
    bare = text.strip()
    return _TIME.sub("", bare) if len(bare) <= _LONGEST else bare


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)
