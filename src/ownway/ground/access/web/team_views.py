"""Who works here: add somebody, say what they do, send them the link, close and open their account."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.ground.access import operations, queries
from ownway.ground.access.doors import Request, door
from ownway.ground.access.facts import Worker
from ownway.ground.access.permissions import manage_team
from ownway.ground.access.web import team_forms as forms


def get_worker(request: Request, worker_id: int) -> Worker:
    """The worker of an address. Raises Http404, also for another council's."""
    worker = queries.find_worker(council=request.council, id=worker_id, today=request.today)
    if worker is None:
        raise Http404("We cannot find anybody with that number who works here.")
    return worker


def posted(request: Request) -> Any:
    """What was sent, also when nothing is ticked in it; None when the page was only asked for."""
    return request.POST if request.method == "POST" else None


def for_verb(request: Request, worker: Worker) -> dict[str, Any]:
    """What every verb about an account is told."""
    user = queries.get_account(council=request.council, id=worker.id)
    return {"user": user, "by": request.user, "at": timezone.now()}


@door(may=manage_team, methods=("GET",))
def list_team(request: Request) -> HttpResponse:
    """Who works here, with what role, and how far they are with signing in."""
    form = forms.FindWorkers(request.GET)
    words, page = form.asked()
    team = queries.list_team(council=request.council, today=request.today, words=words, page=page)
    return render(request, "access/list_team.html", {"form": form, "team": team, "words": words})


@door(may=manage_team)
def add_worker(request: Request) -> HttpResponse:
    """Open an account for somebody who works here, and send them a link."""
    form = forms.AddWorker(posted(request))
    if form.is_valid():
        try:
            operations.add_worker(
                council=request.council,
                by=request.user,
                at=timezone.now(),
                today=request.today,
                address_for=request.build_absolute_uri,
                **form.cleaned_data,
            )
        except operations.EmailAlreadyUsed as refusal:
            form.add_error(refusal.field, str(refusal))
        except operations.LinkNotSent as refusal:
            messages.warning(request, f"{refusal}.")
            return redirect("access:list_team")
        else:
            name, email = form.cleaned_data["name"], form.cleaned_data["email"]
            messages.success(request, f"{name} has an account now. We sent a link to {email}.")
            return redirect("access:list_team")
    return render(request, "access/add_worker.html", {"form": form})


@door(may=manage_team, methods=("GET",))
def show_worker(request: Request, worker_id: int) -> HttpResponse:
    """One worker: their roles, how they sign in, and what was done about their account."""
    worker = get_worker(request, worker_id)
    deeds = queries.list_deeds(council=request.council, user_id=worker.id)
    is_me = worker.id == request.actor.user_id
    return render(request, "access/show_worker.html", {"worker": worker, "deeds": deeds, "is_me": is_me})


@door(may=manage_team)
def change_worker(request: Request, worker_id: int) -> HttpResponse:
    """Put right somebody's name or email address."""
    worker = get_worker(request, worker_id)
    form = forms.ChangeWorker(posted(request), initial={"name": worker.name, "email": worker.email})
    if form.is_valid():
        try:
            operations.change_worker(**for_verb(request, worker), **form.cleaned_data)
        except operations.EmailAlreadyUsed as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            messages.success(request, "Saved.")
            return redirect("access:show_worker", worker.id)
    return render(request, "access/change_worker.html", {"form": form, "worker": worker})


@door(may=manage_team)
def change_roles(request: Request, worker_id: int) -> HttpResponse:
    """Give somebody roles, and end those that they should not have any more."""
    worker = get_worker(request, worker_id)
    form = forms.ChangeRoles(posted(request), initial={"roles": [role.value for role in worker.staying_roles]})
    if form.is_valid():
        try:
            operations.change_roles(**for_verb(request, worker), today=request.today, roles=form.cleaned_data["roles"])
        except operations.AccessRefused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            messages.success(request, f"The roles of {worker.name} are saved.")
            return redirect("access:show_worker", worker.id)
    return render(request, "access/change_roles.html", {"form": form, "worker": worker})


@door(may=manage_team, methods=("POST",))
def send_link(request: Request, worker_id: int) -> HttpResponse:
    """Send somebody another link to choose a password."""
    worker = get_worker(request, worker_id)
    try:
        operations.send_sign_in_link(**for_verb(request, worker), address_for=request.build_absolute_uri)
    except operations.AccessRefused as refusal:
        messages.warning(request, f"{refusal}.")
    else:
        messages.success(request, f"We sent a link to {worker.email}.")
    return redirect("access:show_worker", worker.id)


@door(may=manage_team)
def close_account(request: Request, worker_id: int) -> HttpResponse:
    """Close somebody's account, after asking once more."""
    worker = get_worker(request, worker_id)
    if request.method == "GET":
        return render(request, "access/close_account.html", {"worker": worker})
    try:
        operations.close_account(**for_verb(request, worker), today=request.today)
    except operations.AccessRefused as refusal:
        messages.warning(request, f"{refusal}.")
    else:
        messages.success(request, f"The account of {worker.name} is closed.")
    return redirect("access:show_worker", worker.id)


@door(may=manage_team, methods=("POST",))
def reopen_account(request: Request, worker_id: int) -> HttpResponse:
    """Open somebody's account again."""
    worker = get_worker(request, worker_id)
    try:
        operations.reopen_account(**for_verb(request, worker))
    except operations.AccessRefused as refusal:
        messages.warning(request, f"{refusal}.")
    else:
        messages.success(request, f"{worker.name} can sign in again.")
    return redirect("access:show_worker", worker.id)
