"""See and manage the payments of one person."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.ground.design import forms as design_forms
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.payments import operations, permissions, queries
from ownway.journey.payments.bank_holidays import english_bank_holidays
from ownway.journey.payments.web import forms
from ownway.journey.payments.web.trying import Nothing, went_well
from ownway.journey.payments.weights import modulus_table


@person_door(may=permissions.see_payments, methods=("GET",))
def show_payments(request: PersonRequest) -> HttpResponse:
    """What was paid, what comes next, where it goes, and why each amount is what it is."""
    may = {
        name: getattr(permissions, name).allows(actor=request.actor, standing=request.standing)
        for name in ("manage_payments", "give_bank_account", "ask_for_notice", "see_whole_account_number")
    }
    facts = queries.find_payments_facts(
        council=request.council,
        person_id=request.person.id,
        today=request.today,
        whole_numbers=may["see_whole_account_number"],
    )
    return render(request, "payments/show_payments.html", {"person": request.person, "payments": facts, "may": may})


@person_door(may=permissions.see_payments, methods=("GET",))
def show_set_up(request: PersonRequest) -> HttpResponse:
    """What is still missing before the first payment, and whose turn it is."""
    found = queries.get_set_up(council=request.council, person=request.person, today=request.today)
    return render(request, "payments/show_set_up.html", {"person": request.person, "set_up": found})


@person_door(may=permissions.give_bank_account)
def give_bank_account(request: PersonRequest) -> HttpResponse:
    """Say where the money goes."""
    form = forms.GiveBankAccount(request.POST if request.method == "POST" else None)
    table = modulus_table(weights=settings.MODULUS_WEIGHTS, substitutions=settings.MODULUS_SUBSTITUTIONS)
    given = queries.list_accounts_given(council=request.council, person_id=request.person.id)
    if went_well(form, operations.give_bank_account, table=table, today=request.today, **_who(request)):
        kept = queries.list_accounts_given(council=request.council, person_id=request.person.id)[0]
        messages.success(request, f"We have your bank account. {kept.check_words}")
        return redirect("payments:show_payments", request.person.id)
    values = {"person": request.person, "form": form, "given": given}
    return render(request, "payments/give_bank_account.html", values)


@person_door(may=permissions.manage_payments)
def start_payments(request: PersonRequest) -> HttpResponse:
    """Set up the payments that were agreed."""
    return _manage(request, forms.StartPayments, operations.start_payments, "Set up payments", bank_days=True)


@person_door(may=permissions.manage_payments)
def change_payments(request: PersonRequest) -> HttpResponse:
    """Pay another amount, or more or less often."""
    return _manage(request, forms.ChangePayments, operations.change_payments, "Change payments", bank_days=True)


@person_door(may=permissions.manage_payments)
def pause_payments(request: PersonRequest) -> HttpResponse:
    """Pay nothing for a while."""
    return _manage(request, forms.PausePayments, operations.pause_payments, "Pause payments")


@person_door(may=permissions.manage_payments)
def resume_payments(request: PersonRequest) -> HttpResponse:
    """Pay again."""
    return _manage(request, forms.ResumePayments, operations.resume_payments, "Start payments again")


@person_door(may=permissions.manage_payments)
def end_payments(request: PersonRequest) -> HttpResponse:
    """Pay up to a day, and then no more."""
    return _manage(request, forms.EndPayments, operations.end_payments, "End payments")


@person_door(may=permissions.ask_for_notice)
def ask_for_notice(request: PersonRequest, payment_id: int) -> HttpResponse:
    """Write the letter about a payment, for who asks."""
    line = queries.find_line(council=request.council, person_id=request.person.id, id=payment_id)
    if line is None:
        raise Http404("We cannot find that payment.")
    form = Nothing(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            letter = operations.make_notice(
                council=request.council, line_id=line.pk, by=request.user, at=timezone.now()
            )
        except ValueError as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("letters:show_letter", request.person.id, letter.pk)
    return render(request, "payments/ask_for_notice.html", {"person": request.person, "form": form})


def _manage(
    request: PersonRequest,
    kind: type[design_forms.Form],
    do: Callable[..., Any],
    title: str,
    *,
    bank_days: bool = False,
) -> HttpResponse:
    form = kind(request.POST if request.method == "POST" else None)
    known = {"bank_holidays": english_bank_holidays(request.today)} if bank_days else {}
    if went_well(form, do, today=request.today, **known, **_who(request)):
        return redirect("payments:show_payments", request.person.id)
    facts = queries.find_payments_facts(council=request.council, person_id=request.person.id, today=request.today)
    values = {"person": request.person, "form": form, "title": title, "payments": facts}
    return render(request, "payments/manage_payments.html", values)


def _who(request: PersonRequest) -> dict[str, Any]:
    return {"council": request.council, "person_id": request.person.id, "by": request.user, "at": timezone.now()}
