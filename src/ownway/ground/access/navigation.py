"""What stands at the top of each page: the council's name, who is here, and where they can go."""

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, resolve, reverse

from ownway.ground.access.facts import Actor
from ownway.ground.design.navigation import Place

# Every link of the top navigation, in order: its address name and its words. The door's own permission says who sees it.
LINKS = (
    ("home:start", "Home"),
    ("people:find_people", "People"),
    ("payments:list_runs", "Payments"),
    ("checkups:list_due", "Check-ups"),
    ("figures:list_figures", "Figures"),
    ("insight:show_insight", "Insight"),
    ("access:list_team", "Team"),
)


def who_and_where(request: HttpRequest) -> dict[str, Any]:
    """Context of every page: who acts, the council's name, and the links whose doors would open for them."""
    actor: Actor | None = getattr(request, "actor", None)
    council = getattr(request, "council", None)
    links = [] if actor is None else [link_for(actor, *item) for item in LINKS]
    return {
        "actor": actor,
        "council_name": council.name if council is not None else "",
        "nav": [link for link in links if link is not None],
    }


def link_for(actor: Actor, name: str, words: str) -> Place | None:
    """The link, when the room is there and its door would open for this actor."""
    try:
        address = reverse(name)
    except NoReverseMatch:
        return None
    may = getattr(resolve(address).func, "may", None)
    if may is None or not may.allows(actor):
        return None
    return Place(text=words, href=address)
