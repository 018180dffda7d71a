"""A name: a value that is not known yet and writes down what is done to it, so that a rule becomes one loop to compile.

Each name knows the least and the most that it can be. So a sum that could pass 63 bits is refused before anybody's
money is worked out, by the columns too: see cohort.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_MOST = 2**63 - 1


class TooLargeError(OverflowError):
    """A sum on the way could be larger than the machine's whole numbers. Nothing was worked out."""


class SteeredByAmountError(TypeError):
    """A rule decides by an amount which sum it does, so it cannot be one loop for many people."""


class Tape:
    """What was done, in order: `sums` holds what and of which, `names` what it came to; the same sum is noted once.

    `checks` are 1 for a person whose numbers cannot be right; they are to be looked at before an answer is believed.
    """

    def __init__(self) -> None:
        self.inputs: list[Name] = []
        self.checks: list[Any] = []
        self.sums: list[tuple[str, tuple[Any, ...]]] = []
        self.names: list[Name] = []
        self._noted: dict[tuple[str, tuple[Any, ...]], Name] = {}

    def input(self, *, least: int, most: int) -> Name:
        """A value to be told later, that lies between the two."""
        name = self._note("input", (len(self.inputs),), least, most)
        self.inputs.append(name)
        return name

    def note(self, what: str, of: tuple[Any, ...], *corners: int) -> Name:
        """The result of a sum whose extremes are among the corners. Raises TooLargeError."""
        return self._note(what, of, min(corners), max(corners))

    def cap_of(self, name: Name, other: Any) -> Any:
        """The cap, when the other is the smaller of this name and a cap; None when it is anything else."""
        what, of = self.sums[other.number] if isinstance(other, Name) else ("", ())
        if what != "min":
            return None
        first, second = of
        if first is name:
            return second
        return first if second is name else None

    def names_in(self, number: int) -> list[Name]:
        """The names that a sum is made of."""
        return [one for one in self.sums[number][1] if isinstance(one, Name)]

    def needed(self, answers: Iterable[Any]) -> list[int]:
        """The numbers of the sums that the answers are made of, in the order in which they are done."""
        found: set[int] = set()
        waiting = [one.number for one in answers if isinstance(one, Name)]
        while waiting:
            number = waiting.pop()
            if number not in found:
                found.add(number)
                waiting += [one.number for one in self.names_in(number)]
        return sorted(found)

    def _note(self, what: str, of: tuple[Any, ...], least: int, most: int) -> Name:
        key = (what, tuple(one.number if isinstance(one, Name) else ("is", one) for one in of))
        if key not in self._noted:
            if least < -_MOST or most > _MOST:
                raise TooLargeError("These numbers are too large to be right: a sum of them does not fit.")
            self._noted[key] = Name(self, len(self.sums), least, most)
            self.names.append(self._noted[key])
            self.sums.append((what, of))
        return self._noted[key]


class Name:
    """A value of a tape. It does the sums of arithmetic.py, and `+`, `-`, `*`, `//`; it is never true or false."""

    __slots__ = ("_least", "_most", "number", "tape")
    is_whole = True

    def __init__(self, tape: Tape, number: int, least: int, most: int) -> None:
        self.tape, self.number, self._least, self._most = tape, number, least, most

    def least(self) -> int:
        """The least that it can be."""
        return self._least

    def most(self) -> int:
        """The most that it can be."""
        return self._most

    def _steers(self, *_: object) -> bool:
        raise SteeredByAmountError("A value that is not known yet cannot decide which sum is done: use choose()")

    __bool__ = __lt__ = __le__ = __gt__ = __ge__ = _steers
    __eq__ = __ne__ = _steers
    __hash__ = None  # type: ignore[assignment]  # nothing is known to be the same as it

    def __add__(self, other: Any) -> Any:
        if other is _NOTHING:
            return self
        low, high = _bounds(other)
        return self.tape.note("+", (self, other), self._least + low, self._most + high)

    def __radd__(self, other: int) -> Any:
        return self + other

    def __sub__(self, other: Any) -> Any:
        if other is _NOTHING:
            return self
        cap = self.tape.cap_of(self, other)
        if cap is not None:
            return (self - cap).larger(0)
        low, high = _bounds(other)
        return self.tape.note("-", (self, other), self._least - high, self._most - low)

    def __rsub__(self, other: int) -> Any:
        return self.tape.note("-", (other, self), other - self._most, other - self._least)

    def __neg__(self) -> Any:
        return 0 - self

    def __mul__(self, other: Any) -> Any:
        if other is _ONE:
            return self
        corners = [a * b for a in (self._least, self._most) for b in _bounds(other)]
        return self.tape.note("*", (self, other), *corners)

    def __rmul__(self, other: int) -> Any:
        return self * other

    def __floordiv__(self, other: Any) -> Any:
        if other is _ONE:
            return self
        low, high = _bounds(other)
        if low <= 0:
            raise ValueError("A sum is divided only by what is more than nothing")
        corners = [a // b for a in (self._least, self._most) for b in (low, high)]
        return self.tape.note("//", (self, other), *corners)

    def __rfloordiv__(self, other: int) -> Any:
        if self._least <= 0:
            raise ValueError("A sum is divided only by what is more than nothing")
        corners = [other // b for b in (self._least, self._most)]
        return self.tape.note("//", (other, self), *corners)

    def smaller(self, other: Any) -> Any:
        """The smaller of two values; known at once when their bounds lie apart."""
        low, high = _bounds(other)
        if self._most <= low or self._least >= high:
            return self if self._most <= low else other
        return self.tape.note("min", (self, other), min(self._least, low), min(self._most, high))

    def larger(self, other: Any) -> Any:
        """The larger of two values; known at once when their bounds lie apart."""
        low, high = _bounds(other)
        if self._least >= high or self._most <= low:
            return self if self._least >= high else other
        return self.tape.note("max", (self, other), max(self._least, low), max(self._most, high))

    def pick(self, yes: Any, no: Any) -> Any:
        """`yes` if this turns out 1, `no` if 0. Raises ValueError when it could be anything else."""
        if self._least < 0 or self._most > 1:
            raise ValueError("Yes or no is 1 or 0")
        return self.tape.note("pick", (self, yes, no), *_bounds(yes), *_bounds(no))

    def ever_less(self, other: Any) -> bool:
        """Whether this is surely less. Where that cannot be known yet, it is noted as a check, and taken to be right."""
        test = self.is_less(other)
        if isinstance(test, Name):
            self.tape.checks.append(test)
            return False
        return bool(test)

    def ever_more(self, other: Any) -> bool:
        """Whether this is surely more; see `ever_less`."""
        test = self.is_more(other)
        if isinstance(test, Name):
            self.tape.checks.append(test)
            return False
        return bool(test)

    def is_more(self, other: Any) -> Any:
        """1 if this turns out more, else 0; known at once when their bounds lie apart."""
        low, high = _bounds(other)
        if self._least > high or self._most <= low:
            return int(self._least > high)
        return self.tape.note(">", (self, other), 0, 1)

    def is_less(self, other: Any) -> Any:
        """1 if this turns out less, else 0; known at once when their bounds lie apart."""
        low, high = _bounds(other)
        if self._most < low or self._least >= high:
            return int(self._most < low)
        return self.tape.note("<", (self, other), 0, 1)


_NOTHING, _ONE = 0, 1  # small whole numbers are kept once by Python, so `is` tells them from names and columns


def _bounds(value: Any) -> tuple[int, int]:
    return (value.least(), value.most()) if isinstance(value, Name) else (value, value)
