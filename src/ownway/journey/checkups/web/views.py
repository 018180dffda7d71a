"""See who is due and why, hold a check-up together, and end it."""

from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.ground.access.doors import Request, door
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.accounts import queries as accounts
from ownway.journey.agreements import queries as agreements
from ownway.journey.checkups import operations, permissions, queries
from ownway.journey.checkups.facts import Side
from ownway.journey.checkups.web import forms
from ownway.journey.checkups.web.proposals import get_check_up
from ownway.rules.checks import run_all
from ownway.rules.refusals import Refused


@door(may=permissions.list_due, methods=("GET",))
def list_due(request: Request) -> HttpResponse:
    """Who is due for a check-up, since when, and why."""
    asked = request.GET.get("page", "")
    page = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    due = queries.list_due(council=request.council, today=request.today, page=page)
    return render(request, "checkups/list_due.html", {"due": due})


@person_door(may=permissions.see_check_ups, methods=("GET",))
def list_check_ups(request: PersonRequest) -> HttpResponse:
    """A person's check-ups, and when the next one is due and why."""
    account = accounts.get_account(council=request.council, person_id=request.person.id, today=request.today)
    due = queries.find_due(
        council=request.council,
        person_id=request.person.id,
        today=request.today,
        findings=run_all(account.account),
    )
    context = {
        "person": request.person,
        "checkups": queries.list_check_ups(council=request.council, person_id=request.person.id),
        "due": due,
        "may_hold": permissions.hold_check_up.allows(actor=request.actor, standing=request.standing),
        "may_ask": permissions.take_part.allows(actor=request.actor, standing=request.standing),
    }
    return render(request, "checkups/list_check_ups.html", context)


@person_door(may=permissions.take_part)
def ask_for_check_up(request: PersonRequest) -> HttpResponse:
    """Ask for a check-up."""
    form = forms.AskForCheckUp(request.POST or None)
    if form.is_valid():
        try:
            operations.ask_for_check_up(
                council=request.council,
                person_id=request.person.id,
                by=request.user,
                at=timezone.now(),
                **form.cleaned_data,
            )
        except operations.NothingAgreed as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Thank you. We will be in touch.")
            return redirect("checkups:list_check_ups", request.person.id)
    return render(request, "checkups/ask_for_check_up.html", {"person": request.person, "form": form})


@person_door(may=permissions.hold_check_up, methods=("POST",))
def open_check_up(request: PersonRequest) -> HttpResponse:
    """Begin a check-up: look at the account, and keep what is found and why now."""
    try:
        checkup_id = begin(request)
    except operations.NothingAgreed as refusal:
        messages.warning(request, str(refusal))
        return redirect("checkups:list_check_ups", request.person.id)
    except IntegrityError:
        messages.warning(request, "A check-up is open already.")
        return redirect("checkups:list_check_ups", request.person.id)
    return redirect("checkups:show_check_up", request.person.id, checkup_id)


def begin(request: PersonRequest) -> int:
    """Gather what a check-up looks at and make the one call; the check-up's number."""
    council, person_id, today = request.council, request.person.id, request.today
    account = accounts.get_account(council=council, person_id=person_id, today=today)
    due = queries.find_due(council=council, person_id=person_id, today=today, findings=run_all(account.account))
    agreement = agreements.find_latest_agreement(council=council, person_id=person_id)
    starts_on = agreement.starts_on if agreement is not None else today
    from_on, to_on = queries.get_period(council=council, person_id=person_id, starts_on=starts_on, today=today)
    with transaction.atomic():
        row = operations.open_check_up(
            council=council,
            person_id=person_id,
            account=account,
            reasons=due.reasons if due is not None else (),
            from_on=from_on,
            to_on=to_on,
            by=request.user,
            at=timezone.now(),
        )
    return row.pk


@person_door(may=permissions.see_check_ups, methods=("GET",))
def show_check_up(request: PersonRequest, checkup_id: int) -> HttpResponse:
    """A check-up: why now, what was found, what was said, and what is proposed."""
    return show(request, checkup_id, form=None)


@person_door(may=permissions.speak, methods=("POST",))
def say(request: PersonRequest, checkup_id: int) -> HttpResponse:
    """Say something in the check-up."""
    is_person = request.standing.is_person_side
    form = (forms.Say if is_person else forms.SayForCouncil)(request.POST)
    if form.is_valid():
        try:
            operations.say(
                council=request.council,
                person_id=request.person.id,
                checkup_id=get_check_up(request, checkup_id).id,
                side=Side.PERSON if is_person else Side.COUNCIL,
                words=form.cleaned_data["words"],
                is_question=form.cleaned_data.get("is_question", False),
                by=request.user,
                at=timezone.now(),
            )
        except (operations.CheckUpOver, Refused) as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("checkups:show_check_up", request.person.id, checkup_id)
    return show(request, checkup_id, form=form)


@person_door(may=permissions.hold_check_up, methods=("POST",))
def write_to_the_person(request: PersonRequest, checkup_id: int) -> HttpResponse:
    """Write the check-up letter."""
    account = accounts.get_account(council=request.council, person_id=request.person.id, today=request.today)
    try:
        letter = operations.write_to_the_person(
            council=request.council,
            person=request.person,
            checkup_id=get_check_up(request, checkup_id).id,
            account=account,
            today=request.today,
            by=request.user,
            at=timezone.now(),
        )
    except (operations.CheckUpOver, Refused, ValueError) as refusal:
        messages.warning(request, str(refusal))
        return redirect("checkups:show_check_up", request.person.id, checkup_id)
    messages.success(request, f"The letter “{letter.title}” is ready.")
    return redirect("checkups:show_check_up", request.person.id, checkup_id)


@person_door(may=permissions.hold_check_up)
def close_check_up(request: PersonRequest, checkup_id: int) -> HttpResponse:
    """End a check-up, with how it ended."""
    checkup = get_check_up(request, checkup_id)
    form = forms.CloseCheckUp(request.POST or None)
    if form.is_valid():
        try:
            operations.close_check_up(
                council=request.council,
                person_id=request.person.id,
                checkup_id=checkup.id,
                by=request.user,
                at=timezone.now(),
                **form.cleaned_data,
            )
        except (operations.CheckUpOver, Refused) as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("checkups:show_check_up", request.person.id, checkup_id)
    return render(request, "checkups/close_check_up.html", {"person": request.person, "checkup": checkup, "form": form})


def show(request: PersonRequest, checkup_id: int, *, form: Any) -> HttpResponse:
    """The page of a check-up, with what was typed when it could not be kept."""
    empty = forms.Say if request.standing.is_person_side else forms.SayForCouncil
    context = {
        "person": request.person,
        "checkup": get_check_up(request, checkup_id),
        "form": form if form is not None else empty(),
        "may_hold": permissions.hold_check_up.allows(actor=request.actor, standing=request.standing),
        "may_speak": permissions.speak.allows(actor=request.actor, standing=request.standing),
        "may_reply": permissions.take_part.allows(actor=request.actor, standing=request.standing),
    }
    return render(request, "checkups/show_check_up.html", context)
