"""Amounts that look like a slip: a monthly sum paid weekly, a yearly one paid monthly, or far more than was agreed."""

from collections.abc import Mapping
from fractions import Fraction

from ownway.rules.days import Days
from ownway.rules.frequencies import FOUR_WEEKS, MONTH, TWO_WEEKS, WEEK, YEAR
from ownway.rules.schedules import EVERY_IN_WORDS
from ownway.rules.wording import money

_WEEKS_IN: Mapping[str, Fraction] = {
    WEEK: Fraction(1),
    TWO_WEEKS: Fraction(2),
    FOUR_WEEKS: Fraction(4),
    MONTH: Fraction(52, 12),
    YEAR: Fraction(52),
}
_SUM_FOR = {
    WEEK: "weekly sum",
    TWO_WEEKS: "2-weekly sum",
    FOUR_WEEKS: "4-weekly sum",
    MONTH: "monthly sum",
    YEAR: "yearly sum",
}
_WHOLE_PERIOD_DAYS = {
    WEEK: range(7, 8),
    TWO_WEEKS: range(14, 15),
    FOUR_WEEKS: range(28, 29),
    MONTH: range(28, 32),
    YEAR: range(365, 367),
}

SLIPS: Mapping[str, Fraction] = {
    "4-weekly sum paid every week": Fraction(4),
    "monthly sum paid every week": Fraction(52, 12),
    "yearly sum paid every month": Fraction(12),
    "yearly sum paid every 4 weeks": Fraction(13),
    "yearly sum paid every week": Fraction(52),
    "sum in pence taken for pounds": Fraction(100),
}
"""How many times too much each common slip pays. The other way round, it pays so many times too little."""

CLOSE = Fraction(2, 100)
"""Within 2% is taken for the same. A monthly and a 4-weekly sum differ by 8%, so they are still told apart."""

FAR_ABOVE = Fraction(150, 100)
"""Half as much again as was agreed is far above it. Our own choice of where to ask a person to look."""


def expected(*, every: str, days: Days, weekly_pence: int) -> Fraction:
    """What the agreed weekly amount comes to for these days, in pence: a whole period by its name, a part by its days."""
    is_whole = len(days) in _WHOLE_PERIOD_DAYS[every]
    return weekly_pence * (_WEEKS_IN[every] if is_whole else Fraction(len(days), 7))


def looks_like_another_period(pence: int, *, every: str, days: Days, weekly_pence: int) -> str:
    """A sentence when the amount is what the agreement comes to for another period than the one paid; "" when not."""
    right = expected(every=every, days=days, weekly_pence=weekly_pence)
    if right == 0 or _is_close(pence, right):
        return ""
    for period, weeks in _WEEKS_IN.items():
        if period != every and _is_close(pence, weekly_pence * weeks):
            return (
                f"{money(pence)} looks like a {_SUM_FOR[period]}, but it is paid {EVERY_IN_WORDS[every]}. "
                f"{money(weekly_pence)} a week is agreed, so about {money(round(right))} is expected."
            )
    return ""


def looks_like_a_slip(before_pence: int, after_pence: int) -> str:
    """A sentence when the amount is so many times the last one as a common slip makes it; "" when not."""
    if before_pence <= 0 or after_pence <= 0:
        return ""
    for slip, times in SLIPS.items():
        if _is_close(after_pence, before_pence * times):
            return f"{money(after_pence)} now, {money(before_pence)} last time: it looks like a {slip}."
        if _is_close(before_pence, after_pence * times):
            return f"{money(after_pence)} now, {money(before_pence)} last time: one of them looks like a {slip}."
    return ""


def is_far_above(pence: int, *, every: str, days: Days, weekly_pence: int) -> bool:
    """True when the amount is more than half as much again as the agreement comes to for these days."""
    return pence > expected(every=every, days=days, weekly_pence=weekly_pence) * FAR_ABOVE


def _is_close(pence: int, to: Fraction) -> bool:
    return abs(pence - to) <= to * CLOSE
