"""The door to a page about one person: their council only, by role or relation, and each look by staff is noted."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ownway.ground.access.doors import Request, View, let_in
from ownway.ground.access.permissions import anybody_signed_in
from ownway.ground.audit.operations import note_look
from ownway.ground.people.facts import PersonFacts, Standing
from ownway.ground.people.models import Person
from ownway.ground.people.permissions import PersonPermission
from ownway.ground.people.queries import meet_person


class PersonRequest(Request):
    """A request about one person: `person` and `standing` are there too."""

    person: PersonFacts
    standing: Standing


def person_door(
    *, may: PersonPermission, methods: tuple[str, ...] = ("GET", "POST")
) -> Callable[[Callable[..., HttpResponseBase]], View]:
    """Like `door`, for addresses with a `person_id`; the view gets `request.person` and not the number.

    A person of another council is not found (404), so that nothing is learnt of them.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: Any, person_id: int, *args: Any, **kwargs: Any) -> HttpResponseBase:
            refusal = let_in(request, anybody_signed_in)
            if refusal is not None:
                return refusal
            meet(request, person_id, may)
            return view(request, *args, **kwargs)

        guarded: View = require_http_methods(list(methods))(wrapped)
        guarded.may, guarded.methods = may, methods  # type: ignore[attr-defined]  # read by the tests of every door
        return guarded

    return decorate


def meet(request: Any, person_id: int, may: PersonPermission) -> None:
    """Put the person on the request and note the look. Raises Http404 or PermissionDenied."""
    actor = request.actor
    known = {"user_id": actor.user_id, "is_staff": actor.is_staff, "today": request.today}
    try:
        person, standing = meet_person(council=request.council, id=person_id, **known)
    except Person.DoesNotExist as missing:
        raise Http404("We cannot find that person.") from missing
    if not may.allows(actor=actor, standing=standing):
        raise PermissionDenied(may.name)
    if actor.is_staff and not standing.relations:
        note_look(
            council_id=actor.council_id,
            by_id=actor.user_id,
            person_id=person.id,
            page=may.name,
            at=timezone.now(),
            on=request.today,
        )
    request.person = person
    request.standing = standing
