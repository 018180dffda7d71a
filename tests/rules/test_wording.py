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
        (6, units.MONTHS, "6 months"),
        (1, units.MONTHS, "1 month"),
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


HOURS = words.given("Hours", 210, units.MINUTES_WEEKLY, source="the plan")
RATE = words.given("Pay", 1_271, units.PENCE_HOURLY, source="the plan")
PAY = words.for_each("Carys’s pay", HOURS, RATE, rounding=words.NEAREST_PENNY)  # 3.5 × £12.71 = £44.485


def rows(step: words.Step) -> list[tuple[int, str, str]]:
    return [(line.depth, line.label, line.how) for line in lines(step)]


def test_a_sum_and_its_rounding_are_one_row_with_the_parts_one_deeper() -> None:
    assert [(line.depth, line.label, line.amount, line.how) for line in lines(PAY)] == [
        (
            *(0, "Carys’s pay", "£44.49 a week"),
            "3 hours 30 minutes a week × £12.71 an hour = £44.485 a week, rounded to the nearest penny, half a penny going up",
        ),
        (1, "Hours", "3 hours 30 minutes a week", "the plan"),
        (1, "Pay", "£12.71 an hour", "the plan"),
    ]


def test_nothing_is_said_of_a_rounding_that_changed_nothing() -> None:
    hour = words.given("Hours", 60, units.MINUTES_WEEKLY, source="the plan")
    assert (
        how_in_words(words.for_each("Pay", hour, RATE, rounding=words.NEAREST_PENNY))
        == "1 hour a week × £12.71 an hour"
    )


def test_what_was_worked_out_above_is_not_worked_out_again() -> None:
    again = words.for_each("Carys’s pay", HOURS, RATE, rounding=words.NEAREST_PENNY)
    twice = rows(words.add_up("Both", PAY, again))
    assert [row[0] for row in twice] == [0, 1, 2, 2, 1]
    assert twice[-1] == (1, "Carys’s pay", "worked out above")


def test_numbers_that_the_sum_already_says_have_no_row() -> None:
    weeks = words.given("Weeks", 52, units.COUNT)
    once = words.given("Once", 1, units.COUNT)
    yearly = words.convert("In a year", PAY, times=weeks, over=once, unit=units.PENCE_YEARLY, rounding="")
    assert [row[1] for row in rows(yearly)] == ["In a year", "Carys’s pay", "Hours", "Pay"]
    assert how_in_words(yearly) == "£44.49 a week × 52"


def test_only_what_was_chosen_is_shown() -> None:
    other = words.given("Somebody else’s pay", 100, units.PENCE_WEEKLY, source="the plan")
    test = words.is_more_than("Is it more?", PAY, other)
    shown = [row[1] for row in rows(words.choose("Pay", test, yes=other, no=PAY))]
    assert shown.count("Somebody else’s pay") == 2  # in the question, and as the answer
    assert shown.count("Carys’s pay") == 1  # in the question


def test_a_choice_names_the_question_and_what_was_chosen() -> None:
    savings, limit = words.given("Savings", 100, units.PENCE), words.given("The limit", 50, units.PENCE)
    test = words.is_more_than("Savings are above the limit", savings, limit)
    assert how_in_words(test) == "is £1.00 more than £0.50?"
    chosen = words.choose("What counts", test, yes=savings, no=limit)
    assert how_in_words(chosen) == "Savings are above the limit: yes, so “Savings”"
