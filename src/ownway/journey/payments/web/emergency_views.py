"""The list of a run that finance keys by hand: make it, open it, and say what became of it."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.ground.access.doors import Request, door
from ownway.journey.payments import operations, permissions, queries
from ownway.journey.payments.facts import RunFacts
from ownway.journey.payments.web import emergency_forms
from ownway.journey.payments.web.trying import went_well


@door(may=permissions.make_emergency_list)
def make_emergency_list(request: Request, run_id: int) -> HttpResponse:
    """Make a list of the run to key by hand, when the bank cannot take its files."""
    run = _run(request, run_id)
    form = emergency_forms.MakeEmergencyList(request.POST if request.method == "POST" else None)
    if went_well(form, operations.make_emergency_list, run_id=run.id, fonts=settings.FONTS, **_who(request)):
        messages.success(request, "The list is made. The files for the bank are held back.")
        return redirect("payments:show_run", run.id)
    return render(request, "payments/make_emergency_list.html", {"run": run, "form": form})


@door(may=permissions.use_emergency_list, methods=("POST",))
def open_emergency_list(request: Request, run_id: int, list_kind: str) -> HttpResponse:
    """The list as a spreadsheet or on paper; that it was opened is kept."""
    run = _run(request, run_id)
    if list_kind not in queries.MEDIA_TYPES:
        raise Http404("We cannot find that list.")
    try:
        name, content = operations.open_emergency_list(run_id=run.id, kind=list_kind, **_who(request))
    except operations.PaymentRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("payments:show_run", run.id)
    answer = HttpResponse(content, content_type=queries.MEDIA_TYPES[list_kind])
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@door(may=permissions.use_emergency_list)
def end_emergency_list(request: Request, run_id: int) -> HttpResponse:
    """Say whether people were paid from the list."""
    run = _run(request, run_id)
    listed = queries.find_emergency_list(council=request.council, run_id=run.id)
    form = emergency_forms.EndEmergencyList(request.POST if request.method == "POST" else None)
    if went_well(form, operations.end_emergency_list, run_id=run.id, **_who(request)):
        return redirect("payments:show_run", run.id)
    return render(request, "payments/end_emergency_list.html", {"run": run, "listed": listed, "form": form})


def _run(request: Request, run_id: int) -> RunFacts:
    try:
        return queries.get_run(council=request.council, id=run_id)
    except ObjectDoesNotExist as missing:
        raise Http404("We cannot find that payment run.") from missing


def _who(request: Request) -> dict[str, Any]:
    return {"council": request.council, "by": request.user, "at": timezone.now()}
