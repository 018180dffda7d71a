"""The people to sign in as, each at a place of the journey."""

from datetime import date

from ownway.demo.council import Sheafdale, make_account
from ownway.demo.days import Days
from ownway.ground.access.models import User
from ownway.ground.people.models import ClientGroup, Person, Relation, Relationship

BORN_ON = date(1979, 3, 14)


def make_stories(sheafdale: Sheafdale) -> None:
    """Amina and those around her, at the very start."""
    make_amina(sheafdale)


def make_amina(sheafdale: Sheafdale) -> Person:
    """Amina, for whom nothing is written down yet: her journey is walked by hand."""
    amina = Person.objects.create(
        council=sheafdale.council,
        reference="P04711",
        name="Amina Okafor",
        known_as="Amina",
        born_on=BORN_ON,
        client_group=ClientGroup.PHYSICAL_DISABILITY,
        address="4 Weir Lane\nSheafdale\nZZ1 4WL",
        email="amina@home.example",
        phone="01632 960 044",
        contact_notes="Please ring after ten, or send a text. Brian may always answer for me.",
    )
    stand(amina, make_account(sheafdale.council, "Amina Okafor"), Relation.SELF, days=sheafdale.days)
    stand(amina, make_account(sheafdale.council, "Brian Okafor"), Relation.REPRESENTATIVE, days=sheafdale.days)
    stand(amina, make_account(sheafdale.council, "Carys Bevan"), Relation.PA, days=sheafdale.days)
    stand(amina, sheafdale.staff["Gwen Parry"], Relation.ADVISER, days=sheafdale.days)
    return amina


def stand(person: Person, user: User, relation: Relation, *, days: Days) -> None:
    """The user stands so to the person, since a month ago."""
    Relationship.objects.create(person=person, user=user, relation=relation, from_on=days.ago(30))
