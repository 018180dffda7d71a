"""The places of a person's record, in the order a person lives them, and which of them the actor may open."""

from django.urls import NoReverseMatch, resolve, reverse

from ownway.ground.access.facts import Actor
from ownway.ground.design.navigation import Place
from ownway.ground.people.facts import Standing

# Address names and words. A place shows when its room is there and its door would open.
PLACES = (
    ("needs:show_needs", "What matters"),
    ("plans:show_plan", "Support plan and what it costs"),
    ("contributions:show_contribution", "What the person pays"),
    ("agreements:show_offer", "Offer and agreement"),
    ("payments:show_set_up", "Setting up: what is still to do"),
    ("payments:show_payments", "Payments"),
    ("accounts:show_account", "Account"),
    ("checkups:list_check_ups", "Financial check-ups"),
    ("letters:list_letters", "Letters"),
    ("decisions:list_decisions", "How each figure was worked out"),
    ("people:list_who_acts", "Who acts for the person"),
    ("people:show_looks", "Who has looked at this record"),
)


def person_links(*, person_id: int, actor: Actor, standing: Standing) -> list[Place]:
    """The links to a person's places that this actor may open."""
    links = []
    for name, words in PLACES:
        try:
            address = reverse(name, args=[person_id])
        except NoReverseMatch:
            continue
        may = getattr(resolve(address).func, "may", None)
        if may is not None and may.allows(actor=actor, standing=standing):
            links.append(Place(text=words, href=address))
    return links
