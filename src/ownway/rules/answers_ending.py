"""The rules about the start and the end of a job that can be asked by name: redundancy, notice, and lists with totals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ownway.rules import asked as asking
from ownway.rules import ending, start_and_end
from ownway.rules.answers import Answers, Rule
from ownway.rules.arithmetic import any_less, larger
from ownway.rules.asked import told
from ownway.rules.employing import HOURS_KINDS
from ownway.rules.parameters import Figures
from ownway.rules.refusals import InputProblem
from ownway.rules.start_and_end import CHECKS, Leaver, StartUp
from ownway.rules.steps import PENCE_WEEKLY


@dataclass(frozen=True, slots=True)
class RedundancyInputs:
    """A week's pay in pence, and age and full years of work on the last day; what is set aside already, in pence."""

    pay_weekly_pence: int
    age_years: int
    worked_years: int
    held_pence: int = 0


@dataclass(frozen=True, slots=True)
class NoticeInputs:
    """Full years of work, a week's pay in pence, and weeks of notice in the contract."""

    worked_years: int
    pay_weekly_pence: int
    contract_weeks: int = 0
    worked_a_month: bool = True


@dataclass(frozen=True, slots=True)
class RunOffInputs:
    """Everybody whose job ends, the last payroll and anything else, in pence."""

    leavers: tuple[Leaver, ...]
    final_payroll_pence: int = 0
    other_pence: int = 0


def _redundancy(asked: RedundancyInputs, figures: Figures) -> Answers:
    asking.check(asked, _years_problems("", asked.age_years, asked.worked_years))
    pay = told("A week’s pay", asked.pay_weekly_pence, PENCE_WEEKLY)
    age, worked = ending.years("Age", asked.age_years), ending.years("Full years worked", asked.worked_years)
    due = ending.redundancy_pay(pay_weekly=pay, age_years=age, worked_years=worked, figures=figures)
    weeks = ending.redundancy_weeks(age_years=age, worked_years=worked, figures=figures)
    return {"redundancy": due, "weeks": weeks}


def _set_aside(asked: RedundancyInputs, figures: Figures) -> Answers:
    asking.check(asked, _years_problems("", asked.age_years, asked.worked_years))
    due = ending.redundancy_pay(
        pay_weekly=told("A week’s pay", asked.pay_weekly_pence, PENCE_WEEKLY),
        age_years=ending.years("Age in a year", asked.age_years + 1),
        worked_years=ending.years("Full years worked in a year", asked.worked_years + 1),
        figures=figures,
    )
    return {"weekly": ending.set_aside_weekly(in_a_year=due, held_pence=asked.held_pence), "in_a_year": due}


def _notice(asked: NoticeInputs, figures: Figures) -> Answers:
    asking.check(asked)
    weeks = ending.notice_weeks(
        worked_years=ending.years("Full years worked", asked.worked_years),
        worked_a_month=asked.worked_a_month,
        contract_weeks=asked.contract_weeks,
        figures=figures,
    )
    pay = told("A week’s pay", asked.pay_weekly_pence, PENCE_WEEKLY)
    return {"weeks": weeks, "pay": ending.notice_pay(weeks=weeks, pay_weekly=pay)}


def _start_up(asked: StartUp, figures: Figures) -> Answers:
    asking.check(asked, asking.one_of("check", asked.check, CHECKS))
    total, lines = start_and_end.start_up(asked, figures=figures)
    return {"total": total} | {f"lines.{place}": line for place, line in enumerate(lines)}


def _run_off(asked: RunOffInputs, figures: Figures) -> Answers:
    asking.check(asked, *(_leaver_problems(f"leavers.{place}.", one) for place, one in enumerate(asked.leavers)))
    total, each = start_and_end.run_off_of_all(
        asked.leavers, final_payroll_pence=asked.final_payroll_pence, other_pence=asked.other_pence, figures=figures
    )
    answers = {"total": total}
    for place, one in enumerate(each):
        names = ("notice", "redundancy", "holiday", "total")
        answers |= {f"leavers.{place}.{name}": getattr(one, name) for name in names}
    return answers


def _years_problems(at: str, age_years: int, worked_years: int) -> Iterator[InputProblem]:
    yield from asking.age(f"{at}age_years", age_years)
    if any_less(larger(age_years, 0), worked_years):
        yield InputProblem(f"{at}worked_years", "These are more years than this person has lived.")


def _leaver_problems(at: str, one: Leaver) -> Iterator[InputProblem]:
    yield from _years_problems(at, one.age_years, one.worked_years)
    yield from asking.one_of(f"{at}hours_kind", one.hours_kind, HOURS_KINDS)
    yield from asking.more_than_nothing(f"{at}days_weekly", one.days_weekly)
    yield from asking.at_most(f"{at}days_weekly", one.days_weekly, 7, "A week has 7 days.")


_REDUNDANCY = (
    "For each full year of work, counted back from the last day and up to 20 years: a week and a half’s pay for a year"
    " from age 41, a week’s pay from 22, half a week’s pay before that. A week’s pay counts up to a limit. Nothing is"
    " due before two years of work."
)

RULES = {
    "redundancy.pay": Rule(
        RedundancyInputs,
        _redundancy,
        title="Redundancy pay when the work ends",
        says=_REDUNDANCY,
        law=ending.REDUNDANCY_LAW,
        example={"on": "2026-06-01", "pay_weekly_pence": 30_000, "age_years": 43, "worked_years": 5},
    ),
    "redundancy.set_aside": Rule(
        RedundancyInputs,
        _set_aside,
        title="What to set aside each week for redundancy pay",
        says=f"{_REDUNDANCY} A budget should hold it before it is due. We work out what would be due in a year, take off"
        " what is there already, and share the rest over 52 weeks.",
        law=f"{ending.REDUNDANCY_LAW}; setting aside is a way of planning, not law",
        example={
            "on": "2026-06-01",
            "pay_weekly_pence": 30_000,
            "age_years": 43,
            "worked_years": 5,
            "held_pence": 180_000,
        },
    ),
    "notice.weeks": Rule(
        NoticeInputs,
        _notice,
        title="Notice that an assistant must have",
        says="A week after the first month, then a week for each full year, up to 12 weeks. If the contract gives more,"
        " the contract counts.",
        law=ending.NOTICE_LAW,
        example={"on": "2026-06-01", "worked_years": 5, "pay_weekly_pence": 30_000},
    ),
    "employing.start_up": Rule(
        StartUp,
        _start_up,
        title="What it costs to begin to employ somebody",
        says="What is paid once for the employer (advert, insurance, payroll, contracts) and what is paid for each"
        " assistant (background check, training, equipment), and all of it together.",
        law="What things cost is as you tell it; fees for background checks as recalled: not read",
        example={
            "on": "2026-06-01",
            "assistants": 2,
            "advert_pence": 5_000,
            "insurance_pence": 9_500,
            "payroll_pence": 6_000,
            "training_pence": 7_500,
        },
    ),
    "employing.run_off": Rule(
        RunOffInputs,
        _run_off,
        title="What it costs to stop employing",
        says="For each assistant: pay for the notice, redundancy pay if the work itself ends, and holiday that is owed."
        " Then the last payroll. It is due when a direct payment ends or the person dies, so a budget should hold it.",
        law=f"{ending.NOTICE_LAW}; {ending.REDUNDANCY_LAW}; holiday owed as recalled: not read",
        example={
            "on": "2026-06-01",
            "leavers": [
                {
                    "name": "Carys",
                    "pay_weekly_pence": 30_000,
                    "age_years": 43,
                    "worked_years": 5,
                    "days_weekly": 5,
                    "days_gone": 73,
                    "taken_hundredths": 200,
                }
            ],
            "final_payroll_pence": 4_500,
        },
    ),
}
