"""Days as British banks write them; a day that is not in the calendar is refused, never moved."""

import re
from datetime import date

from ownway.formats.statements.amounts import UnreadableError, clip

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")  # fmt: skip
_MONTH_OF = {name: n for names in (_MONTHS, _FULL) for n, name in enumerate(names, 1)} | {"sept": 9}
_NUMBERS = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})").fullmatch
_NAMED = re.compile(r"([0-9]{1,2})[ -]([A-Za-z]{3,9})[ -]([0-9]{4}|[0-9]{2})").fullmatch
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ].{0,40})?").fullmatch
EARLIEST_YEAR, LATEST_YEAR = 1990, 2100


def read_day(text: str) -> date:
    """A day from 03/09/2026, 3-9-26, 03 Sep 2026, 03-Sep-26 or 2026-09-03 (a time after it is left out).

    The day stands before the month, as in Britain. Two-figure years are 2000 to 2069. A time zone is not applied: the
    day is the one the bank wrote. Raises UnreadableError.
    """
    bare = text.strip()
    if match := _ISO(bare):
        return make_day(int(match[1]), int(match[2]), int(match[3]), text)
    if match := _NUMBERS(bare):
        return make_day(_year(match[4]), int(match[3]), int(match[1]), text)
    if match := _NAMED(" ".join(bare.split())):
        return make_day(_year(match[3]), _MONTH_OF.get(match[2].lower(), 0), int(match[1]), text)
    raise UnreadableError(f"“{clip(text)}” is not a date." if bare else "The date is empty.")


def make_day(year: int, month: int, day: int, text: str) -> date:
    """A day of the calendar within reason, or UnreadableError that quotes the text it came from."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise UnreadableError(f"The year in “{clip(text)}” is not one a bank statement can have.")
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableError(f"“{clip(text)}” is not a day in the calendar.") from None


def _year(text: str) -> int:
    if len(text) == 4:
        return int(text)
    return 2000 + int(text) if int(text) < 70 else 0
