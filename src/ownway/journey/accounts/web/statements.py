"""Add bank statements, answer what they leave open, and say a balance."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.ground.design.words import many
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.accounts import operations, permissions, queries
from ownway.journey.accounts.reading import ColumnsNotKnown, DaysNotKnown, StatementRefused, read_beside
from ownway.journey.accounts.web import forms

ALL_THERE = "Every line of this file was there already. Nothing was added."


@person_door(may=permissions.see_account, methods=("GET",))
def list_statements(request: PersonRequest) -> HttpResponse:
    """Every statement that was added."""
    about: dict[str, Any] = {"council": request.council, "person_id": request.person.id}
    context = {
        "person": request.person,
        "statements": queries.list_statements(**about),
        "layouts": queries.list_columns(**about),
        "may_keep": permissions.keep_account.allows(actor=request.actor, standing=request.standing),
        "is_worker": permissions.speaks_as_worker(actor=request.actor, standing=request.standing),
    }
    return render(request, "accounts/list_statements.html", context)


@person_door(may=permissions.keep_account)
def add_statement(request: PersonRequest) -> HttpResponse:
    """Add a bank statement. A file that is refused says why, line by line."""
    bound = (request.POST, request.FILES) if request.method == "POST" else ()
    form = forms.AddStatement(*bound, max_bytes=settings.STATEMENT_MAX_BYTES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            done = operations.add_statement(
                council=request.council,
                person_id=request.person.id,
                name=file.name.replace("\x00", ""),
                data=file.read(),
                by=request.user,
                at=timezone.now(),
                today=request.today,
            )
        except StatementRefused as refusal:
            form.add_error("file", ["Nothing was added.", *refusal.reasons])
        except operations.AlreadyRead as refusal:
            form.add_error("file", str(refusal))
        else:
            if isinstance(done, operations.Waits):
                return redirect("accounts:answer_statement", request.person.id, done.waiting_id)
            messages.success(request, said_of(done))
            return redirect("accounts:show_account", request.person.id)
    return render(request, "accounts/add_statement.html", {"person": request.person, "form": form})


@person_door(may=permissions.keep_account)
def answer_statement(request: PersonRequest, waiting_id: int) -> HttpResponse:
    """Answer what a file leaves open, and add it."""
    about: dict[str, Any] = {"council": request.council, "person_id": request.person.id}
    found = queries.find_waiting(**about, id=waiting_id)
    if found is None:
        raise Http404("This file does not wait for an answer any more.")
    waiting, data = found
    try:
        file = read_beside(**about, data=data, name=waiting.name, day_order=waiting.day_order)
    except ColumnsNotKnown:
        return redirect("accounts:confirm_columns", request.person.id, waiting_id)
    except DaysNotKnown:
        return redirect("accounts:confirm_days", request.person.id, waiting_id)
    except StatementRefused as refusal:
        unread = {"person": request.person, "waiting": waiting, "reasons": refusal.reasons}
        return render(request, "accounts/unread_statement.html", unread)
    form = forms.AnswerStatement(request.POST if request.method == "POST" else None, questions=file.questions)
    if form.is_valid():
        try:
            added = operations.answer_statement(
                **about,
                waiting_id=waiting_id,
                answers=form.answers(),
                early=file.statement,
                by=request.user,
                at=timezone.now(),
                today=request.today,
            )
        except (operations.NotAnswered, operations.AlreadyRead, StatementRefused) as refusal:
            form.add_error(None, str(refusal))
        except operations.WaitingGone as refusal:
            raise Http404(str(refusal)) from refusal
        else:
            messages.success(request, said_of(added))
            return redirect("accounts:show_account", request.person.id)
    context = {
        "person": request.person,
        "waiting": waiting,
        "questions": file.questions,
        "new": len(file.overlap.new),
        "already": len(file.overlap.already),
        "form": form,
    }
    return render(request, "accounts/answer_statement.html", context)


@person_door(may=permissions.keep_account, methods=("POST",))
def leave_statement(request: PersonRequest, waiting_id: int) -> HttpResponse:
    """Do not add a file that waits."""
    operations.leave_statement(
        council=request.council,
        person_id=request.person.id,
        waiting_id=waiting_id,
        by=request.user,
        at=timezone.now(),
    )
    messages.success(request, "The file was left out. Nothing was added.")
    return redirect("accounts:show_account", request.person.id)


@person_door(may=permissions.keep_account)
def tell_balance(request: PersonRequest) -> HttpResponse:
    """Say what the bank says was in the account."""
    form = forms.TellBalance(request.POST or None, today=request.today)
    if form.is_valid():
        operations.tell_balance(
            council=request.council,
            person_id=request.person.id,
            by=request.user,
            at=timezone.now(),
            **form.cleaned_data,
        )
        messages.success(request, "Thank you. We use this balance from now on.")
        return redirect("accounts:show_account", request.person.id)
    return render(request, "accounts/tell_balance.html", {"person": request.person, "form": form})


def said_of(added: operations.Added) -> str:
    """What came of a file, in a sentence or two."""
    if not added.lines_added:
        return ALL_THERE
    there = added.lines_read - added.lines_added
    told = f"{many(added.lines_added, 'new line')} added."
    if there:
        told += f" {many(there, 'line was', 'lines were')} there already."
    if added.not_known:
        told += f" Please say what {many(added.not_known, 'line was', 'lines were')} for."
    return told
