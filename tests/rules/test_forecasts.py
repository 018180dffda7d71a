"""Money returned and money promised in the time ahead: the published years come out, and nothing is one line."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.rules.forecasts import CommitmentsInputs, Promise, ReturnsInputs, Rise, commitments, returns
from ownway.rules.ranges import Range
from ownway.rules.refusals import BadInput
from ownway.rules.vocabulary import recompute

ABOUT_TENTH = ReturnsInputs(410_000_000, 5, Range(500, 1_000, 1_500))

# £210 a week is £30 a day; £70 a week is £10 a day.
AMINA = Promise("Amina", 21_000, date(2026, 4, 6))
BILAL = Promise("Bilal", 7_000, date(2027, 3, 22), date(2027, 4, 4))
SPRING = CommitmentsInputs((AMINA, BILAL), date(2027, 3, 1), 2)


def values(steps):
    return [step.value for step in steps]


def test_money_returned_falls_as_the_strategy_says():
    # Sheffield, 2022/23 to 2026/27: 4,100,000, 3,690,000, 3,321,000, 2,988,900, 2,690,010 pounds.
    assert values(returns(ABOUT_TENTH).middle) == [
        410_000_000,
        369_000_000,
        332_100_000,
        298_890_000,
        269_001_000,
    ]


def test_the_lowest_line_is_the_one_that_falls_most():
    worked = returns(replace(ABOUT_TENTH, years=2))
    assert values(worked.low) == [410_000_000, 348_500_000]  # 15% less
    assert values(worked.high) == [410_000_000, 389_500_000]  # 5% less


def test_money_returned_may_also_rise():
    assert values(returns(ReturnsInputs(1_000, 2, Range(-1_000, 0, 0))).high) == [1_000, 1_100]


def test_days_are_counted_one_by_one():
    # March: 31 × £30 and 10 × £10 = £1,030. April: 30 × £30 and 4 × £10 = £940.
    worked = commitments(SPRING)
    assert worked.months_from_on == (date(2027, 3, 1), date(2027, 4, 1))
    assert values(worked.low) == values(worked.middle) == values(worked.high) == [103_000, 94_000]


def test_a_payment_that_has_ended_or_not_begun_is_not_promised():
    later = replace(SPRING, promises=(BILAL,), from_on=date(2027, 5, 1))
    assert values(commitments(later).middle) == [0, 0]
    assert values(commitments(replace(later, from_on=date(2027, 1, 1))).middle) == [0, 0]


def test_a_rise_counts_from_its_day():
    # From 16 April: 15 days at £30 and 4 at £10 = £490, then 15 × £30 = £450 with 4% more = £468.
    rise = Rise(date(2027, 4, 16), Range(200, 400, 600))
    worked = commitments(replace(SPRING, rises=(rise,)))
    assert values(worked.middle) == [103_000, 95_800]
    assert values(worked.low) == [103_000, 94_900]
    assert values(worked.high) == [103_000, 96_700]


def test_one_rise_comes_on_top_of_another():
    rises = (Rise(date(2027, 3, 1), Range(1_000, 1_000, 1_000)), Rise(date(2027, 4, 1), Range(1_000, 1_000, 1_000)))
    # £940 × 1.1 × 1.1 = £1,137.40.
    assert values(commitments(replace(SPRING, rises=rises)).middle) == [113_300, 113_740]


def test_a_rise_before_the_first_month_still_counts():
    rise = Rise(date(2027, 1, 1), Range(0, 1_000, 1_000))
    assert values(commitments(replace(SPRING, rises=(rise,))).middle) == [113_300, 103_400]


def test_more_people_come_bit_by_bit():
    # 12% more in a year is 1% more after one month: £940 and £9.40.
    worked = commitments(replace(SPRING, people_yearly=Range(-1_200, 0, 1_200)))
    assert values(worked.high) == [103_000, 94_940]
    assert values(worked.low) == [103_000, 93_060]


def test_fewer_people_never_cost_less_than_nothing():
    years = CommitmentsInputs((AMINA,), date(2027, 1, 1), 14, people_yearly=Range(-10_000, 0, 0))
    assert values(commitments(years).low)[-2:] == [0, 0]


@pytest.mark.parametrize(
    ("inputs", "field"),
    [
        (replace(SPRING, from_on=date(2027, 3, 2)), "from_on"),
        (replace(SPRING, months=0), "months"),
        (replace(SPRING, months=121), "months"),
        (replace(SPRING, promises=(replace(AMINA, payment_weekly_pence=-1),)), "promises.0.payment_weekly_pence"),
        (replace(SPRING, promises=(AMINA, replace(BILAL, to_on=date(2027, 3, 21)))), "promises.1.to_on"),
        (replace(SPRING, rises=(Rise(date(2027, 4, 1), Range(3, 2, 4)),)), "rises.0.by.low_basis_points"),
        (replace(SPRING, people_yearly=Range(-10_001, 0, 0)), "people_yearly.low_basis_points"),
    ],
)
def test_commitments_that_cannot_be_worked_out_are_told_by_their_field(inputs, field):
    with pytest.raises(BadInput) as refused:
        commitments(inputs)
    assert [problem.field for problem in refused.value.problems] == [field]


@pytest.mark.parametrize(
    ("inputs", "field"),
    [
        (replace(ABOUT_TENTH, first_year_pence=-1), "first_year_pence"),
        (replace(ABOUT_TENTH, years=0), "years"),
        (replace(ABOUT_TENTH, falls=Range(0, 0, 10_001)), "falls.high_basis_points"),
    ],
)
def test_returns_that_cannot_be_worked_out_are_told_by_their_field(inputs, field):
    with pytest.raises(BadInput) as refused:
        returns(inputs)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_rate_out_of_bounds_is_told_in_per_cent():
    with pytest.raises(BadInput, match="Enter a rate from −100% to 100%"):
        returns(replace(ABOUT_TENTH, falls=Range(0, 0, 10_001)))


STARTS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
PROMISES = st.builds(
    lambda label, pence, first, days: Promise(label, pence, first, first + timedelta(days=days)),
    st.just("Somebody"),
    st.integers(0, 200_000),
    STARTS,
    st.integers(0, 900),
)
RATES = st.lists(st.integers(-2_000, 3_000), min_size=3, max_size=3).map(lambda rates: Range(*sorted(rates)))


@given(st.lists(PROMISES, max_size=4).map(tuple), st.builds(Rise, STARTS, RATES), RATES)
def test_every_month_is_what_counting_each_day_gives_and_in_its_order(promises, rise, people):
    inputs = CommitmentsInputs(promises, date(2027, 1, 1), 3, (rise,), people)
    worked = commitments(inputs)
    for place, first in enumerate(worked.months_from_on):
        assert worked.low[place].value <= worked.middle[place].value <= worked.high[place].value
        assert recompute(worked.high[place]) == worked.high[place]
        exact, day = Fraction(0), first
        while day.month == first.month:
            dearer = 1 + Fraction(rise.by.middle_basis_points if day >= rise.from_on else 0, 10_000)
            exact += dearer * sum(one.payment_weekly_pence for one in promises if one.from_on <= day <= one.to_on) / 7
            day += timedelta(days=1)
        exact *= 1 + Fraction(people.middle_basis_points * place, 120_000)
        assert worked.middle[place].value == floor(exact + Fraction(1, 2))
