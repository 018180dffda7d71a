"""How often: an amount every so often as an amount a week, and a weekly amount as four weeks or a year.

Source: SI 2014/2672 reg 13 speaks of a weekly amount; the two ways to count a year are the council's choice.
"""

from __future__ import annotations

from ownway.rules import steps as units
from ownway.rules.steps import COUNT, PENCE_WEEKLY, Step
from ownway.rules.vocabulary import NEAREST_PENNY, convert, given

WEEK, TWO_WEEKS, FOUR_WEEKS, MONTH, YEAR, ONCE = "week", "2 weeks", "4 weeks", "month", "year", "once"
REGULARLY = (WEEK, TWO_WEEKS, FOUR_WEEKS, MONTH, YEAR)
PAY_PERIODS = (WEEK, TWO_WEEKS, FOUR_WEEKS, MONTH)

WEEKS_52, WEEKS_365_7 = "52", "365/7"
"""A council counts 52 weeks in a year, or 365 days of which 7 make a week."""
YEAR_LENGTHS = (WEEKS_52, WEEKS_365_7)

UNIT_EVERY = {
    WEEK: PENCE_WEEKLY,
    TWO_WEEKS: units.PENCE_2WEEKLY,
    FOUR_WEEKS: units.PENCE_4WEEKLY,
    MONTH: units.PENCE_MONTHLY,
    YEAR: units.PENCE_YEARLY,
    ONCE: units.PENCE,
}
PERIODS_YEARLY = {WEEK: 52, TWO_WEEKS: 26, FOUR_WEEKS: 13, MONTH: 12}

# (how often, length of the year) → how many times, over how many, for a week.
_FOR_A_WEEK = {
    (WEEK, WEEKS_52): (1, 1),
    (WEEK, WEEKS_365_7): (1, 1),
    (TWO_WEEKS, WEEKS_52): (1, 2),
    (TWO_WEEKS, WEEKS_365_7): (1, 2),
    (FOUR_WEEKS, WEEKS_52): (1, 4),
    (FOUR_WEEKS, WEEKS_365_7): (1, 4),
    (MONTH, WEEKS_52): (12, 52),
    (MONTH, WEEKS_365_7): (12 * 7, 365),
    (YEAR, WEEKS_52): (1, 52),
    (YEAR, WEEKS_365_7): (7, 365),
}
_NUMBERS = {number for pair in _FOR_A_WEEK.values() for number in pair}
_TIMES = {number: given("Times", number, COUNT) for number in _NUMBERS}
_OVER = {number: given("Over", number, COUNT) for number in _NUMBERS}


def weekly(amount: Step, *, every: str, year: str = WEEKS_52) -> Step:
    """An amount every so often as pence a week, to the nearest penny."""
    if every == WEEK:
        return amount
    return _converted(amount, *_FOR_A_WEEK[every, year], unit=PENCE_WEEKLY)


def each_period(label: str, amount_weekly: Step, *, every: str, year: str = WEEKS_52) -> Step:
    """A weekly amount as an amount every so often, to the nearest penny: four weeks, a month, a year."""
    times, over = _FOR_A_WEEK[every, year]
    return _converted(amount_weekly, over, times, unit=UNIT_EVERY[every], label=label)


def _converted(amount: Step, times: int, over: int, *, unit: str, label: str = "") -> Step:
    return convert(
        label or f"{amount.label}, a week",
        amount,
        times=_TIMES[times],
        over=_OVER[over],
        unit=unit,
        rounding=NEAREST_PENNY if over != 1 else "",
    )
