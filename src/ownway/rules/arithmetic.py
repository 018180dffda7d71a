"""The few sums that differ when a value is not one whole number but a column of them, or a name that notes its sums.

Everything else in the rulebook uses only `+`, `-`, `*` and `//`, which all three know. Values are whole numbers; nothing
here makes a float. To the type checker every value is an `int`: only columns.py and names.py know better.
"""

from __future__ import annotations

Value = int


def smaller(a: Value, b: Value) -> Value:
    """The smaller of two values."""
    if type(a) is not int:
        return a.smaller(b)  # type: ignore[attr-defined,no-any-return]
    if type(b) is not int:
        return b.smaller(a)  # type: ignore[attr-defined,no-any-return]
    return a if a < b else b  # noqa: FURB136 - a third of the time of min()


def larger(a: Value, b: Value) -> Value:
    """The larger of two values."""
    if type(a) is not int:
        return a.larger(b)  # type: ignore[attr-defined,no-any-return]
    if type(b) is not int:
        return b.larger(a)  # type: ignore[attr-defined,no-any-return]
    return a if a > b else b  # noqa: FURB136 - a third of the time of max()


def pick(test: Value, yes: Value, no: Value) -> Value:
    """`yes` where the test is 1, `no` where it is 0."""
    if type(test) is int:
        return yes if test else no
    return test.pick(yes, no)  # type: ignore[attr-defined,no-any-return]


def is_more(a: Value, b: Value) -> Value:
    """1 where a is more than b, else 0."""
    if type(a) is int:
        return (1 if a > b else 0) if type(b) is int else b.is_less(a)  # type: ignore[attr-defined]
    return a.is_more(b)  # type: ignore[attr-defined,no-any-return]


def is_no_less(a: Value, b: Value) -> Value:
    """1 where a is b or more, else 0."""
    return is_more(a, b - 1)


def divide_down(value: Value, by: Value) -> Value:
    """Whole times that `by` goes into the value, rounded down (towards the lower number, below nought too)."""
    return value // by


def divide_up(value: Value, by: Value) -> Value:
    """Whole times that `by` (more than nought) goes into the value, a part counting as a whole."""
    return (value + by - 1) // by


def divide_half_up(value: Value, by: Value) -> Value:
    """The value over `by` (more than nought) to the nearest whole number, a half going up."""
    return (value + by // 2) // by


def least(value: Value) -> int:
    """The value, or the least that it can be for anybody."""
    return value if type(value) is int else value.least()  # type: ignore[attr-defined]


def most(value: Value) -> int:
    """The value, or the most that it can be for anybody."""
    return value if type(value) is int else value.most()  # type: ignore[attr-defined]


def any_less(a: Value, b: Value) -> bool:
    """Whether a is less than b, for anybody. Of names not known apart yet, it is noted to be looked at with the rest."""
    if type(a) is int is type(b):
        return a < b
    return a.ever_less(b) if type(a) is not int else b.ever_more(a)  # type: ignore[attr-defined,no-any-return]


def any_outside(value: Value, low: Value, high: Value) -> bool:
    """Whether the value is below `low` or above `high`, for anybody."""
    return any_less(value, low) or any_less(high, value)


def is_anybodys(value: Value) -> bool:
    """Whether the value is other than nought for anybody: what comes to nothing for all needs no line in a working."""
    return bool(value) if isinstance(value, int) else least(value) != 0 or most(value) != 0
