"""What a person tells of their money is taken up to its very edge, counted as the council counts a year, and shown."""

import pytest
from tests.rules.figures import national, of_our_council

from ownway.rules.care_home import Resident, home_that_counts
from ownway.rules.charging import assess
from ownway.rules.finance_problems import problems
from ownway.rules.finances import Capital, Finances, Household, Income, LocalPolicy, Regular
from ownway.rules.incomes import counted_income
from ownway.rules.kept_costs import housing_costs
from ownway.rules.savings import own_share, upper_limit

HOME = Household()
BY_DAYS = LocalPolicy(year="365/7")
WITHOUT_NIGHTS = Income("PIP", "pip_daily_living", 11_460, without_nights_pence=0)


def fields(**told: object) -> list[str]:
    finances = Finances(HOME, **{of_what: (one,) for of_what, one in told.items()})
    return [problem.field for problem in problems(finances, LocalPolicy())]


def test_help_cannot_pay_a_penny_of_nothing() -> None:
    assert fields(housing=Regular("Rent", 0, helped_pence=1)) == ["housing.0.helped_pence"]


def test_no_penny_of_nothing_can_be_left_out() -> None:
    gift = Income("Gift", "other", 0, disregard_pence=1, disregard_reason="from Brian")
    assert fields(income=gift) == ["income.0.disregard_pence"]


def test_without_nights_it_may_come_to_nothing() -> None:
    assert fields(income=WITHOUT_NIGHTS) == []


def test_nobody_owns_a_penny_of_what_is_owed_in_full() -> None:
    flat = Capital("The flat", "other_property", 900, owed_pence=900, share_pence=1, share_reason="the deeds")
    assert fields(capital=flat) == ["capital.0.share_pence"]


@pytest.mark.parametrize(("owners", "wrong"), [(20, False), (21, True)])
def test_up_to_twenty_people_may_share_it(owners: int, wrong: bool) -> None:
    assert bool(fields(income=Income("Rent", "other", 9, owners=owners))) == wrong
    assert bool(fields(capital=Capital("The field", "other", 9, owners=owners))) == wrong


def test_a_year_of_365_days_makes_a_month_a_little_less_a_week() -> None:
    """£100 a month × 12 × 7 ÷ 365 = £23.01; over 52 weeks it would be £23.08."""
    pension = Finances(HOME, income=(Income("Pension", "private_pension", 10_000, "month"),))
    rent = Finances(HOME, housing=(Regular("Rent", 10_000, "month"),))
    assert counted_income(pension, BY_DAYS).value == 2_301
    assert housing_costs(rent, BY_DAYS).value == 2_301


def test_what_does_not_count_is_counted_by_the_same_year() -> None:
    wages = Finances(HOME, income=(Income("The shop", "earnings", 10_000, "month"),))
    assert counted_income(wages, BY_DAYS).value == 0


@pytest.mark.parametrize(("own", "limit"), [(3_000_000, 3_000_000), (2_000_000, 2_325_000)])
def test_a_council_may_set_a_higher_upper_limit_and_no_lower_one(own: int, limit: int) -> None:
    assert upper_limit(LocalPolicy(upper_limit_pence=own), national()).value == limit


def test_above_the_upper_limit_no_guarantee_is_kept() -> None:
    rich = Finances(HOME, capital=(Capital("Savings", "savings", 9_999_999),))
    assert assess(finances=rich, policy=LocalPolicy(), figures=of_our_council()).guarantee.value == 0


@pytest.mark.parametrize(
    ("income", "beside_it"),
    [
        (
            Income("ESA", "esa", 100, disregard_pence=9, disregard_reason="a debt by court order"),
            "a debt by court order",
        ),
        (Income("The shop", "earnings", 100), "told by the person"),
        (Income("ESA", "esa", 100), "all of it counts"),
    ],
)
def test_why_a_part_does_not_count_stands_beside_it(income: Income, beside_it: str) -> None:
    worked = counted_income(Finances(HOME, income=(income,)), LocalPolicy())
    (left_out,) = worked.parts[1].parts
    assert left_out.source == beside_it


def test_what_was_given_away_is_the_councils_decision_and_the_rest_is_told() -> None:
    assert own_share(Capital("To Brian", "given_away", 100)).source == "decided by the council"
    assert own_share(Capital("Bank", "savings", 100)).source == "told by the person"


def test_it_says_who_lives_in_the_home_that_does_not_count() -> None:
    home = Finances(HOME, capital=(Capital("The house", "home", 20_000_000),))
    worked = home_that_counts(Resident(finances=home, lives_there="partner", days_there=400), national())
    assert worked.value == 0
    assert "partner lives there" in worked.label


@pytest.mark.parametrize(
    ("household", "wrong"),
    [
        (Household(age_years=18), []),
        (Household(age_years=125), []),
        (Household(age_years=126), ["household.age_years"]),
        (Household(children=20), []),
        (Household(children=21), ["household.children"]),
        (Household(kind="lone_parent", children=1), []),
        (Household(disability_premium=True), []),
        (Household(age_years=70, pension_credit_age=True), []),
    ],
)
def test_who_is_at_home_is_taken_as_told_and_what_is_usual_is_not_asked_about(
    household: Household, wrong: list[str]
) -> None:
    assert [problem.field for problem in problems(Finances(household), LocalPolicy())] == wrong
