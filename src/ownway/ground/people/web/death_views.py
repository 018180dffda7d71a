"""Write down that a person has died, or that this was a mistake."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from ownway.ground.people import operations, permissions
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.ground.people.web import death_forms as forms
from ownway.ground.people.web.trying import goes_well, posted, who_and_when


@person_door(may=permissions.record_death)
def record_death(request: PersonRequest) -> HttpResponse:
    """Write down the day on which the person died."""
    form = forms.RecordDeath(posted(request), today=request.today)
    if form.is_valid() and goes_well(
        form,
        lambda: operations.record_death(
            died_on=form.cleaned_data["died_on"], today=request.today, **who_and_when(request)
        ),
    ):
        messages.success(request, "It is written down. Payment runs leave them out from now on.")
        return redirect("people:show_person", request.person.id)
    may_take_back = permissions.take_back_death.allows(actor=request.actor, standing=request.standing)
    context = {"person": request.person, "form": form, "may_take_back": may_take_back}
    return render(request, "people/record_death.html", context)


@person_door(may=permissions.take_back_death)
def take_back_death(request: PersonRequest) -> HttpResponse:
    """It was a mistake: the person is alive."""
    form = forms.TakeBackDeath(posted(request))
    if form.is_valid() and goes_well(
        form, lambda: operations.take_back_death(why=form.cleaned_data["why"], **who_and_when(request))
    ):
        messages.success(request, "It is taken back. Payment runs take them up again.")
        return redirect("people:show_person", request.person.id)
    return render(request, "people/take_back_death.html", {"person": request.person, "form": form})
