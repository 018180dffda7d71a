"""The sums and days of SWIFT text: a comma before the pence, years of two figures, and days without a year."""

import re
from dataclasses import dataclass
from datetime import date

from ownway.formats.statements.amounts import UnreadableError, clip
from ownway.formats.statements.days import make_day

_CENTURY_TURNS = 80  # the standard's own rule: 80 to 99 are of the last century
_BALANCE = re.compile(r"([CD])([0-9]{6})([A-Z]{3})?([0-9]{1,18}),([0-9]{0,6})").fullmatch
_TOTAL = re.compile(r"([0-9]{1,9})([A-Z]{3})([0-9]{1,18}),([0-9]{0,6})").fullmatch


@dataclass(frozen=True, slots=True)
class Balance:
    """A balance of fields 60 and 62: pence (overdrawn is negative), its day, and its currency ("" where left out)."""

    pence: int
    on: date
    currency: str


def join_pence(units: str, decimals: str) -> int:
    """Hundredths from the figures before and after the comma: ("380115", "") is 38011500.

    Raises UnreadableError where there is a fraction of a hundredth, as of a currency with three decimals.
    """
    if len(decimals) != 2:
        if decimals[2:].strip("0"):
            raise UnreadableError(f"The amount “{clip(f'{units},{decimals}')}” is not a whole number of pence.")
        decimals = decimals[:2].ljust(2, "0")
    return int(units + decimals)


def read_balance(text: str) -> Balance:
    """The balance in a field such as C260901GBP1234,56. Raises UnreadableError."""
    bare = text.partition("\n")[0].strip()
    match = _BALANCE(bare)
    if match is None:
        raise UnreadableError(f"“{clip(bare)}” is not a balance." if bare else "It is empty.")
    pence = join_pence(match[4], match[5])
    return Balance(-pence if match[1] == "D" else pence, read_short_day(match[2]), match[3] or "")


def read_total(text: str) -> tuple[int, str, int]:
    """How many entries, in which currency and how much (pence) of a field such as 12GBP1234,56. Raises UnreadableError."""
    bare = text.partition("\n")[0].strip()
    match = _TOTAL(bare)
    if match is None:
        raise UnreadableError(f"“{clip(bare)}” is not a count and a sum.")
    return int(match[1]), match[2], join_pence(match[3], match[4])


def read_short_day(text: str) -> date:
    """The day of six figures, year first. Raises UnreadableError."""
    return make_day(_year(text), int(text[2:4]), int(text[4:]), text)


def read_entry_day(value: str, booked: str | None) -> tuple[date, str]:
    """The day a line was booked, and "" or what was wrong with the other day it was given.

    `value` is the value day (year, month, day), `booked` the booking day (month, day) where the bank gives one; its
    year is the one nearest to the value day. Some banks count interest in months of thirty days and write 30 February
    as the value day: the booking day then holds. Raises UnreadableError when neither day is in the calendar.
    """
    if booked is None:
        return read_short_day(value), ""
    try:
        on = _nearest(value, booked)
    except UnreadableError:
        on = read_short_day(value)
        return on, f"The booking day “{booked[2:]}/{booked[:2]}” is not in the calendar, so the line is dated {on}."
    try:
        read_short_day(value)
    except UnreadableError as error:
        return on, f"The value day cannot be: {error} The line is dated {on}, the day it was booked."
    return on, ""


def _nearest(value: str, booked: str) -> date:
    month, later = int(booked[:2]), int(booked[:2]) - int(value[2:4])
    year = _year(value) + (later < -6) - (later > 6)
    return make_day(year, month, int(booked[2:]), f"{value} {booked}")


def _year(text: str) -> int:
    short = int(text[:2])
    return short + (2000 if short < _CENTURY_TURNS else 1900)
