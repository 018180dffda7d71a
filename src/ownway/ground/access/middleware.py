"""Puts who is acting, their council and the day on each request."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponseBase
from django.utils import timezone

from ownway.ground.access.queries import get_actor


class ActorMiddleware:
    """Sets `request.today`, and `request.actor` and `request.council` (None when nobody is signed in)."""

    def __init__(self, get_response: Callable[[Any], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponseBase:
        request.today = timezone.localdate()
        request.actor = None
        request.council = None
        if request.user.is_authenticated:
            request.actor = get_actor(user=request.user, today=request.today)
            request.council = request.user.council
        return self.get_response(request)
