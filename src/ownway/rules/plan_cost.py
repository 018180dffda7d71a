"""What a whole plan costs: every line a Step, by outcome; a week, four weeks and a year, with one-offs apart.

The week is what is agreed and paid; four weeks and a year are made from it, so they never differ from what is paid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ownway.rules import frequencies, holiday, minimum_wage, national_insurance, pension
from ownway.rules.arithmetic import is_anybodys
from ownway.rules.employing import FIXED_HOURS, Assistant, PaidTime, counted_time, gross_pay, pay_for
from ownway.rules.parameters import Figures
from ownway.rules.plans import (
    AGENCY_HOURS,
    CONTINGENCY,
    PA_HOURS,
    VAT_FIGURES,
    Plan,
    PlanLine,
    problems,
)
from ownway.rules.refusals import InputProblem, refuse_if_wrong
from ownway.rules.steps import (
    BASIS_POINTS,
    COUNT,
    MINUTES_WEEKLY,
    PENCE,
    PENCE_HOURLY,
    PENCE_WEEKLY,
    Step,
)
from ownway.rules.vocabulary import NEAREST_PENNY, add_up, for_each, given, part_of
from ownway.rules.wording import in_words

EMPLOYER = "Being an employer"
"""The heading under which holiday, National Insurance and pension stand."""


@dataclass(frozen=True, slots=True)
class CostedLine:
    """One line with its cost. `cost` is pence a week, or pence for what is paid once.

    `place` is the line's place in the plan; None for what being an employer adds.
    """

    heading: str
    kind: str
    cost: Step
    place: int | None = None

    @property
    def is_once(self) -> bool:
        """Whether it is paid once rather than every week."""
        return self.cost.unit == PENCE


@dataclass(frozen=True, slots=True)
class PlanCost:
    """The cost of a plan. `headings` are weekly sums by outcome; `minimum_wages` the check of each assistant by key."""

    weekly: Step
    four_weekly: Step
    yearly: Step
    one_off: Step
    lines: tuple[CostedLine, ...]
    headings: tuple[tuple[str, Step], ...]
    minimum_wages: tuple[tuple[Assistant, minimum_wage.MinimumWage], ...]


def cost(plan: Plan, *, figures: Figures) -> PlanCost:
    """What the plan costs with the figures of its first day.

    Raises BadInput with everything to put right, and FigureNotKnown or FigureNotConfirmed for a figure that is missing.
    """
    refuse_if_wrong(problems(plan))
    lines = [*_plan_lines(plan, figures), *_employer_lines(plan, figures)]
    lines += _contingency_lines(plan, lines)
    regular = [line for line in lines if not line.is_once]
    weekly = add_up("The plan costs", *(line.cost for line in regular), unit=PENCE_WEEKLY)
    once = [line.cost for line in lines if line.is_once]
    return PlanCost(
        weekly=weekly,
        four_weekly=frequencies.each_period("Every 4 weeks", weekly, every=frequencies.FOUR_WEEKS),
        yearly=frequencies.each_period("In a year", weekly, every=frequencies.YEAR, year=plan.year),
        one_off=add_up("Paid once", *once, unit=PENCE),
        lines=tuple(lines),
        headings=tuple(_by_heading(regular)),
        minimum_wages=tuple(_minimum_wages(plan, figures)),
    )


def concerns(plan: Plan, costed: PlanCost) -> list[InputProblem]:
    """What is lawful to plan but not to agree: an assistant paid less than the minimum wage. By the assistant's field."""
    places = {assistant.key: place for place, assistant in enumerate(plan.assistants)}
    return [
        InputProblem(
            f"assistants.{places[assistant.key]}",
            f"{assistant.name} would be paid {in_words(check.pay.value, check.pay.unit)}. The law says at least"
            f" {in_words(check.least.value, check.least.unit)} for this time, which is"
            f" {in_words(check.rate.value, check.rate.unit)}.",
        )
        for assistant, check in costed.minimum_wages
        if not check.is_enough
    ]


def _plan_lines(plan: Plan, figures: Figures) -> Iterator[CostedLine]:
    for place, line in enumerate(plan.lines):
        if line.kind != CONTINGENCY or not line.basis_points:
            yield CostedLine(line.heading, line.kind, _line_cost(line, plan.year, figures), place)


def _line_cost(line: PlanLine, year: str, figures: Figures) -> Step:
    if line.kind == PA_HOURS:
        return pay_for(line.label, _paid_time(line))
    amount = _with_vat(_price(line), line.vat, figures)
    as_it_is = line.kind == AGENCY_HOURS or line.every == frequencies.ONCE
    return amount if as_it_is else frequencies.weekly(amount, every=line.every, year=year)


def _with_vat(price: Step, vat: str, figures: Figures) -> Step:
    """The price and the VAT on it, to the nearest penny. Source: VAT Act 1994 s.2, as recalled: not read."""
    if not vat:
        return price
    added = part_of(f"VAT on {price.label}", price, figures.step(VAT_FIGURES[vat]), rounding=NEAREST_PENNY)
    return add_up(f"{price.label}, with VAT", price, added)


def _price(line: PlanLine) -> Step:
    if line.kind == AGENCY_HOURS:
        time = given("Time", line.minutes_weekly, MINUTES_WEEKLY, source="the plan")
        rate = given("An hour with the agency", line.hourly_pence, PENCE_HOURLY, source="the plan")
        return for_each(line.label, time, rate, rounding=NEAREST_PENNY)
    amount = given(line.label, line.amount_pence, frequencies.UNIT_EVERY[line.every], source="the plan")
    if is_anybodys(line.count - 1):
        amount = for_each(line.label, given("How many", line.count, COUNT, source="the plan"), amount)
    return amount


def _employer_lines(plan: Plan, figures: Figures) -> Iterator[CostedLine]:
    paid = [(one, gross_pay(one.name, times)) for one in plan.assistants if (times := _times_of(plan, one))]
    yearly: list[Step] = []
    for assistant, pay in paid:
        off = holiday.weekly_cost(assistant=assistant, pay_weekly=pay, figures=figures)
        yield CostedLine(EMPLOYER, "holiday", off)
        taxed = pay if assistant.hours_kind == FIXED_HOURS else add_up(f"Pay of {assistant.name}, in all", pay, off)
        yearly.append(
            national_insurance.employer_yearly(assistant=assistant, pay_weekly=taxed, figures=figures, year=plan.year)
        )
        due = pension.employer_weekly(assistant=assistant, pay_weekly=taxed, figures=figures, year=plan.year)
        yield CostedLine(EMPLOYER, "pension", due)
    if paid:
        due = national_insurance.weekly_after_allowance(
            yearly=yearly,
            only_care=plan.only_care,
            claims_allowance=plan.claims_allowance,
            year=plan.year,
            figures=figures,
            source="the plan",
        )
        yield CostedLine(EMPLOYER, "national_insurance", due)


def _contingency_lines(plan: Plan, others: list[CostedLine]) -> list[CostedLine]:
    rest = add_up("All the rest of the week", *(line.cost for line in others if not line.is_once), unit=PENCE_WEEKLY)
    return [
        CostedLine(
            line.heading,
            line.kind,
            part_of(
                line.label,
                rest,
                given("Contingency", line.basis_points, BASIS_POINTS, source="the council’s policy"),
                rounding=NEAREST_PENNY,
            ),
            place,
        )
        for place, line in enumerate(plan.lines)
        if line.kind == CONTINGENCY and line.basis_points
    ]


def _by_heading(lines: Iterable[CostedLine]) -> Iterator[tuple[str, Step]]:
    grouped: dict[str, list[Step]] = {}
    for line in lines:
        grouped.setdefault(line.heading, []).append(line.cost)
    for heading, parts in grouped.items():
        yield heading, add_up(heading, *parts)


def _minimum_wages(plan: Plan, figures: Figures) -> Iterator[tuple[Assistant, minimum_wage.MinimumWage]]:
    for one in plan.assistants:
        if times := _times_of(plan, one):
            rate = minimum_wage.rate_for_pay_period(
                age_years=one.age_years, apprentice=one.apprentice, starts_on=figures.day, figures=figures
            )
            pay, time = gross_pay(one.name, times), counted_time(one.name, times)
            yield one, minimum_wage.check(pay=pay, time=time, rate=rate)


def _times_of(plan: Plan, assistant: Assistant) -> list[PaidTime]:
    return [_paid_time(line) for line in plan.lines if line.kind == PA_HOURS and line.assistant == assistant.key]


def _paid_time(line: PlanLine) -> PaidTime:
    return PaidTime(line.day_kind, line.minutes_weekly, line.hourly_pence, line.minutes_awake_weekly, line.label)
