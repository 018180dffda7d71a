"""The letters there are: for each kind, what it is made from and who writes it. A new letter is a new line here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ownway.ground.letters.content.check_up import CheckUpFacts, write_check_up
from ownway.ground.letters.content.correspondence import Correspondence
from ownway.ground.letters.content.letter import LetterContent
from ownway.ground.letters.content.offer import OfferFacts, write_offer
from ownway.ground.letters.content.payment_notice import PaymentNoticeFacts, write_payment_notice
from ownway.ground.letters.content.plain_data import from_plain, to_plain


class Facts(Protocol):
    """What any letter is made from has at least its frame."""

    @property
    def letter(self) -> Correspondence:
        """Who writes to whom, about whom."""


@dataclass(frozen=True, slots=True)
class KindOfLetter:
    """The facts a kind of letter is made from, and the function that writes it."""

    facts: type[Any]
    write: Callable[[Any], LetterContent]


SUITE: Mapping[str, KindOfLetter] = {
    "offer": KindOfLetter(OfferFacts, write_offer),
    "payment_notice": KindOfLetter(PaymentNoticeFacts, write_payment_notice),
    "check_up": KindOfLetter(CheckUpFacts, write_check_up),
}


def write_letter(kind: str, facts: Facts) -> LetterContent:
    """The letter in words. Raises KeyError for a kind there is not, TypeError for the facts of another kind."""
    known = SUITE[kind]
    if not isinstance(facts, known.facts):
        raise TypeError(
            f"A letter of the kind “{kind}” is made from {known.facts.__name__}, not {type(facts).__name__}"
        )
    return known.write(facts)


def facts_to_json(facts: Facts) -> dict[str, Any]:
    """The facts as plain data to keep."""
    data: dict[str, Any] = to_plain(facts)
    return data


def facts_from_json(kind: str, data: Mapping[str, Any]) -> Facts:
    """The facts that were kept. Raises KeyError for a kind there is not, CannotBeRead for data of another shape."""
    read: Facts = from_plain(SUITE[kind].facts, data)
    return read


def digest(data: Mapping[str, Any]) -> str:
    """SHA-256 of plain data, as hexadecimal: the same facts always give the same digest."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
