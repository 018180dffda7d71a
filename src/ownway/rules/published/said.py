"""Says the values of Steps as published examples print them: pounds, hours, true and false."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from ownway.rules.steps import Step

TWO_PLACES = Decimal("0.01")


def pounds(step: Step) -> Decimal:
    """Pence as pounds."""
    return Decimal(step.value) / step.over / 100


def hours(step: Step) -> Decimal:
    """Minutes as hours; a sum not yet rounded keeps its fraction."""
    return Decimal(step.value) / (step.over * 60)


def hundredths(step: Step) -> Decimal:
    """Hundredths of a day or a week as days or weeks."""
    return Decimal(step.value) / 100


def yes(step: Step) -> bool:
    """Whether the answer is yes."""
    return bool(step.value)


def to_two_places(number: Decimal) -> Decimal:
    """A number to two decimals, half going up."""
    return number.quantize(TWO_PLACES, rounding=ROUND_HALF_UP)
