"""A cohort: many people of whom a rule asks the same things, worked out together in blocks that fit the cache.

One person's working can be lifted out of it. Every penny is the one that the person alone would get: the same function
works out both, and before a cohort is worked out its largest sums are tried, so that none can pass 63 bits.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from ownway.rules import loops
from ownway.rules.answers import Answers, Rule
from ownway.rules.columns import Column, Ints
from ownway.rules.names import Tape
from ownway.rules.parameters import Figures
from ownway.rules.steps import Step

BLOCK = 16_384
"""People at a time. Between 4 and 32 thousand, all that a rule holds on the way stays in the processor's cache."""

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Cohort:
    """People of one kind: what the rule asks of them, with a Column of `size` wherever they differ.

    `inputs` is the rule's own frozen class. What steers a rule (how often, which premium) is the same for all of them.
    """

    rule: Rule
    inputs: Any
    size: int
    figures: Figures

    def __post_init__(self) -> None:
        for found in _columns(self.inputs):
            if len(found) != self.size:
                raise ValueError(f"A column of {len(found)} does not fit {self.size} people")

    def answers(self, *names: str, progress: Progress | None = None) -> dict[str, Ints]:
        """The answers of those names (all, when none is named), one number for each person, in the people's order.

        Raises BadInput, FigureNotKnown or FigureNotConfirmed as for one person, and TooLargeError.
        """
        self.trace()
        found: dict[str, Ints] = {}
        for start in range(0, self.size, BLOCK):
            stop = min(start + BLOCK, self.size)
            worked = self.rule.work(_cut(self.inputs, start, stop), self.figures)
            for name in names or worked:
                if name not in found:
                    found[name] = np.empty(self.size, dtype=np.int64)
                found[name][start:stop] = _whole(worked[name]).value
            if progress:
                progress(stop)
        return found

    def compiled(self, *names: str) -> Compiled:
        """The same as one loop in machine code. Raises ImportError where numba is not installed."""
        tape, answers = self.trace()
        asked = {name: _whole(answers[name]).value for name in names or answers}
        looked_at = sum(tape.checks)
        return Compiled(self, loops.compiled(tape, {**asked, "wrong": looked_at}), tuple(asked))

    def trace(self) -> tuple[Tape, Answers]:
        """What the rule does to names that lie where these people's numbers lie. Raises TooLargeError."""
        tape = Tape()
        return tape, self.rule.work(_named(self.inputs, tape), self.figures)

    def explain(self, place: int) -> Answers:
        """One person's answers with all their working, lifted out of the cohort. `place` counts from 0."""
        if not 0 <= place < self.size:
            raise IndexError(f"There are {self.size} people; there is no number {place}")
        worked = self.rule.work(_cut(self.inputs, place, place + 1), self.figures)
        return lifted(worked, 0)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A cohort's rule as a compiled loop over its columns."""

    cohort: Cohort
    loop: loops.Loop
    names: tuple[str, ...]

    def answers(self, *, threads: int = 1) -> dict[str, Ints]:
        """Every answer for each person; the people are shared out among the threads. Raises BadInput as for one."""
        size = self.cohort.size
        *outs, wrong = (np.empty(size, dtype=np.int64) for _ in (*self.names, "wrong"))
        columns = [one.view(np.ndarray) for one in _columns(self.cohort.inputs)]
        edges = [size * part // threads for part in range(threads + 1)]
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(lambda a, b: self.loop(a, b, *columns, *outs, wrong), edges, edges[1:]))
        if wrong.any():
            self.cohort.explain(int(wrong.argmax()))  # refuses in words, by the field
        return dict(zip(self.names, outs, strict=True))


def lifted(answers: Answers, place: int) -> Answers:
    """The answers of one person of a block, their working in whole numbers; what they share stays shared."""
    done: dict[int, Step] = {}
    return {name: _lift(step, place, done) for name, step in answers.items()}


def _lift(step: Step, place: int, done: dict[int, Step]) -> Step:
    if id(step) not in done:
        parts = tuple(_lift(part, place, done) for part in step.parts)
        done[id(step)] = step._replace(value=_of(step.value, place), over=_of(step.over, place), parts=parts)
    return done[id(step)]


def _of(value: Any, place: int) -> int:
    return int(value[place]) if isinstance(value, np.ndarray) else int(value)


def _whole(step: Step) -> Step:
    if step.over is not _ONE:
        raise ValueError(f"“{step.label}” is not rounded yet, so it is no answer")
    return step


_ONE = 1


def with_columns(value: Any, change: Callable[[Column], Any]) -> Any:
    """The same frozen value with each column changed. What has no column in it is the very same object."""
    if isinstance(value, Column):
        return change(value)
    if isinstance(value, tuple):
        new = tuple(with_columns(one, change) for one in value)
        return new if any(a is not b for a, b in zip(new, value, strict=True)) else value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        old = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        found = {name: with_columns(one, change) for name, one in old.items()}
        return type(value)(**found) if any(found[name] is not old[name] for name in old) else value
    return value


def _cut(inputs: Any, start: int, stop: int) -> Any:
    return with_columns(inputs, lambda one: one[start:stop])


def _named(inputs: Any, tape: Tape) -> Any:
    return with_columns(inputs, lambda one: tape.input(least=one.least(), most=one.most()))


def _columns(value: Any) -> Iterator[Column]:
    found: list[Column] = []

    def note(one: Column) -> Column:
        found.append(one)
        return one

    with_columns(value, note)
    return iter(found)
