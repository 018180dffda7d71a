"""What can be done with a plan."""

from ownway.journey.plans.operations.moving import mark_agreed, mark_offered
from ownway.journey.plans.operations.refusals import CostNotWorkedOut, PlanRefused, RouteHasNoOffer

__all__ = ["CostNotWorkedOut", "PlanRefused", "RouteHasNoOffer", "mark_agreed", "mark_offered"]
