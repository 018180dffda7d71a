"""What an offer would be made from, and what is still missing for it."""

from dataclasses import dataclass

from ownway.ground.access.models import Council
from ownway.journey.agreements.working import OfferWorking, work_out
from ownway.journey.contributions.facts import AssessmentFacts
from ownway.journey.contributions.queries import find_latest_assessment
from ownway.journey.plans.facts import PlanCostFacts, PlanFacts
from ownway.journey.plans.models import PlanStatus
from ownway.journey.plans.queries import find_current_plan, find_latest_cost, is_costed


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to do first, in a sentence, and the address name of the page where it is done."""

    words: str
    page: str


@dataclass(frozen=True, slots=True)
class Ready:
    """Everything for an offer: the plan, its cost as it stands, the assessment, and the working of both."""

    plan: PlanFacts
    cost: PlanCostFacts
    assessment: AssessmentFacts
    working: OfferWorking


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is missing, in the order to do it; `ready` when nothing is.

    `working` is there as soon as both sides of the sum are known, though something else may still be missing.
    """

    missing: tuple[Missing, ...]
    working: OfferWorking | None
    ready: Ready | None


def get_readiness(*, council: Council, person_id: int) -> Readiness:
    """Whether an offer can be made to the person now. Six queries."""
    plan = find_current_plan(council=council, person_id=person_id)
    cost = find_latest_cost(council=council, plan_id=plan.id) if plan is not None else None
    assessment = find_latest_assessment(council=council, person_id=person_id)
    if plan is None or cost is None or not is_costed(plan=plan, cost=cost):
        cost = None
    missing = tuple(_missing(plan, cost, assessment))
    if plan is None or cost is None or assessment is None:
        return Readiness(missing=missing, working=None, ready=None)
    working = work_out(cost=cost, assessment=assessment)
    ready = Ready(plan=plan, cost=cost, assessment=assessment, working=working)
    return Readiness(missing=missing, working=working, ready=None if missing else ready)


def _missing(plan: PlanFacts | None, cost: PlanCostFacts | None, assessment: AssessmentFacts | None) -> list[Missing]:
    found = []
    if plan is None:
        found.append(Missing("Write the support plan first.", "plans:show_plan"))
    else:
        found += _missing_of_plan(plan, cost)
    if assessment is None:
        found.append(Missing("Work out what the person pays first.", "contributions:show_contribution"))
    return found


def _missing_of_plan(plan: PlanFacts, cost: PlanCostFacts | None) -> list[Missing]:
    if not plan.may_be_offered:
        words = f"The plan’s route is “{plan.route_words}”. Only a direct payment, or a mixture, is offered here."
        return [Missing(words, "plans:show_plan")]
    if plan.status == PlanStatus.AGREED:
        words = "The plan is agreed already. Choose “Change the plan” to write a new one, then offer that."
        return [Missing(words, "plans:show_plan")]
    if cost is None:
        words = "Work out what the plan costs first. It has changed, or has not been worked out yet."
        return [Missing(words, "plans:show_plan")]
    return []
