"""One person's whole working after another, by straight code written from the trace: for keeping a decision of each.

The labels, the sources and the order of the sums are the same for all of a cohort, so they are worked out once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ownway.rules.answers import Answers
from ownway.rules.loops import said, sums
from ownway.rules.names import Name, Tape
from ownway.rules.steps import Step

Maker = Callable[..., "Answers | None"]
"""Takes one number of each column, and gives the answers with their working; None for one to be looked at in words."""


def maker(tape: Tape, answers: Mapping[str, Step]) -> Maker:
    """A Python function that makes the same Steps as the rule, of one person's numbers."""
    known: dict[str, Any] = {"new": tuple.__new__, "Step": Step}
    lines = list(_lines(tape, answers, known))
    text = "\n".join([f"def make({', '.join(f'column{place}' for place in range(len(tape.inputs)))}):", *lines])
    exec(compile(text, "<one person's working>", "exec"), known)  # noqa: S102 - our own text; words of people are constants
    make: Maker = known["make"]
    return make


def _lines(tape: Tape, answers: Mapping[str, Step], known: dict[str, Any]) -> Iterator[str]:
    steps = _parts_first(answers.values())
    check = sum(tape.checks)
    values = [value for step in steps for value in (step.value, step.over)]
    yield from (f"    {line}" for line in sums(tape, tape.needed([*values, check]), column="column{}"))
    yield f"    if {said(check)}: return None"
    names: dict[int, str] = {}
    for step in steps:
        names[id(step)] = name = f"s{len(names)}"
        if _is_the_same_for_all(step, names, known):
            known[name] = step
        else:
            yield f"    {name} = {_made(step, names, known)}"
    yield f"    return {{{', '.join(f'{key!r}: {names[id(step)]}' for key, step in answers.items())}}}"


def _parts_first(roots: Any) -> list[Step]:
    found: dict[int, Step] = {}

    def visit(step: Step) -> None:
        if id(step) not in found:
            for part in step.parts:
                visit(part)
            found[id(step)] = step

    for root in roots:
        visit(root)
    return list(found.values())


def _is_the_same_for_all(step: Step, names: Mapping[int, str], known: Mapping[str, Any]) -> bool:
    differs = isinstance(step.value, Name) or isinstance(step.over, Name)
    return not differs and all(names[id(part)] in known for part in step.parts)


def _made(step: Step, names: Mapping[int, str], known: dict[str, Any]) -> str:
    parts = "".join(f"{names[id(part)]}, " for part in step.parts)
    words = (repr(word) for word in (step.unit, step.how, step.law))
    figure = "None"
    if step.figure is not None:
        figure = f"figure{len(known)}"
        known[figure] = step.figure
    return (
        f"new(Step, ({step.label!r}, {said(step.value)}, {', '.join(words)}, ({parts}), {said(step.over)},"
        f" {step.rounding!r}, {step.source!r}, {figure}))"
    )
