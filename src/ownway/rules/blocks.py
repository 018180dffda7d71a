"""A noted working run over columns with numpy: sum by sum, in blocks of people that stay in the processor's cache.

Only what an answer needs is worked out, the same sum once, into a few buffers that are used again and again. So the
memory does not grow with the people beyond their columns and their answers. A name knows its bounds, so a sum that fits
31 bits is done in half the memory, which takes half the time; a wider one is widened before, never cut.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ownway.rules.arithmetic import least, most
from ownway.rules.columns import Ints
from ownway.rules.names import Name, Tape

BLOCK = 32_768
"""People at a time: few enough for the cache, enough that asking numpy costs little beside its work."""

NARROW, WIDE = np.dtype(np.int32), np.dtype(np.int64)
_UNSIGNED: dict[Any, Any] = {NARROW: np.uint32, WIDE: np.uint64}
_FITS = 2**31 - 1

Work = Callable[..., Any]
"""Does one sum: its parts in order, and where the result goes."""
Width = np.dtype[Any]
Slot = tuple[int, Width]
"""A sum by its number, and how wide it is kept: some are in both widths."""


def _smaller(a: Any, b: Any, into: Any) -> None:
    np.minimum(a, b, out=into)


def _larger(a: Any, b: Any, into: Any) -> None:
    np.maximum(a, b, out=into)


def _divide_unsigned(value: Any, by: Any, into: Any) -> None:
    """What is never below nought is the same number without a sign, and divided in half the time."""
    np.floor_divide(_unsigned(value, into), _unsigned(by, into), _unsigned(into, into))


def _unsigned(value: Any, into: Any) -> Any:
    kind = _UNSIGNED[into.dtype]
    return kind(value) if isinstance(value, int) else value.view(kind)


def _pick(which: Any, yes: Any, no: Any, into: Any) -> None:
    """`no`, and the difference to `yes` where the test is 1: a fifth of the time of asking each. It may wrap, and back."""
    np.subtract(yes, no, into)
    np.multiply(into, which, into)
    np.add(into, no, into)


def _copy(value: Any, into: Any) -> None:
    np.copyto(into, value, casting="same_kind")


_COPY = "the same, in another width"
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
    _COPY: _copy,
}


@dataclass(frozen=True, slots=True)
class Program:
    """Sums in order, each with the places of its parts and, last, of its result.

    Places count the columns first, then the buffers (`buffers` says how wide each is), then the numbers that are the
    same for everybody. `check` is the place of what is more than nothing for a person whose numbers have to be looked at
    in words.
    """

    sums: tuple[tuple[Work, tuple[int, ...]], ...]
    answers: Mapping[str, int]
    check: int
    buffers: tuple[Width, ...]
    numbers: tuple[int, ...]

    def run(
        self, columns: Sequence[Ints], outs: Mapping[str, Ints], *, start: int, stop: int, say: Callable[[int], None]
    ) -> list[int]:
        """Write each answer for the people from `start` up to `stop`; `say` is told how many more are done.

        Returns the places of the people to look at.
        """
        unsure: list[int] = []
        buffers = [np.empty(min(BLOCK, stop - start), dtype=width) for width in self.buffers]
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
    return _Planner(tape, answers).program()


class _Planner:
    """Where every sum of a tape is done: what, of which slots and numbers, into which slot."""

    def __init__(self, tape: Tape, answers: Mapping[str, Any]) -> None:
        self.tape, self.answers, self.check = tape, answers, sum(tape.checks)
        self.sums: list[tuple[str, tuple[Slot | int, ...], Slot]] = []
        self.made: set[Slot] = {(one.number, WIDE) for one in tape.inputs}
        self.width_of: dict[int, Width] = {one.number: WIDE for one in tape.inputs}
        self.asked = [*answers.values(), self.check]
        for number in tape.needed(self.asked):
            if tape.sums[number][0] != "input":
                self._plan(number)

    def program(self) -> Program:
        """The same with places in one row: columns, buffers, numbers."""
        place_of, buffers = self._buffers()
        numbers: list[int] = []

        def place(value: Slot | int) -> int:
            if isinstance(value, tuple):
                return place_of[value]
            if value not in numbers:
                numbers.append(value)
            return len(self.tape.inputs) + len(buffers) + numbers.index(value)

        sums = tuple((_WORK[what], (*map(place, of), place(into))) for what, of, into in self.sums)
        answers = {name: place(self._own(value)) for name, value in self.answers.items()}
        return Program(sums, answers, place(self._own(self.check)), tuple(buffers), tuple(numbers))

    def _plan(self, number: int) -> None:
        what, of = self.tape.sums[number]
        values = (*of, self.tape.names[number])
        width = NARROW if max(map(most, values)) <= _FITS and min(map(least, values)) >= -_FITS else WIDE
        if what == "//" and least(of[0]) >= 0:
            what = "unsigned //"
        self.width_of[number] = width
        self.sums.append((what, tuple(self._in_width(value, width) for value in of), (number, width)))
        self.made.add((number, width))

    def _in_width(self, value: Any, width: Width) -> Slot | int:
        own = self._own(value)
        if isinstance(own, int) or own[1] == width:
            return own
        slot = own[0], width
        if slot not in self.made:
            self.sums.append((_COPY, (own,), slot))
            self.made.add(slot)
        return slot

    def _own(self, value: Any) -> Slot | int:
        """Where a value is once it is worked out."""
        return (value.number, self.width_of[value.number]) if isinstance(value, Name) else int(value)

    def _buffers(self) -> tuple[dict[Slot, int], list[Width]]:
        """The place of each slot, and how wide each buffer is: one is used again once its last reader is done."""
        last_use = {slot: done for done, (_, of, _) in enumerate(self.sums) for slot in of if isinstance(slot, tuple)}
        last_use |= {slot: len(self.sums) for slot in map(self._own, self.asked) if isinstance(slot, tuple)}
        found: dict[Slot, int] = {(one.number, WIDE): place for place, one in enumerate(self.tape.inputs)}
        free: dict[Width, list[int]] = {NARROW: [], WIDE: []}
        buffers: list[Width] = []
        for done, (_, of, into) in enumerate(self.sums):
            if not free[into[1]]:
                free[into[1]].append(len(self.tape.inputs) + len(buffers))
                buffers.append(into[1])
            found[into] = free[into[1]].pop()
            for slot in {one for one in of if isinstance(one, tuple)}:
                if last_use[slot] == done and found[slot] >= len(self.tape.inputs):
                    free[slot[1]].append(found[slot])
        return found, buffers
