"""The rules about holiday that can be asked by name: how it builds up, what it is paid, and what is owed at the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ownway.rules import asked as asking
from ownway.rules import holiday, holiday_kinds, holiday_owed
from ownway.rules.answers import Answers, PlainAnswers, PlainRule, Rule
from ownway.rules.asked import told
from ownway.rules.employing import HOURS_KINDS, IRREGULAR_HOURS
from ownway.rules.holiday_kinds import HolidayQuestion
from ownway.rules.parameters import Figures
from ownway.rules.plain_data import to_plain
from ownway.rules.steps import PENCE, PENCE_WEEKLY

_WEEK_HAS = "A week has 7 days."


@dataclass(frozen=True, slots=True)
class AccrualInputs:
    """Time worked in a pay period in minutes, by hours of which kind; the first day of the leave year, if known."""

    minutes_worked: int
    hours_kind: str
    leave_year_starts_on: date | None = None


@dataclass(frozen=True, slots=True)
class FixedInputs:
    """Days worked in a week."""

    days_weekly: int


@dataclass(frozen=True, slots=True)
class RolledUpInputs:
    """All pay of a period in pence, by hours of which kind; the first day of the leave year, if known."""

    pay_pence: int
    hours_kind: str
    leave_year_starts_on: date | None = None


@dataclass(frozen=True, slots=True)
class FirstYearInputs:
    """Days worked in a week, and months of the first year that have begun."""

    days_weekly: int
    months: int


@dataclass(frozen=True, slots=True)
class LeaveYearInputs:
    """Time worked in each pay period of a leave year so far, and on an average day, in minutes."""

    minutes: tuple[int, ...]
    hours_daily_minutes: int
    hours_kind: str = IRREGULAR_HOURS


@dataclass(frozen=True, slots=True)
class WeekPayInputs:
    """Pay in pence in the last weeks that had any pay, and how many of them there were (52 at most)."""

    pay_pence: int
    weeks: int


@dataclass(frozen=True, slots=True)
class OwedInputs:
    """A week's pay and days, how much of the leave year has gone by, and holiday taken in hundredths of a day."""

    pay_weekly_pence: int
    days_weekly: int
    days_gone: int
    taken_hundredths: int = 0


def _accrued(asked: AccrualInputs, figures: Figures) -> Answers:
    asking.check(asked, asking.one_of("hours_kind", asked.hours_kind, HOURS_KINDS))
    whole = holiday.accrued(
        minutes_worked=asked.minutes_worked,
        hours_kind=asked.hours_kind,
        leave_year_starts_on=asked.leave_year_starts_on,
        figures=figures,
    )
    return {"accrued": whole, "before_rounding": whole.parts[0]}


def _fixed(asked: FixedInputs, figures: Figures) -> Answers:
    asking.check(asked, asking.at_most("days_weekly", asked.days_weekly, 7, _WEEK_HAS))
    return {"days": holiday.fixed_days(days_weekly=asked.days_weekly, figures=figures)}


def _rolled_up(asked: RolledUpInputs, figures: Figures) -> Answers:
    asking.check(asked, asking.one_of("hours_kind", asked.hours_kind, HOURS_KINDS))
    pay = holiday.rolled_up_pay(
        pay=told("All pay of the period", asked.pay_pence, PENCE),
        hours_kind=asked.hours_kind,
        leave_year_starts_on=asked.leave_year_starts_on,
        figures=figures,
    )
    return {"holiday_pay": pay}


def _first_year(asked: FirstYearInputs, figures: Figures) -> Answers:
    asking.check(
        asked,
        asking.at_most("days_weekly", asked.days_weekly, 7, _WEEK_HAS),
        asking.at_most("months", asked.months, holiday_owed.MONTHS_IN_A_YEAR, "A first year has 12 months."),
    )
    earned = holiday_owed.earned_in_first_year(days_weekly=asked.days_weekly, months=asked.months, figures=figures)
    return {"days": earned}


def _leave_year(asked: LeaveYearInputs, figures: Figures) -> Answers:
    asking.check(
        asked,
        asking.one_of("hours_kind", asked.hours_kind, HOURS_KINDS),
        asking.more_than_nothing("hours_daily_minutes", asked.hours_daily_minutes),
        asking.at_most("hours_daily_minutes", asked.hours_daily_minutes, 24 * 60, "A day has 24 hours."),
    )
    earned, each = holiday_owed.earned_as_worked(
        minutes=asked.minutes,
        hours_kind=asked.hours_kind,
        hours_daily_minutes=asked.hours_daily_minutes,
        figures=figures,
    )
    return {"earned": earned} | {f"periods.{place}": one for place, one in enumerate(each)}


def _week_pay(asked: WeekPayInputs, _: Figures) -> Answers:
    most = holiday_owed.MOST_WEEKS_LOOKED_AT
    asking.check(
        asked,
        asking.more_than_nothing("weeks", asked.weeks),
        asking.at_most("weeks", asked.weeks, most, f"Look at the last {most} weeks that had pay, not more."),
    )
    return {"weekly": holiday_owed.week_of_holiday_pay(pay_pence=asked.pay_pence, weeks=asked.weeks)}


def _owed(asked: OwedInputs, figures: Figures) -> Answers:
    asking.check(
        asked,
        asking.more_than_nothing("days_weekly", asked.days_weekly),
        asking.at_most("days_weekly", asked.days_weekly, 7, _WEEK_HAS),
    )
    owed = holiday_owed.owed_fixed(
        pay_weekly=told("A week’s pay", asked.pay_weekly_pence, PENCE_WEEKLY),
        days_weekly=asked.days_weekly,
        days_gone=asked.days_gone,
        taken_hundredths=asked.taken_hundredths,
        figures=figures,
    )
    return {"owed": owed}


def _which(asked: HolidayQuestion, _: Figures) -> PlainAnswers:
    answer: PlainAnswers = to_plain(holiday_kinds.which_holiday(asked))
    return answer


_LAW = f"{holiday_owed.LAW}; as reported"
_RECALLED = f"{holiday_owed.LAW}; as recalled: not read"

RULES = {
    "holiday.irregular_accrual": Rule(
        AccrualInputs,
        _accrued,
        title="Holiday earned when hours change or are for part of the year",
        says="Holiday builds up as your assistant works: 12.07% of the hours of each pay period, in whole hours. Less than"
        " half an hour is left off; half an hour or more counts as an hour. It is only for holiday years that"
        " start on 1 April 2024 or later.",
        law=f"{_LAW}; rounding as recalled: not read",
        example={
            "on": "2026-06-01",
            "minutes_worked": 68 * 60,
            "hours_kind": "irregular",
            "leave_year_starts_on": "2026-04-01",
        },
    ),
    "holiday.fixed_hours": Rule(
        FixedInputs,
        _fixed,
        title="Holiday in a year when hours are set",
        says="5.6 weeks of the days worked in a week, and 28 days at most.",
        law=_LAW,
        example={"on": "2026-06-01", "days_weekly": 3},
    ),
    "holiday.rolled_up_pay": Rule(
        RolledUpInputs,
        _rolled_up,
        title="Holiday pay paid with the wage",
        says="Where hours change, or are for part of the year, you may pay 12.07% of all pay with each wage. Where hours"
        " are set, the law does not allow it.",
        law=_LAW,
        example={
            "on": "2026-06-01",
            "pay_pence": 40_000,
            "hours_kind": "irregular",
            "leave_year_starts_on": "2026-04-01",
        },
    ),
    "holiday.first_year": Rule(
        FirstYearInputs,
        _first_year,
        title="Holiday earned in a first year",
        says="At the start of each month of the first year, your assistant has a twelfth more of a year’s holiday. A part"
        " of half a day counts as half a day.",
        law=f"{_LAW}; half days as recalled: not read",
        example={"on": "2026-06-01", "days_weekly": 5, "months": 5},
    ),
    "holiday.leave_year": Rule(
        LeaveYearInputs,
        _leave_year,
        title="Holiday earned over a year when hours change",
        says="We work out each pay period in whole hours and add them up. It cannot be more than 28 days of the usual"
        " length.",
        law=f"{_LAW}; the 28 days in hours as recalled: not read",
        example={"on": "2026-06-01", "minutes": [4_080, 2_220, 0], "hours_daily_minutes": 360},
    ),
    "holiday.week_pay": Rule(
        WeekPayInputs,
        _week_pay,
        title="A week’s holiday pay when pay changes",
        says="The average of the last 52 weeks that had pay. Weeks with no pay are left out, and older ones taken instead.",
        law=_LAW,
        example={"on": "2026-06-01", "pay_pence": 1_300_000, "weeks": 52},
    ),
    "holiday.owed": Rule(
        OwedInputs,
        _owed,
        title="Holiday owed when a job with set days ends",
        says="The part of the year’s holiday for the part of the holiday year that has gone by, less the days taken. You"
        " pay for the days that are left.",
        law=_RECALLED,
        example={
            "on": "2026-06-01",
            "pay_weekly_pence": 30_000,
            "days_weekly": 5,
            "days_gone": 73,
            "taken_hundredths": 200,
        },
    ),
}

PLAIN_RULES = {
    "holiday.which": PlainRule(
        HolidayQuestion,
        _which,
        title="How is holiday given, and may it be paid with the wage?",
        says="With set hours: 5.6 weeks, paid when taken. Where hours change, in holiday years from 1 April 2024: as"
        " worked, and it may be paid with the wage.",
        law=f"{holiday_kinds.LAW} ({holiday_kinds.STANDING})",
        example={"on": "2026-06-01", "hours_kind": "fixed", "leave_year_starts_on": "2026-04-01"},
    ),
}
