"""An uplift from a day that has gone by is owed for the days between, by day, and the parts add up to the whole."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.figures import of_our_council

from ownway.rules import answers_uplift
from ownway.rules.back_pay import back_pay, payment_across
from ownway.rules.days import Days
from ownway.rules.frequencies import FOUR_WEEKS, MONTH, ONCE, WEEK
from ownway.rules.plain_data import from_plain
from ownway.rules.refusals import BadInput
from ownway.rules.schedules import Schedule, periods
from ownway.rules.vocabulary import recompute

AMINAS = Schedule(first_on=date(2026, 3, 23), every=FOUR_WEEKS, amount_pence=80_000)
MARCH, APRIL, MAY = (
    Days(date(2026, 3, 23), date(2026, 4, 19)),
    Days(date(2026, 4, 20), date(2026, 5, 17)),
    Days(date(2026, 5, 18), date(2026, 6, 14)),
)
UPLIFT_ON = date(2026, 4, 6)


def owed(paid, after=82_801, from_on=UPLIFT_ON, schedule=AMINAS):
    return back_pay(schedule, amount_after_pence=after, from_on=from_on, paid=paid)


def test_it_is_owed_for_the_days_from_the_uplift_on():
    # The first payment has 14 of its 28 days from 6 April: £828.01 less £414.01 for the other 14 is £414.00, and
    # £400.00 was paid for them, so £14.00. The second is all after: £28.01.
    found = owed([MARCH, APRIL])
    assert [(one.paid.value, one.due.value, one.owed.value) for one in found.payments] == [
        (80_000, 81_400, 1_400),
        (80_000, 82_801, 2_801),
    ]
    assert found.total.value == 4_201
    assert recompute(found.total) == found.total


def test_payments_before_the_uplift_owe_nothing():
    assert owed([MARCH], from_on=date(2026, 4, 20)).payments == ()
    assert owed([MARCH], from_on=date(2026, 4, 20)).total.value == 0


def test_the_last_day_of_a_payment_counts():
    # One day of 28: £828.01 less 27 days, £798.438… → £798.44, is £29.57; the old: £800.00 less £771.43 is £28.57.
    assert owed([MARCH], from_on=date(2026, 4, 19)).total.value == 100


def test_payments_not_made_yet_are_not_owed():
    assert owed([]).total.value == 0
    assert owed([]).total.unit == "pence"


def test_days_that_were_paused_owe_nothing():
    # Only 20 April to 3 May was paid: 14 days, £414.01 (rounded up from £414.005) less £400.00.
    found = owed([Days(date(2026, 4, 20), date(2026, 5, 3))])
    assert found.total.value == 1_401


def test_a_payment_on_both_sides_shows_both_amounts():
    step = payment_across(AMINAS, amount_after_pence=82_801, from_on=UPLIFT_ON, days=MARCH)
    assert [(part.label, part.value) for part in step.parts] == [
        ("Before: 23 March 2026 to 5 April 2026", 40_000),
        ("After: 6 April 2026 to 19 April 2026", 41_400),
    ]


def test_the_order_in_which_payments_are_told_changes_nothing():
    assert owed([MAY, MARCH, APRIL]) == owed([MARCH, APRIL, MAY])


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({"after": 79_999}, ["after_pence"]),
        ({"paid": [MARCH, MARCH]}, ["paid"]),
        ({"paid": [Days(date(2026, 4, 1), date(2026, 4, 30))]}, ["paid"]),
        ({"paid": [Days(date(2026, 3, 1), date(2026, 3, 22))]}, ["paid"]),
        ({"paid": [], "schedule": replace(AMINAS, every=ONCE)}, ["every"]),
    ],
)
def test_what_cannot_be_worked_out_is_told_by_its_field(changed, fields):
    with pytest.raises(BadInput) as refusal:
        owed(**{"paid": [MARCH], **changed})
    assert [problem.field for problem in refusal.value.problems] == fields


schedules = st.builds(
    Schedule,
    first_on=st.dates(date(2025, 1, 1), date(2026, 12, 31)),
    every=st.sampled_from([WEEK, "2 weeks", FOUR_WEEKS, MONTH]),
    amount_pence=st.integers(1, 500_000),
)


@given(schedule=schedules, rise=st.integers(0, 50_000), into=st.integers(0, 400))
def test_the_old_payments_and_what_is_owed_are_what_should_have_been_paid(schedule, rise, into):
    new, from_on = schedule.amount_pence + rise, schedule.first_on + timedelta(days=into)
    paid = list(periods(schedule, to_on=schedule.first_on + timedelta(days=200)))
    found = back_pay(schedule, amount_after_pence=new, from_on=from_on, paid=paid)
    whole_after = [days for days in paid if days.from_on >= from_on]
    assert found.total.value >= len(whole_after) * rise
    assert all(one.owed.value == rise for one in found.payments if one.days in whole_after)
    assert all(0 <= one.owed.value <= rise for one in found.payments)
    should = [payment_across(schedule, amount_after_pence=new, from_on=from_on, days=days).value for days in paid]
    assert sum(should) == schedule.amount_pence * len(paid) + found.total.value


@given(schedule=schedules, rise=st.integers(0, 50_000), cut=st.integers(0, 27), into=st.integers(0, 40))
def test_a_payment_made_in_two_parts_is_owed_the_same(schedule, rise, cut, into):
    new, from_on = schedule.amount_pence + rise, schedule.first_on + timedelta(days=into)
    (whole, *_) = periods(schedule, to_on=schedule.first_on)
    last_of_first = whole.from_on + timedelta(days=min(cut, len(whole) - 2))
    parts = [Days(whole.from_on, last_of_first), Days(last_of_first + timedelta(days=1), whole.to_on)]
    in_parts = back_pay(schedule, amount_after_pence=new, from_on=from_on, paid=parts)
    assert in_parts.total.value == back_pay(schedule, amount_after_pence=new, from_on=from_on, paid=[whole]).total.value


def ask(**changes):
    rule = answers_uplift.RULES["uplift.back_pay"]
    data = {name: value for name, value in rule.example.items() if name != "on"} | changes
    return {name: step.value for name, step in rule.work(from_plain(rule.inputs, data), of_our_council()).items()}


def test_the_example_of_its_page():
    assert ask() == {"owed": 4_201, "payments.2026-03-23": 1_400, "payments.2026-04-20": 2_801}


def test_days_that_end_before_they_start_are_told_by_their_field():
    with pytest.raises(BadInput) as refusal:
        ask(paid=[{"from_on": "2026-04-20", "to_on": "2026-04-19"}])
    assert [problem.field for problem in refusal.value.problems] == ["paid.0.to_on"]
