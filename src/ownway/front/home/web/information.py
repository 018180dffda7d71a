"""Help, and what Ownway keeps, sets and was tested for."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ownway.ground.access.doors import door
from ownway.ground.access.permissions import anybody


@door(may=anybody, methods=("GET",))
def show_help(request: HttpRequest) -> HttpResponse:
    """Whom to ask, and what words mean."""
    return render(request, "home/show_help.html", {"council": request.council})  # type: ignore[attr-defined]


@door(may=anybody, methods=("GET",))
def show_privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about people, and who can see it."""
    return render(request, "home/show_privacy.html")


@door(may=anybody, methods=("GET",))
def show_cookies(request: HttpRequest) -> HttpResponse:
    """What is kept in the browser."""
    return render(request, "home/show_cookies.html", {"cookies": our_cookies()})


def our_cookies() -> list[tuple[str, str, str]]:
    """Every cookie: its name, what it is for, and how long it stays."""
    hours = settings.SESSION_COOKIE_AGE // 3600
    closing = "Until you close your browser"
    return [
        (settings.SESSION_COOKIE_NAME, "It remembers that you have signed in.", f"{closing}, or {hours} hours"),
        (settings.CSRF_COOKIE_NAME, "It makes sure that what is sent to us comes from you.", closing),
        ("messages", "It carries a short note, such as “Saved”, to your next page.", "Until you have seen the note"),
    ]


@door(may=anybody, methods=("GET",))
def show_accessibility(request: HttpRequest) -> HttpResponse:
    """What was tested, and what was not."""
    return render(request, "home/show_accessibility.html")
