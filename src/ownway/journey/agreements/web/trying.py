"""What every door here does the same way: finds the offer, tries the one call, and shows a refusal by its field."""

from collections.abc import Callable
from typing import Any

from django.db import IntegrityError
from django.http import Http404
from django.utils import timezone

from ownway.ground.design import forms
from ownway.ground.letters.content.correspondence import FactsDisagree
from ownway.ground.letters.content.pdf import CannotPrint
from ownway.ground.people.doors import PersonRequest
from ownway.journey.agreements import operations, queries
from ownway.journey.agreements.facts import OfferFacts
from ownway.journey.plans.operations import PlanRefused
from ownway.rules.lifecycles import MoveRefused
from ownway.rules.refusals import Refused

EXPECTED = (operations.OfferRefused, PlanRefused, MoveRefused, Refused, FactsDisagree, CannotPrint)


def posted(request: PersonRequest) -> Any:
    """What was sent, also when every box was left empty; None when the page is only opened."""
    return request.POST if request.method == "POST" else None


def who_and_when(request: PersonRequest) -> dict[str, Any]:
    """What every operation asks for: whose, by whom and when."""
    return {
        "council": request.council,
        "person_id": request.person.id,
        "by": request.user,
        "at": timezone.now(),
    }


def offer_or_404(request: PersonRequest, version: int) -> OfferFacts:
    """That offer to this person. Raises Http404."""
    offer = queries.find_offer(council=request.council, person_id=request.person.id, version=version)
    if offer is None:
        raise Http404("We cannot find that offer.")
    return offer


def goes_well(form: forms.Form, act: Callable[[], object]) -> bool:
    """Do it, or show why not beside the field."""
    try:
        act()
    except EXPECTED as refusal:
        field = getattr(refusal, "field", None)
        form.add_error(field if field in form.fields else None, str(refusal))
    except IntegrityError as refused:
        forms.add_constraint_error(form, refused)
    else:
        return True
    return False
