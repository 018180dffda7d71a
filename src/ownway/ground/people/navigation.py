"""The places of a person's record, in the order a person lives them, and which of them the actor may open."""

from django.urls import NoReverseMatch, resolve, reverse

from ownway.ground.access.facts import Actor
from ownway.ground.design.navigation import Place
from ownway.ground.people.facts import PersonFacts, Standing
from ownway.ground.people.models import Relation

# Address names, words about the person, and words to the person where they differ. A place shows when its room is
# there and its door would open.
PLACES = (
    ("needs:show_needs", "What matters to {name}", "What matters to you"),
    ("plans:show_plan", "Support plan and what it costs", ""),
    ("contributions:show_contribution", "What {name} pays", "What you pay"),
    ("agreements:show_offer", "Offer and agreement", ""),
    ("payments:show_set_up", "Setting up: what is still to do", ""),
    ("payments:show_payments", "Payments", ""),
    ("accounts:show_account", "Account", ""),
    ("checkups:list_check_ups", "Financial check-ups", ""),
    ("letters:list_letters", "Letters", ""),
    ("decisions:list_decisions", "How each figure was worked out", ""),
    ("people:list_who_acts", "Who acts for {name}", "Who acts for you"),
    ("people:show_looks", "Who has looked at this record", "Who has looked at your record"),
)


def person_links(*, person: PersonFacts, actor: Actor, standing: Standing) -> list[Place]:
    """The links to a person's places that this actor may open."""
    links = []
    to_them = Relation.SELF in standing.relations
    for name, about_them, to_themselves in PLACES:
        try:
            address = reverse(name, args=[person.id])
        except NoReverseMatch:
            continue
        may = getattr(resolve(address).func, "may", None)
        if may is not None and may.allows(actor=actor, standing=standing):
            words = to_themselves if to_them and to_themselves else about_them.replace("{name}", person.known_as)
            links.append(Place(text=words, href=address))
    return links
