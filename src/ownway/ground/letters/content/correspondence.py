"""Who writes to whom, about whom, and how to answer: the facts that every letter has."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

LONGEST_ADDRESS = 7
ENGLISH = "en-GB"


class FactsDisagree(ValueError):
    """The facts of a letter contradict each other, so it is not written; the message says which."""


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """An address as it stands on an envelope: one to seven lines, the postcode last. Raises FactsDisagree."""

    lines: tuple[str, ...]

    def __post_init__(self) -> None:
        if not 1 <= len(self.lines) <= LONGEST_ADDRESS or not all(line.strip() for line in self.lines):
            raise FactsDisagree(f"An address has 1 to {LONGEST_ADDRESS} lines, and none of them is empty.")

    @classmethod
    def from_text(cls, text: str) -> PostalAddress | None:
        """An address typed in a box, a line each; None when the box is empty."""
        lines = tuple(line.strip(" ,\t") for line in text.splitlines())
        kept = tuple(line for line in lines if line)
        return cls(kept) if kept else None


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach somebody. What is not known is left empty."""

    name: str
    phone: str = ""
    email: str = ""
    website: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Sender:
    """The council team that writes, how to reach it, and the independent support people can turn to instead."""

    council: str
    address: PostalAddress
    contact: Contact
    independent_support: Contact | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who opens the envelope: the person, or somebody who acts for them. The address may not be known."""

    name: str
    address: PostalAddress | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """The frame of a letter: `about` is the name of the person whose money it is; `written_by` a worker's name or ""."""

    reference: str
    written_on: date
    sender: Sender
    recipient: Recipient
    about: str
    written_by: str = ""
    language: str = ENGLISH
    large_print: bool = False

    def __post_init__(self) -> None:
        if self.language != ENGLISH:
            raise FactsDisagree(f"These letters are written in English ({ENGLISH}) so far, not “{self.language}”.")

    @property
    def is_to_the_person(self) -> bool:
        """Whether the person opens it themselves."""
        return self.recipient.name == self.about


def in_sentence(name: str) -> str:
    """A name as it may stand inside an English sentence: one written from right to left is kept in its place.

    Without the isolating marks (U+2068, U+2069), a day or amount after an Urdu name would be shown before it.
    """
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in name):
        return f"\u2068{name}\u2069"
    return name


def check_time_to_answer(letter: Correspondence, reply_by_on: date) -> None:
    """Raises FactsDisagree unless there is at least a day to answer."""
    if reply_by_on <= letter.written_on:
        raise FactsDisagree("The day to answer by must be after the day of the letter.")
