"""The rules about National Insurance that can be asked by name: each pay, several assistants, and the one allowance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ownway.rules import asked as asking
from ownway.rules import employment_allowance, frequencies, national_insurance
from ownway.rules.answers import Answers, PlainAnswers, PlainRule, Rule
from ownway.rules.asked import told
from ownway.rules.employment_allowance import EMPLOYERS, AllowanceQuestion
from ownway.rules.parameters import Figures
from ownway.rules.plain_data import to_plain
from ownway.rules.refusals import InputProblem
from ownway.rules.steps import COUNT, PENCE, PENCE_WEEKLY, PENCE_YEARLY, Step
from ownway.rules.vocabulary import add_up, convert, given, take_away


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
class EmployerYearInputs:
    """The pay of each assistant of one employer, the same in every pay period of a year; who claims the allowance."""

    assistants: tuple[PayInputs, ...]
    only_care: bool = True
    claims_allowance: bool = True


@dataclass(frozen=True, slots=True)
class ThroughYearInputs:
    """The employer's National Insurance of each pay period in turn, over all assistants, from 6 April, in pence."""

    due_pence: tuple[int, ...]


def _employer(asked: PayInputs, figures: Figures) -> Answers:
    asking.check(asked, _pay_problems(asked))
    return {"employer": _each(asked, figures)}


def _employee(asked: PayInputs, figures: Figures) -> Answers:
    only_week = asking.one_of("pay_period", asked.pay_period, (frequencies.WEEK,))
    asking.check(asked, only_week, asking.one_of("category", asked.category, (national_insurance.A,)))
    main, upper = national_insurance.employee(pay_weekly=told("Pay", asked.pay_pence, PENCE_WEEKLY), figures=figures)
    return {"main": main, "upper": upper, "total": add_up("Employee’s National Insurance", main, upper)}


def _allowance(asked: AllowanceInputs, figures: Figures) -> Answers:
    asking.check(asked)
    due = told("Due in the year", asked.due_yearly_pence, PENCE_YEARLY)
    used = national_insurance.allowance_used(due_yearly=due, only_care=asked.only_care, figures=figures)
    return {"used": used, "payable": take_away("National Insurance to pay", due, used)}


def _employer_year(asked: EmployerYearInputs, figures: Figures) -> Answers:
    nobody = [] if asked.assistants else [InputProblem("assistants", "Say whom you employ, and their pay.")]
    found = [_pay_problems(one, f"assistants.{place}.") for place, one in enumerate(asked.assistants)]
    asking.check(asked, nobody, *found)
    each = [_yearly(one, place, figures) for place, one in enumerate(asked.assistants, start=1)]
    due = add_up("Employer’s National Insurance in a year", *each)
    claims = asked.only_care and asked.claims_allowance
    used = national_insurance.allowance_used(due_yearly=due, only_care=claims, figures=figures)
    answers = {"due": due, "used": used, "payable": take_away("National Insurance to pay", due, used)}
    return answers | {f"assistants.{place}": one for place, one in enumerate(each)}


def _through_year(asked: ThroughYearInputs, figures: Figures) -> Answers:
    asking.check(asked)
    due = [told(f"Due in pay period {place}", one, PENCE) for place, one in enumerate(asked.due_pence, start=1)]
    found = employment_allowance.as_it_arises(due=due, figures=figures)
    answers = {"payable": add_up("To pay in the year", *(to_pay for _, to_pay in found), unit=PENCE)}
    answers["used"] = add_up("Allowance used in the year", *(used for used, _ in found), unit=PENCE)
    return answers | {f"periods.{place}": to_pay for place, (_, to_pay) in enumerate(found)}


def _who_may(asked: AllowanceQuestion, _: Figures) -> PlainAnswers:
    asking.check(asked, asking.one_of("employer", asked.employer, EMPLOYERS))
    answer: PlainAnswers = to_plain(employment_allowance.who_may(asked))
    return answer


def _each(one: PayInputs, figures: Figures) -> Step:
    pay = told("Pay", one.pay_pence, frequencies.UNIT_EVERY[one.pay_period])
    return national_insurance.employer(pay=pay, pay_period=one.pay_period, letter=one.category, figures=figures)


def _yearly(one: PayInputs, number: int, figures: Figures) -> Step:
    return convert(
        f"Employer’s National Insurance for assistant {number}",
        _each(one, figures),
        times=given("Pay periods in a year", frequencies.PERIODS_YEARLY[one.pay_period], COUNT),
        over=given("Over", 1, COUNT),
        unit=PENCE_YEARLY,
        rounding="",
    )


def _pay_problems(one: PayInputs, at: str = "") -> Iterator[InputProblem]:
    yield from asking.one_of(f"{at}pay_period", one.pay_period, frequencies.PAY_PERIODS)
    yield from national_insurance.letter_problems(f"{at}category", one.category)


_LAW = "Class 1 National Insurance; rates and limits as reported"

RULES = {
    "ni.employer": Rule(
        PayInputs,
        _employer,
        title="The employer’s National Insurance on one pay",
        says="You pay a part of the wage above a limit. The limit goes by how often you pay. For somebody under 21 (letter"
        " M) the limit is much higher. For somebody over State Pension age (letter C) you still pay.",
        law=_LAW,
        example={"on": "2026-06-01", "pay_pence": 80_000, "pay_period": "4 weeks", "category": "A"},
    ),
    "ni.employee": Rule(
        PayInputs,
        _employee,
        title="The assistant’s own National Insurance on a week’s pay",
        says="The assistant pays a part of the wage between two limits, and a smaller part above the upper one. It comes"
        " off their wage; it is no cost of yours.",
        law=_LAW,
        example={"on": "2026-06-01", "pay_pence": 100_000},
    ),
    "ni.employment_allowance": Rule(
        AllowanceInputs,
        _allowance,
        title="How much National Insurance the allowance takes away in a year",
        says="One employer has one allowance in a tax year. It takes away what you owe, up to its amount. What is not"
        " used is lost. Somebody who employs at home has it only if all the work is care and support.",
        law=employment_allowance.LAW,
        example={"on": "2026-06-01", "due_yearly_pence": 1_200_000, "only_care": True},
    ),
    "ni.employer_year": Rule(
        EmployerYearInputs,
        _employer_year,
        title="A year’s National Insurance of somebody with several assistants",
        says="We work out each assistant’s pay by itself, for every pay of the year. Then the one allowance of the"
        " employer comes off all of it together.",
        law=f"{_LAW}; {employment_allowance.LAW}",
        example={
            "on": "2026-06-01",
            "assistants": [
                {"pay_pence": 80_000, "pay_period": "4 weeks"},
                {"pay_pence": 30_000, "pay_period": "week", "category": "C"},
            ],
        },
    ),
    "ni.allowance_through_year": Rule(
        ThroughYearInputs,
        _through_year,
        title="When the Employment Allowance is used up",
        says="The allowance comes off the first pay of the tax year, then the next, until nothing is left of it.",
        law=employment_allowance.LAW,
        example={"on": "2026-06-01", "due_pence": [400_000, 400_000, 400_000]},
    ),
}

PLAIN_RULES = {
    "ni.who_may_have_allowance": PlainRule(
        AllowanceQuestion,
        _who_may,
        title="Who may have the Employment Allowance?",
        says="Somebody who employs an assistant at home may have it, if all the work is care for a person who needs it."
        " One employer can have it once in a tax year.",
        law=f"{employment_allowance.LAW}; companies and charities as recalled: not read",
        example={"on": "2026-06-01", "employer": "person", "needs_care": True, "only_care": True},
    ),
}
