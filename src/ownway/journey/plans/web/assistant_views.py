"""Write who is to be employed."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.plans import operations, permissions
from ownway.journey.plans.facts import AssistantFacts, Every, PlanFacts
from ownway.journey.plans.web import forms
from ownway.journey.plans.web.editing import change_by, goes_well, posted, with_draft


@person_door(may=permissions.write_plan)
@with_draft
def add_assistant(request: PersonRequest, plan: PlanFacts) -> HttpResponse:
    """Add somebody to employ."""
    form = forms.WriteAssistant(posted(request), initial={"pay_every": Every.FOUR_WEEKS})
    if form.is_valid() and goes_well(
        form, lambda: operations.add_assistant(change=change_by(request), assistant=form.new_assistant())
    ):
        return redirect("plans:show_plan", request.person.id)
    return _page(request, form, title="Add a personal assistant")


@person_door(may=permissions.write_plan)
@with_draft
def change_assistant(request: PersonRequest, assistant_id: int, plan: PlanFacts) -> HttpResponse:
    """Change what the plan says of somebody to employ."""
    one = assistant_in(plan, assistant_id)
    form = forms.WriteAssistant(posted(request), initial=forms.WriteAssistant.start(one))
    if form.is_valid() and goes_well(
        form,
        lambda: operations.change_assistant(
            change=change_by(request),
            id=assistant_id,
            assistant=form.new_assistant(),
            stamp=form.cleaned_data["stamp"],
        ),
        stamp=one.stamp,
    ):
        return redirect("plans:show_plan", request.person.id)
    return _page(request, form, title=f"Change what the plan says of {one.name}")


@person_door(may=permissions.write_plan)
@with_draft
def remove_assistant(request: PersonRequest, assistant_id: int, plan: PlanFacts) -> HttpResponse:
    """Take somebody out of the plan, after asking once more."""
    one = assistant_in(plan, assistant_id)
    form = forms.Remove(posted(request))
    if form.is_valid() and goes_well(
        form, lambda: operations.remove_assistant(change=change_by(request), id=assistant_id)
    ):
        return redirect("plans:show_plan", request.person.id)
    return render(request, "plans/remove.html", {"person": request.person, "form": form, "what": one.name, "more": ""})


def assistant_in(plan: PlanFacts, assistant_id: int) -> AssistantFacts:
    """That assistant of the plan. Raises Http404."""
    for one in plan.assistants:
        if one.id == assistant_id:
            return one
    raise Http404("We cannot find that assistant in the plan.")


def _page(request: PersonRequest, form: forms.WriteAssistant, *, title: str) -> HttpResponse:
    return render(request, "plans/write.html", {"person": request.person, "form": form, "heading": title})
