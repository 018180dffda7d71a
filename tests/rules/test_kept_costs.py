"""Housing counts as far as the person pays it; a cost of disability counts, and a policy's usual most asks why."""

from dataclasses import replace

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from ownway.rules import vocabulary as words
from ownway.rules.finances import CostKind, Finances, Household, LocalPolicy, Regular
from ownway.rules.kept_costs import counted_cost, disability_costs, housing_costs

PLAIN = LocalPolicy()
HEATING = Regular("Extra heating", 2_000, kind="heating")
POLICY = LocalPolicy(cost_kinds=(CostKind("heating", unshown_weekly_pence=500, most_weekly_pence=1_500),))


def test_rent_counts_less_what_housing_benefit_pays() -> None:
    rent = Regular("Rent", 52_000, "month", helped_pence=39_000)  # £130 a month is left: × 12 ÷ 52 = £30
    tax = Regular("Council Tax", 130_000, "year", helped_pence=26_000)  # £1,040 a year: £20
    assert housing_costs(Finances(Household(), housing=(rent, tax)), PLAIN).value == 3_000 + 2_000


def test_rent_that_help_pays_in_full_is_no_cost() -> None:
    rent = Regular("Rent", 12_000, helped_pence=12_000)
    assert housing_costs(Finances(Household(), housing=(rent,)), PLAIN).value == 0


def test_without_help_nothing_is_said_of_it() -> None:
    (rent,) = housing_costs(Finances(Household(), housing=(Regular("Rent", 12_000),)), PLAIN).parts
    assert (rent.label, rent.how) == ("Rent", "given")


@pytest.mark.parametrize(
    ("cost", "pence"),
    [
        (HEATING, 500),  # nothing shows it yet
        (replace(HEATING, shown_by="the gas bill"), 1_500),  # shown, up to what usually counts
        (replace(HEATING, shown_by="the gas bill", why_more="Amina cannot keep warm"), 2_000),
        (replace(HEATING, why_more="Amina cannot keep warm"), 500),
        (replace(HEATING, amount_pence=400), 400),
        (replace(HEATING, amount_pence=1_400, shown_by="the gas bill"), 1_400),
        (replace(HEATING, kind="laundry"), 2_000),  # the policy says nothing about it
        (replace(HEATING, kind=""), 2_000),
        (replace(HEATING, shown_by=" ", why_more=" "), 500),  # blank is not said
    ],
)
def test_a_cost_counts_as_far_as_it_is_shown_and_needed(cost: Regular, pence: int) -> None:
    assert counted_cost(cost, POLICY).value == pence


def test_help_comes_off_before_the_most() -> None:
    helped = replace(HEATING, amount_pence=4_000, helped_pence=2_800, shown_by="the gas bill")
    assert counted_cost(helped, POLICY).value == 1_200


def test_a_policy_may_speak_of_the_most_alone_or_of_proof_alone() -> None:
    most = LocalPolicy(cost_kinds=(CostKind("heating", most_weekly_pence=700),))
    proof = LocalPolicy(cost_kinds=(CostKind("heating", unshown_weekly_pence=0),))
    assert counted_cost(HEATING, most).value == 700
    assert counted_cost(HEATING, proof).value == 0
    assert counted_cost(replace(HEATING, shown_by="a bill"), proof).value == 2_000


@pytest.mark.parametrize(("standard", "pence"), [(0, 2_300), (1_085, 2_300), (3_000, 3_000)])
def test_a_standard_amount_is_the_least_and_never_the_most(standard: int, pence: int) -> None:
    policy = replace(PLAIN, disability_standard_weekly_pence=standard)
    laundry = Regular("Laundry", 300, kind="laundry")
    assert disability_costs(Finances(Household(), disability_costs=(HEATING, laundry)), policy).value == pence


def test_the_standard_amount_is_left_where_no_cost_is_told() -> None:
    assert (
        disability_costs(Finances(Household()), replace(PLAIN, disability_standard_weekly_pence=1_085)).value == 1_085
    )


money = st.integers(0, 20_000)
texts = st.sampled_from(["", "yes"])
costs = st.builds(
    lambda amount, part, every, kind, shown, why: Regular(
        "Cost", amount, every, amount * part // 100, kind, shown, why
    ),
    money,
    st.integers(0, 100),
    st.sampled_from(["week", "month", "year"]),
    st.sampled_from(["", "heating", "laundry"]),
    texts,
    texts,
)
policies = st.builds(
    lambda standard, unshown, most: LocalPolicy(
        disability_standard_weekly_pence=standard, cost_kinds=(CostKind("heating", unshown, most),)
    ),
    money,
    st.none() | money,
    st.none() | money,
)


@given_any(st.lists(costs, max_size=3), costs, policies)
def test_another_cost_never_leaves_less(told: list[Regular], more: Regular, policy: LocalPolicy) -> None:
    before = disability_costs(Finances(Household(), disability_costs=tuple(told)), policy)
    after = disability_costs(Finances(Household(), disability_costs=(*told, more)), policy)
    assert after.value >= before.value >= policy.disability_standard_weekly_pence
    assert words.recompute(after) == after


@given_any(costs, policies)
def test_proof_and_a_reason_never_lower_what_counts(cost: Regular, policy: LocalPolicy) -> None:
    said = replace(cost, shown_by="a bill", why_more="needs it")
    assert counted_cost(said, policy).value >= counted_cost(cost, policy).value
    assert counted_cost(said, policy).value == counted_cost(said, PLAIN).value
