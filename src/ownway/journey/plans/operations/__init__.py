"""What can be done with a plan. Each operation on a draft takes a `Change`: whose plan, by whom and when."""

from ownway.journey.plans.operations.assistants import NewAssistant, add_assistant, change_assistant, remove_assistant
from ownway.journey.plans.operations.costs import cost_plan
from ownway.journey.plans.operations.drafting import Change
from ownway.journey.plans.operations.headings import NewHeading, add_heading, change_heading, remove_heading
from ownway.journey.plans.operations.lines import NewLine, add_line, change_line, remove_line
from ownway.journey.plans.operations.moving import mark_agreed, mark_offered
from ownway.journey.plans.operations.refusals import (
    AlreadyADraft,
    ChangedMeanwhile,
    CostNotWorkedOut,
    NotADraft,
    NothingThere,
    PlanProblems,
    PlanRefused,
    RouteHasNoOffer,
    StillUsed,
)
from ownway.journey.plans.operations.writing import (
    change_plan,
    choose_route,
    choose_start,
    describe_employing,
    start_plan,
)

__all__ = [
    "AlreadyADraft",
    "Change",
    "ChangedMeanwhile",
    "CostNotWorkedOut",
    "NewAssistant",
    "NewHeading",
    "NewLine",
    "NotADraft",
    "NothingThere",
    "PlanProblems",
    "PlanRefused",
    "RouteHasNoOffer",
    "StillUsed",
    "add_assistant",
    "add_heading",
    "add_line",
    "change_assistant",
    "change_heading",
    "change_line",
    "change_plan",
    "choose_route",
    "choose_start",
    "cost_plan",
    "describe_employing",
    "mark_agreed",
    "mark_offered",
    "remove_assistant",
    "remove_heading",
    "remove_line",
    "start_plan",
]
