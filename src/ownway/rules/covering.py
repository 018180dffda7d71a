"""How far a budget covers what a plan truly costs, and whether it can pay a lawful wage: if not, that is a finding.

Source: Care Act 2014 s.26, a budget is the cost of meeting the needs; National Minimum Wage Regulations 2015.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ownway.rules import minimum_wage, plan_cost
from ownway.rules.arithmetic import any_less
from ownway.rules.employing import SLEEP_IN, Assistant
from ownway.rules.parameters import Figures
from ownway.rules.plans import PA_HOURS, Plan, PlanLine, problems
from ownway.rules.refusals import BadInput, InputProblem, refuse_if_wrong
from ownway.rules.steps import BASIS_POINTS, COUNT, PENCE_WEEKLY, Step
from ownway.rules.vocabulary import (
    HUNDREDTH_DOWN,
    at_least,
    convert,
    given,
    larger_of,
    reaches,
    relabelled,
    smaller_of,
    take_away,
)
from ownway.rules.wording import in_words

_LAW = "Care Act 2014 s.26"


@dataclass(frozen=True, slots=True)
class CoverInputs:
    """A plan, and the budget that is set against it in pence a week."""

    plan: Plan
    budget_weekly_pence: int


@dataclass(frozen=True, slots=True)
class Cover:
    """What the budget covers. Costs in pence a week; `covered` in basis points, never more than all of it.

    `lawful_cost` is the same plan with every assistant paid the least that the law allows; `lawful` whether the budget
    pays for that. `least_rates` are those rates by the assistant's key, in pence an hour. `needed` is what the budget
    would have to be for the plan as it is.
    """

    budget: Step
    cost: Step
    covered: Step
    short: Step
    needed: Step
    lawful_cost: Step
    lawful: Step
    least_rates: tuple[tuple[str, Step], ...]


def cover(inputs: CoverInputs, *, figures: Figures) -> Cover:
    """How far the budget goes. Raises BadInput for what is to be put right, and for a plan that costs nothing a week."""
    wrong = [replace(one, field=f"plan.{one.field}") for one in problems(inputs.plan)]
    if any_less(inputs.budget_weekly_pence, 0):
        wrong.append(InputProblem("budget_weekly_pence", "This cannot be less than nothing."))
    refuse_if_wrong(wrong)
    budget = given("The budget", inputs.budget_weekly_pence, PENCE_WEEKLY, source="told by the council")
    cost = relabelled(plan_cost.cost(inputs.plan, figures=figures).weekly, "The plan truly costs")
    if any_less(cost.value, 1):
        raise BadInput([InputProblem("plan.lines", "Nothing in this plan costs money each week. Add a line first.")])
    rates = {one.key: _least_rate(one, figures) for one in inputs.plan.assistants}
    lawful = plan_cost.cost(_at_least_pay(inputs.plan, rates), figures=figures).weekly
    lawful = relabelled(lawful, "The plan costs at the least lawful pay")
    return Cover(
        budget=budget,
        cost=cost,
        covered=_part_covered(budget, cost),
        short=at_least("More than the budget", take_away("Cost less budget", cost, budget), law=_LAW),
        needed=larger_of("What the budget would have to be", budget, cost, law=_LAW),
        lawful_cost=lawful,
        lawful=reaches("The budget can pay a lawful wage", budget, lawful, law=_LAW),
        least_rates=tuple(rates.items()),
    )


def findings(found: Cover) -> tuple[str, ...]:
    """What is wrong with the budget, in sentences; none when it covers the plan."""
    if not found.short.value:
        return ()
    needed, short, lawful = (in_words(one.value, one.unit) for one in (found.needed, found.short, found.lawful_cost))
    part = in_words(found.covered.value, found.covered.unit)
    told = [f"The budget is {short} less than the plan costs: it covers {part}. It would have to be {needed}."]
    if not found.lawful.value:
        told.append(f"It cannot pay a lawful wage for these hours. At the least lawful pay, this plan costs {lawful}.")
    return tuple(told)


def _part_covered(budget: Step, cost: Step) -> Step:
    return convert(
        "Part of the cost that the budget covers",
        smaller_of("What the budget pays of it", budget, cost),
        times=given("The whole, in hundredths of a percent", 10_000, COUNT),
        over=at_least("The cost, a penny at least", cost, floor=given("A penny", 1, PENCE_WEEKLY)),
        unit=BASIS_POINTS,
        rounding=HUNDREDTH_DOWN,
    )


def _least_rate(who: Assistant, figures: Figures) -> Step:
    return minimum_wage.rate_for_pay_period(
        age_years=who.age_years, apprentice=who.apprentice, starts_on=figures.day, figures=figures
    )


def _at_least_pay(plan: Plan, rates: Mapping[str, Step]) -> Plan:
    """The plan at the minimum wage of who works each line. A sleep-in, of which not all time counts, keeps its own pay."""

    def at_least_pay(line: PlanLine) -> PlanLine:
        keeps_its_pay = line.kind != PA_HOURS or line.day_kind == SLEEP_IN
        return line if keeps_its_pay else replace(line, hourly_pence=rates[line.assistant].value)

    return replace(plan, lines=tuple(map(at_least_pay, plan.lines)))
