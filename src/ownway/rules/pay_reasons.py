"""Why a rate of pay is what it is: each reason of a decision as a sentence for the person and the council."""

from __future__ import annotations

from collections.abc import Iterator

from ownway.rules.days import day_in_words
from ownway.rules.pay_policy import FACTORS
from ownway.rules.pay_rates import PayDecision, PayInputs
from ownway.rules.steps import PENCE_HOURLY, Step
from ownway.rules.wording import in_words


def reasons(inputs: PayInputs, decision: PayDecision) -> tuple[str, ...]:
    """Every reason in the order of the conversation: who talked, what was said, the band, the law, the budget."""
    return (*_of_conversation(inputs), *_of_range(inputs, decision), *_of_rate(decision), *_of_budget(decision))


def _of_conversation(inputs: PayInputs) -> Iterator[str]:
    *others, last = inputs.conversation.present
    yield f"{', '.join(others)} and {last} talked about pay on {day_in_words(inputs.conversation.held_on)}."
    for one in inputs.conversation.said:
        answer = inputs.policy.answer_to(one)
        gives = [f"{answer.points} point{'' if answer.points == 1 else 's'}"] if answer.points else []
        gives += [f"{in_words(answer.extra_pence, PENCE_HOURLY)} more"] if answer.extra_pence else []
        yield f"{FACTORS[one.factor]}: {answer.words} ({' and '.join(gives) or 'nothing added'}). “{one.words}”"


def _of_range(inputs: PayInputs, decision: PayDecision) -> Iterator[str]:
    found = decision.range
    band = inputs.policy.band(found.points.value)
    yield (
        f"{found.points.value} point{'' if found.points.value == 1 else 's'} in all: that is “{band.name}”, from"
        f" {_hourly(band.least_pence)} to {_hourly(band.most_pence)}."
    )
    assistant = next(one for one in inputs.plan.assistants if one.key == inputs.assistant)
    yield f"The law says at least {_said(found.legal)} for {assistant.name}."
    if band.most_pence + found.extra.value < found.legal.value:
        yield f"“{band.name}” ends below that, so nobody can be paid by it. The council needs to look at its policy."
    elif band.least_pence + found.extra.value < found.legal.value:
        yield f"“{band.name}” begins below that, so the range begins at {_said(found.legal)}."
    yield f"So the pay is from {_said(found.least)} to {_said(found.most)}."


def _of_rate(decision: PayDecision) -> Iterator[str]:
    rate = decision.rate
    if not decision.in_range.value:
        side = "more" if rate.value > decision.range.most.value else "less"
        yield f"{_said(rate)} is {side} than the range. Write down why, so that pay is fair to everybody."
    for kind, step in decision.day_rates:
        if step.value != rate.value:
            yield f"On top for the {kind}: {_said(step)}."
    if not decision.enough.value:
        yield "With the sleep-ins, all the pay together is below the minimum wage. The sleep-in needs a higher rate."


def _of_budget(decision: PayDecision) -> Iterator[str]:
    cost, budget, rate = _said(decision.cost), _said(decision.budget), _said(decision.rate)
    yield f"At {rate}, the plan costs {cost}, with holiday, National Insurance and pension."
    if decision.affordable.value:
        yield f"The budget of {budget} pays for it."
    else:
        yield (
            f"The budget is {budget}. For this pay it would have to be {_said(decision.budget_needed)},"
            f" which is {_said(decision.short)} more."
        )
    if decision.highest is None:
        yield (
            f"The budget does not pay for the least of the range. To pay it, the budget would have to be"
            f" {_said(decision.cost_of_least)}."
        )
    else:
        yield f"The budget pays for up to {_said(decision.highest)} in this range."


def _said(step: Step) -> str:
    return in_words(step.value, step.unit)


def _hourly(pence: int) -> str:
    return in_words(pence, PENCE_HOURLY)
