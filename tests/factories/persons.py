"""Make people whom a council supports, and those who stand by them."""

from datetime import date

from tests.factories.councils import LONG_AGO, make_user

from ownway.ground.access.models import Council, User
from ownway.ground.people.models import ClientGroup, Person, Relation, Relationship


def make_person(*, council: Council, name: str, **fields: object) -> Person:
    """Somebody the council supports, without an account of their own; `fields` are the model's."""
    given = {
        "reference": f"P{Person.objects.count() + 1:05d}",
        "name": name,
        "known_as": name.split(maxsplit=1)[0],
        "born_on": date(1979, 3, 14),
        "client_group": ClientGroup.PHYSICAL_DISABILITY,
        "address": "4 Weir Lane\nSheafdale\nZZ1 4WL",
        "phone": "01632 960 044",
    }
    return Person.objects.create(council=council, **(given | fields))


def relate(
    *, person: Person, user: User, relation: Relation, from_on: date = LONG_AGO, until_on: date | None = None
) -> Relationship:
    """The user stands so to the person."""
    return Relationship.objects.create(person=person, user=user, relation=relation, from_on=from_on, until_on=until_on)


def give_account(*, person: Person) -> User:
    """An account with which the person signs in."""
    user = make_user(council=person.council, name=person.name)
    relate(person=person, user=user, relation=Relation.SELF)
    return user


def user_of(person: Person) -> User:
    """The account of a person who has one."""
    return User.objects.get(relationships__person=person, relationships__relation=Relation.SELF)
