"""Propose that unused money comes back, reply to that, or take it back."""

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.ground.design.constraints import add_constraint_error
from ownway.ground.figures import queries as figures
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.accounts import queries as accounts
from ownway.journey.agreements import queries as agreements
from ownway.journey.checkups import operations, permissions, queries
from ownway.journey.checkups.facts import CheckUpFacts
from ownway.journey.checkups.web import forms
from ownway.rules.refusals import Refused


@person_door(may=permissions.hold_check_up)
def propose_return(request: PersonRequest, checkup_id: int) -> HttpResponse:
    """Propose that unused money comes back; refused, with the reason, while the council owes something first."""
    checkup = get_check_up(request, checkup_id)
    form = forms.ProposeReturn(request.POST or None)
    if form.is_valid():
        try:
            propose(request, checkup.id, form)
        except (operations.CheckUpOver, Refused, ValueError) as refusal:
            form.add_error(None, str(refusal))
        except IntegrityError as error:
            add_constraint_error(form, error)
        else:
            return redirect("checkups:show_check_up", request.person.id, checkup_id)
    context = {"person": request.person, "checkup": checkup, "form": form}
    return render(request, "checkups/propose_return.html", context)


def propose(request: PersonRequest, checkup_id: int, form: forms.ProposeReturn) -> None:
    """Gather what the rulebook asks for and make the one call."""
    council, person_id, today = request.council, request.person.id, request.today
    first = queries.find_first_payment(council=council, person_id=person_id)
    state = agreements.get_review_state(council=council, person_id=person_id, today=today, first_payment_on=first)
    operations.propose_return(
        council=council,
        person=request.person,
        checkup_id=checkup_id,
        account=accounts.get_account(council=council, person_id=person_id, today=today),
        figures=figures.get_figures(council=council, on=today),
        review_due_on=state.due.due_on if state.due is not None else None,
        by=request.user,
        at=timezone.now(),
        **form.stays(),
    )


@person_door(may=permissions.take_part)
def reply_to_proposal(request: PersonRequest, checkup_id: int) -> HttpResponse:
    """Agree, or do not."""
    checkup = get_check_up(request, checkup_id)
    form = forms.ReplyToProposal(request.POST or None)
    if form.is_valid():
        try:
            operations.reply_to_proposal(
                council=request.council,
                person_id=request.person.id,
                checkup_id=checkup.id,
                agrees=form.cleaned_data["agrees"] == "yes",
                words=form.cleaned_data["words"],
                by=request.user,
                at=timezone.now(),
            )
        except (operations.CheckUpOver, operations.ReplyRefused, Refused) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Thank you for your reply.")
            return redirect("checkups:show_check_up", request.person.id, checkup_id)
    context = {"person": request.person, "checkup": checkup, "form": form}
    return render(request, "checkups/reply_to_proposal.html", context)


@person_door(may=permissions.hold_check_up, methods=("POST",))
def withdraw_proposal(request: PersonRequest, checkup_id: int) -> HttpResponse:
    """Leave the money where it is."""
    try:
        operations.withdraw_proposal(
            council=request.council,
            person_id=request.person.id,
            checkup_id=get_check_up(request, checkup_id).id,
            by=request.user,
            at=timezone.now(),
        )
    except (operations.CheckUpOver, operations.ReplyRefused, Refused) as refusal:
        messages.warning(request, str(refusal))
    return redirect("checkups:show_check_up", request.person.id, checkup_id)


def get_check_up(request: PersonRequest, checkup_id: int) -> CheckUpFacts:
    """The check-up of this person. Raises Http404."""
    checkup = queries.find_check_up(council=request.council, person_id=request.person.id, id=checkup_id)
    if checkup is None:
        raise Http404("We cannot find that check-up.")
    return checkup
