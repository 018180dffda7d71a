"""The rules about employing assistants, and about what a plan costs, that can be asked by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ownway.rules import (
    answers_ending,
    answers_holiday,
    answers_minimum_wage,
    answers_national_insurance,
    answers_pension,
    answers_sick_pay,
    employment_cost,
    mileage,
)
from ownway.rules import asked as asking
from ownway.rules.answers import Answers, PlainRule, Rule
from ownway.rules.asked import told
from ownway.rules.employment_cost import Employer, JobCost
from ownway.rules.parameters import Figures
from ownway.rules.plan_cost import PlanCost, cost
from ownway.rules.plans import Plan
from ownway.rules.steps import COUNT, Step


@dataclass(frozen=True, slots=True)
class MileageInputs:
    """Miles in a year, and what was agreed for each in pence."""

    miles_yearly: int
    mile_pence: int


def name_plan(costed: PlanCost) -> Answers:
    """The Steps of a costed plan by name: its totals, each line, each heading, and each minimum-wage check."""
    answers = {"weekly": costed.weekly, "four_weekly": costed.four_weekly, "yearly": costed.yearly}
    answers["one_off"] = costed.one_off
    answers |= {f"lines.{place}": line.cost for place, line in enumerate(costed.lines)}
    answers |= {f"headings.{heading}": step for heading, step in costed.headings}
    return answers | {f"minimum_wage.{one.key}": check.enough for one, check in costed.minimum_wages}


def _plan(asked: Plan, figures: Figures) -> Answers:
    return name_plan(cost(asked, figures=figures))


def _employing(asked: Employer, figures: Figures) -> Answers:
    found = employment_cost.cost(asked, figures=figures)
    answers = {
        "weekly": found.weekly,
        "four_weekly": found.four_weekly,
        "yearly": found.yearly,
        "national_insurance": found.insurance,
    }
    answers |= {f"running.{place}": step for place, step in enumerate(found.running)}
    return answers | dict(named for job in found.jobs for named in _of_job(job))


def _of_job(job: JobCost) -> Iterator[tuple[str, Step]]:
    for name in ("pay", "holiday", "pension", "sickness", "set_aside", "mileage"):
        yield f"jobs.{job.job.assistant.key}.{name}", getattr(job, name)
    yield f"minimum_wage.{job.job.assistant.key}", job.minimum_wage.enough


def _mileage(asked: MileageInputs, _: Figures) -> Answers:
    asking.check(asked)
    miles = told("Miles in a year", asked.miles_yearly, COUNT)
    return {"yearly": mileage.yearly_cost(miles=miles, mile_pence=asked.mile_pence)}


def _mileage_tax(asked: MileageInputs, figures: Figures) -> Answers:
    asking.check(asked)
    miles = told("Miles in a year", asked.miles_yearly, COUNT)
    free = mileage.free_of_tax_yearly(miles=miles, figures=figures)
    paid = mileage.yearly_cost(miles=miles, mile_pence=asked.mile_pence)
    return {"free_of_tax": free, "taxed": mileage.taxed_yearly(paid=paid, free=free)}


_CARYS = {"key": "carys", "name": "Carys", "age_years": 68, "over_state_pension_age": True}

RULES: dict[str, Rule] = {
    "plan.cost": Rule(
        Plan,
        _plan,
        title="What a whole plan costs",
        says="Every line of the plan, and what being an employer adds: holiday, National Insurance and pension. We show a"
        " week, four weeks and a year. What is paid once stands apart.",
        law="Care Act 2014 s.26; what each part follows stands in its working",
        example={
            "on": "2026-06-01",
            "assistants": [_CARYS],
            "lines": [
                {
                    "kind": "pa_hours",
                    "heading": "Exercise",
                    "label": "Swimming with Carys",
                    "minutes_weekly": 180,
                    "hourly_pence": 1_300,
                    "assistant": "carys",
                }
            ],
        },
    ),
    "employing.cost": Rule(
        Employer,
        _employing,
        title="What it costs to employ one assistant or several",
        says="Pay for each kind of day, holiday, National Insurance with the one allowance, pension, money held for"
        " sickness and for the end of the job, mileage, and what runs with it: insurance, payroll, checks and"
        " training. We show a week, four weeks and a year.",
        law="What each part follows stands in its working",
        example={
            "on": "2026-06-01",
            "jobs": [
                {
                    "assistant": _CARYS,
                    "times": [{"day_kind": "weekday", "minutes_weekly": 1_200, "hourly_pence": 1_300}],
                    "sick_weeks_yearly": 1,
                    "worked_years": 1,
                    "miles_yearly": 520,
                    "mile_pence": 45,
                }
            ],
            "running": [{"label": "Insurance", "amount_pence": 10_400, "every": "year"}],
        },
    ),
    "mileage.cost": Rule(
        MileageInputs,
        _mileage,
        title="What mileage costs in a year",
        says="So many miles at what you agreed for each.",
        law="What was agreed with the assistant",
        example={"on": "2026-06-01", "miles_yearly": 1_000, "mile_pence": 45},
    ),
    "mileage.free_of_tax": Rule(
        MileageInputs,
        _mileage_tax,
        title="How much mileage may be paid free of tax",
        says="HMRC has one rate for the first miles of a tax year and another after them. What you pay above it counts as"
        " pay.",
        law=mileage.LAW,
        example={"on": "2026-06-01", "miles_yearly": 11_000, "mile_pence": 50},
    ),
    **answers_minimum_wage.RULES,
    **answers_national_insurance.RULES,
    **answers_pension.RULES,
    **answers_holiday.RULES,
    **answers_sick_pay.RULES,
    **answers_ending.RULES,
}

PLAIN_RULES: dict[str, PlainRule] = {
    **answers_minimum_wage.PLAIN_RULES,
    **answers_national_insurance.PLAIN_RULES,
    **answers_pension.PLAIN_RULES,
    **answers_holiday.PLAIN_RULES,
}
