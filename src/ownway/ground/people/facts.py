"""A person as a value, for pages, letters and rules."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from ownway.ground.people.models import ClientGroup as ClientGroup
from ownway.ground.people.models import LetterFormat as LetterFormat
from ownway.ground.people.models import Person, Relationship
from ownway.ground.people.models import Relation as Relation

ONE_DAY = timedelta(days=1)
ADDRESS_LINES = 7  # as many as an envelope's window shows
WORDS_OF_DETAILS = {
    "reference": "the reference",
    "name": "the name",
    "known_as": "what they like to be called",
    "born_on": "the date of birth",
    "client_group": "the group",
    "address": "the address",
    "email": "the email address",
    "phone": "the phone number",
    "letter_format": "the print of letters",
    "contact_notes": "how to be in touch",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDetails:
    """How to reach somebody, as they say it themselves. `letter_format` is one of LetterFormat."""

    email: str = ""
    phone: str = ""
    letter_format: str = LetterFormat.STANDARD
    contact_notes: str = ""

    def as_dict(self) -> dict[str, Any]:
        """By the names of the table’s columns."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Details(ContactDetails):
    """All that a worker writes of a person. `client_group` is one of ClientGroup; an address has a line for each line."""

    reference: str
    name: str
    known_as: str
    born_on: date
    client_group: str
    address: str = ""


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

    @property
    def letter_format_words(self) -> str:
        """How they want to be written to."""
        return LetterFormat(self.letter_format).label

    @property
    def stamp(self) -> str:
        """A short mark of how the record reads now, to see whether somebody changed it meanwhile."""
        return sha256(repr(self).encode()).hexdigest()[:16]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRelationship:
    """Who stands to a person, how, and from which day. Without a name it is the person’s own.

    `is_theirs`: the account of that address is meant, though its name is another. `knows_both`: the worker knows that
    they both act for the person and are paid by them.
    """

    relation: Relation
    email: str
    from_on: date
    name: str = ""
    is_theirs: bool = False
    knows_both: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationshipFacts:
    """Somebody who stands to a person, from a day until a day."""

    id: int
    user_id: int
    relation: str
    relation_words: str
    name: str
    email: str
    from_on: date
    until_on: date | None
    is_closed: bool

    def has_ended_on(self, day: date) -> bool:
        """Whether the last day is over."""
        return self.until_on is not None and self.until_on < day

    @property
    def never_began(self) -> bool:
        """Whether it was ended on its first day, as a slip is."""
        return self.until_on is not None and self.until_on < self.from_on


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoActs:
    """Who stands to a person now, who did, and the names of those who both act for them and are paid by them."""

    now: tuple[RelationshipFacts, ...]
    ended: tuple[RelationshipFacts, ...]
    both: tuple[str, ...]


def relationship_facts(row: Relationship) -> RelationshipFacts:
    """The row as a value; its user must have been fetched with it."""
    return RelationshipFacts(
        id=row.pk,
        user_id=row.user_id,
        relation=row.relation,
        relation_words=row.get_relation_display(),
        name=row.user.name,
        email=row.user.email,
        from_on=row.from_on,
        until_on=row.until_on,
        is_closed=not row.user.is_active,
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
