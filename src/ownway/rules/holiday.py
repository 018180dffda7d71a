"""Holiday: 5.6 weeks where hours are fixed; 12.07% of hours or pay only where hours are irregular or part of the year."""

from __future__ import annotations

from datetime import date

from ownway.rules.employing import FIXED_HOURS, Assistant
from ownway.rules.parameters import Figures
from ownway.rules.refusals import Refused
from ownway.rules.steps import DAYS_WEEKLY, HUNDREDTHS_OF_A_WEEK, MINUTES, PENCE_WEEKLY, Step
from ownway.rules.vocabulary import (
    NEAREST_HOUR,
    NEAREST_PENNY,
    capped,
    convert,
    for_each,
    given,
    part_of,
    rounded,
    take_away,
)

_LAW = "Working Time Regulations 1998 (SI 1998/1833)"
_WEEKS_52_HUNDREDTHS = 5_200
FIRST_LEAVE_YEAR_ON = date(2024, 4, 1)
"""Leave years that start on this day or later may count 12.07%; those before it may not."""


class HolidayNotLawful(Refused):
    """12.07% was asked for where the law gives 5.6 weeks of holiday instead."""


def fixed_days(*, days_weekly: int, figures: Figures) -> Step:
    """Holiday a year of somebody with set days, in hundredths of a day: 5.6 weeks of them, and no more than 28 days."""
    days = given("Days worked", days_weekly, DAYS_WEEKLY, source="the contract")
    earned = for_each("5.6 weeks of these days", days, figures.step("holiday.weeks"))
    return capped("Days of holiday in a year", earned, at=figures.step("holiday.most_days"), law=_LAW)


def accrued(
    *, minutes_worked: int, hours_kind: str, figures: Figures, leave_year_starts_on: date | None = None
) -> Step:
    """Holiday earned in a pay period on irregular or part-year hours: 12.07% of the time worked, in whole hours.

    In minutes; its part is the sum before rounding. Raises HolidayNotLawful for fixed hours, and for a leave year that
    started before 1 April 2024.
    """
    _refuse_unlawful(hours_kind, leave_year_starts_on)
    worked = given("Time worked", minutes_worked, MINUTES, source="the timesheet")
    exact = part_of("Holiday earned, to the second", worked, _rate(figures), rounding="", law=_LAW)
    return rounded("Holiday earned", exact, rounding=NEAREST_HOUR, law=_LAW)


def rolled_up_pay(*, pay: Step, hours_kind: str, figures: Figures, leave_year_starts_on: date | None = None) -> Step:
    """Holiday pay paid with the pay of a period: 12.07% of all of it. Raises HolidayNotLawful as `accrued` does."""
    _refuse_unlawful(hours_kind, leave_year_starts_on)
    return part_of("Holiday pay", pay, _rate(figures), rounding=NEAREST_PENNY, law=_LAW)


def weekly_cost(*, assistant: Assistant, pay_weekly: Step, figures: Figures) -> Step:
    """What holiday adds to a week's pay, so that there is money for the time that is covered by somebody else.

    Fixed hours: 5.6 weeks are paid for every 46.4 worked. Irregular or part-year hours: 12.07% of pay.
    """
    if assistant.hours_kind != FIXED_HOURS:
        return rolled_up_pay(pay=pay_weekly, hours_kind=assistant.hours_kind, figures=figures)
    weeks_off = figures.step("holiday.weeks")
    year = given("Weeks in a year", _WEEKS_52_HUNDREDTHS, HUNDREDTHS_OF_A_WEEK)
    return convert(
        f"Holiday of {assistant.name}",
        pay_weekly,
        times=weeks_off,
        over=take_away("Weeks worked in a year", year, weeks_off),
        unit=PENCE_WEEKLY,
        rounding=NEAREST_PENNY,
        law=_LAW,
    )


def _rate(figures: Figures) -> Step:
    return figures.step("holiday.irregular_accrual")


def _refuse_unlawful(hours_kind: str, leave_year_starts_on: date | None) -> None:
    if hours_kind == FIXED_HOURS:
        raise HolidayNotLawful(
            "12.07% is only for people whose hours change from one pay period to the next, or who work part of the"
            " year. This assistant has set hours, so the law gives 5.6 weeks of paid holiday. Choose 5.6 weeks, or"
            " say that the hours are irregular if the contract says so."
        )
    if leave_year_starts_on and leave_year_starts_on < FIRST_LEAVE_YEAR_ON:
        raise HolidayNotLawful(
            "12.07% is only for holiday years that start on 1 April 2024 or later. In this holiday year the law gives"
            " 5.6 weeks of paid holiday."
        )
