"""The lists of what waits, each for those who may do it."""

from django.http import HttpResponse
from django.shortcuts import render

from ownway.front.home import permissions, queries
from ownway.front.home.web import forms
from ownway.ground.access.doors import Request, door


@door(may=permissions.list_people_at_start, methods=("GET",))
def list_people_at_start(request: Request) -> HttpResponse:
    """People who were never made an offer."""
    return show(request, queries.QUEUES["starting"])


@door(may=permissions.list_questions, methods=("GET",))
def list_questions(request: Request) -> HttpResponse:
    """Questions about offers that nobody has answered."""
    return show(request, queries.QUEUES["questions"])


@door(may=permissions.list_offers_to_accept, methods=("GET",))
def list_offers_to_accept(request: Request) -> HttpResponse:
    """Offers to which the person has said yes and the council has not."""
    return show(request, queries.QUEUES["offers"])


@door(may=permissions.list_reviews, methods=("GET",))
def list_reviews(request: Request) -> HttpResponse:
    """Reviews that are due soon or late."""
    return show(request, queries.QUEUES["reviews"])


@door(may=permissions.list_payments_to_start, methods=("GET",))
def list_payments_to_start(request: Request) -> HttpResponse:
    """Agreements under which no payments were set up yet."""
    return show(request, queries.QUEUES["payments"])


@door(may=permissions.list_came_back, methods=("GET",))
def list_came_back(request: Request) -> HttpResponse:
    """People whose payment came back from the bank, while nobody has decided about it."""
    return show(request, queries.QUEUES["came-back"])


@door(may=permissions.list_open_check_ups, methods=("GET",))
def list_open_check_ups(request: Request) -> HttpResponse:
    """Check-ups that are not finished."""
    return show(request, queries.QUEUES["check-ups"])


def show(request: Request, queue: queries.Queue) -> HttpResponse:
    """One page of a queue."""
    page = forms.ChoosePage(request.GET).asked()
    waiting = queries.list_waiting(council=request.council, queue=queue, today=request.today, page=page)
    return render(request, "home/list_waiting.html", {"queue": queue, "waiting": waiting})
