"""The rules about the minimum wage that can be asked by name: the rate, the check, living in, and nights."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ownway.rules import asked as asking
from ownway.rules import employing, minimum_wage, sleep_ins
from ownway.rules.answers import Answers, PlainAnswers, PlainRule, Rule
from ownway.rules.asked import told
from ownway.rules.employing import PaidTime
from ownway.rules.parameters import Figures
from ownway.rules.plain_data import to_plain
from ownway.rules.steps import PENCE, PENCE_HOURLY, Step


@dataclass(frozen=True, slots=True)
class PayPeriodInputs:
    """An age, and the first day of a pay period (the day of the figures, when left out)."""

    age_years: int
    apprentice: bool = False
    starts_on: date | None = None


@dataclass(frozen=True, slots=True)
class CheckInputs:
    """A week's time by kind of day with its pay, and the age on the first day of the pay period."""

    times: tuple[PaidTime, ...]
    age_years: int
    name: str = "the assistant"
    apprentice: bool = False
    starts_on: date | None = None


@dataclass(frozen=True, slots=True)
class GrossInputs:
    """A week's time by kind of day with its pay."""

    times: tuple[PaidTime, ...]
    name: str = "the assistant"


@dataclass(frozen=True, slots=True)
class LiveInInputs:
    """Pay (pence) and time (minutes) of a period, with the days of accommodation and what was charged for them."""

    age_years: int
    pay_pence: int
    minutes: int
    days: int
    charged_pence: int = 0
    apprentice: bool = False
    starts_on: date | None = None


@dataclass(frozen=True, slots=True)
class RiseInputs:
    """Time a week in minutes, and the old and the new rate in pence an hour."""

    minutes_weekly: int
    old_pence: int
    new_pence: int


@dataclass(frozen=True, slots=True)
class NothingMore:
    """The rule needs only the day."""


def _rate(asked: PayPeriodInputs, figures: Figures) -> Answers:
    asking.check(asked, asking.age("age_years", asked.age_years))
    return {"rate": _rate_for(asked, figures)}


def _check(asked: CheckInputs, figures: Figures) -> Answers:
    asking.check(asked, asking.age("age_years", asked.age_years), employing.time_problems(asked.times))
    found = minimum_wage.check(
        pay=employing.gross_pay(asked.name, asked.times),
        time=employing.counted_time(asked.name, asked.times),
        rate=_rate_for(asked, figures),
    )
    average = {"average": found.average_hourly} if found.average_hourly else {}
    return {"pay": found.pay, "least": found.least, "enough": found.enough, **average}


def _gross(asked: GrossInputs, _: Figures) -> Answers:
    asking.check(asked, employing.time_problems(asked.times))
    gross = employing.gross_pay(asked.name, asked.times)
    return {"gross": gross} | {f"times.{place}": part for place, part in enumerate(gross.parts)}


def _live_in(asked: LiveInInputs, figures: Figures) -> Answers:
    asking.check(asked, asking.age("age_years", asked.age_years), asking.more_than_nothing("minutes", asked.minutes))
    check, change = minimum_wage.accommodation(
        pay=told("Pay", asked.pay_pence, PENCE),
        minutes=asked.minutes,
        days=asked.days,
        charged_pence=asked.charged_pence,
        starts_on=asked.starts_on or figures.day,
        rate=_rate_for(asked, figures),
        figures=figures,
    )
    average = {"hourly": check.average_hourly} if check.average_hourly else {}
    return {"pay": check.pay, "change": change, "least": check.least, "enough": check.enough, **average}


def _rise(asked: RiseInputs, _: Figures) -> Answers:
    asking.check(asked)
    old, new = told("Old rate", asked.old_pence, PENCE_HOURLY), told("New rate", asked.new_pence, PENCE_HOURLY)
    yearly = minimum_wage.yearly_rise(minutes_weekly=asked.minutes_weekly, old=old, new=new)
    return {"yearly": yearly, "monthly": minimum_wage.monthly_share(yearly)}


def _offset_week(_: NothingMore, figures: Figures) -> Answers:
    return {"offset_week": minimum_wage.accommodation_week(figures)}


def _night(asked: sleep_ins.NightQuestion, _: Figures) -> PlainAnswers:
    answer: PlainAnswers = to_plain(sleep_ins.which_night(asked))
    return answer


def _rate_for(asked: PayPeriodInputs | CheckInputs | LiveInInputs, figures: Figures) -> Step:
    return minimum_wage.rate_for_pay_period(
        age_years=asked.age_years,
        apprentice=asked.apprentice,
        starts_on=asked.starts_on or figures.day,
        figures=figures,
    )


_LAW = "National Minimum Wage Regulations 2015 (SI 2015/621); rates as reported"
_ACCOMMODATION = "GOV.UK, National Minimum Wage and accommodation; HMRC NMWM10030 and NMWM10160"

RULES = {
    "pay.gross": Rule(
        GrossInputs,
        _gross,
        title="What an assistant is paid in a week",
        says="Each kind of day (weekday, evening, weekend, bank holiday, sleep-in, waking night) has its own pay for an"
        " hour. We work out each kind to the nearest penny, and add them up.",
        law="What was agreed with the assistant",
        example={
            "on": "2026-06-01",
            "name": "Carys",
            "times": [
                {"day_kind": "weekday", "minutes_weekly": 600, "hourly_pence": 1_300},
                {"day_kind": "weekend", "minutes_weekly": 210, "hourly_pence": 1_500},
            ],
        },
    ),
    "nmw.rate_for_pay_reference_period": Rule(
        PayPeriodInputs,
        _rate,
        title="Which minimum wage counts for a pay period",
        says="The age and the rate on the first day of the pay period count for all of it. When the rate goes up on"
        " 1 April, it counts from the first pay period that starts on that day or later.",
        law=_LAW,
        example={"on": "2026-04-15", "age_years": 34, "starts_on": "2026-03-16"},
    ),
    "nmw.check": Rule(
        CheckInputs,
        _check,
        title="Is the pay at least the minimum wage?",
        says="We add up all the pay of the week, and the time that counts. Of a sleep-in, only the time awake and working"
        " counts. The pay must be at least the minimum wage for that time. It is the average that counts, not"
        " each hour.",
        law=f"{_LAW}; sleep-ins as recalled: not read",
        example={
            "on": "2026-06-01",
            "name": "Carys",
            "age_years": 34,
            "times": [
                {"day_kind": "weekday", "minutes_weekly": 600, "hourly_pence": 1_300},
                {"day_kind": "sleep-in", "minutes_weekly": 540, "hourly_pence": 600, "minutes_awake_weekly": 60},
            ],
        },
    ),
    "nmw.accommodation": Rule(
        LiveInInputs,
        _live_in,
        title="Is the pay enough for an assistant who lives in?",
        says="If the room is free, a fixed sum for each day counts as pay. If you charge for it, a charge up to that sum"
        " changes nothing. What you charge above it is taken off before we look at the pay.",
        law=_ACCOMMODATION,
        example={
            "on": "2026-06-01",
            "age_years": 34,
            "pay_pence": 50_000,
            "minutes": 2_400,
            "days": 7,
            "charged_pence": 10_000,
        },
    ),
    "nmw.accommodation_weekly_cap": Rule(
        NothingMore,
        _offset_week,
        title="How much of a room counts as pay in a week",
        says="The sum for a day, seven times.",
        law=_ACCOMMODATION,
        example={"on": "2026-06-01"},
    ),
    "nmw.annual_increase": Rule(
        RiseInputs,
        _rise,
        title="What a rise in the wage comes to in a year",
        says="The rise for an hour, for the hours of a week, over a year of 365 days; and a twelfth of it for a month.",
        law="As the government worked out its example on 26 November 2025",
        example={"on": "2026-06-01", "minutes_weekly": 1_200, "old_pence": 1_221, "new_pence": 1_271},
    ),
}

PLAIN_RULES = {
    "nmw.which_night": PlainRule(
        sleep_ins.NightQuestion,
        _night,
        title="Does the whole night count for the minimum wage?",
        says="If your assistant is meant to sleep and has a place for it, only the time awake and working counts."
        " Otherwise every hour counts.",
        law=f"{sleep_ins.LAW} ({sleep_ins.STANDING})",
        example={"on": "2026-06-01", "expected_to_sleep": True, "place_to_sleep": True},
    ),
}
