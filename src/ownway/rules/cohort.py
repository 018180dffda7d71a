"""A cohort: many people of whom a rule asks the same things, worked out together in blocks that fit the cache.

One person's working can be lifted out of it. Every penny is the one that the person alone would get: the same function
works out both, and before a cohort is worked out its largest sums are tried, so that none can pass 63 bits.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np

from ownway.rules import blocks, loops
from ownway.rules.answers import Answers, Rule
from ownway.rules.columns import Column, Ints
from ownway.rules.names import SteeredByAmountError, Tape
from ownway.rules.parameters import Figures
from ownway.rules.refusals import BadInput, Refused
from ownway.rules.steps import Step
from ownway.rules.workings import Maker, maker

Progress = Callable[[int], None]
Work = Callable[[int, int, list[Any], dict[str, Ints]], Iterable[int]]
"""Writes the answers of the people from one place to another, and says whose numbers to look at in words."""
_ONE = 1


def _quietly(_: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Cohort:
    """People of one kind: what the rule asks of them, with a Column of `size` wherever they differ.

    `inputs` is the rule's own frozen class. What steers a rule (how often, which premium) is the same for all of them.
    """

    rule: Rule
    inputs: Any
    size: int
    figures: Figures

    def __post_init__(self) -> None:
        for one in columns_of(self.inputs):
            if len(one) != self.size:
                raise ValueError(f"A column of {len(one)} does not fit {self.size} people")

    def answers(self, *names: str, threads: int = 1, progress: Progress = _quietly) -> dict[str, Ints]:
        """The answers of those names (all, when none is named), one number for each person, in the people's order.

        A rule that an amount steers is worked out person by person: slow, and right. `progress` is told how many more
        people are done. Raises BadInput, FigureNotKnown or FigureNotConfirmed as for one person, and TooLargeError.
        """
        try:
            tape, asked = self._asked(names)
        except SteeredByAmountError:
            return self._one_by_one(names, progress)
        program = blocks.program(tape, asked)
        return self._shared_out(
            lambda start, stop, columns, outs: program.run(columns, outs, start=start, stop=stop, say=progress),
            names=tuple(asked),
            threads=threads,
        )

    def compiled(self, *names: str) -> Callable[..., dict[str, Ints]]:
        """The same as one loop in machine code, to call with `threads`. Raises ImportError without numba."""
        tape, asked = self._asked(names)
        loop = loops.compiled(tape, asked)
        nobody = np.empty(0, dtype=np.int64)
        loop(*(nobody for _ in (*tape.inputs, *asked)))  # the first call compiles

        def answers(*, threads: int = 1) -> dict[str, Ints]:
            return self._shared_out(work, names=tuple(asked), threads=threads)

        def work(start: int, stop: int, columns: list[Any], outs: dict[str, Ints]) -> Iterable[int]:
            if not loop(*(one[start:stop] for one in (*columns, *outs.values()))):
                return ()
            return blocks.program(tape, {}).run(columns, {}, start=start, stop=stop, say=_quietly)

        return answers

    def working(self, people: Any) -> Answers:
        """The whole working of some of the people, every Step of it a column. `people` is a slice, or their places."""
        return self.rule.work(with_columns(self.inputs, lambda one: one[people]), self.figures)

    def workings(self) -> Iterator[Answers]:
        """Everybody's answers with all their working, one person after another: to keep a decision of each."""
        make = self._maker
        for place, numbers in enumerate(zip(*(one.tolist() for one in self._columns), strict=True)):
            yield make(*numbers) or self._looked_at(place)

    def explain(self, place: int) -> Answers:
        """One person's answers with all their working, lifted out of the cohort. `place` counts from 0.

        The first call writes the straight code that later calls use. Raises as `answers` does.
        """
        if not 0 <= place < self.size:
            raise IndexError(f"There are {self.size} people; there is no number {place}")
        return self._maker(*[one.item(place) for one in self._columns]) or self._looked_at(place)

    def trace(self) -> tuple[Tape, Answers]:
        """What the rule does to names that lie where these people's numbers lie. Raises TooLargeError."""
        tape = Tape()
        named = with_columns(self.inputs, lambda one: tape.input(least=one.least(), most=one.most()))
        return tape, self.rule.work(named, self.figures)

    @cached_property
    def _columns(self) -> list[Ints]:
        return [one.view(np.ndarray) for one in columns_of(self.inputs)]

    @cached_property
    def _maker(self) -> Maker:
        try:
            return maker(*self.trace())
        except (SteeredByAmountError, BadInput):
            return lambda *_: None  # each is looked at by themselves

    def _looked_at(self, place: int) -> Answers:
        return lifted(self.working(slice(place, place + 1)), 0)

    def _one_by_one(self, names: tuple[str, ...], progress: Progress) -> dict[str, Ints]:
        found: dict[str, Ints] = {}
        for place in range(self.size):
            answers = self.rule.work(with_columns(self.inputs, lambda one: int(one[place])), self.figures)  # noqa: B023 - used at once
            for name in names or answers:
                if name not in found:
                    found[name] = np.zeros(self.size, dtype=np.int64)
                found[name][place] = _whole(_named(answers, name)).value
            progress(1)
        return found

    def _asked(self, names: tuple[str, ...]) -> tuple[Tape, dict[str, Any]]:
        tape, answers = self.trace()
        return tape, {name: _whole(_named(answers, name)).value for name in names or answers}

    def _shared_out(self, work: Work, *, names: tuple[str, ...], threads: int) -> dict[str, Ints]:
        columns = self._columns
        outs = {name: np.empty(self.size, dtype=np.int64) for name in names}
        edges = [self.size * part // threads for part in range(threads + 1)]
        with ThreadPoolExecutor(threads) as pool:
            unsure = list(pool.map(lambda start, stop: work(start, stop, columns, outs), edges, edges[1:]))
        places = [place for some in unsure for place in some]
        if places:
            self.working(places)  # refuses in words, by the field, what is more than a question
        return outs


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


def _named(answers: Answers, name: str) -> Step:
    if name not in answers:
        raise Refused(f"This rule has no answer called “{name}”. It has: {', '.join(answers)}.")
    return answers[name]


def _whole(step: Step) -> Step:
    if step.over is not _ONE:
        raise ValueError(f"“{step.label}” is not rounded yet, so it is no answer")
    return step


def with_columns(value: Any, change: Callable[[Column], Any]) -> Any:
    """The same frozen value with each column changed. What has no column in it is the very same object."""
    if isinstance(value, Column):
        return change(value)
    if isinstance(value, tuple):
        new = tuple(with_columns(one, change) for one in value)
        return new if any(a is not b for a, b in zip(new, value, strict=True)) else value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        old = {name: getattr(value, name) for name in _fields(type(value))}
        found = {name: with_columns(one, change) for name, one in old.items()}
        return type(value)(**found) if any(found[name] is not old[name] for name in old) else value
    return value


def columns_of(value: Any) -> list[Column]:
    """The columns of a frozen value, in order."""
    found: list[Column] = []

    def note(one: Column) -> Column:
        found.append(one)
        return one

    with_columns(value, note)
    return found


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))
