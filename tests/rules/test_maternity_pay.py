"""Maternity pay is 90% for 6 weeks and then the lower of the flat rate and 90%, and most or more of it comes back."""

from datetime import date

import pytest
from tests.rules.figures import national

from ownway.rules import maternity_pay
from ownway.rules.parameters import FigureNotKnown
from ownway.rules.steps import PENCE, PENCE_WEEKLY, PENCE_YEARLY
from ownway.rules.vocabulary import given


def cost(average: int, *, worked: int = 40, day: date = date(2026, 6, 1)) -> maternity_pay.MaternityPay:
    step = given("Average weekly pay", average, PENCE_WEEKLY)
    return maternity_pay.cost(average=step, worked_weeks=worked, figures=national(day))


def test_the_flat_rate_is_for_those_who_earn_more() -> None:
    # £400 × 90% = £360 for 6 weeks; £194.32 for 33: £2,160 + £6,412.56
    assert cost(40_000).total.value == 857_256


def test_who_earns_less_has_90_per_cent_all_the_way() -> None:
    # £150 × 90% = £135 × 39
    assert cost(15_000).total.value == 526_500


def test_a_part_of_a_penny_goes_up() -> None:
    assert cost(15_001).first_weekly.value == 13_501  # £135.009


@pytest.mark.parametrize(
    ("average", "worked", "entitled"), [(12_900, 26, 1), (12_899, 26, 0), (12_900, 25, 0), (40_000, 0, 0)]
)
def test_she_must_have_worked_long_enough_and_earned_enough(average: int, worked: int, entitled: int) -> None:
    found = cost(average, worked=worked)
    assert found.entitled.value == entitled
    assert (found.total.value > 0) is bool(entitled)


def test_the_flat_rate_changes_on_its_own_day() -> None:
    assert cost(40_000, day=date(2026, 4, 4)).more_weekly.value == 18_718
    assert cost(40_000, day=date(2026, 4, 5)).more_weekly.value == 19_432


def test_a_year_nobody_knows_yet_is_refused() -> None:
    with pytest.raises(FigureNotKnown, match="4 April 2027"):
        cost(40_000, day=date(2027, 4, 4))


@pytest.mark.parametrize(
    ("day", "last_year", "back"),
    [
        (date(2025, 4, 5), 4_500_000, 103_000),
        (date(2025, 4, 6), 4_500_000, 108_500),
        (date(2026, 4, 6), 4_500_000, 109_000),  # not 108.5%: it rose again
        (date(2026, 4, 6), 4_500_001, 92_000),
    ],
)
def test_a_small_employer_gets_back_more_than_it_paid(day: date, last_year: int, back: int) -> None:
    paid, before = given("Paid", 100_000, PENCE), given("Last year", last_year, PENCE_YEARLY)
    found, left = maternity_pay.recovered(paid=paid, insurance_last_year=before, figures=national(day))
    assert (found.value, left.value) == (back, 100_000 - back)
