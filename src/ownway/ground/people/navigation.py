"""The places of a person's record, in the order a person lives them, and which of them the actor may open."""

from collections.abc import Mapping

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

# What of a record a door opens, in the person's words, by the name of its permission.
LOOKED_AT: Mapping[str, str] = {
    name: words
    for words, names in {
        "what matters": "see_needs write_needs",
        "the support plan": "see_plan write_plan cost_plan",
        "the contribution": "see_contribution write_contribution",
        "the offer and agreement": "see_offer make_offer accept_for_council answer_question name_nominated_person "
        "record_review",
        "the payments": "see_payments say_set_up give_bank_account manage_payments ask_for_notice",
        "the account": "see_account keep_account",
        "the check-ups": "see_check_ups hold_check_up speak_in_check_up",
        "the letters": "see_letters",
        "how figures were worked out": "see_workings",
        "who acts for the person": "see_who_acts change_who_acts",
        "this list": "see_who_looked",
        "the name and address": "see_person change_details record_death take_back_death",
    }.items()
    for name in names.split()
}


def place_of(page: str) -> str:
    """What somebody looked at when they came through a door of that permission."""
    return LOOKED_AT.get(page, "the record")


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
