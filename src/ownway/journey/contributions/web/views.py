"""See what a person pays, write down their money with them, and work it out."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.ground.figures import permissions as figure_permissions
from ownway.ground.figures import queries as figures
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.contributions import operations, permissions, queries
from ownway.journey.contributions.facts import Basis
from ownway.journey.contributions.web import forms
from ownway.rules.parameters import FigureNotKnown
from ownway.rules.refusals import Refused

# Each section: its words on the list, the words of the page that adds one, and what stands there when it is empty.
SECTIONS = {
    "income": ("Money coming in", "Add money coming in", "No money coming in yet."),
    "capital": ("Savings and what they own", "Add savings", "No savings yet."),
    "housing": ("Housing costs", "Add a housing cost", "No housing costs yet."),
    "disability_costs": (
        "Costs because of disability",
        "Add a cost because of disability",
        "No costs because of disability yet. Ask about heating, laundry, diet, equipment and help at home.",
    ),
}


@person_door(may=permissions.see_contribution, methods=("GET",))
def show_contribution(request: PersonRequest) -> HttpResponse:
    """What the person pays, and how that was worked out."""
    assessment = queries.find_latest_assessment(council=request.council, person_id=request.person.id)
    context = {
        "person": request.person,
        "assessment": assessment,
        "may_write": permissions.write_contribution.allows(actor=request.actor, standing=request.standing),
    }
    return render(request, "contributions/show_contribution.html", context)


@person_door(may=permissions.write_contribution, methods=("GET",))
def tell_money(request: PersonRequest) -> HttpResponse:
    """All that was told about the person's money so far."""
    answers = queries.get_answers(council=request.council, person_id=request.person.id)
    context = {
        "person": request.person,
        "answers": answers,
        "sections": SECTIONS,
        "households": dict(forms.HOUSEHOLDS),
        "often": dict(forms.OFTEN),
    }
    return render(request, "contributions/tell_money.html", context)


@person_door(may=permissions.write_contribution)
def tell_household(request: PersonRequest) -> HttpResponse:
    """Who lives in the household."""
    answers = queries.get_answers(council=request.council, person_id=request.person.id)
    start = forms.household_start(answers.household)
    form = forms.TellHousehold(request.POST or None, initial=start)
    if form.is_valid():
        operations.tell_household(
            council=request.council,
            person_id=request.person.id,
            household=form.household(age_years=request.person.age_on(request.today)),
            by=request.user,
            at=timezone.now(),
        )
        return redirect("contributions:tell_money", request.person.id)
    return render(request, "contributions/tell_household.html", {"person": request.person, "form": form})


@person_door(may=permissions.write_contribution)
def add_item(request: PersonRequest, section: str) -> HttpResponse:
    """Add one income, saving or cost."""
    if section not in SECTIONS:
        raise Http404("There is no such list.")
    form = forms.ITEM_FORMS[section](request.POST or None)
    if form.is_valid():
        operations.add_item(
            council=request.council,
            person_id=request.person.id,
            section=section,
            item=form.item(),
            by=request.user,
            at=timezone.now(),
        )
        return redirect("contributions:tell_money", request.person.id)
    context = {"person": request.person, "form": form, "heading": SECTIONS[section][1]}
    return render(request, "contributions/add_item.html", context)


@person_door(may=permissions.write_contribution, methods=("POST",))
def remove_item(request: PersonRequest, section: str, place: int) -> HttpResponse:
    """Take one item out again."""
    if section not in SECTIONS:
        raise Http404("There is no such list.")
    try:
        operations.remove_item(
            council=request.council,
            person_id=request.person.id,
            section=section,
            place=place,
            label=request.POST.get("label", ""),
            by=request.user,
            at=timezone.now(),
        )
    except operations.ItemGone as refusal:
        messages.warning(request, str(refusal))
    return redirect("contributions:tell_money", request.person.id)


@person_door(may=permissions.write_contribution)
def work_out_contribution(request: PersonRequest) -> HttpResponse:
    """Work out what the person pays; what is missing is said, and nothing told is lost."""
    form = forms.WorkOut(request.POST or None, initial={"from_on": request.today, "basis": Basis.FULL})
    refusal: Exception | None = None
    if form.is_valid():
        try:
            work_out(request, form.cleaned_data)
        except (Refused, operations.NotEnoughTold) as refused:
            refusal = refused
            form.add_error(None, str(refused))
        else:
            return redirect("contributions:show_contribution", request.person.id)
    context: dict[str, Any] = {
        "person": request.person,
        "form": form,
        "missing_figures": refusal.ids if isinstance(refusal, FigureNotKnown) else (),
        "may_confirm": figure_permissions.confirm_figures.allows(request.actor),
    }
    return render(request, "contributions/work_out_contribution.html", context)


def work_out(request: PersonRequest, asked: dict[str, Any]) -> None:
    """Make the one call."""
    operations.work_out_contribution(
        council=request.council,
        person_id=request.person.id,
        figures=figures.get_figures(council=request.council, on=asked["from_on"]),
        basis=Basis(asked["basis"]),
        basis_words=asked["basis_words"],
        by=request.user,
        at=timezone.now(),
    )
