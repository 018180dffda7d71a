"""How each figure of a working comes about without the amounts: the formula, made from the working's own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ownway.rules import vocabulary as words
from ownway.rules.steps import YES_NO, Step
from ownway.rules.wording import hides_its_part, how_between, in_words, is_plain_number


@dataclass(frozen=True, slots=True)
class Formula:
    """One figure by its name, and how it comes about from others by their names."""

    label: str
    how: str


def formulas(*answers: Step) -> Iterator[Formula]:
    """The formula of each figure once, an answer first and then what it is made from. Both ways of a choice are told."""
    seen: set[Formula] = set()
    for answer in answers:
        yield from _formulas(answer, seen)


def _formulas(step: Step, seen: set[Formula]) -> Iterator[Formula]:
    if step.how == words.GIVEN:
        return
    one = Formula(step.label, _how(step))
    if one in seen:
        return
    seen.add(one)
    yield one
    for part in step.parts[0].parts if hides_its_part(step) else step.parts:
        yield from _formulas(part, seen)


def _how(step: Step) -> str:
    if hides_its_part(step):
        return f"{_how(step.parts[0])}, rounded {step.rounding}"
    said = [_named(part) for part in step.parts]
    if step.how == words.CHOOSE:
        test, yes, no = said
        return f"if {test}: {yes}; if not: {no}"
    return how_between(step, said)


def _named(part: Step) -> str:
    """A part by its name; a number that nobody told and no law says is a part of the formula itself."""
    if not is_plain_number(part):
        return f"“{part.label}”"
    return "nothing" if part.value == 0 and part.unit != YES_NO else in_words(part.value, part.unit, part.over)
