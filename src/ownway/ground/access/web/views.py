"""Ask a member of staff to set up a second factor."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownway.ground.access.doors import door
from ownway.ground.access.permissions import anybody


@door(may=anybody, methods=("GET",))
def second_factor(request: HttpRequest) -> HttpResponse:
    """Why a second factor is needed, and where to set one up."""
    return render(request, "access/second_factor.html")
