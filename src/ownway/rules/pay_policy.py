"""A council's own policy on the pay of personal assistants, and the conversation in which pay is agreed, as values.

No law sets bands of pay: each figure here is the council's, dated, and comes in from outside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ownway.rules.days import day_in_words
from ownway.rules.employing import DAY_KINDS, SLEEP_IN
from ownway.rules.refusals import InputProblem

FACTORS: Mapping[str, str] = {
    "role": "The work",
    "responsibility": "Responsibility",
    "skills": "Skills",
    "local_market": "What others pay near here",
    "recruitment": "How hard it is to find somebody",
}
"""What is talked about, each in plain words. Unsocial hours are the sixth: the plan says which days and nights they are."""


@dataclass(frozen=True, slots=True)
class PayBand:
    """A band of pay for so many points and more: from the least to the most, in pence an hour."""

    name: str
    from_points: int
    least_pence: int
    most_pence: int


@dataclass(frozen=True, slots=True)
class FactorAnswer:
    """One answer that a factor may have: its plain words, the points it gives, and what it adds to pay (pence an hour)."""

    factor: str
    answer: str
    words: str
    points: int = 0
    extra_pence: int = 0


@dataclass(frozen=True, slots=True)
class UnsocialPay:
    """What is paid on top for a kind of day or night, in basis points of the hourly rate."""

    day_kind: str
    extra_basis_points: int


@dataclass(frozen=True, slots=True)
class PayPolicy:
    """A council's pay policy under its version, in force from a day; `source` says where it was decided."""

    version: str
    from_on: date
    source: str
    bands: tuple[PayBand, ...]
    answers: tuple[FactorAnswer, ...]
    unsocial: tuple[UnsocialPay, ...] = ()

    def has(self, said: Said) -> bool:
        """Whether the policy has that answer for that factor."""
        return (said.factor, said.answer) in {(one.factor, one.answer) for one in self.answers}

    def answer_to(self, said: Said) -> FactorAnswer:
        """The policy's words, points and pay for what was said. The conversation must be without problems."""
        return next(one for one in self.answers if (one.factor, one.answer) == (said.factor, said.answer))

    def band(self, points: int) -> PayBand:
        """The highest band that so many points reach. The policy must be without problems."""
        return max((one for one in self.bands if one.from_points <= points), key=lambda band: band.from_points)

    def extra_basis_points(self, day_kind: str) -> int:
        """What is paid on top for a kind of day, in basis points; 0 when nothing is."""
        return next((one.extra_basis_points for one in self.unsocial if one.day_kind == day_kind), 0)


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of one factor: the answer, and the reason in the people's own words."""

    factor: str
    answer: str
    words: str


@dataclass(frozen=True, slots=True)
class PayConversation:
    """The joint conversation: when it was held, who was there, and what was said of each factor."""

    held_on: date
    present: tuple[str, ...]
    said: tuple[Said, ...]


def problems(policy: PayPolicy, conversation: PayConversation) -> list[InputProblem]:
    """Everything to put right in the policy and in what was written down of the conversation, by field."""
    return [
        *_of_bands(policy),
        *_of_answers(policy),
        *_of_unsocial(policy),
        *_of_conversation(policy, conversation),
    ]


def _of_bands(policy: PayPolicy) -> Iterator[InputProblem]:
    bands = policy.bands
    points = [band.from_points for band in bands]
    if not bands or points[0] != 0 or points != sorted(set(points)):
        yield InputProblem("policy.bands", "The bands start at 0 points and follow one another, each from more points.")
    for place, band in enumerate(bands):
        if not 0 < band.least_pence <= band.most_pence:
            yield InputProblem(
                f"policy.bands.{place}", f"“{band.name}” goes from a least to a most, both more than nothing."
            )
        before = bands[max(place - 1, 0)]
        if band.least_pence < before.least_pence or band.most_pence < before.most_pence:
            yield InputProblem(f"policy.bands.{place}", f"“{band.name}” is for more points, so it cannot pay less.")


def _of_answers(policy: PayPolicy) -> Iterator[InputProblem]:
    names = [(one.factor, one.answer) for one in policy.answers]
    if len(set(names)) < len(names):
        yield InputProblem("policy.answers", "The policy has the same answer twice.")
    for place, one in enumerate(policy.answers):
        if one.factor not in FACTORS:
            yield InputProblem(
                f"policy.answers.{place}.factor", f"“{one.factor}” is not talked about: {', '.join(FACTORS)}."
            )
        if one.points < 0 or one.extra_pence < 0:
            yield InputProblem(f"policy.answers.{place}", "An answer never takes points or pay away.")


def _of_unsocial(policy: PayPolicy) -> Iterator[InputProblem]:
    kinds = [one.day_kind for one in policy.unsocial]
    if len(set(kinds)) < len(kinds):
        yield InputProblem("policy.unsocial", "The policy has the same kind of day twice.")
    for place, one in enumerate(policy.unsocial):
        if one.day_kind not in DAY_KINDS or one.day_kind == SLEEP_IN:
            yield InputProblem(
                f"policy.unsocial.{place}.day_kind",
                f"“{one.day_kind}” is not a kind of day that is paid on top. A sleep-in has a rate of its own.",
            )
        if one.extra_basis_points < 0:
            yield InputProblem(f"policy.unsocial.{place}.extra_basis_points", "This cannot be less than nothing.")


def _of_conversation(policy: PayPolicy, conversation: PayConversation) -> Iterator[InputProblem]:
    if conversation.held_on < policy.from_on:
        yield InputProblem(
            "conversation.held_on", f"This policy begins on {day_in_words(policy.from_on)}. Use the one before it."
        )
    if len({name.strip() for name in conversation.present if name.strip()}) < 2:
        yield InputProblem("conversation.present", "Pay is agreed together. Say who was there: at least two people.")
    told = [one.factor for one in conversation.said]
    for place, one in enumerate(conversation.said):
        if not policy.has(one):
            known = [each.answer for each in policy.answers if each.factor == one.factor]
            yield InputProblem(
                f"conversation.said.{place}.answer",
                f"“{one.answer}” is not an answer that the policy has. Choose one of: {', '.join(known) or 'none'}.",
            )
        if not one.words.strip():
            yield InputProblem(f"conversation.said.{place}.words", "Write down the reason, in your own words.")
    for factor, words in FACTORS.items():
        if told.count(factor) != 1:
            yield InputProblem("conversation.said", f"Talk about this once: “{words}”.")
