"""Whom to sign in as, and what each of them is to Amina or to the council."""

from collections.abc import Mapping
from dataclasses import dataclass

from ownway.ground.access import queries

WHAT: Mapping[str, str] = {
    "Amina Okafor": "who is about to get a direct payment",
    "Brian Okafor": "who is Amina’s brother and acts for her",
    "Carys Bevan": "who is Amina’s personal assistant",
    "Leila Haddad": "who has an offer to read",
    "Winston Grant": "who has had a direct payment for a year",
    "Dev Sharma": "who is Amina’s social worker",
    "Harriet Lowe": "who is a finance officer",
    "Farah Aziz": "who approves payments",
    "Gwen Parry": "who advises Amina at the independent support service",
    "Imran Malik": "who commissions services for the council",
    "Jo Marsh": "who runs Ownway for the council",
    "Esi Mensah": "who works for another council and sees nothing of this one",
}
WALK = (
    "To walk the whole way: sign in as Dev, find Amina, and write down what matters to her. Plan 12 hours a week\n"
    "with Carys at £13.50 an hour. When a figure is not confirmed, sign in as Harriet and confirm it."
)


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody made up who can be signed in as."""

    user_id: int
    name: str
    council: str
    what: str

    @property
    def in_a_sentence(self) -> str:
        """“Amina, who gets a direct payment”."""
        return f"{self.name}, {self.what}" if self.what else self.name


def list_personas() -> list[Persona]:
    """Those who are loaded: the people of the story first, in its order. One query."""
    order = {name: place for place, name in enumerate(WHAT)}
    users = sorted(queries.list_demo_users(), key=lambda user: (order.get(user.name, len(order)), user.name))
    return [
        Persona(user_id=user.pk, name=user.name, council=user.council.name, what=WHAT.get(user.name, ""))
        for user in users
    ]
