"""Add a person, and put their details right."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.ground.access.doors import Request, door
from ownway.ground.people import operations, permissions
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.ground.people.facts import LetterFormat, Relation
from ownway.ground.people.web import forms
from ownway.ground.people.web.trying import goes_well, other_of, posted, who_and_when


@door(may=permissions.add_person)
def add_person(request: Request) -> HttpResponse:
    """Make the record of somebody the council supports."""
    form = forms.AddPerson(posted(request), initial={"letter_format": LetterFormat.STANDARD})
    made = []
    if form.is_valid() and goes_well(
        form,
        lambda: made.append(
            operations.add_person(
                council=request.council,
                details=form.details(),
                is_somebody_else=form.has_ticked("is_somebody_else"),
                by=request.user,
                at=timezone.now(),
                today=request.today,
            )
        ),
    ):
        messages.success(request, "The record is made. Say next who acts for them, so that they can sign in.")
        return redirect("people:show_person", made[0].pk)
    return render(request, "people/add_person.html", {"form": form, "other": other_of(form)})


@person_door(may=permissions.change_details)
def change_details(request: PersonRequest) -> HttpResponse:
    """Put a person's details right, and say why."""
    form = forms.ChangeDetails(posted(request), initial=forms.initial_of(request.person))
    if form.is_valid() and goes_well(
        form,
        lambda: operations.change_details(
            details=form.details(),
            why=form.cleaned_data["why"],
            stamp=form.cleaned_data["stamp"],
            is_somebody_else=form.has_ticked("is_somebody_else"),
            today=request.today,
            **who_and_when(request),
        ),
        stamp=request.person.stamp,
    ):
        messages.success(request, "The details are saved.")
        return redirect("people:show_person", request.person.id)
    context = {"person": request.person, "form": form, "other": other_of(form)}
    return render(request, "people/change_details.html", context)


@person_door(may=permissions.change_contact)
def change_contact(request: PersonRequest) -> HttpResponse:
    """Say how to reach you, or the person you act for."""
    is_own = Relation.SELF in request.standing.relations
    form = forms.ChangeContact(posted(request), initial=forms.initial_of(request.person), is_own=is_own)
    if form.is_valid() and goes_well(
        form,
        lambda: operations.change_contact(
            contact=form.contact(), stamp=form.cleaned_data["stamp"], **who_and_when(request)
        ),
        stamp=request.person.stamp,
    ):
        messages.success(request, "Thank you. It is saved, and your worker can see it.")
        return redirect("people:show_person", request.person.id)
    return render(request, "people/change_contact.html", {"person": request.person, "form": form})
