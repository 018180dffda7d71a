"""Write the outcomes of a draft."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.needs.facts import OutcomeFacts
from ownway.journey.needs.queries import get_needs
from ownway.journey.plans import operations, permissions
from ownway.journey.plans.facts import HeadingFacts, PlanFacts
from ownway.journey.plans.web import forms
from ownway.journey.plans.web.editing import change_by, goes_well, posted, with_draft


@person_door(may=permissions.write_plan)
@with_draft
def add_heading(request: PersonRequest, plan: PlanFacts) -> HttpResponse:
    """Add what a part of the money is for."""
    outcomes = get_needs(council=request.council, person_id=request.person.id).outcomes
    form = forms.WriteHeading(posted(request), outcomes=outcomes)
    if form.is_valid() and goes_well(
        form, lambda: operations.add_heading(change=change_by(request), heading=form.new_heading())
    ):
        return redirect("plans:show_plan", request.person.id)
    return _page(request, form, outcomes)


@person_door(may=permissions.write_plan)
@with_draft
def change_heading(request: PersonRequest, heading_id: int, plan: PlanFacts) -> HttpResponse:
    """Change what a part of the money is for."""
    heading = heading_in(plan, heading_id)
    outcomes = get_needs(council=request.council, person_id=request.person.id).outcomes
    if heading.outcome_id not in {outcome.id for outcome in outcomes}:
        outcomes = (*outcomes, OutcomeFacts(heading.outcome_id, heading.outcome_words, area="", area_words=""))
    start = {"words": heading.words, "outcome_id": heading.outcome_id, "stamp": heading.stamp}
    form = forms.WriteHeading(posted(request), initial=start, outcomes=outcomes)
    if form.is_valid() and goes_well(
        form,
        lambda: operations.change_heading(
            change=change_by(request), id=heading_id, heading=form.new_heading(), stamp=form.cleaned_data["stamp"]
        ),
        stamp=heading.stamp,
    ):
        return redirect("plans:show_plan", request.person.id)
    return _page(request, form, outcomes)


@person_door(may=permissions.write_plan)
@with_draft
def remove_heading(request: PersonRequest, heading_id: int, plan: PlanFacts) -> HttpResponse:
    """Take a part out of the plan, after asking once more."""
    heading = heading_in(plan, heading_id)
    form = forms.Remove(posted(request))
    if form.is_valid() and goes_well(form, lambda: operations.remove_heading(change=change_by(request), id=heading_id)):
        return redirect("plans:show_plan", request.person.id)
    more = "Everything written under it is taken out too." if heading.lines else ""
    return render(
        request, "plans/remove.html", {"person": request.person, "form": form, "what": heading.words, "more": more}
    )


def heading_in(plan: PlanFacts, heading_id: int) -> HeadingFacts:
    """That heading of the plan. Raises Http404."""
    for heading in plan.headings:
        if heading.id == heading_id:
            return heading
    raise Http404("We cannot find that part of the plan.")


def _page(request: PersonRequest, form: forms.WriteHeading, outcomes: tuple[OutcomeFacts, ...]) -> HttpResponse:
    context = {"person": request.person, "form": form, "outcomes": outcomes}
    return render(request, "plans/write_heading.html", context)
