"""Say what comes first in the days of a file that does not tell, such as 03/04/2026: the day or the month."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.accounts import operations, permissions, queries
from ownway.journey.accounts.reading import DaysNotKnown, StatementRefused, read_beside
from ownway.journey.accounts.web import forms
from ownway.journey.accounts.web.statements import said_of


@person_door(may=permissions.keep_account)
def confirm_days(request: PersonRequest, undated_id: int) -> HttpResponse:
    """Say if the day or the month comes first in a bank statement that does not tell, and add it."""
    about: dict[str, Any] = {"council": request.council, "person_id": request.person.id}
    found = queries.find_waiting(**about, id=undated_id)
    if found is None:
        raise Http404("This file does not wait for an answer any more.")
    waiting, data = found
    try:
        read_beside(**about, data=data, name=waiting.name)
    except DaysNotKnown as unknown:
        two_ways = unknown.two_ways
    except StatementRefused as refusal:
        raise Http404(str(refusal)) from refusal
    else:
        return redirect("accounts:answer_statement", request.person.id, undated_id)
    typed = request.POST if request.method == "POST" else None
    form = forms.ConfirmDays(typed, two_ways=two_ways, initial={"day_order": waiting.day_order})
    if form.is_valid():
        try:
            done = operations.confirm_days(
                **about,
                waiting_id=undated_id,
                day_order=form.cleaned_data["day_order"],
                by=request.user,
                at=timezone.now(),
                today=request.today,
            )
        except (operations.AlreadyRead, StatementRefused) as refusal:
            form.add_error(None, str(refusal))
        except operations.WaitingGone as refusal:
            raise Http404(str(refusal)) from refusal
        else:
            if isinstance(done, operations.Waits):
                return redirect("accounts:answer_statement", request.person.id, done.waiting_id)
            messages.success(request, said_of(done))
            return redirect("accounts:show_account", request.person.id)
    context = {"person": request.person, "waiting": waiting, "form": form}
    return render(request, "accounts/confirm_days.html", context)
