"""Giving money back little by little never takes what a person needs."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.figures import national, of_our_council

from ownway.rules.finances import Capital, Finances, Household, Income, LocalPolicy, Regular
from ownway.rules.instalments import InstalmentInputs, OwnMoneyInputs, next_instalment, own_money_instalment
from ownway.rules.parameters import FigureNotKnown
from ownway.rules.refusals import BadInput
from ownway.rules.surplus import Amount, SurplusPolicy
from ownway.rules.vocabulary import recompute

BILLS = (Amount("Carys's wages", 24_000), Amount("Tax for Carys", 4_150))
INSTALMENT = InstalmentInputs(
    left_to_return_pence=151_850, balance_pence=450_000, payment_weekly_pence=20_000, payment_pence=80_000
)

# £180.00 a week of ESA; rent £20.00, laundry £5.00; she pays £10.00 towards her support.
MONEY = Finances(
    household=Household(age_years=34),
    income=(Income("ESA", "esa", 18_000),),
    housing=(Regular("Rent", 2_000),),
    disability_costs=(Regular("Laundry", 500),),
)
OWN = OwnMoneyInputs(
    left_to_return_pence=30_000,
    finances=MONEY,
    contribution_weekly_pence=1_000,
    buffer_weekly_pence=1_000,
    weeks=4,
)
FIGURES = of_our_council()


def test_an_instalment_is_the_largest_that_the_policy_lets_it_be():
    assert next_instalment(INSTALMENT).value == 20_000  # a quarter of £800.00


def test_the_last_instalment_is_only_what_is_left():
    assert next_instalment(replace(INSTALMENT, left_to_return_pence=11_850)).value == 11_850


def test_an_instalment_leaves_the_bills_and_four_weeks_of_money():
    # £1,200.00 less £281.50 of bills and 4 × £200.00 leaves £118.50 to spare.
    step = next_instalment(replace(INSTALMENT, balance_pence=120_000, to_pay=BILLS))
    assert step.value == 11_850
    assert recompute(step) == step


def test_when_nothing_can_be_spared_the_instalment_waits():
    assert next_instalment(replace(INSTALMENT, balance_pence=80_000)).value == 0
    assert next_instalment(replace(INSTALMENT, balance_pence=-100)).value == 0


def test_her_own_money_is_spared_above_the_guarantee_the_buffer_and_her_costs():
    # £120.40 guarantee + £10 buffer + £20 + £5 + £10 = £165.40 is kept; £180 − £165.40 = £14.60 a week.
    worked = own_money_instalment(OWN, figures=FIGURES)
    assert worked.kept.value == 16_540
    assert worked.spare.value == 1_460
    assert worked.instalment.value == 5_840  # 4 weeks
    assert worked.instalments.value == 6  # five of £58.40 and a last one of £8.00
    assert recompute(worked.instalments) == worked.instalments


def test_somebody_at_the_guarantee_can_be_asked_for_nothing():
    poorer = replace(MONEY, income=(Income("ESA", "esa", 16_540),))
    worked = own_money_instalment(replace(OWN, finances=poorer), figures=FIGURES)
    assert (worked.spare.value, worked.instalment.value, worked.instalments.value) == (0, 0, 0)


def test_a_penny_above_what_is_kept_is_four_pence_in_four_weeks():
    richer = replace(MONEY, income=(Income("ESA", "esa", 16_541),))
    worked = own_money_instalment(replace(OWN, finances=richer), figures=FIGURES)
    assert (worked.instalment.value, worked.instalments.value) == (4, 7_500)


def test_income_that_does_not_count_stays_the_persons_own():
    more = replace(MONEY, income=(*MONEY.income, Income("PIP", "pip_mobility", 7_000)))
    assert own_money_instalment(replace(OWN, finances=more), figures=FIGURES).spare.value == 1_460


def test_savings_bring_no_instalment():
    saver = replace(MONEY, capital=(Capital("Savings", "savings", 5_000_000),))
    assert own_money_instalment(replace(OWN, finances=saver), figures=FIGURES).spare.value == 1_460


def test_no_more_is_given_back_than_is_left():
    assert own_money_instalment(replace(OWN, left_to_return_pence=800), figures=FIGURES).instalment.value == 800


def test_a_guarantee_that_nobody_confirmed_is_asked_for():
    premium = replace(MONEY, household=Household(age_years=34, carer_premium=True))
    with pytest.raises(FigureNotKnown):
        own_money_instalment(replace(OWN, finances=premium), figures=national())


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"left_to_return_pence": -1}, "left_to_return_pence"),
        ({"contribution_weekly_pence": -1}, "contribution_weekly_pence"),
        ({"buffer_weekly_pence": -1}, "buffer_weekly_pence"),
        ({"weeks": 0}, "weeks"),
        ({"weeks": 53}, "weeks"),
        ({"finances": replace(MONEY, household=Household(age_years=17))}, "finances.household.age_years"),
        ({"policy": LocalPolicy(percent_taken=10_001)}, "policy.percent_taken"),
    ],
)
def test_what_cannot_be_in_her_own_money_is_told_by_its_field(change, field):
    with pytest.raises(BadInput) as refused:
        own_money_instalment(replace(OWN, **change), figures=FIGURES)
    assert [problem.field for problem in refused.value.problems] == [field]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"left_to_return_pence": -1}, "left_to_return_pence"),
        ({"payment_pence": -1}, "payment_pence"),
        ({"payment_weekly_pence": -1}, "payment_weekly_pence"),
        ({"to_pay": (Amount("Wages", -5),)}, "to_pay.0.amount_pence"),
        ({"policy": SurplusPolicy(floor_weeks=-1)}, "policy.floor_weeks"),
    ],
)
def test_what_cannot_be_in_the_account_is_told_by_its_field(change, field):
    with pytest.raises(BadInput) as refused:
        next_instalment(replace(INSTALMENT, **change))
    assert [problem.field for problem in refused.value.problems] == [field]


PENCE = st.integers(0, 1_000_000)
AMOUNTS = st.lists(st.builds(Amount, st.just("Something"), PENCE), max_size=3).map(tuple)


@given(left=PENCE, balance=st.integers(-100_000, 5_000_000), weekly=PENCE, each=PENCE, bills=AMOUNTS)
def test_an_instalment_never_takes_the_money_for_care(left, balance, weekly, each, bills):
    instalment = next_instalment(InstalmentInputs(left, balance, weekly, each, bills)).value
    assert 0 <= instalment <= left
    if instalment:
        assert balance - instalment >= sum(bill.amount_pence for bill in bills) + 4 * weekly


@given(left=PENCE, income=st.integers(0, 100_000), buffer=st.integers(0, 20_000), weeks=st.integers(1, 52))
def test_what_is_left_of_her_own_money_never_falls_below_what_is_kept(left, income, buffer, weeks):
    money = replace(MONEY, income=(Income("ESA", "esa", income),))
    inputs = replace(OWN, finances=money, left_to_return_pence=left, buffer_weekly_pence=buffer, weeks=weeks)
    worked = own_money_instalment(inputs, figures=FIGURES)
    assert 0 <= worked.instalment.value <= left
    if worked.instalment.value:
        # Guarantee £120.40, rent £20, laundry £5, paid towards support £10.
        assert weeks * income - worked.instalment.value >= weeks * (12_040 + 2_000 + 500 + 1_000 + buffer)
        assert worked.instalments.value * worked.instalment.value >= left
