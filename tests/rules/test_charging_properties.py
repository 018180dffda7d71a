"""Whatever a person and a council say, a contribution keeps its promises, and Decimal arithmetic gives every penny."""

from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import numpy as np
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st
from tests.rules.cohorts import one_of
from tests.rules.figures import GUARANTEE, confirmed, of_our_council

from ownway.rules import vocabulary as words
from ownway.rules.answers_care_home import CareHomeInputs
from ownway.rules.answers_charging import ContributionInputs
from ownway.rules.charging import Contribution, contribution
from ownway.rules.cohort import Cohort
from ownway.rules.columns import column
from ownway.rules.finances import Capital, CostKind, Finances, Household, Income, LocalPolicy, Regular
from ownway.rules.parameters import Figures, load_national
from ownway.rules.registry import RULES
from ownway.rules.steps import PENCE_WEEKLY
from ownway.rules.vocabulary import given

FIGURES = of_our_council()
HOME = Household(age_years=40, disability_premium=True)
KEPT = 12_040 + 5_155  # reported, and what the made-up council of these tests confirmed


def pays(who: Finances, policy: LocalPolicy, cost: int, figures: Figures = FIGURES) -> Contribution:
    step = given("What the support costs", cost, PENCE_WEEKLY)
    return contribution(finances=who, policy=policy, cost_weekly=step, figures=figures)


money = st.integers(8_000, 60_000)
percent = st.integers(0, 100)
texts = st.sampled_from(["", "yes"])
incomes = st.builds(
    lambda amount, out, nights, owners: Income(
        "PIP",
        "pip_daily_living",
        amount,
        disregard_pence=amount * out // 200,
        disregard_reason="agreed",
        without_nights_pence=None if nights is None else amount - (amount - amount * out // 200) * nights // 100,
        owners=owners,
    ),
    money,
    percent,
    st.none() | percent,
    st.just(1) | st.integers(1, 3),
)
capitals = st.builds(
    lambda amount, owed, owners, points, pence: Capital(
        "Bonds",
        "investments",
        amount,
        owners,
        amount * owed // 100,
        points,
        pence if points is None and pence <= amount - amount * owed // 100 else None,
        "a deed",
    ),
    st.integers(800_000, 4_000_000),
    percent.map(lambda owed: owed // 2),
    st.integers(1, 2),
    st.none() | st.integers(0, 10_000),
    st.integers(0, 3_000_000),
)
costs = st.builds(
    lambda amount, part, kind, shown, why: Regular("Cost", amount, "week", amount * part // 100, kind, shown, why),
    st.integers(0, 10_000),
    percent,
    st.sampled_from(["", "heating"]),
    texts,
    texts,
)
people = st.builds(
    lambda some, own, home, disability, arranged: Finances(
        HOME, tuple(some), tuple(own), tuple(home), tuple(disability), arranged
    ),
    st.lists(incomes, min_size=1, max_size=3),
    st.lists(capitals, max_size=2),
    st.lists(costs, max_size=2),
    st.lists(costs, max_size=2),
    st.booleans(),
)
policies = st.builds(
    lambda taken, least, own, more, nights, standard, unshown, most: LocalPolicy(
        percent_taken=taken,
        least_weekly_pence=least,
        guarantee_weekly_pence=own,
        guarantee_more_weekly_pence=more,
        leaves_out_nights=nights,
        disability_standard_weekly_pence=standard,
        cost_kinds=(CostKind("heating", unshown, most),),
    ),
    st.just(10_000) | st.integers(5_000, 10_000),
    st.integers(0, 1_000),
    st.none() | st.integers(0, 25_000),
    st.integers(0, 2_000),
    st.booleans(),
    st.integers(0, 3_000),
    st.none() | st.integers(0, 5_000),
    st.none() | st.integers(0, 5_000),
)
care = st.integers(0, 100_000) | st.just(90_000)
more = st.integers(1, 30_000)


@given_any(people, policies, care, incomes)
@settings(deadline=None)
def test_more_income_never_lowers_it(who: Finances, policy: LocalPolicy, cost: int, extra: Income) -> None:
    richer = replace(who, income=(*who.income, extra))
    assert pays(richer, policy, cost).contribution.value >= pays(who, policy, cost).contribution.value


@given_any(people, policies, care, more)
@settings(deadline=None)
def test_it_lies_between_nothing_and_the_cost_and_dearer_support_never_lowers_it(
    who: Finances, policy: LocalPolicy, cost: int, dearer: int
) -> None:
    paid = pays(who, policy, cost).contribution
    assert 0 <= paid.value <= cost
    assert pays(who, policy, cost + dearer).contribution.value >= paid.value
    assert words.recompute(paid) == paid


@given_any(people, policies, care, more)
@settings(deadline=None)
def test_a_rise_in_the_guarantee_never_raises_it(who: Finances, policy: LocalPolicy, cost: int, rise: int) -> None:
    before = pays(who, policy, cost).contribution.value
    risen = (
        load_national().with_confirmed([*GUARANTEE, confirmed("mig.single_25_to_pca", 12_040 + rise)]).on(FIGURES.day)
    )
    higher = replace(policy, guarantee_more_weekly_pence=policy.guarantee_more_weekly_pence + rise)
    own = replace(policy, guarantee_weekly_pence=(policy.guarantee_weekly_pence or 0) + rise)
    for after in (pays(who, policy, cost, risen), pays(who, higher, cost), pays(who, own, cost)):
        assert after.contribution.value <= before


@given_any(people, policies, care, costs)
@settings(deadline=None)
def test_another_cost_never_raises_it(who: Finances, policy: LocalPolicy, cost: int, extra: Regular) -> None:
    before = pays(who, policy, cost).contribution.value
    at_home = replace(who, housing=(*who.housing, extra))
    disabled = replace(who, disability_costs=(*who.disability_costs, extra))
    assert pays(at_home, policy, cost).contribution.value <= before
    assert pays(disabled, policy, cost).contribution.value <= before


@given_any(people, policies, care)
@settings(deadline=None, max_examples=300)
def test_every_penny_is_what_decimal_arithmetic_gives(who: Finances, policy: LocalPolicy, cost: int) -> None:
    assert pays(who, policy, cost).contribution.value == on_paper(who, policy, Decimal(cost))


def on_paper(who: Finances, policy: LocalPolicy, cost: Decimal) -> Decimal:
    """The same with Decimal and no Steps; everything here is weekly, and of one household."""
    capital = sum((share_on_paper(one) for one in who.capital), Decimal(0))
    if capital > 2_325_000:
        return cost
    income = 100 * (max(capital - 1_425_000, Decimal(0)) / 25_000).to_integral_value(ROUND_CEILING)
    for one in who.income:
        out = one.disregard_pence
        if policy.leaves_out_nights and not who.night_care_arranged and one.without_nights_pence is not None:
            out += one.amount_pence - one.without_nights_pence
        income += one.amount_pence // one.owners - out // one.owners
    home = sum(one.amount_pence - one.helped_pence for one in who.housing)
    named = policy.cost_kinds[0]
    disability = 0
    for one in who.disability_costs:
        counted = [one.amount_pence - one.helped_pence]
        if one.kind and not one.shown_by and named.unshown_weekly_pence is not None:
            counted.append(named.unshown_weekly_pence)
        if one.kind and not one.why_more and named.most_weekly_pence is not None:
            counted.append(named.most_weekly_pence)
        disability += min(counted)
    disability = max(disability, policy.disability_standard_weekly_pence)
    kept = max(KEPT, policy.guarantee_weekly_pence or 0) + policy.guarantee_more_weekly_pence
    left = max(income - home - disability - kept, Decimal(0))
    taken = (left * policy.percent_taken / 10_000).quantize(Decimal(1), ROUND_FLOOR)
    return min(taken if taken >= policy.least_weekly_pence else Decimal(0), cost)


def share_on_paper(one: Capital) -> Decimal:
    if one.share_pence is not None:
        return Decimal(one.share_pence)
    left = Decimal(one.amount_pence - one.owed_pence)
    if one.share_basis_points is not None:
        return (left * one.share_basis_points / 10_000).quantize(Decimal(1), ROUND_FLOOR)
    return (left / one.owners).quantize(Decimal(1), ROUND_FLOOR)


def draws(most: int, *, seed: int) -> object:
    return column(np.random.default_rng(seed).integers(0, most, 500))


def test_a_cohort_gets_what_each_person_alone_gets() -> None:
    amount = draws(60_000, seed=1)
    told = Finances(
        HOME,
        income=(Income("PIP", "pip_daily_living", amount, without_nights_pence=column(np.asarray(amount) // 2)),),
        capital=(
            Capital("Bonds", "investments", draws(4_000_000, seed=2), share_basis_points=3_333, share_reason="a deed"),
            Capital("Account", "savings", 1_000_000, share_pence=draws(1_000_000, seed=3), share_reason="a deed"),
        ),
        housing=(Regular("Rent", 20_000, "month", draws(20_000, seed=4)),),
        disability_costs=(Regular("Heating", draws(4_000, seed=5), kind="heating", shown_by="a bill"),),
    )
    policy = LocalPolicy(leaves_out_nights=True, cost_kinds=(CostKind("heating", 500, 1_500),))
    same_for_each("charging.contribution", ContributionInputs(told, 20_000, policy), "contribution")


def test_a_cohort_of_residents_gets_what_each_alone_gets() -> None:
    home = Capital("The house", "home", draws(3_000_000, seed=6), owners=2)
    told = Finances(HOME, income=(Income("Pension", "state_pension", draws(40_000, seed=7)),), capital=(home,))
    same_for_each("charging.care_home", CareHomeInputs(told, 30_000, draws(200, seed=8)), "contribution")


def same_for_each(rule: str, inputs: object, name: str) -> None:
    answers = Cohort(RULES[rule], inputs, 500, FIGURES).answers(name)[name]
    alone = [RULES[rule].work(one_of(inputs, place), FIGURES)[name].value for place in range(500)]
    assert answers.tolist() == alone
    assert len(set(alone)) > 50
