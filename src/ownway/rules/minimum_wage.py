"""The minimum wage: which rate, and whether the pay on average over the time that counts reaches it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ownway.rules.arithmetic import least as smallest
from ownway.rules.parameters import Figures
from ownway.rules.steps import (
    COUNT,
    DAYS,
    MINUTES,
    MINUTES_WEEKLY,
    PENCE,
    PENCE_HOURLY,
    PENCE_MONTHLY,
    PENCE_YEARLY,
    Step,
)
from ownway.rules.vocabulary import (
    NEAREST_PENNY,
    PENNY_DOWN,
    PENNY_UP,
    add_up,
    at_least,
    convert,
    for_each,
    given,
    reaches,
    take_away,
)

_LAW = "National Minimum Wage Regulations 2015 (SI 2015/621)"
_ONE_BAND_FROM_21 = date(2024, 4, 1)


@dataclass(frozen=True, slots=True)
class MinimumWage:
    """A check of pay against the minimum wage. `average_hourly` is None when no time counts; `enough` is yes or no."""

    rate: Step
    least: Step
    pay: Step
    average_hourly: Step | None
    enough: Step

    @property
    def is_enough(self) -> bool:
        """Whether the pay reaches the minimum wage."""
        return bool(self.enough.value)


def figure_for(*, age_years: int, apprentice: bool, on: date) -> str:
    """The id of the rate for an age on a day. An apprentice's rate is for those under 19 or in their first year."""
    if apprentice:
        return "nmw.apprentice"
    if age_years < 18:
        return "nmw.under_18"
    if age_years < 21:
        return "nmw.18_20"
    if age_years < 23 and on < _ONE_BAND_FROM_21:
        return "nmw.21_22"
    return "nmw.21_plus"


def rate_for_pay_period(*, age_years: int, apprentice: bool = False, starts_on: date, figures: Figures) -> Step:
    """The rate in force on the first day of the pay period, in pence an hour: a later rise waits for the next one."""
    figure_id = figure_for(age_years=age_years, apprentice=apprentice, on=starts_on)
    return figures.at(starts_on).step(figure_id)


def check(*, pay: Step, time: Step, rate: Step) -> MinimumWage:
    """Whether the pay over a period is at least the rate for the time that counts.

    `pay` in pence (a week, or for the period) and `time` in minutes likewise. The average is compared, not each hour.
    """
    least = for_each("The least the law allows for this time", time, rate, rounding=PENNY_UP, law=_LAW)
    return MinimumWage(
        rate=rate,
        least=least,
        pay=pay,
        average_hourly=average_hourly(pay=pay, time=time) if smallest(time.value) > 0 else None,
        enough=reaches("The pay reaches the minimum wage", pay, least, law=_LAW),
    )


def average_hourly(*, pay: Step, time: Step) -> Step:
    """Pay over the time that counts, in pence an hour, down to the penny. The time must be more than nothing."""
    sixty = given("Minutes in an hour", 60, COUNT)
    return convert("Average pay", pay, times=sixty, over=time, unit=PENCE_HOURLY, rounding=PENNY_DOWN)


def accommodation(
    *, pay: Step, minutes: int, days: int, charged_pence: int, starts_on: date, rate: Step, figures: Figures
) -> tuple[MinimumWage, Step]:
    """The check for somebody who lives in, and what living in adds to the pay (below nought: takes from it).

    Free: the offset for each day is added. A charge up to the offset changes nothing; what is above it is taken off.
    `pay` in pence for the period. Source: GOV.UK, National Minimum Wage and accommodation; NMWM10160.
    """
    offset = for_each(
        "Accommodation offset",
        given("Days of accommodation", days, DAYS, source="the employer"),
        figures.at(starts_on).step("nmw.accommodation_offset_daily"),
    )
    if charged_pence == 0:
        change, counted = offset, add_up("Pay that counts", pay, offset)
    else:
        charge = given("Charged for accommodation", charged_pence, PENCE, source="the employer")
        change = at_least("Charged above the offset", take_away("Charge less offset", charge, offset))
        counted = take_away("Pay that counts", pay, change)
    time = given("Time that counts", minutes, MINUTES, source="the employer")
    return check(pay=counted, time=time, rate=rate), change


def accommodation_week(figures: Figures) -> Step:
    """The most the offset comes to in a week: seven days of it, in pence."""
    return for_each(
        "Accommodation offset for a week",
        given("Days in a week", 7, DAYS),
        figures.step("nmw.accommodation_offset_daily"),
    )


def yearly_rise(*, minutes_weekly: int, old: Step, new: Step) -> Step:
    """What a rise from one hourly rate to another comes to in a year of 365 days, in pence a year."""
    time = given("Time", minutes_weekly, MINUTES_WEEKLY, source="the employer")
    weekly = for_each("Rise", time, take_away("Rise an hour", new, old))
    return convert(
        "Rise in a year",
        weekly,
        times=given("Days in a year", 365, COUNT),
        over=given("Days in a week", 7, COUNT),
        unit=PENCE_YEARLY,
        rounding=NEAREST_PENNY,
    )


def monthly_share(yearly: Step) -> Step:
    """A twelfth of a yearly amount, in pence a month, to the nearest penny."""
    return convert(
        "A month of it",
        yearly,
        times=given("Times", 1, COUNT),
        over=given("Months in a year", 12, COUNT),
        unit=PENCE_MONTHLY,
        rounding=NEAREST_PENNY,
    )
