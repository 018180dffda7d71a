"""A contract with set hours gives 5.6 weeks; changing hours may earn as worked and be rolled up, since April 2024."""

from datetime import date

import pytest
from tests.rules.figures import national

from ownway.rules import holiday
from ownway.rules.holiday_kinds import HolidayQuestion, which_holiday
from ownway.rules.refusals import BadInput
from ownway.rules.steps import PENCE
from ownway.rules.vocabulary import given

BEFORE, AFTER = date(2024, 3, 31), date(2024, 4, 1)


@pytest.mark.parametrize(
    ("hours_kind", "leave_year", "builds_up", "may_roll_up"),
    [
        ("fixed", AFTER, "5.6 weeks", False),
        ("irregular", AFTER, "earned as worked", True),
        ("part-year", AFTER, "earned as worked", True),
        ("irregular", BEFORE, "5.6 weeks", False),
        ("part-year", BEFORE, "5.6 weeks", False),
    ],
)
def test_it_goes_by_the_contract_and_the_leave_year(
    hours_kind: str, leave_year: date, builds_up: str, may_roll_up: bool
) -> None:
    found = which_holiday(HolidayQuestion(hours_kind, leave_year))
    assert (found.builds_up, found.may_roll_up) == (builds_up, may_roll_up)


def test_it_says_why_set_hours_cannot_be_rolled_up() -> None:
    found = which_holiday(HolidayQuestion("fixed", AFTER))
    assert "even if they say yes" in found.sentence
    assert "1 April 2024 or later" in which_holiday(HolidayQuestion("irregular", BEFORE)).sentence
    assert "a line of its own" in which_holiday(HolidayQuestion("irregular", AFTER)).sentence


def test_hours_of_no_known_kind_are_asked_for_again() -> None:
    with pytest.raises(BadInput, match="Choose one of: fixed, irregular, part-year"):
        which_holiday(HolidayQuestion("zero", AFTER))


def test_12_07_per_cent_is_refused_in_an_older_leave_year() -> None:
    pay = given("Pay", 100, PENCE)
    with pytest.raises(holiday.HolidayNotLawful, match="start on 1 April 2024 or later"):
        holiday.rolled_up_pay(pay=pay, hours_kind="irregular", leave_year_starts_on=BEFORE, figures=national())
    with pytest.raises(holiday.HolidayNotLawful, match="start on 1 April 2024 or later"):
        holiday.accrued(minutes_worked=60, hours_kind="part-year", leave_year_starts_on=BEFORE, figures=national())
    kept = holiday.rolled_up_pay(pay=pay, hours_kind="irregular", leave_year_starts_on=AFTER, figures=national())
    assert kept.value == 12
