"""Take back a bank statement. The door is here because a finished check-up may have looked at it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.ground.design.words import many
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.accounts import queries as accounts
from ownway.journey.accounts.operations import StatementGone, StatementStays
from ownway.journey.accounts.permissions import keep_account, speaks_as_worker
from ownway.journey.checkups import operations, queries
from ownway.journey.checkups.web import forms

GONE = "This statement was taken back already."


@person_door(may=keep_account)
def withdraw_statement(request: PersonRequest, statement_id: int) -> HttpResponse:
    """Take back a bank statement that was added by mistake."""
    about: dict[str, Any] = {"council": request.council, "person_id": request.person.id}
    is_worker = speaks_as_worker(actor=request.actor, standing=request.standing)
    found = accounts.find_taking_back(**about, id=statement_id, by_id=request.user.pk, is_worker=is_worker)
    if found is None:
        raise Http404(GONE)
    statement, taking = found
    form = forms.TakeBackStatement(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            count = operations.withdraw_statement(
                **about,
                statement_id=statement_id,
                words=form.cleaned_data["words"],
                is_worker=is_worker,
                by=request.user,
                at=timezone.now(),
            )
        except StatementStays as refusal:
            form.add_error(None, list(refusal.reasons))
        except StatementGone as refusal:
            raise Http404(GONE) from refusal
        else:
            taken = f"The statement is taken back, and {many(count, 'line counts', 'lines count')} no longer."
            messages.success(request, f"{taken} You can add the right one now.")
            return redirect("accounts:list_statements", request.person.id)
    context = {
        "person": request.person,
        "statement": statement,
        "taking": taking,
        "reasons": [*taking.reasons, *queries.why_statement_stays(**about, statement_id=statement_id)],
        "layouts": accounts.list_columns(**about),
        "form": form,
    }
    return render(request, "checkups/withdraw_statement.html", context)
