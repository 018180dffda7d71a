"""A column: one whole number for each of many people, so that a rule is worked out for all of them at once.

Needs numpy, which one person does not; only a cohort imports this module.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ownway.rules.arithmetic import Value

Ints = NDArray[np.int64]


class Column(np.ndarray[Any, Any]):
    """An int64 array that knows the sums of arithmetic.py. Yes or no is kept as int8, 1 or 0."""

    is_whole = True
    _least: int | None = None
    _most: int | None = None

    def smaller(self, other: Any) -> Column:
        """The smaller of two values, for each."""
        return np.minimum(self, other)  # type: ignore[no-any-return]  # of a Column it is a Column

    def larger(self, other: Any) -> Column:
        """The larger of two values, for each."""
        return np.maximum(self, other)  # type: ignore[no-any-return]

    def pick(self, yes: Any, no: Any) -> Column:
        """`yes` for whom this is 1, `no` for whom it is 0."""
        picked: Column = np.where(self != 0, yes, no).view(Column)
        return picked

    def is_more(self, other: Any) -> Column:
        """1 where this is more, else 0."""
        return (self > other).view(np.int8)  # type: ignore[no-any-return]

    def is_less(self, other: Any) -> Column:
        """1 where this is less, else 0."""
        return (self < other).view(np.int8)  # type: ignore[no-any-return]

    def ever_less(self, other: Any) -> bool:
        """Whether this is less for anybody."""
        return bool((self < other).any())

    def ever_more(self, other: Any) -> bool:
        """Whether this is more for anybody."""
        return bool((self > other).any())

    def least(self) -> int:
        """The least of all; looked for once."""
        if self._least is None:
            self._least = int(self.min()) if self.size else 0
        return self._least

    def most(self) -> int:
        """The most of all; looked for once."""
        if self._most is None:
            self._most = int(self.max()) if self.size else 0
        return self._most


def column(values: Any) -> Column:
    """Whole numbers as a column that nobody can change. Raises TypeError for numbers with a point, and for words."""
    array = np.asarray(values)
    if array.dtype.kind not in "iub" or array.ndim != 1:
        raise TypeError(f"A column holds whole numbers in one line, not {array.dtype} in {array.ndim} directions")
    mine = np.array(array, dtype=np.int64, order="C")
    mine.flags.writeable = False
    return mine.view(Column)


def as_value(values: Any) -> Value:
    """A column where the type checker looks for one person's whole number: in the inputs of a rule."""
    return column(values)  # type: ignore[return-value]  # see arithmetic.py
