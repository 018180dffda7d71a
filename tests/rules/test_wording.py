"""Values and workings read in plain words."""

import pytest

from ownway.rules import steps as units
from ownway.rules import vocabulary as words
from ownway.rules.wording import how_in_words, in_words, lines


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (123_450, units.PENCE, "£1,234.50"),
        (5, units.PENCE, "£0.05"),
        (-1_001, units.PENCE_WEEKLY, "−£10.01 a week"),
        (1_271, units.PENCE_HOURLY, "£12.71 an hour"),
        (210, units.MINUTES_WEEKLY, "3 hours 30 minutes a week"),
        (60, units.MINUTES, "1 hour"),
        (45, units.MINUTES, "45 minutes"),
        (0, units.MINUTES, "0 minutes"),
        (61, units.MINUTES, "1 hour 1 minute"),
        (1_207, units.BASIS_POINTS, "12.07%"),
        (10_000, units.BASIS_POINTS, "100%"),
        (560, units.HUNDREDTHS_OF_A_WEEK, "5.6 weeks"),
        (100, units.HUNDREDTHS_OF_A_DAY, "1 day"),
        (1, units.YES_NO, "Yes"),
        (1_234_567, units.COUNT, "1,234,567"),
        (22, units.YEARS, "22 years"),
    ],
)
def test_a_value_is_said_by_its_unit(value: int, unit: str, said: str) -> None:
    assert in_words(value, unit) == said


def test_a_sum_not_yet_rounded_shows_its_fraction() -> None:
    assert in_words(800_730, units.PENCE_WEEKLY, over=60) == "£133.455 a week"


def test_a_fraction_that_never_ends_is_about() -> None:
    assert in_words(100, units.PENCE, over=3) == "about £0.333333"


def test_minutes_not_yet_rounded_are_said_as_minutes() -> None:
    assert in_words(600 * 1_207, units.MINUTES, over=10_000) == "72.42 minutes"


def test_the_working_says_how_and_the_parts_follow_one_deeper() -> None:
    hours = words.given("Hours", 210, units.MINUTES_WEEKLY, source="the plan")
    rate = words.given("Pay", 1_271, units.PENCE_HOURLY, source="the plan")
    pay = words.for_each("Carys’s pay", hours, rate, rounding=words.NEAREST_PENNY, law="the contract")
    # 3.5 × £12.71 = £44.485
    assert [(line.depth, line.label, line.amount, line.how) for line in lines(pay)] == [
        (0, "Carys’s pay", "£44.49 a week", "£44.485 a week rounded to the nearest penny, half a penny going up"),
        (1, "Carys’s pay, before rounding", "£44.485 a week", "3 hours 30 minutes a week × £12.71 an hour"),
        (2, "Hours", "3 hours 30 minutes a week", "the plan"),
        (2, "Pay", "£12.71 an hour", "the plan"),
    ]


def test_a_choice_names_the_question_and_what_was_chosen() -> None:
    savings, limit = words.given("Savings", 100, units.PENCE), words.given("The limit", 50, units.PENCE)
    test = words.is_more_than("Savings are above the limit", savings, limit)
    assert how_in_words(test) == "is £1.00 more than £0.50?"
    chosen = words.choose("What counts", test, yes=savings, no=limit)
    assert how_in_words(chosen) == "Savings are above the limit: yes, so “Savings”"
