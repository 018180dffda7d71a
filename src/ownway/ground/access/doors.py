"""The door: names its permission, knows who is there and which day it is, and lets them in or not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ownway.ground.access.facts import Actor
from ownway.ground.access.models import Council, User
from ownway.ground.access.permissions import Permission
from ownway.ground.access.second_factor import needs_second_factor


class Request(HttpRequest):
    """A request that has come through a door: `actor`, `council`, `today` and `user` are there."""

    user: User
    actor: Actor
    council: Council
    today: date


View = Callable[..., HttpResponseBase]


def door(*, may: Permission, methods: tuple[str, ...] = ("GET", "POST")) -> Callable[[View], View]:
    """Let in those whom the permission allows; ask others to sign in, or say no in plain words.

    The view gets `request.actor`, `request.council` and `request.today`. A member of staff without a second
    factor is first asked to set one up.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
            refusal = let_in(request, may)
            return refusal if refusal is not None else view(request, *args, **kwargs)

        guarded: View = require_http_methods(list(methods))(wrapped)
        guarded.may, guarded.methods = may, methods  # type: ignore[attr-defined]  # read by the tests of every door
        return guarded

    return decorate


def let_in(request: Any, may: Permission) -> HttpResponse | None:
    """Nothing when the actor may come in; otherwise where to send them. Raises PermissionDenied."""
    actor: Actor | None = request.actor
    if may.public:
        return None
    if actor is None:
        return redirect_to_login(request.get_full_path())
    if needs_second_factor(actor=actor, user=request.user):
        return redirect("access:second_factor")
    if not may.allows(actor):
        raise PermissionDenied(may.name)
    return None
