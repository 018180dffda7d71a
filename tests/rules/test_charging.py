"""A person pays from what is left above their guarantee, never more than the support costs, and never below nothing."""

from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st
from tests.rules.figures import national, of_our_council

from ownway.rules import vocabulary as words
from ownway.rules.charging import Contribution, assess, contribution
from ownway.rules.finances import Capital, Finances, Household, Income, LocalPolicy, Regular
from ownway.rules.incomes import night_care_disregard
from ownway.rules.parameters import FigureNotKnown
from ownway.rules.steps import PENCE_WEEKLY
from ownway.rules.vocabulary import given

# Amina is 34, lives alone. £138.20 ESA (made up), £114.60 PIP daily living; the guarantee is £120.40 a week.
AMINA = Finances(
    household=Household(age_years=34),
    income=(
        Income("ESA", "esa", 13_820),
        Income("PIP daily living", "pip_daily_living", 11_460),
        Income("PIP mobility", "pip_mobility", 8_000),
    ),
)
PLAIN = LocalPolicy()


def pays(finances: Finances = AMINA, policy: LocalPolicy = PLAIN, cost: int = 50_000) -> Contribution:
    step = given("What the support costs", cost, PENCE_WEEKLY)
    return contribution(finances=finances, policy=policy, cost_weekly=step, figures=of_our_council())


def test_what_is_left_above_the_guarantee_is_paid() -> None:
    worked = pays()
    assert worked.income.value == 25_280  # mobility money does not count
    assert worked.guarantee.value == 12_040
    assert worked.contribution.value == 13_240


def test_housing_and_costs_of_disability_are_left_first() -> None:
    rent = Regular("Rent", 26_000, "month")  # × 12 ÷ 52 = £60
    heating = Regular("Extra heating", 52_000, "year")  # ÷ 52 = £10
    worked = pays(replace(AMINA, housing=(rent,), disability_costs=(heating,)))
    assert (worked.housing.value, worked.disability_costs.value) == (6_000, 1_000)
    assert worked.contribution.value == 13_240 - 7_000


def test_earnings_do_not_count_at_all() -> None:
    with_work = replace(AMINA, income=(*AMINA.income, Income("The shop", "earnings", 90_000, "month")))
    assert pays(with_work).contribution.value == 13_240


def test_a_part_can_be_left_out_with_a_reason() -> None:
    night = Income("PIP daily living", "pip_daily_living", 11_460, disregard_pence=3_790, disregard_reason="night care")
    worked = pays(replace(AMINA, income=(AMINA.income[0], night)))
    assert worked.contribution.value == 13_240 - 3_790


def test_nobody_pays_below_nothing() -> None:
    assert pays(replace(AMINA, income=())).contribution.value == 0


def test_nobody_pays_more_than_the_support_costs() -> None:
    assert pays(cost=9_000).contribution.value == 9_000


def test_savings_between_the_limits_add_an_assumed_income() -> None:
    savings = Capital("Savings", "savings", 1_500_000)  # £15,000: £750 above £14,250 is 3 steps
    assert pays(replace(AMINA, capital=(savings,))).contribution.value == 13_240 + 300


def test_savings_above_the_upper_limit_mean_the_full_cost() -> None:
    savings = Capital("Savings", "savings", 2_325_001)
    worked = pays(replace(AMINA, capital=(savings,)), cost=80_000)
    assert (worked.above_upper_limit.value, worked.contribution.value) == (1, 80_000)


def test_above_the_upper_limit_no_guarantee_needs_to_be_known() -> None:
    couple = Finances(Household(kind="couple"), capital=(Capital("Savings", "savings", 3_000_000),))
    step = given("What the support costs", 8_000, PENCE_WEEKLY)
    asked = {"policy": PLAIN, "cost_weekly": step, "figures": national()}
    assert contribution(finances=couple, **asked).contribution.value == 8_000
    with pytest.raises(FigureNotKnown, match="member of a couple"):
        contribution(finances=replace(couple, capital=()), **asked)


def test_a_council_may_take_only_a_part_rounded_down() -> None:
    assert pays(policy=LocalPolicy(percent_taken=7_525)).contribution.value == 9_963  # 75.25% of £132.40 = £99.631


def test_a_council_may_have_a_highest_charge() -> None:
    assert pays(policy=LocalPolicy(most_weekly_pence=10_000)).contribution.value == 10_000


@pytest.mark.parametrize(("least", "paid"), [(13_240, 13_240), (13_241, 0)])
def test_a_council_may_charge_nothing_below_an_amount(least: int, paid: int) -> None:
    assert pays(policy=LocalPolicy(least_weekly_pence=least)).contribution.value == paid


@pytest.mark.parametrize(("own", "kept"), [(13_000, 13_000), (12_000, 12_040)])
def test_a_councils_own_guarantee_is_never_below_the_one_in_law(own: int, kept: int) -> None:
    assert pays(policy=LocalPolicy(guarantee_weekly_pence=own)).guarantee.value == kept


@pytest.mark.parametrize(("own", "above"), [(3_000_000, 0), (1_000_000, 1)])
def test_a_councils_own_upper_limit_is_never_below_the_one_in_law(own: int, above: int) -> None:
    savings = Capital("Savings", "savings", 2_400_000)
    worked = pays(replace(AMINA, capital=(savings,)), policy=LocalPolicy(upper_limit_pence=own))
    assert worked.above_upper_limit.value == above


def test_where_night_care_is_arranged_nothing_is_left_out_for_it() -> None:
    higher, lower = given("Higher", 11_460, PENCE_WEEKLY), given("Lower", 7_670, PENCE_WEEKLY)
    rates = {"rate_paid": higher, "lower_rate": lower}
    assert night_care_disregard(**rates, council_arranges_night_care=True).value == 0
    assert night_care_disregard(**rates, council_arranges_night_care=False).value == 3_790


often = st.sampled_from(["week", "2 weeks", "4 weeks", "month", "year"])
money = st.integers(0, 300_000)
incomes = st.builds(
    Income,
    label=st.just("Income"),
    kind=st.sampled_from(["esa", "state_pension", "earnings", "pip_mobility", "other"]),
    amount_pence=money,
    every=often,
)
regulars = st.lists(st.builds(Regular, label=st.just("Cost"), amount_pence=money, every=often), max_size=2).map(tuple)
households = st.builds(
    Household,
    kind=st.sampled_from(["single", "couple"]),
    age_years=st.integers(18, 90),
    pension_credit_age=st.booleans(),
    disability_premium=st.booleans(),
    carer_premium=st.booleans(),
    children=st.integers(0, 3),
)
capitals = st.builds(
    Capital,
    label=st.just("Savings"),
    kind=st.sampled_from(["savings", "home"]),
    amount_pence=st.integers(0, 3_000_000),
    owners=st.integers(1, 3),
)
people = st.builds(
    Finances,
    household=households,
    income=st.lists(incomes, max_size=3).map(tuple),
    capital=st.lists(capitals, max_size=2).map(tuple),
    housing=regulars,
    disability_costs=regulars,
)
policies = st.builds(
    LocalPolicy,
    percent_taken=st.integers(0, 10_000),
    most_weekly_pence=st.none() | st.integers(0, 50_000),
    least_weekly_pence=st.integers(0, 1_000),
    guarantee_weekly_pence=st.none() | st.integers(0, 30_000),
    year=st.sampled_from(["52", "365/7"]),
)
costs = st.integers(0, 200_000)


@given_any(people, policies, costs, incomes)
@settings(deadline=None)
def test_more_income_never_lowers_a_contribution(who: Finances, policy: LocalPolicy, cost: int, more: Income) -> None:
    richer = replace(who, income=(*who.income, more))
    assert pays(richer, policy, cost).contribution.value >= pays(who, policy, cost).contribution.value


@given_any(people, policies, costs)
@settings(deadline=None)
def test_it_lies_between_nothing_and_the_cost_and_leaves_the_guarantee(
    who: Finances, policy: LocalPolicy, cost: int
) -> None:
    worked = pays(who, policy, cost)
    paid = worked.contribution.value
    assert 0 <= paid <= cost
    if not worked.above_upper_limit.value and paid:
        counted = worked.income.value + worked.tariff.value
        assert counted - worked.housing.value - worked.disability_costs.value - paid >= worked.guarantee.value


@given_any(people, policies, costs)
@settings(deadline=None)
def test_the_assessment_before_the_cost_is_known_says_the_same(who: Finances, policy: LocalPolicy, cost: int) -> None:
    first = assess(finances=who, policy=policy, figures=of_our_council())
    expected = cost if first.pays_full_cost.value else min(first.most_weekly.value, cost)
    assert pays(who, policy, cost).contribution.value == expected


@given_any(people, policies, costs)
@settings(deadline=None)
def test_the_working_reproduces_it(who: Finances, policy: LocalPolicy, cost: int) -> None:
    step = pays(who, policy, cost).contribution
    assert words.recompute(step) == step


@given_any(people, policies, costs)
@settings(deadline=None)
def test_every_penny_is_what_decimal_arithmetic_gives(who: Finances, policy: LocalPolicy, cost: int) -> None:
    assert pays(who, policy, cost).contribution.value == on_paper(who, policy, cost)


def on_paper(who: Finances, policy: LocalPolicy, cost: int) -> Decimal:
    """The same assessment with Decimal and no Steps, in the order of the regulations, with June 2026 written out."""
    weeks = Decimal(52) if policy.year == "52" else Decimal(365) / 7
    parts = {"week": Decimal(1), "2 weeks": Decimal(2), "4 weeks": Decimal(4), "month": weeks / 12, "year": weeks}

    def weekly(some: tuple) -> Decimal:
        return sum(
            ((one.amount_pence / parts[one.every]).quantize(Decimal(1), ROUND_HALF_UP) for one in some), Decimal(0)
        )

    capital = sum(one.amount_pence // one.owners for one in who.capital if one.kind == "savings")
    if capital > 2_325_000:
        return Decimal(cost)
    tariff = 100 * (Decimal(max(capital - 1_425_000, 0)) / 25_000).to_integral_value(ROUND_CEILING)
    income = weekly(tuple(one for one in who.income if one.kind not in ("earnings", "pip_mobility"))) + tariff
    home = who.household
    couple = home.kind == "couple"
    if home.pension_credit_age:
        kept = 18_435 if couple else 24_145
    else:
        kept = 9_455 if couple else 9_540 if home.age_years < 25 else 12_040
    kept += (3_670 if couple else 5_155) * home.disability_premium + 5_525 * home.carer_premium + 10_685 * home.children
    kept = max(kept, policy.guarantee_weekly_pence or 0)
    left = max(income - weekly(who.housing) - weekly(who.disability_costs) - kept, Decimal(0))
    taken = (left * policy.percent_taken / 10_000).quantize(Decimal(1), ROUND_FLOOR)
    if policy.most_weekly_pence is not None:
        taken = min(taken, Decimal(policy.most_weekly_pence))
    return min(taken if taken >= policy.least_weekly_pence else Decimal(0), Decimal(cost))
