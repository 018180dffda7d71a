"""How each figure was worked out."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from ownway.ground.decisions import permissions, queries
from ownway.ground.people.doors import PersonRequest, person_door


@person_door(may=permissions.see_workings, methods=("GET",))
def list_decisions(request: PersonRequest) -> HttpResponse:
    """Everything that was worked out about a person, newest first."""
    decisions = queries.list_decisions(council=request.council, person_id=request.person.id)
    return render(request, "decisions/list_decisions.html", {"person": request.person, "decisions": decisions})


@person_door(may=permissions.see_workings, methods=("GET",))
def show_decision(request: PersonRequest, decision_id: int) -> HttpResponse:
    """One decision with the working of each of its answers."""
    decision = queries.find_decision(council=request.council, person_id=request.person.id, id=decision_id)
    if decision is None:
        raise Http404("We cannot find that working.")
    title = queries.TITLES[decision.rule]
    return render(
        request,
        "decisions/show_decision.html",
        {"person": request.person, "decision": decision, "heading": title},
    )
