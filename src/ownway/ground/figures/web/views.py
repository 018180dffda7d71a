"""See every figure, and confirm one with its source."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ownway.ground.access.doors import Request, door
from ownway.ground.figures import operations, permissions, queries
from ownway.ground.figures.web import forms
from ownway.rules.refusals import Refused


@door(may=permissions.see_figures, methods=("GET",))
def list_figures(request: Request) -> HttpResponse:
    """Every figure that sums are done with: what it is, since when, and how far it can be trusted."""
    figures = queries.list_figures(council=request.council, today=request.today)
    return render(
        request,
        "figures/list_figures.html",
        {
            "figures": figures,
            "waiting": [figure for figure in figures if not figure.usable],
            "may_confirm": permissions.confirm_figures.allows(request.actor),
        },
    )


@door(may=permissions.confirm_figures)
def confirm_figure(request: Request, figure_id: str) -> HttpResponse:
    """Confirm one figure from a day on, with where it was read."""
    figure = queries.find_figure(council=request.council, id=figure_id, today=request.today)
    if figure is None:
        raise Http404("There is no such figure.")
    start: dict[str, Any] = {"from_on": figure.now.from_on} if figure.now is not None else {}
    form = forms.confirm_figure_form(unit=figure.unit, name=figure.name)(request.POST or None, initial=start)
    if form.is_valid():
        try:
            operations.confirm_figure(
                council=request.council, figure=figure.id, by=request.user, at=timezone.now(), **form.cleaned_data
            )
        except Refused as refusal:
            form.add_error("value", str(refusal))
        else:
            messages.success(request, f"You confirmed “{figure.name}”.")
            return redirect("figures:list_figures")
    return render(request, "figures/confirm_figure.html", {"figure": figure, "form": form})
