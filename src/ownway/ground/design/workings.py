"""Lays out a working (a Step of the rulebook and its parts) for a page: every Step told once, however often it is used."""

from collections.abc import Iterator
from dataclasses import dataclass

from ownway.rules import wording
from ownway.rules.steps import Step

DEEPEST = 5  # indents of a table; beyond this a row stands no further in


@dataclass(frozen=True, slots=True)
class Working:
    """One Step in words. `told_above` marks a Step whose parts already stand higher on the page."""

    label: str
    amount: str
    how: str
    law: str
    source: str
    address: str
    standing: str
    told_above: bool
    depth: int
    parts: tuple["Working", ...]


def working(step: Step) -> Working:
    """The Step and its parts in words, top down."""
    return _told(step, depth=0, seen=set())


def working_rows(step: Step) -> list[Working]:
    """The same as rows of a table: the answer first, each row followed by its parts."""
    return list(_rows(working(step)))


def _told(step: Step, *, depth: int, seen: set[int]) -> Working:
    again = id(step) in seen and bool(step.parts)
    seen.add(id(step))
    figure = step.figure
    source = (figure.source if figure else "") or (step.source if step.parts else "")
    return Working(
        label=step.label,
        amount=wording.in_words(step.value, step.unit, step.over),
        how=wording.how_in_words(step),
        law=step.law,
        source="" if source == step.law else source,
        address=figure.address if figure else "",
        standing=figure.standing if figure else "",
        told_above=again,
        depth=min(depth, DEEPEST),
        parts=() if again else tuple(_told(part, depth=depth + 1, seen=seen) for part in step.parts),
    )


def _rows(told: Working) -> Iterator[Working]:
    yield told
    for part in told.parts:
        yield from _rows(part)
