"""Say what the columns of a sheet hold that no layout knows: its first lines are shown as they would read, and then added."""

from io import BytesIO
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.formats.statements.column_map_reading import preview_map
from ownway.formats.statements.source import Source
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.accounts import operations, permissions, queries
from ownway.journey.accounts.reading import ColumnsNotKnown, StatementRefused, read_beside
from ownway.journey.accounts.web.column_form import ConfirmColumns, as_typed, mark_of
from ownway.journey.accounts.web.statements import said_of


@person_door(may=permissions.keep_account)
def confirm_columns(request: PersonRequest, sheet_id: int) -> HttpResponse:
    """Say what the columns of a bank statement hold when its layout is not known, and add it."""
    about: dict[str, Any] = {"council": request.council, "person_id": request.person.id}
    found = queries.find_waiting(**about, id=sheet_id)
    if found is None:
        raise Http404("This file does not wait for an answer any more.")
    waiting, data = found
    try:
        read_beside(**about, data=data, name=waiting.name)
    except ColumnsNotKnown as unknown:
        proposal = unknown.proposal
    except StatementRefused as refusal:
        raise Http404(str(refusal)) from refusal
    else:
        return redirect("accounts:answer_statement", request.person.id, sheet_id)
    typed = request.POST.copy() if request.method == "POST" else None
    form = ConfirmColumns(typed, proposal=proposal)
    is_changed = False
    if form.is_valid():
        is_changed = not form.is_seen
        if not is_changed and (answer := _confirm(request, form, sheet_id, about)):
            return answer
    if typed is not None:
        typed["seen"] = mark_of(form.columns)
    lines, problems = preview_map(Source(BytesIO(data), name=waiting.name), form.columns)
    context = {
        "person": request.person,
        "waiting": waiting,
        "proposal": proposal,
        "form": form,
        "lines": lines,
        "as_shown": [(name, value) for name, value in as_typed(form.columns).items() if value != ""],
        "unread": problems[:5],
        "is_changed": is_changed,
    }
    return render(request, "accounts/confirm_columns.html", context)


@person_door(may=permissions.keep_account, methods=("POST",))
def forget_columns(request: PersonRequest, columns_id: int) -> HttpResponse:
    """Ask again what the columns of the next file hold."""
    try:
        operations.forget_columns(
            council=request.council,
            person_id=request.person.id,
            columns_id=columns_id,
            for_all=permissions.speaks_as_worker(actor=request.actor, standing=request.standing),
            by=request.user,
            at=timezone.now(),
        )
    except operations.ColumnsGone as refusal:
        raise Http404(str(refusal)) from refusal
    messages.success(request, "We will ask again when you add such a file.")
    return redirect("accounts:list_statements", request.person.id)


def _confirm(request: PersonRequest, form: ConfirmColumns, sheet_id: int, about: dict[str, Any]) -> HttpResponse | None:
    """Where to go when the columns are confirmed; None when they cannot be so, and the form says why."""
    try:
        done = operations.confirm_columns(
            **about,
            waiting_id=sheet_id,
            columns=form.columns,
            for_all=permissions.speaks_as_worker(actor=request.actor, standing=request.standing),
            by=request.user,
            at=timezone.now(),
            today=request.today,
        )
    except operations.ColumnsRefused as refusal:
        for name, sentence in refusal.errors.items():
            form.add_error(name if name in form.fields else None, sentence)
        return None
    except operations.WaitingGone as refusal:
        raise Http404(str(refusal)) from refusal
    if isinstance(done, operations.Waits):
        return redirect("accounts:answer_statement", request.person.id, done.waiting_id)
    messages.success(request, said_of(done))
    return redirect("accounts:show_account", request.person.id)
