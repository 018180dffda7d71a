"""National Insurance goes by the pay period and the letter, and the allowance comes off once."""

from datetime import date

import pytest
from tests.rules.figures import national

from ownway.rules import national_insurance
from ownway.rules.employing import Assistant
from ownway.rules.frequencies import UNIT_EVERY
from ownway.rules.steps import PENCE_WEEKLY, PENCE_YEARLY
from ownway.rules.vocabulary import given


def employer(pence: int, *, every: str = "week", letter: str = "A", day: date = date(2026, 6, 1)) -> int:
    pay = given("Pay", pence, UNIT_EVERY[every])
    return national_insurance.employer(pay=pay, pay_period=every, letter=letter, figures=national(day)).value


@pytest.mark.parametrize(
    ("every", "pay", "due"),
    [
        ("week", 20_000, 1_560),  # (200 − 96) × 15%
        ("2 weeks", 40_000, 3_120),  # (400 − 2 × 96) × 15%
        ("4 weeks", 80_000, 6_240),  # (800 − 4 × 96) × 15%
        ("month", 86_667, 6_745),  # (866.67 − 417) × 15% = 67.4505
        ("week", 9_600, 0),
        ("week", 9_603, 0),  # 3p × 15% = 0.45p
        ("week", 9_604, 1),  # 4p × 15% = 0.6p
    ],
)
def test_the_limit_goes_by_the_pay_period(every: str, pay: int, due: int) -> None:
    assert employer(pay, every=every) == due


def test_a_half_penny_goes_up() -> None:
    assert employer(9_610) == 2  # 10p × 15% = 1.5p


def test_over_state_pension_age_the_employer_still_pays() -> None:
    assert employer(20_000, letter="C") == 1_560


def test_under_21_nothing_is_paid_up_to_the_upper_limit() -> None:
    assert employer(96_700, letter="M") == 0
    assert employer(97_700, letter="M") == 150


def test_it_was_13_8_per_cent_above_175_until_5_april_2025() -> None:
    assert employer(30_000, day=date(2025, 4, 5)) == 1_725  # (300 − 175) × 13.8%
    assert employer(30_000, day=date(2025, 4, 6)) == 3_060  # (300 − 96) × 15%


@pytest.mark.parametrize(
    ("age", "over", "letter"), [(20, False, "M"), (21, False, "A"), (66, False, "A"), (67, True, "C")]
)
def test_the_letter_goes_by_age(age: int, over: bool, letter: str) -> None:
    who = Assistant(key="carys", name="Carys", age_years=age, over_state_pension_age=over)
    assert national_insurance.category(who) == letter


@pytest.mark.parametrize(
    ("every", "yearly"),
    [
        ("week", 52 * 1_560),
        ("2 weeks", 26 * 3_120),
        ("4 weeks", 13 * 6_240),
        ("month", 12 * 6_745),  # £200 × 52 ÷ 12 = £866.67
    ],
)
def test_a_year_has_as_many_pay_periods_as_it_has(every: str, yearly: int) -> None:
    who = Assistant(key="carys", name="Carys", age_years=34, pay_period=every)
    pay = given("Pay", 20_000, PENCE_WEEKLY)
    due = national_insurance.employer_yearly(assistant=who, pay_weekly=pay, figures=national(), year="52")
    assert due.value == yearly


@pytest.mark.parametrize(
    ("due", "only_care", "used"), [(300_000, True, 300_000), (2_000_000, True, 1_050_000), (300_000, False, 0)]
)
def test_the_allowance_is_for_care_and_no_more_than_is_due(due: int, only_care: bool, used: int) -> None:
    step = given("Due", due, PENCE_YEARLY)
    assert national_insurance.allowance_used(due_yearly=step, only_care=only_care, figures=national()).value == used
