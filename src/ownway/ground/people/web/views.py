"""Find a person, see their record and who looked at it."""

from django.http import HttpResponse
from django.shortcuts import render

from ownway.ground.access.doors import Request, door
from ownway.ground.people import navigation, permissions, queries
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.ground.people.web import forms


@door(may=permissions.find_people, methods=("GET",))
def find_people(request: Request) -> HttpResponse:
    """People of the council, found by name or reference."""
    form = forms.FindPeople(request.GET)
    words, page = form.asked()
    found = queries.find_people(council=request.council, words=words, page=page)
    return render(request, "people/find_people.html", {"form": form, "found": found, "words": words})


@person_door(may=permissions.see_person, methods=("GET",))
def show_person(request: PersonRequest) -> HttpResponse:
    """A person's record: who they are, where things are, and what has happened."""
    happenings = queries.list_happenings(council=request.council, person_id=request.person.id)
    links = navigation.person_links(person_id=request.person.id, actor=request.actor, standing=request.standing)
    return render(
        request, "people/show_person.html", {"person": request.person, "happenings": happenings, "links": links}
    )


@person_door(may=permissions.see_who_looked, methods=("GET",))
def show_looks(request: PersonRequest) -> HttpResponse:
    """Which members of staff looked at this record, and when."""
    looks = queries.list_looks(council=request.council, person_id=request.person.id)
    return render(request, "people/show_looks.html", {"person": request.person, "looks": looks})
