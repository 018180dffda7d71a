"""The front page, and where each of us starts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ownway.ground.access.doors import Request, door
from ownway.ground.access.permissions import anybody, anybody_signed_in
from ownway.ground.people import queries as people
from ownway.ground.people.models import Relation


@door(may=anybody, methods=("GET",))
def front(request: HttpRequest) -> HttpResponse:
    """What Ownway is, in plain words."""
    return render(request, "home/front.html")


@door(may=anybody_signed_in, methods=("GET",))
def start(request: Request) -> HttpResponse:
    """The person's own page, or a worker's desk."""
    mine = people.list_people_of(
        council=request.council,
        user_id=request.actor.user_id,
        relations=frozenset(Relation),
        today=request.today,
    )
    if len(mine) == 1 and not request.actor.is_staff:
        return redirect("people:show_person", mine[0].id)
    return render(request, "home/start.html", {"mine": mine})
