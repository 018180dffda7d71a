"""What a personal assistant is paid in a week, by kind of day, and what the law looks at when it looks at that pay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ownway.rules import asked
from ownway.rules.arithmetic import any_less, larger, most
from ownway.rules.frequencies import FOUR_WEEKS
from ownway.rules.plain_data import Steering
from ownway.rules.refusals import InputProblem
from ownway.rules.steps import MINUTES_WEEKLY, PENCE_HOURLY, PENCE_WEEKLY, Step
from ownway.rules.vocabulary import NEAREST_PENNY, add_up, for_each, given

WEEKDAY, EVENING, WEEKEND, BANK_HOLIDAY = "weekday", "evening", "weekend", "bank holiday"
SLEEP_IN, WAKING_NIGHT = "sleep-in", "waking night"
DAY_KINDS = (WEEKDAY, EVENING, WEEKEND, BANK_HOLIDAY, SLEEP_IN, WAKING_NIGHT)

FIXED_HOURS, IRREGULAR_HOURS, PART_YEAR = "fixed", "irregular", "part-year"
HOURS_KINDS = (FIXED_HOURS, IRREGULAR_HOURS, PART_YEAR)


@dataclass(frozen=True, slots=True)
class Assistant:
    """A personal assistant as an employee.

    `age_years` on the first day of the pay period; `hours_kind` as the contract says; `pay_period` one of
    `frequencies.PAY_PERIODS`. `asks_for_pension` when somebody who need not be enrolled asks to join.
    """

    key: str
    name: str
    age_years: Steering
    hours_kind: str = FIXED_HOURS
    pay_period: str = FOUR_WEEKS
    over_state_pension_age: bool = False
    apprentice: bool = False
    asks_for_pension: bool = False


@dataclass(frozen=True, slots=True)
class PaidTime:
    """Time a week of one kind of day at one hourly rate, with a label of its own if it has one.

    For a sleep-in, also the minutes usually awake for working.
    """

    day_kind: str
    minutes_weekly: int
    hourly_pence: int
    minutes_awake_weekly: int = 0
    label: str = ""


def pay_for(label: str, time: PaidTime) -> Step:
    """Pay for one kind of day, in pence a week, to the nearest penny."""
    return for_each(
        label,
        given(f"Time, {time.day_kind}", time.minutes_weekly, MINUTES_WEEKLY, source="the plan"),
        given(f"Pay, {time.day_kind}", time.hourly_pence, PENCE_HOURLY, source="the plan"),
        rounding=NEAREST_PENNY,
    )


def gross_pay(name: str, times: Sequence[PaidTime]) -> Step:
    """All that an assistant is paid in a week before anything is taken off, in pence."""
    parts = [pay_for(time.label or f"{name}, {time.day_kind}", time) for time in times]
    return add_up(f"Pay of {name}", *parts, unit=PENCE_WEEKLY)


def counted_time(name: str, times: Sequence[PaidTime]) -> Step:
    """The minutes a week that count for the minimum wage: of a sleep-in, only those awake for working.

    Source: SI 2015/621 reg 32 and the Supreme Court in Mencap (2021), as recalled: not read.
    """
    parts = [
        given(
            f"Awake for working, {time.day_kind}" if time.day_kind == SLEEP_IN else f"Time, {time.day_kind}",
            time.minutes_awake_weekly if time.day_kind == SLEEP_IN else time.minutes_weekly,
            MINUTES_WEEKLY,
            source="the plan",
        )
        for time in times
    ]
    return add_up(f"Time of {name} that counts", *parts, unit=MINUTES_WEEKLY)


def time_problems(times: Sequence[PaidTime], at: str = "times") -> Iterator[InputProblem]:
    """No time at all, days of no known kind, more time awake than there is, and more than a week."""
    if not times:
        yield InputProblem(at, "Say how much time this assistant works, and at what pay.")
    awake = "The time awake cannot be more than the whole sleep-in."
    for place, one in enumerate(times):
        here = f"{at}.{place}"
        yield from asked.one_of(f"{here}.day_kind", one.day_kind, DAY_KINDS)
        whole = larger(one.minutes_weekly, 0)
        yield from asked.at_most(f"{here}.minutes_awake_weekly", one.minutes_awake_weekly, whole, awake)
    minutes = sum(one.minutes_weekly for one in times)
    if any_less(asked.AT_MOST_A_WEEK, minutes):
        yield InputProblem(at, f"This is {most(minutes) // 60} hours, and a week has 168.")
