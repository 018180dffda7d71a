"""A person as a value, for pages, letters and rules."""

from dataclasses import dataclass
from datetime import date

from ownway.ground.people.models import Person
from ownway.ground.people.models import Relation as Relation


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Who a person is, as pages and letters need it."""

    id: int
    council_id: int
    reference: str
    name: str
    known_as: str
    born_on: date
    died_on: date | None
    client_group: str
    client_group_words: str
    address: str
    email: str
    phone: str
    language: str
    letter_format: str
    contact_notes: str

    def age_on(self, day: date) -> int:
        """Whole years lived on that day."""
        return day.year - self.born_on.year - ((day.month, day.day) < (self.born_on.month, self.born_on.day))


@dataclass(frozen=True, slots=True)
class Standing:
    """How the actor at the door stands to the person: as staff, or by these relations."""

    is_staff: bool
    relations: frozenset[Relation]

    @property
    def is_person_side(self) -> bool:
        """Whether they are the person, or act for them."""
        return bool(self.relations & {Relation.SELF, Relation.REPRESENTATIVE})


def person_facts(person: Person) -> PersonFacts:
    """The row as a value."""
    return PersonFacts(
        id=person.pk,
        council_id=person.council_id,
        reference=person.reference,
        name=person.name,
        known_as=person.known_as,
        born_on=person.born_on,
        died_on=person.died_on,
        client_group=person.client_group,
        client_group_words=person.get_client_group_display(),
        address=person.address,
        email=person.email,
        phone=person.phone,
        language=person.language,
        letter_format=person.letter_format,
        contact_notes=person.contact_notes,
    )
