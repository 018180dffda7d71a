"""The front page, and where each of us starts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownway.front.home import permissions, queries
from ownway.front.home.facts import Mine
from ownway.front.home.web import forms
from ownway.ground.access.doors import Request, door
from ownway.ground.access.permissions import anybody, anybody_signed_in
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.ground.people.facts import Standing
from ownway.ground.people.navigation import person_links


@door(may=anybody, methods=("GET",))
def front(request: HttpRequest) -> HttpResponse:
    """What Ownway is, in plain words."""
    return render(request, "home/front.html")


@door(may=anybody_signed_in, methods=("GET",))
def start(request: Request) -> HttpResponse:
    """The person's own page; the people somebody stands by; a worker's desk."""
    mine = queries.list_mine(council=request.council, actor=request.actor, today=request.today)
    if len(mine) == 1 and mine[0].is_my_side and not request.actor.is_staff:
        return own_page(request, mine[0])
    page = forms.ChoosePage(request.GET).asked()
    desk = queries.list_desk(council=request.council, actor=request.actor, today=request.today)
    return render(request, "home/start.html", {"mine": queries.page_of(mine, page), "desk": desk})


@person_door(may=permissions.see_own_page, methods=("GET",))
def show_own(request: PersonRequest) -> HttpResponse:
    """The own page of one of several people for whom somebody acts."""
    return own_page(request, Mine(person=request.person, relations=request.standing.relations))


def own_page(request: Request, mine: Mine) -> HttpResponse:
    """What comes next for a person, and the places of their record."""
    standing = Standing(is_staff=request.actor.is_staff, relations=mine.relations)
    links = person_links(person=mine.person, actor=request.actor, standing=standing)
    own = queries.get_own_page(council=request.council, person=mine.person, today=request.today)
    return render(request, "home/show_own.html", {"mine": mine, "own": own, "links": links})
