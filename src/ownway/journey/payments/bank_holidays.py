"""England's bank holidays, for the rules about bank days."""

from datetime import date
from functools import cache

import holidays

YEARS_ROUND_A_DAY = 2


def english_bank_holidays(day: date) -> frozenset[date]:
    """The bank holidays of England in the years around a day. Source: the holidays library, held against GOV.UK's list."""
    return _of_years(day.year - 1, day.year + YEARS_ROUND_A_DAY)


@cache
def _of_years(first: int, last: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=range(first, last + 1)))
