"""Money given away to pay less still counts, and each week it counts by as much less as the person pays more."""

from dataclasses import replace

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st
from tests.rules.figures import national, of_our_council

from ownway.rules import vocabulary as words
from ownway.rules.finances import Capital, Finances, Household, Income, LocalPolicy
from ownway.rules.notional_capital import NotionalCapital, NotionalCapitalInputs, diminished
from ownway.rules.refusals import BadInput
from ownway.rules.registry import answer

# £200 a week and £14,500 saved: 1 step. £200 + £1 − £120.40 = £80.60 without what was given away.
SAVER = Finances(
    Household(age_years=34),
    income=(Income("ESA", "esa", 20_000),),
    capital=(Capital("Savings", "savings", 1_450_000),),
)
GIFT = NotionalCapitalInputs(100_000, "given to a nephew to pay less", SAVER, cost_weekly_pence=50_000)


def after(weeks: int, gift: NotionalCapitalInputs = GIFT) -> NotionalCapital:
    return diminished(replace(gift, weeks=weeks), of_our_council())


def test_at_first_all_of_it_counts() -> None:
    worked = after(0)
    assert (worked.left.value, worked.pays_without.value, worked.pays_with.value) == (100_000, 8_060, 8_460)


def test_each_week_it_falls_by_what_is_paid_more_because_of_it() -> None:
    assert after(1).left.value == 100_000 - 400  # 4 steps of £250 more


def test_a_step_lower_it_falls_more_slowly() -> None:
    # 63 weeks of £4 leave £748, which is 3 steps: then £3 a week
    assert (after(63).left.value, after(63).pays_with.value) == (74_800, 8_360)
    assert after(64).left.value == 74_500


def test_it_comes_to_nothing_and_then_nobody_pays_more() -> None:
    small = replace(GIFT, given_away_pence=250)
    assert [after(weeks, small).left.value for weeks in (1, 2, 3, 4)] == [150, 50, 0, 0]
    assert after(4, small).pays_with.value == 8_060


def test_a_gift_that_leads_to_the_full_cost_falls_by_all_that_is_paid_more() -> None:
    large = replace(GIFT, given_away_pence=2_000_000)
    worked = after(1, large)
    assert worked.pays_with.value == 50_000
    assert worked.left.value == 2_000_000 - (50_000 - 8_060)


def test_where_it_changes_nothing_it_stays() -> None:
    poor = replace(GIFT, finances=Finances(Household(), income=(Income("ESA", "esa", 5_000),)))
    assert after(52, poor).left.value == 100_000


def test_the_councils_policy_is_the_same_with_and_without_it() -> None:
    half = after(1, replace(GIFT, policy=LocalPolicy(percent_taken=5_000)))
    assert (half.pays_without.value, half.left.value) == (4_030, 100_000 - 200)


def test_every_slip_is_told_by_its_field() -> None:
    twice = replace(SAVER, capital=(*SAVER.capital, Capital("Gift", "given_away", 1)))
    with pytest.raises(BadInput) as refusal:
        after(521, NotionalCapitalInputs(-1, " ", twice, -1))
    assert [one.field for one in refusal.value.problems] == [
        "given_away_pence",
        "cost_weekly_pence",
        "reason",
        "weeks",
        "finances.capital",
    ]


def test_ten_years_of_weeks_may_be_asked_for_and_one_is_meant_when_nothing_is_said() -> None:
    assert after(520).left.value == 0
    assert diminished(GIFT, of_our_council()).left.value == 100_000 - 400


def test_it_is_asked_by_name() -> None:
    asked = {"given_away_pence": 100_000, "reason": "x", "finances": SAVER.to_json(), "cost_weekly_pence": 50_000}
    answers = answer("charging.notional_capital", asked | {"weeks": 64}, national())
    assert {name: step.value for name, step in answers.items()} == {
        "left": 74_500,
        "pays_with": 8_360,
        "pays_without": 8_060,
    }


@given_any(st.integers(0, 3_000_000), st.integers(0, 30), st.integers(0, 60_000))
@settings(deadline=None)
def test_it_never_rises_and_never_falls_below_nothing(pence: int, weeks: int, cost: int) -> None:
    gift = replace(GIFT, given_away_pence=pence, cost_weekly_pence=cost)
    now, then = after(weeks, gift), after(weeks + 1, gift)
    assert 0 <= then.left.value <= now.left.value <= pence
    assert then.pays_without.value <= then.pays_with.value <= now.pays_with.value <= cost
    assert words.recompute(then.left) == then.left


@given_any(st.integers(0, 3_000_000), st.integers(0, 20), st.integers(0, 20))
@settings(deadline=None)
def test_going_on_from_what_is_left_comes_to_the_same(pence: int, first: int, more: int) -> None:
    gift = replace(GIFT, given_away_pence=pence)
    halfway = replace(gift, given_away_pence=after(first, gift).left.value)
    assert after(more, halfway).left.value == after(first + more, gift).left.value
