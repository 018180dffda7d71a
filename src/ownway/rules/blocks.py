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

BLOCK = 16_384
"""People at a time. Anything between 4 and 32 thousand will do."""

Work = Callable[[Sequence[Any], Any, Any], None]
"""Does one sum: from what, a buffer for yes and no, into which."""


def _by_ufunc(ufunc: Any) -> Work:
    return lambda of, _, into: ufunc(*of, out=into)


def _yes_or_no(ufunc: Any) -> Work:
    def work(of: Sequence[Any], test: Any, into: Any) -> None:
        ufunc(*of, out=test)
        into[:] = test

    return work


def _divide_unsigned(of: Sequence[Any], _: Any, into: Any) -> None:
    """What is never below nought is the same number without a sign, and divided in half the time."""
    value, by = of
    by = np.uint64(by) if isinstance(by, int) else by.view(np.uint64)
    np.floor_divide(value.view(np.uint64), by, out=into.view(np.uint64))


def _pick(of: Sequence[Any], _: Any, into: Any) -> None:
    """`no`, and the difference to `yes` where the test is 1: a fifth of the time of asking each. It may wrap, and back."""
    which, yes, no = of
    np.subtract(yes, no, out=into)
    np.multiply(into, which, out=into)
    np.add(into, no, out=into)


_WORK: dict[str, Work] = {
    "+": _by_ufunc(np.add),
    "-": _by_ufunc(np.subtract),
    "*": _by_ufunc(np.multiply),
    "//": _by_ufunc(np.floor_divide),
    "unsigned //": _divide_unsigned,
    "min": _by_ufunc(np.minimum),
    "max": _by_ufunc(np.maximum),
    ">": _yes_or_no(np.greater),
    "<": _yes_or_no(np.less),
    "pick": _pick,
}


@dataclass(frozen=True, slots=True)
class _Column:
    number: int


@dataclass(frozen=True, slots=True)
class _Buffer:
    number: int


Place = _Column | _Buffer | int
"""Where a value is found: in a column of the people, in a buffer, or in the number itself."""


@dataclass(frozen=True, slots=True)
class Program:
    """Sums in order, each with where its parts lie and the buffer it goes into, and where each answer is found.

    `check` is more than nothing for a person whose numbers have to be looked at in words.
    """

    sums: tuple[tuple[str, tuple[Place, ...], _Buffer], ...]
    answers: Mapping[str, Place]
    check: Place
    buffers: int

    def run(
        self, columns: Sequence[Ints], outs: Mapping[str, Ints], *, start: int, stop: int, say: Callable[[int], None]
    ) -> list[int]:
        """Write each answer for the people from `start` up to `stop`; `say` is told how many more are done.

        Returns the places of the people to look at.
        """
        unsure: list[int] = []
        buffers = [np.empty(BLOCK, dtype=np.int64) for _ in range(self.buffers)]
        test = np.empty(BLOCK, dtype=np.bool_)
        for first in range(start, stop, BLOCK):
            last = min(first + BLOCK, stop)
            found: dict[Place, Any] = {_Column(number): one[first:last] for number, one in enumerate(columns)}
            found |= {_Buffer(number): one[: last - first] for number, one in enumerate(buffers)}
            for what, of, into in self.sums:
                _WORK[what]([found.get(one, one) for one in of], test[: last - first], found[into])
            for name, place in self.answers.items():
                outs[name][first:last] = found.get(place, place)
            check = found.get(self.check, self.check)
            if np.any(check):
                unsure += (first + np.broadcast_to(check, last - first).nonzero()[0]).tolist()
            say(last - first)
        return unsure


def program(tape: Tape, answers: Mapping[str, Any]) -> Program:
    """What to do for these answers, in as few buffers as will do. An answer may be a name or a number."""
    check = sum(tape.checks)
    needed = tape.needed([*answers.values(), check])
    last_use = {one.number: number for number in needed for one in tape.names_in(number)}
    kept = {one.number for one in (*answers.values(), check) if isinstance(one, Name)}
    places: dict[int, Place] = {}
    free: list[_Buffer] = []
    sums = []
    made = 0
    for number in needed:
        what, of = tape.sums[number]
        if what == "input":
            places[number] = _Column(of[0])
            continue
        if not free:
            free.append(_Buffer(made))
            made += 1
        into = free.pop()
        if what == "//" and all(least(one) >= 0 for one in of) and isinstance(of[0], Name):
            what = "unsigned //"
        sums.append((what, tuple(places[one.number] if isinstance(one, Name) else int(one) for one in of), into))
        places[number] = into
        done = {one.number for one in tape.names_in(number) if last_use[one.number] == number} - kept
        free += [place for one in done if isinstance(place := places[one], _Buffer)]

    def place_of(one: Any) -> Place:
        return places[one.number] if isinstance(one, Name) else int(one)

    return Program(tuple(sums), {name: place_of(one) for name, one in answers.items()}, place_of(check), made)
