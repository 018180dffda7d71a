"""What a personal assistant may be paid: a range out of the joint conversation, and whether the budget pays for it.

The range comes from the council's own bands and never begins below the minimum wage. What it costs is worked out by the
rules for employing somebody, with holiday, National Insurance and pension. Source: none in law; the band is policy.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ownway.rules import minimum_wage, plan_cost
from ownway.rules.employing import SLEEP_IN, Assistant
from ownway.rules.parameters import Figures
from ownway.rules.pay_policy import PayConversation, PayPolicy, problems
from ownway.rules.plans import PA_HOURS, Plan, PlanLine
from ownway.rules.plans import problems as problems_of_plan
from ownway.rules.refusals import BadInput, InputProblem, refuse_if_wrong
from ownway.rules.steps import BASIS_POINTS, COUNT, PENCE_HOURLY, PENCE_WEEKLY, Step
from ownway.rules.vocabulary import (
    PENNY_UP,
    add_up,
    at_least,
    given,
    larger_of,
    part_of,
    reaches,
    relabelled,
    smaller_of,
    take_away,
)
from ownway.rules.wording import in_words


@dataclass(frozen=True, slots=True)
class PayInputs:
    """The conversation, the policy, the plan with the assistant's hours, and the budget for the whole plan (pence a week).

    `hourly_pence` is the rate that was agreed or is thought of; left out, the least of the range is tried.
    """

    conversation: PayConversation
    policy: PayPolicy
    plan: Plan
    assistant: str
    budget_weekly_pence: int
    hourly_pence: int | None = None


@dataclass(frozen=True, slots=True)
class PayRange:
    """The band by name, and its range in pence an hour after what the conversation adds. `legal` is the minimum wage."""

    band: str
    points: Step
    extra: Step
    legal: Step
    least: Step
    most: Step


@dataclass(frozen=True, slots=True)
class PayDecision:
    """A rate and what it comes to. Rates in pence an hour, costs of the whole plan in pence a week.

    `day_rates` are the rates by kind of day; `highest` is the highest rate of the range that the budget pays for, None
    when it does not pay for the least. `enough` is the check of all pay against the minimum wage, with any sleep-ins.
    """

    range: PayRange
    rate: Step
    in_range: Step
    day_rates: tuple[tuple[str, Step], ...]
    cost: Step
    cost_of_least: Step
    cost_of_most: Step
    budget: Step
    affordable: Step
    budget_needed: Step
    short: Step
    highest: Step | None
    enough: Step


def pay_range(*, conversation: PayConversation, policy: PayPolicy, assistant: Assistant, figures: Figures) -> PayRange:
    """The range of pay for what was said. Raises BadInput for a policy or a conversation to put right."""
    refuse_if_wrong(problems(policy, conversation))
    answers = [policy.answer_to(one) for one in conversation.said]
    source = f"the council’s pay policy {policy.version}"
    points = add_up("Points", *(given(each.words, each.points, COUNT, source=source) for each in answers))
    extra = add_up("Added", *(given(each.words, each.extra_pence, PENCE_HOURLY, source=source) for each in answers))
    band = policy.band(points.value)
    legal = minimum_wage.rate_for_pay_period(
        age_years=assistant.age_years, apprentice=assistant.apprentice, starts_on=figures.day, figures=figures
    )
    low = given(f"“{band.name}” begins at", band.least_pence, PENCE_HOURLY, source=source)
    high = given(f"“{band.name}” ends at", band.most_pence, PENCE_HOURLY, source=source)
    least = larger_of("The least to pay", add_up("With what is added", low, extra), legal)
    most = larger_of("The most to pay", add_up("With what is added", high, extra), least)
    return PayRange(band.name, points, extra, legal, least, most)


def decide_pay(inputs: PayInputs, *, figures: Figures) -> PayDecision:
    """The range, the rate, what the plan then costs, and whether the budget pays for it or what it would have to be.

    For one person: the highest rate is found by trying. Raises BadInput with everything to put right, a rate below the
    minimum wage among it; FigureNotKnown or FigureNotConfirmed for a figure that is missing.
    """
    refuse_if_wrong(_problems(inputs))
    assistant = next(one for one in inputs.plan.assistants if one.key == inputs.assistant)
    found = pay_range(conversation=inputs.conversation, policy=inputs.policy, assistant=assistant, figures=figures)
    rate = _rate(inputs, found)
    budget = given("The budget", inputs.budget_weekly_pence, PENCE_WEEKLY, source="the agreement")
    costed = _costed(inputs, rate, figures)
    weekly = relabelled(costed.weekly, "The plan costs at this pay")
    return PayDecision(
        range=found,
        rate=rate,
        in_range=smaller_of(
            "Within the range",
            reaches("No less than the least", rate, found.least),
            reaches("No more than the most", found.most, rate),
        ),
        day_rates=tuple((kind, _day_rate(kind, rate, inputs.policy)) for kind in _day_kinds(inputs)),
        cost=weekly,
        cost_of_least=relabelled(_costed(inputs, found.least, figures).weekly, "The plan costs at the least pay"),
        cost_of_most=relabelled(_costed(inputs, found.most, figures).weekly, "The plan costs at the most pay"),
        budget=budget,
        affordable=reaches("The budget pays for it", budget, weekly),
        budget_needed=larger_of("The budget that this pay needs", budget, weekly),
        short=at_least("More than the budget", take_away("Cost less budget", weekly, budget)),
        highest=_highest(inputs, found, figures),
        enough=next(check.enough for one, check in costed.minimum_wages if one.key == inputs.assistant),
    )


def plan_at(inputs: PayInputs, rate_pence: int) -> Plan:
    """The plan with the assistant's hours at a rate, and what the policy pays on top. A sleep-in keeps its own rate."""
    rate = given("Pay", rate_pence, PENCE_HOURLY)

    def at_rate(line: PlanLine) -> PlanLine:
        if not _is_paid_by_rate(line, inputs.assistant):
            return line
        return replace(line, hourly_pence=_day_rate(line.day_kind, rate, inputs.policy).value)

    return replace(inputs.plan, lines=tuple(at_rate(line) for line in inputs.plan.lines))


def _rate(inputs: PayInputs, found: PayRange) -> Step:
    if inputs.hourly_pence is None:
        return relabelled(found.least, "The rate tried: the least of the range")
    if inputs.hourly_pence < found.legal.value:
        least = in_words(found.legal.value, found.legal.unit)
        raise BadInput([InputProblem("hourly_pence", f"The law says at least {least}. Choose that, or more.")])
    return given("The rate", inputs.hourly_pence, PENCE_HOURLY, source="the conversation")


def _day_rate(day_kind: str, rate: Step, policy: PayPolicy) -> Step:
    points = policy.extra_basis_points(day_kind)
    on_top = given(f"On top, {day_kind}", points, BASIS_POINTS, source=f"the council’s pay policy {policy.version}")
    return add_up(f"Pay, {day_kind}", rate, part_of(f"For the {day_kind}", rate, on_top, rounding=PENNY_UP))


def _costed(inputs: PayInputs, rate: Step, figures: Figures) -> plan_cost.PlanCost:
    return plan_cost.cost(plan_at(inputs, rate.value), figures=figures)


def _highest(inputs: PayInputs, found: PayRange, figures: Figures) -> Step | None:
    """The highest whole penny of the range at which the plan costs no more than the budget: halved until one is left."""

    def pays_for(pence: int) -> bool:
        costed = plan_cost.cost(plan_at(inputs, pence), figures=figures)
        return costed.weekly.value <= inputs.budget_weekly_pence

    low, high = found.least.value, found.most.value
    if not pays_for(low):
        return None
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if pays_for(middle) else (low, middle - 1)
    return given(
        "The highest rate that the budget pays for", low, PENCE_HOURLY, source="tried with the cost of the plan"
    )


def _day_kinds(inputs: PayInputs) -> list[str]:
    """Each kind of day in the plan once, in its order."""
    return list(dict.fromkeys(line.day_kind for line in inputs.plan.lines if _is_paid_by_rate(line, inputs.assistant)))


def _is_paid_by_rate(line: PlanLine, assistant: str) -> bool:
    return line.kind == PA_HOURS and line.assistant == assistant and line.day_kind != SLEEP_IN


def _problems(inputs: PayInputs) -> list[InputProblem]:
    found = [
        *problems(inputs.policy, inputs.conversation),
        *(replace(one, field=f"plan.{one.field}") for one in problems_of_plan(inputs.plan)),
    ]
    if inputs.budget_weekly_pence < 0:
        found.append(InputProblem("budget_weekly_pence", "This cannot be less than nothing."))
    if inputs.assistant not in {one.key for one in inputs.plan.assistants}:
        found.append(InputProblem("assistant", "Say which assistant of the plan this is."))
    elif not _day_kinds(inputs):
        found.append(InputProblem("plan.lines", "The plan has no hours for this assistant. Add them first."))
    return found
