"""Three ways that something may turn out: nobody knows the future, so no forecast here is one line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ownway.rules.refusals import InputProblem
from ownway.rules.steps import BASIS_POINTS, Step
from ownway.rules.vocabulary import given
from ownway.rules.wording import in_words

LOW, MIDDLE, HIGH = "low", "middle", "high"
WAYS = (LOW, MIDDLE, HIGH)
_ALL_OF_IT = 10_000


@dataclass(frozen=True, slots=True)
class Range:
    """A rate that nobody is sure of, in basis points: as low, about, or as high as may be expected."""

    low_basis_points: int
    middle_basis_points: int
    high_basis_points: int

    def of(self, way: str) -> int:
        """The rate in basis points, the way that it may turn out (LOW, MIDDLE or HIGH)."""
        return {LOW: self.low_basis_points, MIDDLE: self.middle_basis_points, HIGH: self.high_basis_points}[way]

    def step(self, label: str, way: str) -> Step:
        """The rate as a given Step that says which of the three it is."""
        return given(label, self.of(way), BASIS_POINTS, source=f"assumed, {way}")


AS_GIVEN = Range(_ALL_OF_IT, _ALL_OF_IT, _ALL_OF_IT)
"""All of it, whichever way: no doubt is put in."""
NO_CHANGE = Range(0, 0, 0)


def range_problems(rates: Range, field: str, *, least: int, most: int) -> Iterator[InputProblem]:
    """What is wrong with a range: each rate from `least` to `most` basis points, and low, middle, high in that order."""
    for way in WAYS:
        if not least <= rates.of(way) <= most:
            at = f"{field}.{way}_basis_points"
            yield InputProblem(at, f"Enter a rate from {_said(least)} to {_said(most)}, in hundredths of 1%.")
    for less, more in ((LOW, MIDDLE), (MIDDLE, HIGH)):
        if rates.of(less) > rates.of(more):
            at = f"{field}.{less}_basis_points"
            yield InputProblem(at, f"The {less} rate cannot be more than the {more} one.")


def _said(rate: int) -> str:
    return in_words(rate, BASIS_POINTS)
