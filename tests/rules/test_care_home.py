"""In a care home a person keeps the personal expenses allowance, and their home counts only when nobody needs it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st
from tests.rules.figures import national, of_our_council

from ownway.rules import vocabulary as words
from ownway.rules.care_home import CareHomeContribution, Resident, ShortStay, care_home_contribution, short_stay
from ownway.rules.finances import Capital, Finances, Household, Income, LocalPolicy, Regular
from ownway.rules.parameters import FigureNotKnown
from ownway.rules.refusals import BadInput
from ownway.rules.registry import answer
from ownway.rules.steps import PENCE_WEEKLY, used_parameters
from ownway.rules.vocabulary import given

# Brian and Amina's mother is 80: £240 a week pension, £15,000 saved (3 steps of £250), a house of £180,000.
HOUSE = Capital("The house", "home", 18_000_000)
MOTHER = Finances(
    Household(age_years=80, pension_credit_age=True),
    income=(Income("State Pension", "state_pension", 24_000),),
    capital=(Capital("Savings", "savings", 1_500_000), HOUSE),
)


def pays(
    finances: Finances = MOTHER, cost: int = 90_000, day: date | None = None, **more: object
) -> CareHomeContribution:
    figures = national(day) if day else national()
    step = given("What the care home costs", cost, PENCE_WEEKLY)
    return care_home_contribution(resident=Resident(finances, **more), cost_weekly=step, figures=figures)


def test_all_income_but_the_allowance_is_paid() -> None:
    worked = pays()
    assert (worked.tariff.value, worked.allowance.value) == (300, 3_180)
    assert worked.contribution.value == 24_000 + 300 - 3_180


@pytest.mark.parametrize(("days", "home", "paid"), [(0, 0, 21_120), (84, 0, 21_120), (85, 18_000_000, 90_000)])
def test_the_home_does_not_count_in_the_first_12_weeks(days: int, home: int, paid: int) -> None:
    worked = pays(days_there=days)
    assert (worked.home.value, worked.contribution.value) == (home, paid)


@pytest.mark.parametrize("who", ["partner", "relative_60", "relative_incapacitated", "child"])
def test_the_home_does_not_count_while_family_lives_there(who: str) -> None:
    worked = pays(days_there=400, lives_there=who)
    assert (worked.home.value, worked.contribution.value) == (0, 21_120)
    assert "lives there" in worked.home.label


def test_only_the_persons_own_share_of_the_home_counts() -> None:
    half = replace(MOTHER, capital=(replace(HOUSE, amount_pence=4_000_000, owners=2),))
    assert pays(half, days_there=100).capital.value == 2_000_000  # £20,000: 23 steps above £14,250
    assert pays(half, days_there=100).contribution.value == 24_000 + 2_300 - 3_180


def test_a_person_without_a_home_needs_no_figure_about_one() -> None:
    worked = pays(replace(MOTHER, capital=()), days_there=400)
    assert (worked.home.value, worked.contribution.value) == (0, 24_000 - 3_180)
    assert "care_home.home_left_out" not in {one.id for one in used_parameters(worked.contribution, worked.home)}


@pytest.mark.parametrize(("pence", "paid"), [(2_325_000, 24_000 + 3_600 - 3_180), (2_325_001, 90_000)])
def test_only_above_the_upper_limit_is_the_full_cost_paid(pence: int, paid: int) -> None:
    assert pays(replace(MOTHER, capital=(Capital("Savings", "savings", pence),))).contribution.value == paid


def test_nobody_pays_below_nothing_or_more_than_it_costs() -> None:
    assert pays(replace(MOTHER, income=())).contribution.value == 0
    assert pays(cost=10_000).contribution.value == 10_000


def test_housing_and_a_guarantee_are_for_care_at_home() -> None:
    with_rent = replace(MOTHER, housing=(Regular("Rent", 9_000),))
    assert pays(with_rent).contribution.value == 21_120


@pytest.mark.parametrize(
    ("day", "pence"),
    [(date(2015, 4, 6), 2_490), (date(2022, 4, 6), 2_565), (date(2023, 4, 6), 2_825), (date(2026, 4, 6), 3_180)],
)
def test_the_allowance_is_that_of_the_day(day: date, pence: int) -> None:
    assert pays(day=day).allowance.value == pence


@pytest.mark.parametrize("day", [date(2014, 6, 1), date(2027, 4, 6)])
def test_a_day_whose_allowance_nobody_knows_is_refused(day: date) -> None:
    with pytest.raises(FigureNotKnown):
        pays(day=day)


def test_every_slip_is_told_by_its_field() -> None:
    with pytest.raises(BadInput) as refusal:
        pays(replace(MOTHER, income=(Income("Pay", "wages", 1),)), days_there=-1, lives_there="the cat")
    assert [one.field for one in refusal.value.problems] == ["income.0.kind", "lives_there", "days_there"]


def test_a_cost_below_nothing_is_told_by_its_field() -> None:
    with pytest.raises(BadInput) as refusal:
        answer("charging.care_home", {"finances": MOTHER.to_json(), "cost_weekly_pence": -1}, national())
    assert [one.field for one in refusal.value.problems] == ["cost_weekly_pence"]


def stays(days: int, policy: LocalPolicy | None = None, cost: int = 90_000) -> ShortStay:
    return short_stay(
        resident=Resident(MOTHER, days),
        days_planned=days,
        policy=policy or LocalPolicy(),
        cost_weekly=given("What the care home costs", cost, PENCE_WEEKLY),
        figures=of_our_council(),
    )


@pytest.mark.parametrize(("days", "is_long", "paid"), [(14, 0, 155), (56, 0, 155), (57, 1, 21_120)])
def test_a_stay_of_up_to_8_weeks_is_charged_as_care_at_home(days: int, is_long: int, paid: int) -> None:
    """At home she keeps £241.45 of £243: she pays £1.55. In a care home she keeps £31.80."""
    worked = stays(days)
    assert (worked.is_long.value, worked.contribution.value) == (is_long, paid)


def test_the_councils_policy_holds_for_a_short_stay_alone() -> None:
    policy = LocalPolicy(least_weekly_pence=500)
    assert stays(14, policy).contribution.value == 0
    assert stays(57, policy).contribution.value == 21_120


def test_a_stay_of_fewer_days_than_none_is_a_slip() -> None:
    with pytest.raises(BadInput) as refusal:
        stays(-1)
    assert [one.field for one in refusal.value.problems] == ["days_planned"]


residents = st.builds(
    lambda income, savings, home, days, who: Resident(
        replace(
            MOTHER,
            income=(Income("State Pension", "state_pension", income),),
            capital=(Capital("Savings", "savings", savings), replace(HOUSE, amount_pence=home)),
        ),
        days,
        who,
    ),
    st.integers(0, 100_000),
    st.integers(0, 3_000_000),
    st.integers(0, 5_000_000),
    st.integers(0, 200),
    st.sampled_from(["nobody", "partner"]),
)


def of(resident: Resident, cost: int) -> CareHomeContribution:
    step = given("What the care home costs", cost, PENCE_WEEKLY)
    return care_home_contribution(resident=resident, cost_weekly=step, figures=national())


@given_any(residents, st.integers(0, 150_000))
@settings(deadline=None)
def test_it_lies_between_nothing_and_the_cost_and_leaves_the_allowance(resident: Resident, cost: int) -> None:
    worked = of(resident, cost)
    paid = worked.contribution.value
    assert 0 <= paid <= cost
    if paid and not worked.above_upper_limit.value:
        assert worked.income.value + worked.tariff.value - paid >= 3_180
    assert words.recompute(worked.contribution) == worked.contribution


@given_any(residents, st.integers(0, 150_000), st.integers(0, 50_000))
@settings(deadline=None)
def test_more_income_never_lowers_it(resident: Resident, cost: int, more: int) -> None:
    richer = replace(resident.finances, income=(*resident.finances.income, Income("Pension", "private_pension", more)))
    assert of(replace(resident, finances=richer), cost).contribution.value >= of(resident, cost).contribution.value
