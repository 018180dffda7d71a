"""Gross and net side by side, from a plan's cost and what the person can pay, with the whole working of both."""

from dataclasses import dataclass

from ownway.journey.agreements.models import PaidHow
from ownway.journey.contributions.facts import AssessmentFacts
from ownway.journey.plans.facts import PlanCostFacts
from ownway.rules.frequencies import PAY_PERIODS
from ownway.rules.gross_net import GrossNet, each_payment, gross_net
from ownway.rules.schedules import EVERY_IN_WORDS
from ownway.rules.steps import Step
from ownway.rules.vocabulary import choose, relabelled

RULE = "offer.gross_net"


@dataclass(frozen=True, slots=True)
class EachPayment:
    """What arrives each time, net and gross, when it is paid this often."""

    every: str
    every_words: str
    net: Step
    gross: Step


@dataclass(frozen=True, slots=True)
class OfferWorking:
    """A week's money both ways (pence a week), what arrives each time by how often, and what is paid once (pence)."""

    split: GrossNet
    each: tuple[EachPayment, ...]
    one_off: Step | None

    def payment(self, paid_how: str) -> Step:
        """What the council pays a week."""
        return self.split.net_payment if paid_how == PaidHow.NET else self.split.gross_payment

    def each_payment(self, paid_how: str, every: str) -> Step:
        """What arrives each time. Raises StopIteration for a word that is no pay period, which is a bug."""
        found = next(one for one in self.each if one.every == every)
        return found.net if paid_how == PaidHow.NET else found.gross


def work_out(*, cost: PlanCostFacts, assessment: AssessmentFacts) -> OfferWorking:
    """The split of a costed plan's budget, every figure with the working it was kept with."""
    budget = relabelled(cost.workings["weekly"], "Personal budget")
    split = gross_net(budget=budget, contribution=_can_pay(assessment, budget))
    return OfferWorking(
        split=split,
        each=tuple(
            EachPayment(
                every=every,
                every_words=EVERY_IN_WORDS[every].capitalize(),
                net=each_payment(split.net_payment, every=every),
                gross=each_payment(split.gross_payment, every=every),
            )
            for every in PAY_PERIODS
        ),
        one_off=relabelled(cost.workings["one_off"], "Paid once, to get set up") if cost.one_off_pence else None,
    )


def rule_inputs(*, cost: PlanCostFacts, assessment: AssessmentFacts, every: str) -> dict[str, object]:
    """The JSON inputs of the rule `offer.gross_net`. Somebody who pays the full cost pays in the whole budget."""
    can_pay = cost.weekly_pence if assessment.pays_full_cost else assessment.most_weekly_pence
    return {"budget_weekly_pence": cost.weekly_pence, "contribution_weekly_pence": can_pay, "every": every}


def _can_pay(assessment: AssessmentFacts, budget: Step) -> Step:
    workings = assessment.decision.workings
    return choose(
        "What you can be asked to pay",
        workings["pays_full_cost"],
        yes=budget,
        no=workings["most_weekly"],
        law="Care Act 2014 s.14",
    )
