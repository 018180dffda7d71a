"""Lays out a working (a Step of the rulebook and its parts) for a page, from the rows the rulebook reads it as."""

from collections.abc import Iterator
from dataclasses import dataclass

from ownway.rules import vocabulary, wording
from ownway.rules.steps import Step

DEEPEST = 5  # indents of a table; beyond this a row stands no further in


@dataclass(frozen=True, slots=True)
class Working:
    """One row in words, and the rows it was made from. Nothing is said twice: no source that is the law or the how."""

    label: str
    amount: str
    how: str
    law: str
    source: str
    address: str
    standing: str
    depth: int
    parts: tuple["Working", ...]


def working(step: Step) -> Working:
    """The answer, with the rows it was made from nested as deep as they go."""
    lines = list(wording.lines(step))
    return _nested(lines, 0)


def working_rows(step: Step) -> list[Working]:
    """The same as rows of a table: the answer first, each row followed by its parts."""
    return list(_rows(working(step)))


def _rows(told: Working) -> Iterator[Working]:
    yield told
    for part in told.parts:
        yield from _rows(part)


def _nested(lines: list[wording.Line], place: int) -> Working:
    line = lines[place]
    inside: list[Working] = []
    for below in range(place + 1, len(lines)):
        if lines[below].depth <= line.depth:
            break
        if lines[below].depth == line.depth + 1:
            inside.append(_nested(lines, below))
    return Working(
        label=line.label,
        amount=line.amount,
        how="" if line.how == vocabulary.GIVEN else line.how[:1].upper() + line.how[1:],
        law=line.law,
        source="" if line.source in (line.law, line.how) else line.source,
        address=line.address,
        standing=line.standing,
        depth=min(line.depth, DEEPEST),
        parts=tuple(inside),
    )
