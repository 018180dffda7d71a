"""Days as case systems write them: with the whole year, as some of the people were born in another century."""

import re
from collections.abc import Callable
from datetime import date

from ownway.formats.statements.amounts import UnreadableError, clip
from ownway.formats.statements.column_cells import MONTH_FIRST, YEAR_FIRST

EARLIEST_YEAR, LATEST_YEAR = 1880, 2100
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")  # fmt: skip
_NUMBERS = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})").fullmatch
_NAMED = re.compile(r"([0-9]{1,2})[ -]([A-Za-z]{3,9})[ -]([0-9]{4}|[0-9]{2})").fullmatch
_WHOLE_YEAR = re.compile(r"([0-9]{4})([/.-]?)([0-9]{2})\2([0-9]{2})").fullmatch
_TIME = re.compile(r"[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?$")
_LONGEST = 40


def day_reader(order: str) -> Callable[[str], date]:
    """A function from a cell to its day, a time after it left out. It raises UnreadableError.

    A day that names its month, or that begins with the year, is read whatever the order. A year of two figures is
    refused: nobody can tell 1926 from 2026 by it. (formats.statements.days reads years since 1990 only.)
    """

    def read(text: str) -> date:
        bare = _TIME.sub("", text.strip()) if len(text) <= _LONGEST else ""
        if match := _WHOLE_YEAR(bare):
            return _make(match[1], int(match[3]), int(match[4]), text)
        match = None if order == YEAR_FIRST else _NUMBERS(bare)
        if match:
            day, month = int(match[1]), int(match[3])
            return _make(match[4], day, month, text) if order == MONTH_FIRST else _make(match[4], month, day, text)
        if match := _NAMED(bare):
            return _make(match[3], _month(match[2]), int(match[1]), text)
        raise UnreadableError(f"“{clip(text)}” is not a day that we can read, with its {order}.")

    return read


def _make(year: str, month: int, day: int, text: str) -> date:
    if len(year) == 2:
        raise UnreadableError(f"The year in “{clip(text)}” has two figures, so its century is not known.")
    if not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        raise UnreadableError(f"The year in “{clip(text)}” is not between {EARLIEST_YEAR} and {LATEST_YEAR}.")
    try:
        return date(int(year), month, day)
    except ValueError:
        raise UnreadableError(f"“{clip(text)}” is not a day in the calendar.") from None


def _month(word: str) -> int:
    return next((number for number, month in enumerate(_MONTHS, 1) if month.startswith(word.lower())), 0)
