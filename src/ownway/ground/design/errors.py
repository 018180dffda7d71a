"""What people see when a page cannot be shown: plain words, what to do next, no fault laid on anyone.

The addresses' file names these as `handler400`, `handler403`, `handler404` and `handler500`, and the settings name
`csrf_failure`. `too_many_requests` is for whoever counts.
"""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what came could not be understood."""
    return _page(request, name="400", status=400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: this person may not see this. The page does not say whether it exists."""
    return _page(request, name="403", status=403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page, or none that this person may know of."""
    return _page(request, name="404", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. Asks nothing of the database or the session, which may be what is broken."""
    return HttpResponse(render_to_string("design/errors/500.html"), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form sent from a page that was open too long, or from elsewhere."""
    return _page(request, name="csrf", status=403)


def too_many_requests(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429: too many tries in a short time."""
    return _page(request, name="429", status=429)


def _page(request: HttpRequest, *, name: str, status: int) -> HttpResponse:
    return HttpResponse(render_to_string(f"design/errors/{name}.html", request=request), status=status)
