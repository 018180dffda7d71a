"""A noted working as one loop over people, written as Python and compiled by numba where numba is installed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ownway.rules.arithmetic import least, most
from ownway.rules.names import Name, Tape

Loop = Callable[..., int]
Number = Callable[[Any], Any]
_SMALL = "// of what is never below nought and fits 32 bits"
_SUMS = {
    "+": "{} + {}",
    "-": "{} - {}",
    "*": "{} * {}",
    "//": "{} // {}",
    _SMALL: "whole(small({}) // small({}))",
    "min": "min({}, {})",
    "max": "max({}, {})",
    "pick": "({1} if {0} else {2})",
    ">": "(1 if {} > {} else 0)",
    "<": "(1 if {} < {} else 0)",
}


def source(tape: Tape, answers: Mapping[str, Any]) -> str:
    """A Python function `loop(columns…, answers…)` that writes each answer for everybody in the columns.

    Only what an answer needs is in it. It returns how many people's numbers have to be looked at in words. A division
    that fits 32 bits without a sign says so, for a processor does many of those at once.
    """
    check = sum(tape.checks)
    columns = [f"column{place}" for place in range(len(tape.inputs))]
    outs = [f"answer{place}" for place in range(len(answers))]
    needed = tape.needed([*answers.values(), check])
    lines = [
        f"def loop({', '.join([*columns, *outs])}):",
        "    unsure = 0",
        "    for i in range(len(answer0)):",
        *(f"        {line}" for line in sums(tape, needed, column="column{}[i]", divided=_divided)),
        *(f"        {out}[i] = {said(value)}" for out, value in zip(outs, answers.values(), strict=True)),
        f"        unsure += {said(check)}",
        "    return unsure",
    ]
    return "\n".join(lines) + "\n"


def plain(tape: Tape, answers: Mapping[str, Any], *, small: Number = int, whole: Number = int) -> Loop:
    """The loop as plain Python: slow, and right on any machine. `small` and `whole` make numbers of 32 and 63 bits."""
    found: dict[str, Any] = {"small": small, "whole": whole}
    exec(compile(source(tape, answers), "<a rule as a loop>", "exec"), found)  # noqa: S102 - our own text, no input in it
    loop: Loop = found["loop"]
    return loop


def compiled(tape: Tape, answers: Mapping[str, Any]) -> Loop:
    """The loop in machine code; it lets go of Python's lock, so that threads share the people out.

    Raises ImportError, saying what to install, where numba is not installed.
    """
    try:
        from numba import int64, njit, uint32
    except ImportError as missing:
        raise ImportError(
            "Compiling the rulebook needs numba, which is an extra: install requirements/analyst.txt."
        ) from missing
    loop: Loop = njit(nogil=True, error_model="numpy")(plain(tape, answers, small=uint32, whole=int64))
    return loop


def _as_it_is(of: tuple[Any, ...]) -> str:
    return "//"


def _divided(of: tuple[Any, ...]) -> str:
    return _SMALL if all(least(one) >= 0 and most(one) < 2**32 for one in of) else "//"


def sums(
    tape: Tape, needed: Iterable[int], *, column: str, divided: Callable[[tuple[Any, ...]], str] = _as_it_is
) -> Iterator[str]:
    """Each sum as a line of Python. `column` says how the number of a column is had, by the column's place.

    `divided` says of the parts of a division which kind it is.
    """
    for number in needed:
        what, of = tape.sums[number]
        if what == "input":
            yield f"v{number} = {column.format(of[0])}"
        else:
            kind = divided(of) if what == "//" else what
            yield f"v{number} = {_SUMS[kind].format(*map(said, of))}"


def said(value: Any) -> str:
    """A name, or a number, as Python says it."""
    return f"v{value.number}" if isinstance(value, Name) else str(int(value))
