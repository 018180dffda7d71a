"""What every page that changes a draft does the same way: finds the draft, tries the change, and shows a refusal."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from ownway.ground.access.doors import View
from ownway.ground.design import forms
from ownway.ground.people.doors import PersonRequest
from ownway.journey.plans import operations, queries
from ownway.journey.plans.web.forms import Stamped


def with_draft(view: Callable[..., HttpResponseBase]) -> View:
    """Give the view the person's draft as `plan`; when there is none, say so on the plan's own page."""

    @wraps(view)
    def wrapped(request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        plan = queries.find_draft(council=request.council, person_id=request.person.id)
        if plan is None:
            messages.error(request, str(operations.NotADraft()))
            return redirect("plans:show_plan", request.person.id)
        return view(request, *args, plan=plan, **kwargs)

    return wrapped


def change_by(request: PersonRequest) -> operations.Change:
    """A change to this person's plan, by who is here, now."""
    return operations.Change(council=request.council, person_id=request.person.id, by=request.user, at=timezone.now())


def posted(request: PersonRequest) -> Any:
    """What was sent, also when every box was left empty; None when the page is only opened."""
    return request.POST if request.method == "POST" else None


def goes_well(form: forms.Form, act: Callable[[], object], *, stamp: str = "") -> bool:
    """Do it, or show why not beside the field. `stamp` is how things read now, for saving over another's change."""
    try:
        act()
    except operations.PlanProblems as refusal:
        for problem in refusal.problems:
            form.add_error(problem.field if problem.field in form.fields else None, problem.sentence)
    except operations.ChangedMeanwhile as refusal:
        form.add_error(None, str(refusal))
        if isinstance(form, Stamped):
            form.renew_stamp(stamp)
    except operations.PlanRefused as refusal:
        form.add_error(None, str(refusal))
    except IntegrityError as refused:
        forms.add_constraint_error(form, refused)
    else:
        return True
    return False
