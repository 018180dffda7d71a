"""Propose, look at, approve and end payment runs."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.ground.access.doors import Request, door
from ownway.ground.design import forms as design_forms
from ownway.journey.payments import operations, permissions, queries
from ownway.journey.payments.bank_holidays import english_bank_holidays
from ownway.journey.payments.facts import KINDS, ChangeFacts, RunFacts
from ownway.journey.payments.web import forms
from ownway.journey.payments.web.trying import Nothing, went_well


@door(may=permissions.see_runs, methods=("GET",))
def list_runs(request: Request) -> HttpResponse:
    """The council's payment runs."""
    runs = queries.list_runs(council=request.council)
    may_propose = permissions.propose_run.allows(request.actor)
    return render(request, "payments/list_runs.html", {"runs": runs, "may_propose": may_propose})


@door(may=permissions.propose_run)
def propose_run(request: Request) -> HttpResponse:
    """Propose a run for a pay day."""
    form = forms.ProposeRun(request.POST if request.method == "POST" else None)
    known = {"today": request.today, "bank_holidays": english_bank_holidays(request.today)}
    known["limit_pence"] = settings.PAYMENT_LIMIT_PENCE
    if went_well(form, operations.propose_run, council=request.council, by=request.user, at=timezone.now(), **known):
        return redirect("payments:show_run", queries.list_runs(council=request.council)[0].id)
    return render(request, "payments/propose_run.html", {"form": form})


@door(may=permissions.see_runs, methods=("GET",))
def show_run(request: Request, run_id: int) -> HttpResponse:
    """What a run comes to, what changed since the last one, and what can be done with it."""
    try:
        summary = queries.get_summary(council=request.council, id=run_id)
    except ObjectDoesNotExist as missing:
        raise Http404("We cannot find that payment run.") from missing
    run = summary.run
    waiting = queries.list_changes(council=request.council, run_id=run.id, kind="")
    may = {
        "approve": permissions.approve_run.allows(request.actor) and run.proposed_by_id != request.user.pk,
        "end": permissions.end_run.allows(request.actor),
        "make_list": permissions.make_emergency_list.allows(request.actor),
        "use_list": permissions.use_emergency_list.allows(request.actor),
    }
    listed = queries.find_emergency_list(council=request.council, run_id=run.id)
    known = {"summary": summary, "waiting": waiting, "may": may, "listed": listed}
    return render(request, "payments/show_run.html", known)


@door(may=permissions.see_runs, methods=("GET",))
def list_changes(request: Request, run_id: int) -> HttpResponse:
    """The people of a run with one kind of finding, a page at a time."""
    run = _run(request, run_id)
    kind = request.GET.get("kind", "")
    if kind not in KINDS:
        kind = ""
    page = int(number) if (number := request.GET.get("page", "1")).isdecimal() and len(number) < 6 else 1
    found = queries.list_changes(council=request.council, run_id=run.id, kind=kind, page=page)
    words = KINDS.get(kind, "Still to explain")
    return render(request, "payments/list_changes.html", {"run": run, "found": found, "kind": kind, "words": words})


@door(may=permissions.explain_run)
def explain_change(request: Request, run_id: int, change_id: int) -> HttpResponse:
    """Write why a finding is right."""
    run, change = _change(request, run_id, change_id)
    form = forms.ExplainChange(request.POST if request.method == "POST" else None, initial={"why": change.explained})
    if went_well(form, operations.explain_change, run_id=run.id, change_id=change.id, **_who(request)):
        return redirect("payments:show_run", run.id)
    return render(request, "payments/explain_change.html", {"run": run, "change": change, "form": form})


@door(may=permissions.explain_run)
def take_out(request: Request, run_id: int, change_id: int) -> HttpResponse:
    """Take a person's payments out of a run."""
    run, change = _change(request, run_id, change_id)
    form = forms.WriteWhy(request.POST if request.method == "POST" else None)
    if went_well(form, operations.take_out, run_id=run.id, person_id=change.person_id, **_who(request)):
        return redirect("payments:show_run", run.id)
    return render(request, "payments/take_out.html", {"run": run, "change": change, "form": form})


@door(may=permissions.approve_run)
def approve_run(request: Request, run_id: int) -> HttpResponse:
    """Approve a run as the second person."""
    days = {"today": request.today, "bank_holidays": english_bank_holidays(request.today)}
    return _move(request, run_id, Nothing, operations.approve_run, "approve_run", **days)


@door(may=permissions.end_run)
def write_files(request: Request, run_id: int) -> HttpResponse:
    """Write the files now, when the worker has not."""
    days = {"bank_holidays": english_bank_holidays(request.today)}
    run = _run(request, run_id)
    form = Nothing(request.POST if request.method == "POST" else None)
    asked = {"council": request.council, "run_id": run.id, "at": timezone.now()}
    if went_well(form, operations.write_files, **asked, **days):
        return redirect("payments:show_run", run.id)
    return render(request, "payments/write_files.html", {"run": run, "form": form})


@door(may=permissions.end_run)
def confirm_run(request: Request, run_id: int) -> HttpResponse:
    """Say that the bank has paid."""
    return _move(request, run_id, Nothing, operations.confirm_run, "confirm_run")


@door(may=permissions.end_run)
def withdraw_run(request: Request, run_id: int) -> HttpResponse:
    """Withdraw a run that the bank has not paid."""
    written = _run(request, run_id).status == "files_written"
    kind = forms.WithdrawSent if written else forms.WriteWhy
    return _move(request, run_id, kind, operations.withdraw_run, "withdraw_run")


@door(may=permissions.download_files, methods=("GET",))
def download_file(request: Request, run_id: int, file_kind: str) -> HttpResponse:
    """A file for the bank, byte for byte as it was written; held back while people may be paid from a list."""
    found = queries.find_file(council=request.council, run_id=run_id, kind=file_kind)
    if found is None:
        raise Http404("We cannot find that file.")
    listed = queries.find_emergency_list(council=request.council, run_id=run_id)
    if listed is not None and listed.holds_files:
        return render(request, "payments/file_is_held.html", {"run": _run(request, run_id), "listed": listed})
    name, content = found
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _move(
    request: Request, run_id: int, kind: type[design_forms.Form], do: Callable[..., Any], name: str, **known: Any
) -> HttpResponse:
    run = _run(request, run_id)
    form = kind(request.POST if request.method == "POST" else None)
    if went_well(form, do, run_id=run.id, **known, **_who(request)):
        return redirect("payments:show_run", run.id)
    return render(request, f"payments/{name}.html", {"run": run, "form": form})


def _run(request: Request, run_id: int) -> RunFacts:
    try:
        return queries.get_run(council=request.council, id=run_id)
    except ObjectDoesNotExist as missing:
        raise Http404("We cannot find that payment run.") from missing


def _change(request: Request, run_id: int, change_id: int) -> tuple[RunFacts, ChangeFacts]:
    run = _run(request, run_id)
    change = queries.find_change(council=request.council, run_id=run.id, id=change_id)
    if change is None:
        raise Http404("We cannot find that payment.")
    return run, change


def _who(request: Request) -> dict[str, Any]:
    return {"council": request.council, "by": request.user, "at": timezone.now()}
