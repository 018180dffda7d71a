"""Gross and net side by side: the whole budget, what the person pays in, and what the council pays out."""

from __future__ import annotations

from dataclasses import dataclass

from ownway.rules.arithmetic import any_less
from ownway.rules.frequencies import PAY_PERIODS, WEEK, each_period
from ownway.rules.refusals import BadInput, InputProblem
from ownway.rules.steps import Step
from ownway.rules.vocabulary import capped, relabelled, take_away


@dataclass(frozen=True, slots=True)
class GrossNet:
    """A week's money both ways, all in pence a week.

    Net: the council pays `net_payment` and the person adds `contribution`. Gross: the council pays `gross_payment`, the
    whole budget, and sends a bill for `contribution`.
    """

    budget: Step
    contribution: Step
    net_payment: Step
    gross_payment: Step


def gross_net(*, budget: Step, contribution: Step) -> GrossNet:
    """The split of a weekly budget (Care Act 2014 s.26). The contribution never comes to more than the budget.

    Raises BadInput for an amount below nothing.
    """
    wrong = [
        InputProblem(field, "This cannot be less than nothing.")
        for field, step in (("budget", budget), ("contribution", contribution))
        if any_less(step.value, 0)
    ]
    if wrong:
        raise BadInput(wrong)
    pays = capped("What you pay in", contribution, at=budget, law="Care Act 2014 s.14")
    return GrossNet(
        budget=budget,
        contribution=pays,
        net_payment=take_away("What the council pays", budget, pays, law="Care Act 2014 s.26"),
        gross_payment=relabelled(budget, "What the council pays before it sends a bill"),
    )


def each_payment(payment_weekly: Step, *, every: str) -> Step:
    """What arrives each time for an amount a week, to the nearest penny. `every` is a pay period of frequencies.py.

    Raises BadInput for any other.
    """
    if every not in PAY_PERIODS:
        raise BadInput(
            [InputProblem("every", "Choose to pay every week, every 2 weeks, every 4 weeks or every month.")]
        )
    if every == WEEK:
        return relabelled(payment_weekly, "Each payment")
    return each_period("Each payment", payment_weekly, every=every)
