"""What is paid for needs at night can be left out, where the council says so and arranges no care at night."""

import pytest

from ownway.rules.finances import Finances, Household, Income, LocalPolicy
from ownway.rules.incomes import counted_income, night_care_disregard
from ownway.rules.steps import PENCE_WEEKLY
from ownway.rules.vocabulary import given

# Amina's PIP for daily living: £114.60 a week, of which £76.70 would be paid without needs at night.
PIP = Income("PIP", "pip_daily_living", 11_460, without_nights_pence=7_670)
LAW_ALONE = LocalPolicy()
LEAVES_OUT = LocalPolicy(leaves_out_nights=True)


def counted(income: Income, policy: LocalPolicy = LEAVES_OUT, *, arranged: bool = False) -> int:
    return counted_income(Finances(Household(), income=(income,), night_care_arranged=arranged), policy).value


def test_the_part_for_nights_is_left_out() -> None:
    assert counted(PIP) == 7_670  # £114.60 − £37.90


def test_where_night_care_is_arranged_all_of_it_counts() -> None:
    assert counted(PIP, arranged=True) == 11_460


def test_where_the_policy_leaves_nothing_out_all_of_it_counts() -> None:
    assert counted(PIP, LocalPolicy()) == 11_460


def test_where_nobody_said_the_lower_rate_all_of_it_counts() -> None:
    assert counted(Income("PIP", "pip_daily_living", 11_460)) == 11_460


def test_it_is_left_out_beside_another_part() -> None:
    both = Income("PIP", "pip_daily_living", 11_460, "week", 1_000, "a promise", without_nights_pence=7_670)
    assert counted(both) == 11_460 - 1_000 - 3_790


@pytest.mark.parametrize(("every", "pence"), [("4 weeks", 7_670), ("2 weeks", 15_340)])
def test_both_rates_come_as_often_as_the_income(every: str, pence: int) -> None:
    """£458.40 and £306.80: the lower is £76.70 a week every 4 weeks, £153.40 every 2."""
    assert counted(Income("PIP", "pip_daily_living", 45_840, every, without_nights_pence=30_680)) == pence


def test_income_of_two_together_counts_by_half_rounded_down() -> None:
    rent = Income("Rent of the flat", "other", 10_001, owners=2)
    assert counted(rent) == 5_000


def test_the_part_that_does_not_count_is_shared_as_well() -> None:
    rent = Income("Rent of the flat", "other", 52_000, "month", 13_000, "repairs", owners=2)
    assert counted(rent) == 4_500  # (£260 − £65) a month × 12 ÷ 52


def test_shared_income_that_does_not_count_comes_to_nothing() -> None:
    assert counted(Income("The shop", "earnings", 10_001, owners=3)) == 0


def test_nothing_is_said_of_sharing_what_is_theirs_alone() -> None:
    worked = counted_income(Finances(Household(), income=(Income("Rent", "other", 10_000),)), LAW_ALONE)
    assert [part.label for part in worked.parts[0].parts] == ["Rent"]


def test_a_lower_rate_that_is_not_lower_leaves_nothing_out() -> None:
    rates = {"rate_paid": given("Paid", 7_670, PENCE_WEEKLY), "lower_rate": given("Lower", 11_460, PENCE_WEEKLY)}
    assert night_care_disregard(**rates, council_arranges_night_care=False).value == 0


def test_the_working_says_who_shares_it() -> None:
    (_, left_out) = counted_income(
        Finances(Household(), income=(Income("Rent", "other", 10_000, owners=2),)), LAW_ALONE
    ).parts
    assert left_out.parts[0].label == "Share of Rent: does not count"
