"""What a service in the return of client level data costs a week, and in a period, as the Department works it out.

The cost frequency is trusted over the planned units. Source: 6.Costs_fact.sql (DHSC, June 2026), restated in our own
words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ownway.rules import asked
from ownway.rules.refusals import InputProblem
from ownway.rules.steps import COUNT, DAYS, PENCE, PENCE_WEEKLY, Step
from ownway.rules.vocabulary import NEAREST_PENNY, convert, given, relabelled, rounded

ONE_OFF = "One-off"
# How often → how many times over how many weeks.
TIMES_A_WEEK = {
    "Weekly": (1, 1),
    "Fortnightly": (1, 2),
    "4-weekly": (1, 4),
    "Monthly": (12, 52),
    "Quarterly": (4, 52),
    "Annually": (1, 52),
}
BY_THE_UNIT = ("Per session", "Hourly", "Daily")
FREQUENCIES = (*TIMES_A_WEEK, *BY_THE_UNIT, ONE_OFF)
_LAW = "Client level data: DHSC, 6.Costs_fact.sql"


@dataclass(frozen=True, slots=True)
class ServiceCost:
    """One service of the return. `unit_cost_pence` for each unit; `units_hundredths` a week, where it goes by units.

    `started_on` to `ended_on` (None while it runs on) within `period_start_on` to `period_end_on`, both days included.
    """

    unit_cost_pence: int
    frequency: str
    units_hundredths: int = 0
    started_on: date | None = None
    ended_on: date | None = None
    period_start_on: date | None = None
    period_end_on: date | None = None


@dataclass(frozen=True, slots=True)
class Costed:
    """What a service costs. `weekly` in pence a week, None for a one-off; `total` in pence and `days` of the period.

    `total` and `days` are None when no period was told.
    """

    weekly: Step | None
    days: Step | None
    total: Step | None


def cost(one: ServiceCost) -> Costed:
    """A week, and the period. Raises BadInput for a frequency that is not known and for days the wrong way round."""
    asked.check(one, _problems(one))
    amount = given("Unit cost", one.unit_cost_pence, PENCE, source="the return")
    weekly = None if one.frequency == ONE_OFF else _weekly(one, amount)
    days = _days(one)
    return Costed(
        weekly=None if weekly is None else rounded("Cost a week", weekly, rounding=NEAREST_PENNY),
        days=None if days is None else given("Days in the period", days, DAYS, source="the return"),
        total=None if days is None else _total(weekly, amount, days),
    )


def days_in_period(*, started_on: date, ended_on: date | None, period_start_on: date, period_end_on: date) -> int:
    """The days of a service that lie in the period, its first and its last included; none when it lies outside."""
    first, last = max(started_on, period_start_on), min(ended_on or period_end_on, period_end_on)
    return max((last - first).days + 1, 0)


def _weekly(one: ServiceCost, amount: Step) -> Step:
    """Exact: rounded only where it is shown."""
    times, over = TIMES_A_WEEK.get(one.frequency, (one.units_hundredths, 100))
    source = "planned units a week" if one.frequency in BY_THE_UNIT else "how often"
    return convert(
        "Cost a week, exactly",
        amount,
        times=given("Times", times, COUNT, source=source),
        over=given("Over", over, COUNT, source=source),
        unit=PENCE_WEEKLY,
        rounding="",
        law=_LAW,
    )


def _total(weekly: Step | None, amount: Step, days: int) -> Step:
    """A one-off costs what it costs when any of its days lies in the period."""
    if weekly is None:
        return relabelled(amount, "Cost in the period") if days else given("Cost in the period", 0, PENCE)
    return convert(
        "Cost in the period",
        weekly,
        times=given("Days", days, COUNT, source="the return"),
        over=given("Days in a week", 7, COUNT),
        unit=PENCE,
        rounding=NEAREST_PENNY,
        law=_LAW,
    )


def _days(one: ServiceCost) -> int | None:
    if one.started_on is None or one.period_start_on is None or one.period_end_on is None:
        return None
    return days_in_period(
        started_on=one.started_on,
        ended_on=one.ended_on,
        period_start_on=one.period_start_on,
        period_end_on=one.period_end_on,
    )


def _problems(one: ServiceCost) -> list[InputProblem]:
    found = list(asked.one_of("frequency", one.frequency, FREQUENCIES))
    if one.started_on and one.ended_on and one.ended_on < one.started_on:
        found.append(InputProblem("ended_on", "The service cannot end before it began."))
    if one.period_start_on and one.period_end_on and one.period_end_on < one.period_start_on:
        found.append(InputProblem("period_end_on", "The period cannot end before it begins."))
    return found
