"""Rounding is a Step of its own, by a named rule, and nothing is lost before it."""

import pytest

from ownway.rules import vocabulary as words
from ownway.rules.steps import BASIS_POINTS, COUNT, MINUTES, PENCE, PENCE_MONTHLY, PENCE_WEEKLY


def half_of(pence: int, rounding: str) -> int:
    amount = words.given("Amount", pence, PENCE)
    return words.part_of("Half", amount, words.given("Half", 5_000, BASIS_POINTS), rounding=rounding).value


@pytest.mark.parametrize(
    ("rounding", "pence", "expected"),
    [
        (words.NEAREST_PENNY, 101, 51),  # 50.5 goes up
        (words.NEAREST_PENNY, 100, 50),
        (words.NEAREST_PENNY, -101, -50),  # −50.5 goes up, to −50
        (words.PENNY_DOWN, 101, 50),
        (words.PENNY_UP, 101, 51),
        (words.PENNY_UP, 100, 50),
        (words.NEAREST_5P, 105, 55),  # 52.5 is half way from 50 to 55: up
        (words.NEAREST_5P, 104, 50),
    ],
)
def test_half_a_penny_goes_as_the_name_says(rounding: str, pence: int, expected: int) -> None:
    assert half_of(pence, rounding) == expected


@pytest.mark.parametrize(("minutes", "whole_hours"), [(29, 0), (30, 60), (89, 60), (90, 120)])
def test_thirty_minutes_or_more_make_an_hour(minutes: int, whole_hours: int) -> None:
    worked = words.given("Worked", minutes, MINUTES)
    assert words.rounded("Whole hours", worked, rounding=words.NEAREST_HOUR).value == whole_hours


def test_the_sum_before_rounding_stays_exact() -> None:
    monthly = words.given("Rent", 52_001, PENCE_MONTHLY)
    year, weeks = words.given("Months", 12, COUNT), words.given("Weeks", 52, COUNT)
    weekly = words.convert("Rent", monthly, times=year, over=weeks, unit=PENCE_WEEKLY, rounding=words.NEAREST_PENNY)
    (exact,) = weekly.parts
    assert (exact.value, exact.over) == (624_012, 52)  # 12,000.2307… pence
    assert weekly.value == 12_000


def test_sums_of_different_fractions_are_added_exactly() -> None:
    whole = words.given("Whole", 100, PENCE)
    third = words.shared("A third", whole, words.given("Ways", 3, COUNT), rounding="")
    sixth = words.shared("A sixth", whole, words.given("Ways", 6, COUNT), rounding="")
    assert words.rounded("Half", words.add_up("Half", third, sixth), rounding=words.PENNY_UP).value == 50


def test_an_exact_sum_is_not_compared_before_it_is_rounded() -> None:
    whole = words.given("Whole", 100, PENCE)
    third = words.shared("A third", whole, words.given("Ways", 3, COUNT), rounding="")
    with pytest.raises(ValueError, match="Round “A third”"):
        words.smaller_of("The smaller", third, whole)


def test_sharing_between_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="more than nothing"):
        words.shared("A share", words.given("Whole", 100, PENCE), words.given("Ways", 0, COUNT), rounding="")


def test_different_units_are_not_added() -> None:
    with pytest.raises(ValueError, match="side by side"):
        words.add_up("Together", words.given("Pay", 1, PENCE), words.given("Pay", 1, PENCE_WEEKLY))
