"""Ask a member of staff to set up a second factor, and list the passkeys of somebody."""

from typing import Any

from allauth.mfa.webauthn.views import ListWebAuthnView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownway.ground.access.doors import door
from ownway.ground.access.permissions import anybody


@door(may=anybody, methods=("GET",))
def second_factor(request: HttpRequest) -> HttpResponse:
    """Why a second factor is needed, and where to set one up."""
    return render(request, "access/second_factor.html")


class ListPasskeys(ListWebAuthnView):
    """The library's list, asked for before the page is drawn."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The passkeys, oldest first."""
        passkeys = list(self.get_queryset().order_by("pk"))  # type: ignore[no-untyped-call]  # the library's
        return super().get_context_data(object_list=passkeys, **kwargs)
