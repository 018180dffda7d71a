"""Write the lines of a draft."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from ownway.ground.people.doors import PersonRequest, person_door
from ownway.journey.plans import operations, permissions
from ownway.journey.plans.facts import LineFacts, LineKind, PlanFacts
from ownway.journey.plans.web import forms, line_forms
from ownway.journey.plans.web.editing import change_by, goes_well, posted, with_draft
from ownway.journey.plans.web.heading_views import heading_in


@person_door(may=permissions.write_plan)
@with_draft
def choose_kind(request: PersonRequest, heading_id: int, plan: PlanFacts) -> HttpResponse:
    """Choose what a new line pays for; the next page asks for the rest."""
    heading = heading_in(plan, heading_id)
    form = line_forms.ChooseKind(posted(request))
    if form.is_valid():
        return redirect("plans:add_line", request.person.id, heading_id, form.cleaned_data["kind"])
    return render(request, "plans/choose_kind.html", {"person": request.person, "form": form, "under": heading})


@person_door(may=permissions.write_plan)
@with_draft
def add_line(request: PersonRequest, heading_id: int, kind: str, plan: PlanFacts) -> HttpResponse:
    """Add something that the plan pays for."""
    heading = heading_in(plan, heading_id)
    if kind not in line_forms.FORMS:
        raise Http404("There is no such kind of support.")
    form = line_forms.FORMS[kind](posted(request), assistants=plan.assistants)
    if form.is_valid() and goes_well(
        form,
        lambda: operations.add_line(
            change=change_by(request), heading_id=heading_id, line=form.new_line(LineKind(kind))
        ),
    ):
        return redirect("plans:show_plan", request.person.id)
    return _page(request, form, kind=LineKind(kind), plan=plan, under=heading.words)


@person_door(may=permissions.write_plan)
@with_draft
def change_line(request: PersonRequest, line_id: int, plan: PlanFacts) -> HttpResponse:
    """Change something that the plan pays for."""
    line = line_in(plan, line_id)
    kind = LineKind(line.kind)
    form_class = line_forms.FORMS[kind]
    form = form_class(posted(request), initial=form_class.start(line), assistants=plan.assistants)
    if form.is_valid() and goes_well(
        form,
        lambda: operations.change_line(
            change=change_by(request), id=line_id, line=form.new_line(kind), stamp=form.cleaned_data["stamp"]
        ),
        stamp=line.stamp,
    ):
        return redirect("plans:show_plan", request.person.id)
    under = next(heading.words for heading in plan.headings if heading.id == line.heading_id)
    return _page(request, form, kind=kind, plan=plan, under=under)


@person_door(may=permissions.write_plan)
@with_draft
def remove_line(request: PersonRequest, line_id: int, plan: PlanFacts) -> HttpResponse:
    """Take something out of the plan, after asking once more."""
    line = line_in(plan, line_id)
    form = forms.Remove(posted(request))
    if form.is_valid() and goes_well(form, lambda: operations.remove_line(change=change_by(request), id=line_id)):
        return redirect("plans:show_plan", request.person.id)
    context = {"person": request.person, "form": form, "what": line.label, "more": f"It is {line.how_much}."}
    return render(request, "plans/remove.html", context)


def line_in(plan: PlanFacts, line_id: int) -> LineFacts:
    """That line of the plan. Raises Http404."""
    for line in plan.lines:
        if line.id == line_id:
            return line
    raise Http404("We cannot find that in the plan.")


def _page(
    request: PersonRequest, form: line_forms.LineForm, *, kind: LineKind, plan: PlanFacts, under: str
) -> HttpResponse:
    nobody_to_choose = kind == LineKind.PA_HOURS and not plan.assistants
    return render(
        request,
        "plans/write_line.html",
        {
            "person": request.person,
            "form": form,
            "kind_words": kind.label,
            "under": under,
            "nobody_to_choose": nobody_to_choose,
        },
    )
