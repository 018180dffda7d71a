"""See a plan, begin one, and choose its route, its first day and what employing will be like."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.plans import operations, permissions, queries
from ownway.journey.plans.facts import PlanFacts
from ownway.journey.plans.web import forms
from ownway.journey.plans.web.editing import change_by, goes_well, posted, with_draft


@person_door(may=permissions.see_plan, methods=("GET",))
def show_plan(request: PersonRequest) -> HttpResponse:
    """The plan as it stands: by outcome, who is employed, and what it costs."""
    plan = queries.find_current_plan(council=request.council, person_id=request.person.id)
    return _show(request, plan)


@person_door(may=permissions.see_plan, methods=("GET",))
def show_earlier_plan(request: PersonRequest, number: int) -> HttpResponse:
    """One plan of the person by its number."""
    plan = queries.find_plan(council=request.council, person_id=request.person.id, number=number)
    if plan is None:
        raise Http404("We cannot find that plan.")
    return _show(request, plan)


def _show(request: PersonRequest, plan: PlanFacts | None) -> HttpResponse:
    cost = queries.find_latest_cost(council=request.council, plan_id=plan.id) if plan is not None else None
    plans = queries.list_plans(council=request.council, person_id=request.person.id)
    may_write = permissions.write_plan.allows(actor=request.actor, standing=request.standing)
    has_draft = any(one.is_draft for one in plans)
    return render(
        request,
        "plans/show_plan.html",
        {
            "person": request.person,
            "plan": plan,
            "cost": cost,
            "is_current": plan is not None and all(one.number < plan.number for one in plans if one.id != plan.id),
            "is_costed": plan is not None and queries.is_costed(plan=plan, cost=cost),
            "others": [one for one in plans if plan is None or one.id != plan.id],
            "may_write": may_write and plan is not None and plan.is_draft,
            "may_begin": may_write and not has_draft,
        },
    )


@person_door(may=permissions.write_plan)
def start_plan(request: PersonRequest) -> HttpResponse:
    """Begin a plan by choosing how the money is held."""
    form = forms.ChooseRoute(posted(request))
    if form.is_valid():
        said = form.cleaned_data
        if goes_well(
            form,
            lambda: operations.start_plan(
                change=change_by(request),
                route=said["route"],
                route_reason=said["route_reason"],
                starts_on=request.today,
            ),
        ):
            return redirect("plans:choose_start", request.person.id)
    return render(request, "plans/choose_route.html", {"person": request.person, "form": form})


@person_door(may=permissions.write_plan, methods=("POST",))
def change_plan(request: PersonRequest) -> HttpResponse:
    """Begin a new draft from the plan that was offered or agreed."""
    try:
        operations.change_plan(change=change_by(request), today=request.today)
    except operations.PlanRefused as refusal:
        messages.error(request, str(refusal))
    return redirect("plans:show_plan", request.person.id)


@person_door(may=permissions.write_plan)
@with_draft
def choose_route(request: PersonRequest, plan: PlanFacts) -> HttpResponse:
    """Choose another way to hold the money."""
    start = {"route": plan.route, "route_reason": plan.route_reason, "stamp": plan.stamp}
    form = forms.ChooseRoute(posted(request), initial=start)
    if form.is_valid():
        said = form.cleaned_data
        if goes_well(form, lambda: operations.choose_route(change=change_by(request), **said), stamp=plan.stamp):
            return redirect("plans:show_plan", request.person.id)
    return render(request, "plans/choose_route.html", {"person": request.person, "form": form})


@person_door(may=permissions.write_plan)
@with_draft
def choose_start(request: PersonRequest, plan: PlanFacts) -> HttpResponse:
    """Choose the first day of the plan."""
    form = forms.ChooseStart(posted(request), initial={"starts_on": plan.starts_on, "stamp": plan.stamp})
    if form.is_valid():
        said = form.cleaned_data
        if goes_well(form, lambda: operations.choose_start(change=change_by(request), **said), stamp=plan.stamp):
            return redirect("plans:show_plan", request.person.id)
    return render(request, "plans/write.html", _page(request, form, title="When does the plan start?"))


@person_door(may=permissions.write_plan)
@with_draft
def describe_employing(request: PersonRequest, plan: PlanFacts) -> HttpResponse:
    """Answer what the Employment Allowance asks."""
    said_now = {"only_care": plan.only_care, "claims_allowance": plan.claims_allowance}
    start = {name: "yes" if said else "no" for name, said in said_now.items()} | {"stamp": plan.stamp}
    form = forms.DescribeEmploying(posted(request), initial=start)
    if form.is_valid():
        said = form.cleaned_data
        if goes_well(form, lambda: operations.describe_employing(change=change_by(request), **said), stamp=plan.stamp):
            return redirect("plans:show_plan", request.person.id)
    return render(request, "plans/write.html", _page(request, form, title="Being an employer"))


def _page(request: PersonRequest, form: forms.Stamped, *, title: str) -> dict[str, object]:
    return {"person": request.person, "form": form, "heading": title}
