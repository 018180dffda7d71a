"""Questions about plans. The council comes first in each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from ownway.ground.access.models import Council
from ownway.journey.plans import costing
from ownway.journey.plans.facts import (
    HeadingFacts,
    LineFacts,
    PlanCostFacts,
    PlanFacts,
    assistant_facts,
    heading_facts,
    line_facts,
    plan_cost_facts,
    plan_facts,
)
from ownway.journey.plans.models import Assistant, Heading, Line, Plan, PlanCost, PlanStatus
from ownway.rules import plans as rulebook


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A plan in a list."""

    id: int
    number: int
    status_words: str
    route_words: str
    starts_on: date
    is_draft: bool


def find_current_plan(*, council: Council, person_id: int) -> PlanFacts | None:
    """The newest plan that was not replaced: the draft, else what is offered, else what is agreed. Four queries."""
    rows = _plans(council, person_id).exclude(status=PlanStatus.REPLACED)
    return _whole(rows.order_by("-number").first())


def find_draft(*, council: Council, person_id: int) -> PlanFacts | None:
    """The plan that is being written, if one is. Four queries."""
    return _whole(_plans(council, person_id).filter(status=PlanStatus.DRAFT).first())


def find_agreed_plan(*, council: Council, person_id: int) -> PlanFacts | None:
    """The plan that both sides agreed and that holds now. Four queries."""
    return _whole(_plans(council, person_id).filter(status=PlanStatus.AGREED).order_by("-number").first())


def find_plan(*, council: Council, person_id: int, number: int) -> PlanFacts | None:
    """That plan of the person, also one that was replaced. Four queries."""
    return _whole(_plans(council, person_id).filter(number=number).first())


def get_plan(*, council: Council, id: int) -> PlanFacts:
    """That plan of this council. Four queries. Raises Plan.DoesNotExist, also for another council's."""
    return whole_plan(Plan.objects.get(person__council=council, pk=id))


def list_plans(*, council: Council, person_id: int) -> list[PlanSummary]:
    """Every plan of the person, newest first. One query."""
    return [
        PlanSummary(
            id=row.pk,
            number=row.number,
            status_words=row.get_status_display(),
            route_words=row.get_route_display(),
            starts_on=row.starts_on,
            is_draft=row.status == PlanStatus.DRAFT,
        )
        for row in _plans(council, person_id).order_by("-number")
    ]


def find_latest_cost(*, council: Council, plan_id: int) -> PlanCostFacts | None:
    """What a plan was last found to cost, with its working. One query."""
    rows = PlanCost.objects.select_related("decision__made_by").filter(plan_id=plan_id, plan__person__council=council)
    row = rows.order_by("-pk").first()
    return plan_cost_facts(row) if row is not None else None


def plan_inputs(plan: PlanFacts) -> dict[str, Any]:
    """The JSON inputs of the rule `plan.cost`."""
    return costing.plan_inputs(plan)


def is_costed(*, plan: PlanFacts, cost: PlanCostFacts | None) -> bool:
    """Whether that cost is the cost of the plan as it stands: nothing was changed since it was worked out."""
    return cost is not None and cost.inputs == {**costing.plan_inputs(plan), "on": plan.starts_on.isoformat()}


def list_questions(*, plan: PlanFacts) -> list[str]:
    """What is unusual in the plan and may well be right: sentences that ask somebody to look again."""
    asked = rulebook.Plan.from_json(costing.plan_inputs(plan))
    return [problem.sentence for problem in rulebook.problems(asked) if problem.asks]


def list_headings(*, council: Council, person_id: int) -> list[HeadingFacts]:
    """The headings of the agreed plan with their lines, for matching what was spent. Four queries."""
    plan = find_agreed_plan(council=council, person_id=person_id)
    return list(plan.headings) if plan is not None else []


def whole_plan(row: Plan) -> PlanFacts:
    """The row with everything in it, as a value. Three queries."""
    lines: dict[int, list[LineFacts]] = {}
    for line in Line.objects.select_related("assistant").filter(heading__plan=row).order_by("pk"):
        lines.setdefault(line.heading_id, []).append(line_facts(line))
    headings = Heading.objects.select_related("outcome").filter(plan=row).order_by("position", "pk")
    return plan_facts(
        row,
        headings=tuple(heading_facts(heading, lines.get(heading.pk, [])) for heading in headings),
        assistants=tuple(assistant_facts(one) for one in Assistant.objects.filter(plan=row).order_by("pk")),
    )


def _plans(council: Council, person_id: int) -> QuerySet[Plan]:
    return Plan.objects.filter(person__council=council, person_id=person_id)


def _whole(row: Plan | None) -> PlanFacts | None:
    return whole_plan(row) if row is not None else None
