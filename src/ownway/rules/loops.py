"""A noted working as one loop over people, written as Python and compiled by numba where numba is installed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ownway.rules.names import Name, Tape

Loop = Callable[..., int]
_SUMS = {
    "+": "{} + {}",
    "-": "{} - {}",
    "*": "{} * {}",
    "//": "{} // {}",
    "min": "min({}, {})",
    "max": "max({}, {})",
    "pick": "({1} if {0} else {2})",
    ">": "(1 if {} > {} else 0)",
    "<": "(1 if {} < {} else 0)",
}


def source(tape: Tape, answers: Mapping[str, Any]) -> str:
    """A Python function `loop(start, stop, columns…, answers…)` that writes each answer for the people in between.

    Only what an answer needs is in it. It returns how many people's numbers have to be looked at in words.
    """
    check = sum(tape.checks)
    columns = [f"column{place}" for place in range(len(tape.inputs))]
    outs = [f"answer{place}" for place in range(len(answers))]
    lines = [
        f"def loop(start, stop, {', '.join([*columns, *outs])}):",
        "    unsure = 0",
        "    for i in range(start, stop):",
        *(f"        {line}" for line in sums(tape, tape.needed([*answers.values(), check]), column="column{}[i]")),
        *(f"        {out}[i] = {said(value)}" for out, value in zip(outs, answers.values(), strict=True)),
        f"        unsure += {said(check)}",
        "    return unsure",
    ]
    return "\n".join(lines) + "\n"


def plain(tape: Tape, answers: Mapping[str, Any]) -> Loop:
    """The loop as plain Python: slow, and right on any machine."""
    found: dict[str, Any] = {}
    exec(compile(source(tape, answers), "<a rule as a loop>", "exec"), found)  # noqa: S102 - our own text, no input in it
    loop: Loop = found["loop"]
    return loop


def compiled(tape: Tape, answers: Mapping[str, Any]) -> Loop:
    """The loop in machine code; it lets go of Python's lock, so that threads share the people out.

    Raises ImportError, saying what to install, where numba is not installed.
    """
    try:
        from numba import njit
    except ImportError as missing:
        raise ImportError(
            "Compiling the rulebook needs numba, which is an extra: install requirements/analyst.txt."
        ) from missing
    loop: Loop = njit(nogil=True, error_model="numpy")(plain(tape, answers))
    return loop


def sums(tape: Tape, needed: Iterable[int], *, column: str) -> Iterator[str]:
    """Each sum as a line of Python. `column` says how the number of a column is had, by the column's place."""
    for number in needed:
        what, of = tape.sums[number]
        if what == "input":
            yield f"v{number} = {column.format(of[0])}"
        else:
            yield f"v{number} = {_SUMS[what].format(*map(said, of))}"


def said(value: Any) -> str:
    """A name, or a number, as Python says it."""
    return f"v{value.number}" if isinstance(value, Name) else str(int(value))
