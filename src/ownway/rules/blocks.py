"""A noted working run over columns with numpy: sum by sum, in blocks of people that stay in the processor's cache.

Only what an answer needs is worked out, the same sum once, into a few buffers that are used again and again. So the
memory does not grow with the people beyond their columns and their answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ownway.rules.arithmetic import least
from ownway.rules.columns import Ints
from ownway.rules.names import Name, Tape

BLOCK = 32_768
"""People at a time: few enough for the cache, enough that asking numpy costs little beside its work."""

Work = Callable[..., Any]
"""Does one sum: its parts in order, and where the result goes."""


def _smaller(a: Any, b: Any, into: Any) -> None:
    np.minimum(a, b, out=into)


def _larger(a: Any, b: Any, into: Any) -> None:
    np.maximum(a, b, out=into)


def _divide_unsigned(value: Any, by: Any, into: Any) -> None:
    """What is never below nought is the same number without a sign, and divided in half the time."""
    without_sign = np.uint64(by) if isinstance(by, int) else by.view(np.uint64)
    np.floor_divide(value.view(np.uint64), without_sign, into.view(np.uint64))


def _pick(which: Any, yes: Any, no: Any, into: Any) -> None:
    """`no`, and the difference to `yes` where the test is 1: a fifth of the time of asking each. It may wrap, and back."""
    np.subtract(yes, no, into)
    np.multiply(into, which, into)
    np.add(into, no, into)


_WORK: dict[str, Work] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "//": np.floor_divide,
    "unsigned //": _divide_unsigned,
    "min": _smaller,
    "max": _larger,
    ">": np.greater,
    "<": np.less,
    "pick": _pick,
}


@dataclass(frozen=True, slots=True)
class Program:
    """Sums in order, each with the places of its parts and, last, of its result.

    Places count the columns first, then the buffers, then the numbers that are the same for everybody. `check` is the
    place of what is more than nothing for a person whose numbers have to be looked at in words.
    """

    sums: tuple[tuple[Work, tuple[int, ...]], ...]
    answers: Mapping[str, int]
    check: int
    columns: int
    buffers: int
    numbers: tuple[int, ...]

    def run(
        self, columns: Sequence[Ints], outs: Mapping[str, Ints], *, start: int, stop: int, say: Callable[[int], None]
    ) -> list[int]:
        """Write each answer for the people from `start` up to `stop`; `say` is told how many more are done.

        Returns the places of the people to look at.
        """
        unsure: list[int] = []
        buffers = [np.empty(min(BLOCK, stop - start), dtype=np.int64) for _ in range(self.buffers)]
        for first in range(start, stop, BLOCK):
            last = min(first + BLOCK, stop)
            if last - first < BLOCK:
                buffers = [one[: last - first] for one in buffers]
            found: list[Any] = [*(one[first:last] for one in columns), *buffers, *self.numbers]
            for work, places in self.sums:
                work(*[found[place] for place in places])
            for name, place in self.answers.items():
                outs[name][first:last] = found[place]
            if np.any(found[self.check]):
                unsure += (first + np.broadcast_to(found[self.check], last - first).nonzero()[0]).tolist()
            say(last - first)
        return unsure


def program(tape: Tape, answers: Mapping[str, Any]) -> Program:
    """What to do for these answers, in as few buffers as will do. An answer may be a name or a number."""
    check = sum(tape.checks)
    asked = [*answers.values(), check]
    needed = tape.needed(asked)
    buffer_of, buffers = _buffers(tape, needed, kept={one.number for one in asked if isinstance(one, Name)})
    numbers: list[int] = []

    def place_of(value: Any) -> int:
        if isinstance(value, Name):
            what, of = tape.sums[value.number]
            return int(of[0]) if what == "input" else len(tape.inputs) + buffer_of[value.number]
        if int(value) not in numbers:
            numbers.append(int(value))
        return len(tape.inputs) + buffers + numbers.index(int(value))

    sums = []
    for number in (one for one in needed if one in buffer_of):
        what, of = tape.sums[number]
        if what == "//" and isinstance(of[0], Name) and least(of[0]) >= 0:  # type: ignore[arg-type]  # a Value
            what = "unsigned //"
        sums.append((_WORK[what], (*map(place_of, of), len(tape.inputs) + buffer_of[number])))
    found = {name: place_of(value) for name, value in answers.items()}
    return Program(tuple(sums), found, place_of(check), len(tape.inputs), buffers, tuple(numbers))


def _buffers(tape: Tape, needed: Sequence[int], *, kept: set[int]) -> tuple[dict[int, int], int]:
    """Which buffer each sum goes into, and how many there are: one is used again once its last reader is done."""
    last_use = {one.number: number for number in needed for one in tape.names_in(number)}
    found: dict[int, int] = {}
    free: list[int] = []
    made = 0
    for number in needed:
        if tape.sums[number][0] == "input":
            continue
        if not free:
            free.append(made)
            made += 1
        found[number] = free.pop()
        done = {one.number for one in tape.names_in(number) if last_use[one.number] == number} - kept
        free += [found[one] for one in done if one in found]
    return found, made
