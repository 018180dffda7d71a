"""The few sums that would differ if a value were a whole council's worth of values instead of one.

Everything else in the rulebook uses only `+`, `-` and `*`. Values are whole numbers; nothing here makes a float.
"""

from __future__ import annotations

Value = int


def smaller(a: Value, b: Value) -> Value:
    """The smaller of two values."""
    return min(a, b)


def larger(a: Value, b: Value) -> Value:
    """The larger of two values."""
    return max(a, b)


def pick(test: Value, yes: Value, no: Value) -> Value:
    """`yes` where the test is 1, `no` where it is 0."""
    return yes if test else no


def is_more(a: Value, b: Value) -> Value:
    """1 where a is more than b, else 0."""
    return int(a > b)


def is_no_less(a: Value, b: Value) -> Value:
    """1 where a is b or more, else 0."""
    return int(a >= b)


def divide_down(value: Value, by: Value) -> Value:
    """Whole times that `by` goes into the value, rounded down (towards the lower number, below nought too)."""
    return value // by


def divide_up(value: Value, by: Value) -> Value:
    """Whole times that `by` goes into the value, a part counting as a whole."""
    return -(-value // by)


def divide_half_up(value: Value, by: Value) -> Value:
    """The value over `by` to the nearest whole number, a half going up."""
    return (2 * value + by) // (2 * by)
