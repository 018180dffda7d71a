"""The rules about employing assistants, and about what a plan costs, that can be asked by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ownway.rules import frequencies, holiday, minimum_wage, national_insurance, sick_pay
from ownway.rules.answers import Answers, Rule
from ownway.rules.parameters import Figures
from ownway.rules.plan_cost import PlanCost, cost
from ownway.rules.plans import Plan
from ownway.rules.refusals import BadInput, InputProblem
from ownway.rules.steps import PENCE, PENCE_HOURLY, PENCE_WEEKLY, PENCE_YEARLY, Step
from ownway.rules.vocabulary import add_up, given, take_away


@dataclass(frozen=True, slots=True)
class PayPeriodInputs:
    """An age, and the first day of a pay period (the day of the figures, when left out)."""

    age_years: int
    apprentice: bool = False
    starts_on: date | None = None


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


@dataclass(frozen=True, slots=True)
class PayInputs:
    """Pay of one pay period in pence, and the letter of the employee."""

    pay_pence: int
    pay_period: str = frequencies.WEEK
    category: str = national_insurance.A


@dataclass(frozen=True, slots=True)
class AllowanceInputs:
    """National Insurance due in a year in pence, and whether all the work is care and support."""

    due_yearly_pence: int
    only_care: bool


@dataclass(frozen=True, slots=True)
class AccrualInputs:
    """Time worked in a pay period in minutes, by hours of which kind."""

    minutes_worked: int
    hours_kind: str


@dataclass(frozen=True, slots=True)
class FixedInputs:
    """Days worked in a week."""

    days_weekly: int


@dataclass(frozen=True, slots=True)
class RolledUpInputs:
    """All pay of a period in pence, by hours of which kind."""

    pay_pence: int
    hours_kind: str


@dataclass(frozen=True, slots=True)
class EarningsInputs:
    """Pay in the weeks before an absence, in pence, and how many weeks."""

    pay_pence: int
    weeks: int = 8


@dataclass(frozen=True, slots=True)
class AbsenceInputs:
    """One absence within a week: days are Mon to Sun."""

    qualifying_days: tuple[str, ...]
    sick_from: str
    sick_to: str
    linked: bool = False


def name_plan(costed: PlanCost) -> Answers:
    """The Steps of a costed plan by name: its totals, each line, each heading, and each minimum-wage check."""
    answers = {"weekly": costed.weekly, "four_weekly": costed.four_weekly, "yearly": costed.yearly}
    answers["one_off"] = costed.one_off
    answers |= {f"lines.{place}": line.cost for place, line in enumerate(costed.lines)}
    answers |= {f"headings.{heading}": step for heading, step in costed.headings}
    return answers | {f"minimum_wage.{one.key}": check.enough for one, check in costed.minimum_wages}


def _plan(asked: Plan, figures: Figures) -> Answers:
    return name_plan(cost(asked, figures=figures))


def _rate(asked: PayPeriodInputs, figures: Figures) -> Answers:
    day = asked.starts_on or figures.day
    rate = minimum_wage.rate_for_pay_period(
        age_years=asked.age_years, apprentice=asked.apprentice, starts_on=day, figures=figures
    )
    return {"rate": rate}


def _live_in(asked: LiveInInputs, figures: Figures) -> Answers:
    _more_than_nothing("minutes", asked.minutes)
    day = asked.starts_on or figures.day
    rate = minimum_wage.rate_for_pay_period(
        age_years=asked.age_years, apprentice=asked.apprentice, starts_on=day, figures=figures
    )
    check, change = minimum_wage.accommodation(
        pay=_given("Pay", asked.pay_pence, PENCE),
        minutes=asked.minutes,
        days=asked.days,
        charged_pence=asked.charged_pence,
        starts_on=day,
        rate=rate,
        figures=figures,
    )
    average = {"hourly": check.average_hourly} if check.average_hourly else {}
    return {"pay": check.pay, "change": change, "least": check.least, "enough": check.enough, **average}


def _rise(asked: RiseInputs, _: Figures) -> Answers:
    old, new = _given("Old rate", asked.old_pence, PENCE_HOURLY), _given("New rate", asked.new_pence, PENCE_HOURLY)
    yearly = minimum_wage.yearly_rise(minutes_weekly=asked.minutes_weekly, old=old, new=new)
    return {"yearly": yearly, "monthly": minimum_wage.monthly_share(yearly)}


def _offset_week(_: NothingMore, figures: Figures) -> Answers:
    return {"offset_week": minimum_wage.accommodation_week(figures)}


def _employer(asked: PayInputs, figures: Figures) -> Answers:
    _one_of("pay_period", asked.pay_period, frequencies.PAY_PERIODS)
    _one_of("category", asked.category, national_insurance.CATEGORIES)
    pay = _given("Pay", asked.pay_pence, frequencies.UNIT_EVERY[asked.pay_period])
    due = national_insurance.employer(pay=pay, pay_period=asked.pay_period, letter=asked.category, figures=figures)
    return {"employer": due}


def _employee(asked: PayInputs, figures: Figures) -> Answers:
    _one_of("pay_period", asked.pay_period, (frequencies.WEEK,))
    _one_of("category", asked.category, (national_insurance.A,))
    main, upper = national_insurance.employee(pay_weekly=_given("Pay", asked.pay_pence, PENCE_WEEKLY), figures=figures)
    return {"main": main, "upper": upper, "total": add_up("Employee’s National Insurance", main, upper)}


def _allowance(asked: AllowanceInputs, figures: Figures) -> Answers:
    due = _given("Due in the year", asked.due_yearly_pence, PENCE_YEARLY)
    used = national_insurance.allowance_used(due_yearly=due, only_care=asked.only_care, figures=figures)
    return {"used": used, "payable": take_away("National Insurance to pay", due, used)}


def _accrued(asked: AccrualInputs, figures: Figures) -> Answers:
    whole = holiday.accrued(minutes_worked=asked.minutes_worked, hours_kind=asked.hours_kind, figures=figures)
    return {"accrued": whole, "before_rounding": whole.parts[0]}


def _fixed(asked: FixedInputs, figures: Figures) -> Answers:
    if not 0 <= asked.days_weekly <= 7:
        raise BadInput([InputProblem("days_weekly", "A week has 7 days.")])
    return {"days": holiday.fixed_days(days_weekly=asked.days_weekly, figures=figures)}


def _rolled_up(asked: RolledUpInputs, figures: Figures) -> Answers:
    pay = _given("All pay of the period", asked.pay_pence, PENCE)
    return {"holiday_pay": holiday.rolled_up_pay(pay=pay, hours_kind=asked.hours_kind, figures=figures)}


def _entitled(asked: EarningsInputs, figures: Figures) -> Answers:
    average = _average(asked)
    return {"average": average, "entitled": sick_pay.is_entitled(average=average, figures=figures)}


def _sick_pay(asked: EarningsInputs, figures: Figures) -> Answers:
    return {"weekly": sick_pay.weekly_rate(average=_average(asked), figures=figures)}


def _absence(asked: AbsenceInputs, figures: Figures) -> Answers:
    waiting, paid, _ = sick_pay.days_paid(
        qualifying_days=asked.qualifying_days,
        sick_from=asked.sick_from,
        sick_to=asked.sick_to,
        linked=asked.linked,
        figures=figures,
    )
    return {"waiting_days": waiting, "paid_days": paid}


def _average(asked: EarningsInputs) -> Step:
    _more_than_nothing("weeks", asked.weeks)
    return sick_pay.average_weekly_earnings(pay_pence=asked.pay_pence, weeks=asked.weeks)


def _given(label: str, value: int, unit: str) -> Step:
    return given(label, value, unit, source="asked")


def _more_than_nothing(field: str, value: int) -> None:
    if value <= 0:
        raise BadInput([InputProblem(field, "This must be more than nothing.")])


def _one_of(field: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise BadInput([InputProblem(field, f"“{value}” is not built. Choose one of: {', '.join(allowed)}.")])


RULES = {
    "plan.cost": Rule(Plan, _plan),
    "nmw.rate_for_pay_reference_period": Rule(PayPeriodInputs, _rate),
    "nmw.accommodation": Rule(LiveInInputs, _live_in),
    "nmw.accommodation_weekly_cap": Rule(NothingMore, _offset_week),
    "nmw.annual_increase": Rule(RiseInputs, _rise),
    "ni.employer": Rule(PayInputs, _employer),
    "ni.employee": Rule(PayInputs, _employee),
    "ni.employment_allowance": Rule(AllowanceInputs, _allowance),
    "holiday.irregular_accrual": Rule(AccrualInputs, _accrued),
    "holiday.fixed_hours": Rule(FixedInputs, _fixed),
    "holiday.rolled_up_pay": Rule(RolledUpInputs, _rolled_up),
    "ssp.eligibility": Rule(EarningsInputs, _entitled),
    "ssp.weekly_rate": Rule(EarningsInputs, _sick_pay),
    "ssp.waiting_days": Rule(AbsenceInputs, _absence),
    "ssp.payable_days": Rule(AbsenceInputs, _absence),
}
