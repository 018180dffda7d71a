"""Sums that fit 31 bits, sums that do not, and both in one program: numpy, the loop and machine code give Python's own."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.rules import blocks, loops
from ownway.rules.arithmetic import is_more, larger, least, most, pick, smaller
from ownway.rules.names import Tape, TooLargeError

SMALL, NEARLY_32_BITS, WIDE = st.integers(-9, 60), st.integers(2**31 - 3, 2**31 + 3), st.integers(-(2**40), 2**40)
COLUMN = st.one_of(
    *(st.lists(numbers, min_size=5, max_size=5) for numbers in (SMALL, NEARLY_32_BITS, WIDE)),
    st.lists(st.one_of(SMALL, WIDE), min_size=5, max_size=5),
)
SUM = st.tuples(st.sampled_from(["+", "-", "*", "//", "min", "max", "pick"]), *(st.integers(0, 50) for _ in range(3)))


def done(what, a, b, c):
    if what == "//":
        return a // larger(b, 1)
    if what == "min":
        return smaller(a, b)
    if what == "max":
        return larger(a, b)
    if what == "pick":
        return pick(is_more(a, b), a, c)
    return {"+": a + b, "-": a - b, "*": a * b}[what]


def worked(sums, columns):
    """All that comes of doing the sums one after another, each with any of what was there before; the last is the answer."""
    values = [*columns, 12, 5_200]
    for what, *places in sums:
        try:
            values.append(done(what, *(values[place % len(values)] for place in places)))
        except TooLargeError:
            continue
    return values


def of_everybody(sums, columns):
    """The same worked out for each person in Python's own whole numbers, leaving out just the sums that were too large."""
    tape = Tape()
    names = worked(sums, [tape.input(least=min(one), most=max(one)) for one in columns])
    return tape, names


@given(st.lists(COLUMN, min_size=2, max_size=4), st.lists(SUM, min_size=1, max_size=12))
def test_every_reading_gives_pythons_own_numbers(columns, sums):
    tape, names = of_everybody(sums, columns)
    asked = {str(place): value for place, value in enumerate(names)}
    arrays = [np.array(one, dtype=np.int64) for one in columns]
    outs = {name: np.empty(5, dtype=np.int64) for name in asked}
    blocks.program(tape, asked).run(arrays, outs, start=0, stop=5, say=lambda _: None)
    looped = {name: [0] * 5 for name in asked}
    loops.plain(tape, asked)(*columns, *looped.values())
    for name in asked:
        assert outs[name].tolist() == looped[name]
    for person in range(5):
        alone = [answer[person] for answer in looped.values()]
        assert alone == _alone(tape, asked, [one[person] for one in columns])
        assert all(least(value) <= found <= most(value) for value, found in zip(asked.values(), alone, strict=True))


def _alone(tape, asked, numbers):
    """Each noted sum done once more by Python, in no reading's way."""
    values = {}
    for number, (what, of) in enumerate(tape.sums):
        parts = [values[one.number] if hasattr(one, "number") else one for one in of]
        values[number] = numbers[of[0]] if what == "input" else _python(what, parts)
    return [values[value.number] if hasattr(value, "number") else value for value in asked.values()]


def _python(what, parts):
    a, b, *more = parts
    sums = {"+": a + b, "-": a - b, "*": a * b, "min": min(a, b), "max": max(a, b), ">": int(a > b), "<": int(a < b)}
    if what == "//":
        return a // b
    return (b if a else more[0]) if what == "pick" else sums[what]


@pytest.mark.parametrize("times", [1, 2**20, 2**31 - 1, 2**31, 2**40])
def test_machine_code_divides_wide_and_narrow_numbers_alike(times):
    tape = Tape()
    amount, by = np.array([7, 59, 60, 61, 10_079]), np.array([1, 2, 3, 7, 60])
    a, b = tape.input(least=7, most=10_079), tape.input(least=1, most=60)
    asked = {"exact": (a * times) // b, "below nought": (0 - a * times) // b}
    outs = {name: np.empty(5, dtype=np.int64) for name in asked}
    assert loops.compiled(tape, asked)(amount, by, *outs.values()) == 0
    pairs = list(zip(amount.tolist(), by.tolist(), strict=True))
    assert outs["exact"].tolist() == [one * times // other for one, other in pairs]
    assert outs["below nought"].tolist() == [-one * times // other for one, other in pairs]
