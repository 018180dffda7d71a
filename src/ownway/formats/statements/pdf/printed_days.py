"""Days as statements print them: often without a year, which then stands in the heading of the statement."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from ownway.formats.statements.amounts import UnreadableError, clip
from ownway.formats.statements.days import EARLIEST_YEAR, LATEST_YEAR, read_day

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?P<{0}>[0-9]{{1,2}})(?:st|nd|rd|th)?"
_NAMED = re.compile(
    rf"{_DAY.format('day')}[ ./-]?{_MONTH.format('month')}(?:[ ./,-]{{0,2}}(?P<year>[0-9]{{4}}|[0-9]{{2}}))?",
    re.IGNORECASE,
).fullmatch
_NUMBERS = re.compile(
    r"(?P<day>[0-9]{1,2})(?:/(?P<short>[0-9]{1,2})|([/.-])(?P<number>[0-9]{1,2})\3(?P<year>[0-9]{4}|[0-9]{2}))"
).fullmatch
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
_YEAR = re.compile(r"(?:19|20)[0-9]{2}").fullmatch
_ANY = r"(?:{0} ?{1},? ?(?P<{2}>[0-9]{{4}}|[0-9]{{2}}(?![0-9]))|(?P<{3}>[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-](?:[0-9]{{4}}|[0-9]{{2}})))"
_START = rf"(?:{_DAY.format('d1')}(?: ?{_MONTH.format('m1')}(?:,? (?P<y1>[0-9]{{4}}|[0-9]{{2}}(?![0-9])))?)?|(?P<n1>[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-](?:[0-9]{{4}}|[0-9]{{2}})))"
_END = _ANY.format(_DAY.format("d2"), _MONTH.format("m2"), "y2", "n2")
_PERIOD = re.compile(
    rf"(?<![0-9]){_START} ?(?:to|until|and|through|-|\u2013|\u2014) ?(?:to )?{_END}(?![0-9])", re.IGNORECASE
)
_DATED = re.compile(
    rf"(?:statement date|date of statement|statement issued|issued on|dated|as at|statement to|up to):? ?{_END}",
    re.IGNORECASE,
)
_MOST_DAYS_OF_A_PERIOD = 1_100
_MOST_DAYS_OUTSIDE = 40


class Printed(NamedTuple):
    """A day as printed: its year is 0 where none is printed with it."""

    year: int
    month: int
    day: int
    text: str


class Period(NamedTuple):
    """The days that a statement says it is about. Where only its own date is printed, `from_on` is None."""

    from_on: date | None
    to_on: date


def find_printed_day(text: str) -> Printed | None:
    """The day of a cell ("03 Sep", "3rd SEP 2026", "Mon 3 Sep", "03/09"), or None when it is no day."""
    text = " ".join(text[:60].split())
    if _ISO(text):
        return Printed(int(text[:4]), int(text[5:7]), int(text[8:]), text)
    if match := _NAMED(text):
        month = _MONTHS.index(match["month"][:3].lower()) + 1
    elif match := _NUMBERS(text):
        month = int(match["number"] or match["short"])
    else:
        return None
    return Printed(_full_year(match["year"]), month, int(match["day"]), text)


def is_year(text: str) -> bool:
    """Whether a cell holds a year alone, as some banks print above the days of that year."""
    return bool(_YEAR(text))


def find_period(text: str) -> Period | None:
    """The days from and to that a row of a heading names ("4 September to 3 October 2026"), or None.

    The first day may leave out what it shares with the second. Text that names no real days is passed over.
    """
    for match in _PERIOD.finditer(text[:500]):
        to_on = _whole_day(match["d2"], match["m2"], match["y2"], match["n2"])
        if to_on is None:
            continue
        from_on = _start_of(match, to_on)
        if from_on is not None and timedelta(0) <= to_on - from_on <= timedelta(_MOST_DAYS_OF_A_PERIOD):
            return Period(from_on, to_on)
    return None


def find_date_of_statement(text: str) -> Period | None:
    """The day that a heading says the statement was made on, or None."""
    match = _DATED.search(text[:500])
    to_on = _whole_day(match["d2"], match["m2"], match["y2"], match["n2"]) if match else None
    return Period(None, to_on) if to_on else None


def place_in_time(printed: Printed, *, period: Period | None, last: date | None, year: int) -> date:
    """The day of a printed one. A year that is not printed is that of the statement's own days, else of the rows above.

    `last`: the day of the row before; `year`: a year printed alone above this row, or 0. Raises UnreadableError.
    """
    if printed.year:
        return _make(printed, printed.year)
    if year:
        return _make(printed, year)
    if period is not None:
        return _within(printed, period, last)
    if last is not None:
        return _after(printed, last)
    raise UnreadableError(f"“{clip(printed.text)}” has no year, and the statement's heading does not say which it is.")


def _within(printed: Printed, period: Period, last: date | None) -> date:
    """The day in or nearest to the period; in a period of more than a year, the one nearest to the row before."""
    start = period.from_on or period.to_on - timedelta(days=364)
    near = last or period.from_on or period.to_on
    choices = []
    for on in _in_years(printed, range(start.year - 1, period.to_on.year + 2)):
        outside = max((start - on).days, (on - period.to_on).days, 0)
        choices.append((outside, abs((on - near).days), on))
    outside, _, on = min(choices)
    if outside > _MOST_DAYS_OUTSIDE:
        raise UnreadableError(f"“{clip(printed.text)}” is not within the days that the statement is about.")
    return on


def _after(printed: Printed, last: date) -> date:
    """The day nearest to that of the row before: a year has turned when that is where the nearest one is."""
    return min(_in_years(printed, range(last.year - 1, last.year + 2)), key=lambda on: abs((on - last).days))


def _in_years(printed: Printed, years: Iterable[int]) -> list[date]:
    """The days of these years that it can be; 29 February is in few of them. Raises UnreadableError when in none."""
    days = [day for year in years if (day := _date(year, printed.month, printed.day))]
    if not days:
        raise UnreadableError(f"“{clip(printed.text)}” is not a day in the calendar.")
    return days


def _make(printed: Printed, year: int) -> date:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise UnreadableError(f"The year in “{clip(printed.text)}” is not one a bank statement can have.")
    try:
        return date(year, printed.month, printed.day)
    except ValueError:
        raise UnreadableError(f"“{clip(printed.text)}” is not a day in the calendar.") from None


def _start_of(match: re.Match[str], to_on: date) -> date | None:
    if match["n1"] or match["y1"]:
        return _whole_day(match["d1"], match["m1"], match["y1"], match["n1"])
    month = _MONTHS.index(match["m1"][:3].lower()) + 1 if match["m1"] else to_on.month
    year = to_on.year - (month > to_on.month)
    return _date(year, month, int(match["d1"]))


def _whole_day(day: str | None, month: str | None, year: str | None, numbers: str | None) -> date | None:
    if numbers:
        try:
            return read_day(numbers)
        except UnreadableError:
            return None
    if not (day and month and year):
        return None
    return _date(_full_year(year), _MONTHS.index(month[:3].lower()) + 1, int(day))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if EARLIEST_YEAR <= year <= LATEST_YEAR else None
    except ValueError:
        return None


def _full_year(text: str | None) -> int:
    if not text:
        return 0
    return int(text) if len(text) == 4 else 2000 + int(text)
