"""Write down a review that was held, and something that was set up."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.agreements import operations, permissions
from ownway.journey.agreements.facts import SET_UP_STEPS
from ownway.journey.agreements.web import forms
from ownway.journey.agreements.web.trying import goes_well, posted, who_and_when


@person_door(may=permissions.record_review)
def record_review(request: PersonRequest) -> HttpResponse:
    """Write down that the direct payment was reviewed with the person."""
    form = forms.RecordReview(posted(request), initial={"held_on": request.today})
    if form.is_valid() and goes_well(
        form,
        lambda: operations.record_review(today=request.today, **form.cleaned_data, **who_and_when(request)),
    ):
        messages.success(request, "The review is written down.")
        return redirect("agreements:show_offer", request.person.id)
    return render(request, "agreements/record_review.html", {"person": request.person, "form": form})


@person_door(may=permissions.say_set_up)
def say_set_up(request: PersonRequest, set_up_step: str) -> HttpResponse:
    """Say that the insurance or the payroll is in place, after asking once more."""
    if set_up_step not in SET_UP_STEPS:
        raise Http404("There is no such step.")
    if request.method == "POST":
        try:
            operations.say_set_up(step=set_up_step, today=request.today, **who_and_when(request))
        except operations.AlreadyDone as refusal:
            messages.info(request, str(refusal))
        return redirect("payments:show_set_up", request.person.id)
    return render(
        request, "agreements/say_set_up.html", {"person": request.person, "step_words": SET_UP_STEPS[set_up_step]}
    )
