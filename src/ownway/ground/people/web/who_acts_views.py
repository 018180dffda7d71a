"""Who acts for a person: the list, somebody new, the end of it, the sign-in link once more, and may they be paid."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from ownway.ground.people import operations, permissions, queries
from ownway.ground.people.doors import PersonRequest, person_door
from ownway.ground.people.facts import Relation, RelationshipFacts
from ownway.ground.people.web import who_acts_forms as forms
from ownway.ground.people.web.trying import goes_well, posted, unless_not_sent, who_and_when
from ownway.rules.relatives import relative_needs_council_agreement


def relationship_or_404(request: PersonRequest, relationship_id: int) -> RelationshipFacts:
    """That one of those who stand to the person. Raises Http404."""
    found = queries.find_relationship(council=request.council, person_id=request.person.id, id=relationship_id)
    if found is None:
        raise Http404("We cannot find that.")
    return found


@person_door(may=permissions.see_who_acts, methods=("GET",))
def list_who_acts(request: PersonRequest) -> HttpResponse:
    """Who acts for the person, works for them or advises them, now and before."""
    who = queries.list_who_acts(council=request.council, person_id=request.person.id, today=request.today)
    may_change = permissions.change_who_acts.allows(actor=request.actor, standing=request.standing)
    context = {"person": request.person, "who": who, "may_change": may_change, "PA": Relation.PA}
    return render(request, "people/list_who_acts.html", context)


@person_door(may=permissions.change_who_acts)
def add_relationship(request: PersonRequest) -> HttpResponse:
    """Say who acts for the person, works for them or advises them."""
    start = {"from_on": request.today}
    form = forms.AddRelationship(posted(request), initial=start, today=request.today)
    if form.is_valid():
        new = form.new_relationship()
        act = unless_not_sent(
            request,
            lambda: operations.add_relationship(
                new=new, today=request.today, address_for=request.build_absolute_uri, **who_and_when(request)
            ),
        )
        if goes_well(form, act):
            messages.success(request, f"{new.name or request.person.name} is on the list.")
            return redirect("people:list_who_acts", request.person.id)
    return render(request, "people/add_relationship.html", {"person": request.person, "form": form})


@person_door(may=permissions.change_who_acts)
def end_relationship(request: PersonRequest, relationship_id: int) -> HttpResponse:
    """End it: now, or after a last day."""
    one = relationship_or_404(request, relationship_id)
    form = forms.EndRelationship(posted(request))
    if form.is_valid() and goes_well(
        form,
        lambda: operations.end_relationship(
            id=one.id,
            until_on=form.last_day(),
            why=form.cleaned_data["why"],
            today=request.today,
            **who_and_when(request),
        ),
    ):
        messages.success(request, "The end is written down.")
        return redirect("people:list_who_acts", request.person.id)
    return render(request, "people/end_relationship.html", {"person": request.person, "one": one, "form": form})


@person_door(may=permissions.change_who_acts, methods=("POST",))
def send_link(request: PersonRequest, relationship_id: int) -> HttpResponse:
    """Send the link for choosing a password once more."""
    one = relationship_or_404(request, relationship_id)
    try:
        operations.send_link(
            id=one.id, today=request.today, address_for=request.build_absolute_uri, **who_and_when(request)
        )
    except (operations.PeopleRefused, operations.AccessRefused) as refusal:
        messages.warning(request, f"{refusal}.")
    else:
        messages.success(request, f"We sent a link to {one.email}. It works for three days.")
    return redirect("people:list_who_acts", request.person.id)


@person_door(may=permissions.see_who_acts, methods=("GET",))
def ask_about_paying(request: PersonRequest, relationship_id: int) -> HttpResponse:
    """What the law says about paying this personal assistant, by how they are related. Nothing is kept."""
    one = relationship_or_404(request, relationship_id)
    form = forms.AskAboutPaying(request.GET or None)
    answer = None
    if form.is_valid():
        answer = relative_needs_council_agreement(
            relationship=form.cleaned_data["relationship"], same_household=form.cleaned_data["same_household"] == "yes"
        )
    context = {"person": request.person, "one": one, "form": form, "answer": answer}
    return render(request, "people/ask_about_paying.html", context)
