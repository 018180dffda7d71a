"""A Step's working as the rows of a table: read from the top like a bill, each sum under what it is made from."""

from __future__ import annotations

from collections.abc import Iterator

from ownway.ground.letters.content.letter import Row, Table
from ownway.rules import vocabulary
from ownway.rules.steps import Step
from ownway.rules.wording import how_in_words, in_words

COLUMNS = ("What", "How we worked it out", "Amount")
MOST_NAMED = 4
"""A sum of more parts than this is said to be of the amounts above it and does not repeat them."""


def working_table(caption: str, *answers: Step) -> Table:
    """One table for one answer, or for several that build on each other; nothing is shown twice."""
    shown: set[Step] = set()
    rows = tuple(row for answer in answers for row in _rows(answer, depth=0, shown=shown))
    return Table(caption=caption, columns=COLUMNS, rows=rows)


def amount(step: Step) -> str:
    """A Step's amount in words: "£12.50 a week", "3 hours a week", "12.07%"."""
    return in_words(step.value, step.unit, step.over)


def how(step: Step) -> str:
    """How a Step came about, in one line with the amounts of its parts; a rounding is told when it changed something."""
    if _is_rounded_sum(step):
        exact = step.parts[0]
        told = how(exact)
        return told if step.value * exact.over == exact.value else f"{told}, rounded {step.rounding}"
    if step.how == vocabulary.ADD_UP and len(step.parts) > MOST_NAMED:
        return f"the {len(step.parts)} amounts above, added up"
    return how_in_words(step)


def source(step: Step) -> str:
    """The law or the document a Step comes from. Empty when it is only a sum, or told to us."""
    if step.figure:
        return step.figure.source
    return step.law or (step.parts[0].law if _is_rounded_sum(step) else "")


def _rows(step: Step, *, depth: int, shown: set[Step]) -> Iterator[Row]:
    if step in shown or _says_nothing(step):
        return
    shown.add(step)
    for part in step.parts[0].parts if _is_rounded_sum(step) else step.parts:
        yield from _rows(part, depth=depth + 1, shown=shown)
    told = how(step)
    yield Row(label=step.label, how=told[:1].upper() + told[1:], source=source(step), amount=amount(step), depth=depth)


def _is_rounded_sum(step: Step) -> bool:
    """Whether it rounds a sum; the two are one row, and the sum before rounding has none of its own."""
    return step.how == vocabulary.ROUND and bool(step.parts[0].parts)


def _says_nothing(step: Step) -> bool:
    """A bare nought, there only so that an amount does not fall below it."""
    return step.how == vocabulary.GIVEN and step.value == 0 and not (step.figure or step.source or step.law)
