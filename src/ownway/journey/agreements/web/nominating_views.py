"""Name, change and end who receives or manages the payment for the person."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.agreements import operations, permissions, queries
from ownway.journey.agreements.web import forms
from ownway.journey.agreements.web.trying import goes_well, posted, who_and_when


@person_door(may=permissions.name_nominated_person)
def name_nominated_person(request: PersonRequest) -> HttpResponse:
    """Name somebody, or change who is named."""
    named = queries.find_nominated_person(council=request.council, person_id=request.person.id)
    start = {
        "name": named.name if named else "",
        "relationship": named.relationship if named else "",
        "phone": named.phone if named else "",
        "email": named.email if named else "",
    }
    form = forms.NameNominatedPerson(posted(request), initial=start)
    if form.is_valid() and goes_well(
        form,
        lambda: operations.name_nominated_person(
            nominee=operations.Nominee(**form.cleaned_data), today=request.today, **who_and_when(request)
        ),
    ):
        return redirect("agreements:show_offer", request.person.id)
    context = {"person": request.person, "form": form, "named": named}
    return render(request, "agreements/name_nominated_person.html", context)


@person_door(may=permissions.name_nominated_person)
def end_nominated_person(request: PersonRequest) -> HttpResponse:
    """Nobody is named any more, after asking once more."""
    named = queries.find_nominated_person(council=request.council, person_id=request.person.id)
    if named is None:
        return redirect("agreements:show_offer", request.person.id)
    if request.method == "POST":
        try:
            operations.end_nominated_person(today=request.today, **who_and_when(request))
        except operations.NobodyNamed as refusal:
            messages.warning(request, str(refusal))
        return redirect("agreements:show_offer", request.person.id)
    return render(request, "agreements/end_nominated_person.html", {"person": request.person, "named": named})
