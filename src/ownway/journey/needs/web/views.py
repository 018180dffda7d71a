"""See and write what matters to a person."""

from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.ground.design.constraints import add_constraint_error
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.needs import operations, permissions, queries
from ownway.journey.needs.web import forms


@person_door(may=permissions.see_needs, methods=("GET",))
def show_needs(request: PersonRequest) -> HttpResponse:
    """What matters to the person, and the outcomes they want."""
    needs = queries.get_needs(council=request.council, person_id=request.person.id)
    may_write = permissions.write_needs.allows(actor=request.actor, standing=request.standing)
    return render(request, "needs/show_needs.html", {"person": request.person, "needs": needs, "may_write": may_write})


@person_door(may=permissions.write_needs)
def write_what_matters(request: PersonRequest) -> HttpResponse:
    """Write what matters, as the person says it."""
    needs = queries.get_needs(council=request.council, person_id=request.person.id)
    start = {"words": needs.what_matters, "said_on": request.today}
    form = forms.WriteWhatMatters(request.POST or None, initial=start, today=request.today)
    if form.is_valid():
        operations.write_what_matters(
            council=request.council,
            person_id=request.person.id,
            by=request.user,
            at=timezone.now(),
            **form.cleaned_data,
        )
        return redirect("needs:show_needs", request.person.id)
    return render(request, "needs/write_what_matters.html", {"person": request.person, "form": form})


@person_door(may=permissions.write_needs)
def add_outcome(request: PersonRequest) -> HttpResponse:
    """Add something the person wants."""
    form = forms.AddOutcome(request.POST or None)
    if form.is_valid():
        try:
            operations.add_outcome(
                council=request.council,
                person_id=request.person.id,
                by=request.user,
                at=timezone.now(),
                **form.cleaned_data,
            )
        except operations.OutcomeAlreadySaid as refusal:
            form.add_error("words", str(refusal))
        except IntegrityError as refusal:
            add_constraint_error(form, refusal)
        else:
            return redirect("needs:show_needs", request.person.id)
    return render(request, "needs/add_outcome.html", {"person": request.person, "form": form})


@person_door(may=permissions.write_needs)
def end_outcome(request: PersonRequest, outcome_id: int) -> HttpResponse:
    """End an outcome, after asking once more."""
    outcome = queries.find_outcome(council=request.council, person_id=request.person.id, id=outcome_id)
    if outcome is None:
        raise Http404("We cannot find that.")
    if request.method == "POST":
        operations.end_outcome(
            council=request.council, outcome=outcome, today=request.today, by=request.user, at=timezone.now()
        )
        return redirect("needs:show_needs", request.person.id)
    return render(request, "needs/end_outcome.html", {"person": request.person, "outcome": outcome})
