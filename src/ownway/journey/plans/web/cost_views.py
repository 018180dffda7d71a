"""What a plan costs: see it with its working, and work it out."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from ownway.ground.figures.permissions import confirm_figures
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.plans import operations, permissions, queries
from ownway.journey.plans.facts import PlanFacts
from ownway.journey.plans.web.editing import change_by
from ownway.rules.refusals import InputProblem, Refused


@dataclass(frozen=True, slots=True)
class ToPutRight:
    """A sentence about something in the plan, and the page on which it can be put right ("" for none)."""

    text: str
    href: str


@person_door(may=permissions.see_plan, methods=("GET",))
def show_cost(request: PersonRequest) -> HttpResponse:
    """What the plan costs a week, 4 weeks and a year, each line with its working."""
    return _show(request)


@person_door(may=permissions.cost_plan, methods=("POST",))
def cost_plan(request: PersonRequest) -> HttpResponse:
    """Work it out, or say what must be put right first."""
    try:
        operations.cost_plan(change=change_by(request))
    except operations.PlanProblems as refusal:
        return _show(request, problems=refusal.problems)
    except (operations.PlanRefused, Refused) as refusal:
        return _show(request, refusal=str(refusal))
    return redirect("plans:show_cost", request.person.id)


def _show(request: PersonRequest, *, problems: tuple[InputProblem, ...] = (), refusal: str = "") -> HttpResponse:
    plan = queries.find_current_plan(council=request.council, person_id=request.person.id)
    cost = queries.find_latest_cost(council=request.council, plan_id=plan.id) if plan is not None else None
    may_write = permissions.write_plan.allows(actor=request.actor, standing=request.standing)
    return render(
        request,
        "plans/show_cost.html",
        {
            "person": request.person,
            "plan": plan,
            "cost": cost,
            "is_costed": plan is not None and queries.is_costed(plan=plan, cost=cost),
            "questions": queries.list_questions(plan=plan) if plan is not None else [],
            "to_put_right": [_to_put_right(one, plan, request.person.id, may_write) for one in problems],
            "refusal": refusal,
            "may_cost": plan is not None
            and plan.is_draft
            and permissions.cost_plan.allows(actor=request.actor, standing=request.standing),
            "may_confirm": confirm_figures.allows(request.actor),
        },
    )


def _to_put_right(problem: InputProblem, plan: PlanFacts | None, person_id: int, may_write: bool) -> ToPutRight:
    """The problem with a link to its line or assistant, for those who may change them."""
    noun, _, rest = problem.field.partition(".")
    place = rest.partition(".")[0]
    told = problem.sentence
    if plan is None or not place.isdigit():
        return ToPutRight(told, reverse("plans:show_plan", args=[person_id]))
    if noun == "lines":
        line = plan.lines[int(place)]
        told, name, row_id = f"{line.label}: {told}", "plans:change_line", line.id
    else:
        name, row_id = "plans:change_assistant", plan.assistants[int(place)].id
    return ToPutRight(told, reverse(name, args=[person_id, row_id]) if may_write else "")
