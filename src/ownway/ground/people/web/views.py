"""Find a person, see their record and who looked at it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ownway.ground.access.doors import Request, door
from ownway.ground.design.navigation import Place
from ownway.ground.people import navigation, permissions, queries
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.ground.people.web import forms

# What can be done with the record itself, while somebody lives and after.
DETAILS = (
    ("Change these details", "people:change_details", permissions.change_details),
    ("Change how to be in touch", "people:change_contact", permissions.change_contact),
)
CHANGES = {
    False: (*DETAILS, ("Write down that they have died", "people:record_death", permissions.record_death)),
    True: (*DETAILS, ("What to think of after a death", "people:record_death", permissions.record_death)),
}


@door(may=permissions.find_people, methods=("GET",))
def find_people(request: Request) -> HttpResponse:
    """People of the council, found by name or reference."""
    form = forms.FindPeople(request.GET)
    words, page = form.asked()
    found = queries.find_people(council=request.council, words=words, page=page)
    may_add = permissions.add_person.allows(request.actor)
    context = {"form": form, "found": found, "words": words, "may_add": may_add}
    return render(request, "people/find_people.html", context)


@person_door(may=permissions.see_person, methods=("GET",))
def show_person(request: PersonRequest) -> HttpResponse:
    """A person's record: who they are, where things are, and what has happened."""
    happenings = queries.list_happenings(council=request.council, person_id=request.person.id)
    links = navigation.person_links(person=request.person, actor=request.actor, standing=request.standing)
    changes = [
        Place(text=words, href=reverse(name, args=[request.person.id]))
        for words, name, may in CHANGES[request.person.died_on is not None]
        if may.allows(actor=request.actor, standing=request.standing)
    ]
    context = {"person": request.person, "happenings": happenings, "links": links, "changes": changes}
    return render(request, "people/show_person.html", context)


@person_door(may=permissions.see_who_looked, methods=("GET",))
def show_looks(request: PersonRequest) -> HttpResponse:
    """Which members of staff looked at this record, and when."""
    looks = queries.list_looks(council=request.council, person_id=request.person.id)
    return render(request, "people/show_looks.html", {"person": request.person, "looks": looks})
