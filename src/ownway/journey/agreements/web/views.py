"""See gross and net before anything is offered, read the offer, make one, and take one back."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.agreements import operations, permissions, queries, readiness
from ownway.journey.agreements.facts import OfferFacts
from ownway.journey.agreements.web import forms
from ownway.journey.agreements.web.trying import goes_well, offer_or_404, posted, who_and_when

MAY = (
    permissions.make_offer,
    permissions.ask_question,
    permissions.answer_question,
    permissions.accept_offer,
    permissions.accept_for_council,
    permissions.name_nominated_person,
    permissions.record_review,
)


@person_door(may=permissions.see_offer, methods=("GET",))
def show_offer(request: PersonRequest) -> HttpResponse:
    """The newest offer, all that was said about it, and what was agreed."""
    return _show(request, queries.find_current_offer(council=request.council, person_id=request.person.id))


@person_door(may=permissions.see_offer, methods=("GET",))
def show_earlier_offer(request: PersonRequest, version: int) -> HttpResponse:
    """One offer by its number."""
    return _show(request, offer_or_404(request, version))


@person_door(may=permissions.see_offer, methods=("GET",))
def preview_offer(request: PersonRequest) -> HttpResponse:
    """Gross and net side by side, with their working, before anything is offered."""
    found = readiness.get_readiness(council=request.council, person_id=request.person.id)
    context = {
        "person": request.person,
        "missing": found.missing,
        "working": found.working,
        "may_make": found.ready is not None and _may(request)["make_offer"],
    }
    return render(request, "agreements/preview_offer.html", context)


@person_door(may=permissions.make_offer)
def make_offer(request: PersonRequest) -> HttpResponse:
    """Choose the terms, and make the offer with its letter."""
    found = readiness.get_readiness(council=request.council, person_id=request.person.id)
    if found.ready is None:
        return redirect("agreements:preview_offer", request.person.id)
    form = forms.MakeOffer(posted(request), initial=_start(request, found.ready))
    if form.is_valid() and goes_well(
        form,
        lambda: operations.make_offer(
            council=request.council,
            person=request.person,
            terms=operations.Terms(**form.cleaned_data),
            by=request.user,
            at=timezone.now(),
        ),
    ):
        messages.success(request, "The offer is made, and its letter is written.")
        return redirect("agreements:show_offer", request.person.id)
    context = {"person": request.person, "form": form, "working": found.working}
    return render(request, "agreements/make_offer.html", context)


@person_door(may=permissions.make_offer)
def withdraw_offer(request: PersonRequest, version: int) -> HttpResponse:
    """Take an offer back, saying why."""
    offer = offer_or_404(request, version)
    form = forms.WithdrawOffer(posted(request))
    if form.is_valid() and goes_well(
        form,
        lambda: operations.withdraw_offer(version=version, **form.cleaned_data, **who_and_when(request)),
    ):
        return redirect("agreements:show_offer", request.person.id)
    return render(request, "agreements/withdraw_offer.html", {"person": request.person, "form": form, "offer": offer})


def _show(request: PersonRequest, offer: OfferFacts | None) -> HttpResponse:
    whose: dict[str, Any] = {"council": request.council, "person_id": request.person.id}
    others = queries.list_offers(**whose)
    context = {
        "person": request.person,
        "is_own": permissions.be_the_person.allows(actor=request.actor, standing=request.standing),
        "offer": offer,
        "working": queries.get_working(council=request.council, offer_id=offer.id) if offer is not None else None,
        "others": [one for one in others if offer is None or one.version != offer.version],
        "agreement": queries.find_latest_agreement(**whose),
        "nominated": queries.find_nominated_person(**whose),
        "may": _may(request),
    }
    return render(request, "agreements/show_offer.html", context)


def _may(request: PersonRequest) -> dict[str, bool]:
    return {one.name: one.allows(actor=request.actor, standing=request.standing) for one in MAY}


def _start(request: PersonRequest, ready: readiness.Ready) -> dict[str, Any]:
    days = queries.find_policy(council=request.council, figure=queries.REPLY_DAYS, on=request.today)
    return {
        "starts_on": max(ready.plan.starts_on, ready.assessment.from_on),
        "reply_by_on": request.today + timedelta(days=days) if days is not None else None,
    }
