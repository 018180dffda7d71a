"""The days of a QIF file: whether the day or the month comes first is told by the whole file, or by a person."""

import io
import re
from collections.abc import Iterable
from datetime import date

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.days import make_day, read_day

DAY_FIRST, MONTH_FIRST, EITHER, UNKNOWN = "day-first", "month-first", "either", "unknown"
_FIGURES = r" *([0-9]{1,2}) *[/.-] *([0-9]{1,2}) *[/.'-] *([0-9]{4}|[0-9]{1,2}) *"
_DAYS = re.compile(rf"\nD{_FIGURES}(?=\n)").findall
_DAY = re.compile(_FIGURES).fullmatch
_YEAR_FIRST = re.compile(r" *([0-9]{4}) *[/.-] *([0-9]{1,2}) *[/.-] *([0-9]{1,2}) *").fullmatch
_CENTURY_TURNS = 70
_TOP = "\n"


def find_order(chunks: Iterable[str], hint: str) -> tuple[str, str]:
    """Which comes first in a whole text given in pieces, and the day that shows it (or that can be read in two ways).

    The first day with a number over 12 tells. EITHER: in every day both numbers are the same. Else the hint of a person
    (DAY_FIRST or MONTH_FIRST) decides, and without one the order is UNKNOWN.
    """
    decode = io.IncrementalNewlineDecoder(None, translate=True).decode
    rest, doubtful = _TOP, ""
    for chunk in chunks:
        whole, _, rest = (rest + decode(chunk)).rpartition("\n")
        rest = f"\n{rest[:100]}"  # no day is longer
        for first, second, year in _DAYS(f"{whole}\n"):
            if first == second:
                continue
            if int(first) > 12 or int(second) > 12:
                return (DAY_FIRST if int(first) > 12 else MONTH_FIRST), f"{first}/{second}/{year}"
            doubtful = doubtful or (f"{first}/{second}/{year}" if int(first) != int(second) else "")
    if not doubtful:
        return EITHER, ""
    chosen = hint.casefold().replace(" ", "-").replace("_", "-")
    return (chosen if chosen in (DAY_FIRST, MONTH_FIRST) else UNKNOWN), doubtful


def read_qif_day(text: str, *, day_first: bool) -> date:
    """The day of 3/9/2026, 3/ 9'26, 3-9-26, 03.09.2026 or 2026-09-03. Raises UnreadableError.

    After an apostrophe a short year is of this century, as Quicken has it; else 70 to 99 are of the last.
    """
    if match := _YEAR_FIRST(text):
        return make_day(int(match[1]), int(match[2]), int(match[3]), text.strip())
    match = _DAY(text)
    if match is None:
        return read_day(text)
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    if len(match[3]) < 4:
        year += 2000 if "'" in text or year < _CENTURY_TURNS else 1900
    month, day = (second, first) if day_first else (first, second)
    try:
        return make_day(year, month, day, text.strip())
    except UnreadableError as error:
        order = "day" if day_first else "month"
        raise UnreadableError(f"{error} In this file the {order} comes first, as another line shows.") from None
