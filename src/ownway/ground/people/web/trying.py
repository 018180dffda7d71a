"""What every door that writes does the same way: understands, tries the one call, and shows a refusal by its field."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import IntegrityError
from django.utils import timezone

from ownway.ground.access.doors import Request
from ownway.ground.design import forms
from ownway.ground.people import operations
from ownway.ground.people.doors import PersonRequest
from ownway.ground.people.facts import PersonFacts
from ownway.ground.people.web.forms import Asking, Stamped


def posted(request: Request) -> Any:
    """What was sent, also when every box was left empty; None when the page is only opened."""
    return request.POST if request.method == "POST" else None


def who_and_when(request: PersonRequest) -> dict[str, Any]:
    """What every operation about a person asks for: whose, by whom and when."""
    return {
        "council": request.council,
        "person_id": request.person.id,
        "by": request.user,
        "at": timezone.now(),
    }


def goes_well(form: forms.Form, act: Callable[[], object], *, stamp: str = "") -> bool:
    """Do it, or show why not beside the field; a refusal that only asks is shown beside a box to tick.

    `stamp` is how the record reads now, for saving over another's change once it was told of.
    """
    try:
        act()
    except operations.ChangedMeanwhile as refusal:
        form.add_error(None, str(refusal))
        if isinstance(form, Stamped):
            form.renew_stamp(stamp)
    except operations.PeopleRefused as refusal:
        if refusal.asks and isinstance(form, Asking):
            form.ask(refusal.asks, str(refusal))
        else:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        form.other = refusal.other  # type: ignore[attr-defined]  # whose record to look at first, for the page
    except operations.AccessRefused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
    except IntegrityError as refused:
        forms.add_constraint_error(form, refused)
    else:
        return True
    return False


def other_of(form: forms.Form) -> PersonFacts | None:
    """Whose record to look at first, when a refusal said so."""
    return getattr(form, "other", None)


def unless_not_sent(request: Request, act: Callable[[], object]) -> Callable[[], None]:
    """The same call, which tells on the next page when all was kept but the email with the link did not go."""

    def tried() -> None:
        try:
            act()
        except operations.LinkNotSent as trouble:
            messages.warning(request, f"{trouble}.")

    return tried
