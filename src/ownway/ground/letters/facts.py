"""Letters as values for pages, and the frame of a letter from what the council knows of a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ownway.ground.access.models import Council
from ownway.ground.letters.content.correspondence import Contact, Correspondence, PostalAddress, Recipient, Sender
from ownway.ground.letters.content.letter import LetterContent
from ownway.ground.letters.content.plain_data import from_plain, to_plain
from ownway.ground.letters.models import Letter
from ownway.ground.people.facts import PersonFacts
from ownway.ground.people.models import LetterFormat

FACTS, CONTENT = "facts", "content"


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter in a list."""

    id: int
    title: str
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """A letter as it was written: its words then, whatever the wording of such letters is now."""

    id: int
    kind: str
    title: str
    made_at: datetime
    content: LetterContent


@dataclass(frozen=True, slots=True)
class LetterFile:
    """A letter to save or print."""

    name: str
    data: bytes


def frame_for(
    *,
    council: Council,
    person: PersonFacts,
    written_on: date,
    written_by: str = "",
    recipient: Recipient | None = None,
    independent_support: Contact | None = None,
) -> Correspondence:
    """The frame of a letter about a person: to them, unless somebody else is to get it, in the print they asked for.

    Raises FactsDisagree when an address is too long for an envelope, or the council has none.
    """
    contact = Contact(name=council.team_name, phone=council.phone, email=council.email)
    return Correspondence(
        reference=person.reference,
        written_on=written_on,
        sender=Sender(
            council=council.name,
            address=PostalAddress.from_text(council.address) or PostalAddress(()),
            contact=contact,
            independent_support=independent_support,
        ),
        recipient=recipient or Recipient(name=person.name, address=PostalAddress.from_text(person.address)),
        about=person.name,
        written_by=written_by,
        large_print=person.letter_format == LetterFormat.LARGE_PRINT,
    )


def to_keep(facts_json: dict[str, Any], content: LetterContent) -> dict[str, Any]:
    """What is kept of a letter beside its PDF: the facts, and the words they were put in."""
    return {FACTS: facts_json, CONTENT: to_plain(content)}


def kept_letter(row: Letter) -> KeptLetter:
    """The row as a value."""
    return KeptLetter(
        id=row.pk,
        kind=row.kind,
        title=row.title,
        made_at=row.made_at,
        content=from_plain(LetterContent, row.facts[CONTENT]),
    )
