"""Sign in as a made-up person with one click."""

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ownway.demo import personas
from ownway.ground.access import queries
from ownway.ground.access.doors import door
from ownway.ground.access.permissions import anybody


@door(may=anybody, methods=("GET",))
def list_personas(request: HttpRequest) -> HttpResponse:
    """The made-up people, each with a button."""
    return render(request, "demo/personas.html", {"personas": personas.list_personas()})


@door(may=anybody, methods=("POST",))
def sign_in_as(request: HttpRequest, user_id: int) -> HttpResponse:
    """Sign in as one of them; nobody else can be signed in like this."""
    user = next((user for user in queries.list_demo_users() if user.pk == user_id), None)
    if user is None:
        raise Http404("There is no such made-up person.")
    login(request, user)
    return redirect("home:start")
