"""Holiday over time: what is earned in a first year, what a week of it is paid, and what is owed when a job ends."""

from __future__ import annotations

from collections.abc import Sequence

from ownway.rules import holiday
from ownway.rules.parameters import Figures
from ownway.rules.steps import (
    COUNT,
    DAYS,
    HUNDREDTHS_OF_A_DAY,
    MINUTES,
    PENCE,
    PENCE_DAILY,
    PENCE_HOURLY,
    PENCE_WEEKLY,
    Step,
)
from ownway.rules.vocabulary import (
    NEAREST_HOUR,
    NEAREST_PENNY,
    PENNY_UP,
    add_up,
    at_least,
    capped,
    convert,
    for_each,
    given,
    take_away,
    whole_steps_up,
)

LAW = "Working Time Regulations 1998 (SI 1998/1833)"
_RECALLED = f"{LAW}, as recalled: not read"
MONTHS_IN_A_YEAR, DAYS_IN_A_YEAR = 12, 365
MOST_WEEKS_LOOKED_AT = 52
"""Weeks with pay that a week of holiday pay is the average of."""


def earned_in_first_year(*, days_weekly: int, months: int, figures: Figures) -> Step:
    """Holiday of somebody with set days in their first year: a twelfth at the start of each month, in hundredths of a day.

    A part of half a day counts as half a day (reg 15A, as recalled: not read).
    """
    year = holiday.fixed_days(days_weekly=days_weekly, figures=figures)
    half = given("Half a day", 50, HUNDREDTHS_OF_A_DAY)
    twelfths = given("Half a day, for each of 12 months", 50 * MONTHS_IN_A_YEAR, HUNDREDTHS_OF_A_DAY)
    begun = capped(
        "Months begun, up to a year",
        given("Months begun", months, COUNT, source="asked"),
        at=given("Months in a year", MONTHS_IN_A_YEAR, COUNT),
    )
    together = for_each("A year’s days for each month, to share over 12", begun, year)
    earned = whole_steps_up("A twelfth for each month, up to half a day", together, step=twelfths, worth=half)
    return capped("Days of holiday earned so far", earned, at=year, law=_RECALLED)


def earned_as_worked(
    *, minutes: Sequence[int], hours_kind: str, hours_daily_minutes: int, figures: Figures
) -> tuple[Step, tuple[Step, ...]]:
    """Holiday earned over the pay periods of a leave year on irregular hours, and in each of them, in minutes.

    Each period is rounded to whole hours; together no more than 28 days, of `hours_daily_minutes` each on average.
    """
    each = tuple(holiday.accrued(minutes_worked=one, hours_kind=hours_kind, figures=figures) for one in minutes)
    most = convert(
        "28 days of these hours",
        figures.step("holiday.most_days"),
        times=given("Time worked in a day on average", hours_daily_minutes, MINUTES, source="the timesheet"),
        over=given("Hundredths of a day in a day", 100, COUNT),
        unit=MINUTES,
        rounding=NEAREST_HOUR,
    )
    return capped("Holiday earned", add_up("Holiday of all the periods", *each, unit=MINUTES), at=most, law=LAW), each


def week_of_holiday_pay(*, pay_pence: int, weeks: int) -> Step:
    """A week of holiday pay when pay changes: the average of the last paid weeks, 52 of them at most, to the penny."""
    paid = given("Pay in those weeks", pay_pence, PENCE, source="the payslips")
    one, over = given("Times", 1, COUNT), given("Weeks with pay", weeks, COUNT, source="the payslips")
    return convert(
        "A week’s holiday pay", paid, times=one, over=over, unit=PENCE_WEEKLY, rounding=NEAREST_PENNY, law=LAW
    )


def owed_fixed(*, pay_weekly: Step, days_weekly: int, days_gone: int, taken_hundredths: int, figures: Figures) -> Step:
    """Pay in pence for holiday earned and not taken when a job with set days ends, `days_gone` into the leave year.

    `taken_hundredths` of a day. By reg 14 as recalled (not read): the part of the leave year that has gone.
    """
    a_day = convert(
        "A day’s pay",
        pay_weekly,
        times=given("Times", 1, COUNT),
        over=given("Days worked in a week", days_weekly, COUNT, source="the contract"),
        unit=PENCE_DAILY,
        rounding=NEAREST_PENNY,
    )
    gone = capped(
        "Days of the leave year gone by",
        given("Days since the leave year began", days_gone, DAYS, source="asked"),
        at=given("Days in a year", DAYS_IN_A_YEAR, DAYS),
    )
    year = holiday.fixed_days(days_weekly=days_weekly, figures=figures)
    over = given("Days in a year", DAYS_IN_A_YEAR, COUNT)
    earned = convert("Earned so far", year, times=gone, over=over, unit=HUNDREDTHS_OF_A_DAY, rounding="")
    taken = given("Holiday taken", taken_hundredths, HUNDREDTHS_OF_A_DAY, source="asked")
    left = take_away("Earned and not taken", earned, taken)
    hundred = given("Hundredths of a day in a day", 100, COUNT)
    pay = convert("Pay for it", left, times=a_day, over=hundred, unit=PENCE, rounding=PENNY_UP)
    return at_least("Holiday owed", pay, law=_RECALLED)


def owed_irregular(*, earned_minutes: int, taken_minutes: int, hourly_pence: int) -> Step:
    """Pay in pence for hours of holiday earned and not taken when a job with irregular hours ends."""
    earned = given("Holiday earned", earned_minutes, MINUTES, source="asked")
    left = at_least(
        "Earned and not taken", take_away("Earned, less taken", earned, given("Taken", taken_minutes, MINUTES))
    )
    rate = given("Holiday pay", hourly_pence, PENCE_HOURLY, source="the payslips")
    return for_each("Holiday owed", left, rate, rounding=NEAREST_PENNY, law=LAW)
