"""A payment schedule pays for each day once: no day left out, none twice, to the penny."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.rules import steps as units
from ownway.rules.days import Days
from ownway.rules.frequencies import FOUR_WEEKS, MONTH, ONCE, PAY_PERIODS, TWO_WEEKS, WEEK, YEAR
from ownway.rules.refusals import BadInput
from ownway.rules.schedules import Schedule, due_dates, due_payments, part_of_period, payment_for, periods
from ownway.rules.vocabulary import given as told
from ownway.rules.vocabulary import recompute

MONDAY = date(2026, 6, 1)
YEAR_END = date(2026, 12, 31)


def test_amina_is_paid_every_four_weeks():
    schedule = Schedule(MONDAY, FOUR_WEEKS, 80000)
    assert due_dates(schedule, MONDAY, date(2026, 8, 24)) == [
        date(2026, 6, 1),
        date(2026, 6, 29),
        date(2026, 7, 27),
        date(2026, 8, 24),
    ]


def test_each_four_weekly_payment_covers_the_28_days_from_its_pay_day():
    first, second = periods(Schedule(MONDAY, FOUR_WEEKS, 80000), to_on=date(2026, 7, 1))
    assert first == Days(date(2026, 6, 1), date(2026, 6, 28))
    assert second == Days(date(2026, 6, 29), date(2026, 7, 26))


def test_a_monthly_payment_on_the_31st_is_made_on_the_last_day_of_a_shorter_month_and_goes_back_to_the_31st():
    schedule = Schedule(date(2027, 1, 31), MONTH, 50000)
    assert due_dates(schedule, date(2027, 1, 1), date(2027, 5, 31)) == [
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
        date(2027, 5, 31),
    ]


def test_only_pay_days_in_the_asked_days_are_listed():
    schedule = Schedule(MONDAY, WEEK, 20000)
    assert due_dates(schedule, date(2026, 6, 2), date(2026, 6, 15)) == [date(2026, 6, 8), date(2026, 6, 15)]
    assert due_dates(schedule, date(2026, 5, 1), date(2026, 5, 31)) == []


def test_a_whole_payment_is_the_agreed_amount():
    (payment,) = due_payments(Schedule(MONDAY, TWO_WEEKS, 40000), MONDAY, MONDAY)
    assert payment.amount_pence == 40000
    assert payment.due_on == MONDAY
    assert payment.covers == Days(MONDAY, date(2026, 6, 14))


def test_a_schedule_that_ends_after_ten_days_of_the_last_four_weeks_pays_ten_twenty_eighths():
    # 10/28 of £800.00 is £285.714…, to the nearest penny £285.71.
    schedule = Schedule(MONDAY, FOUR_WEEKS, 80000, until_on=date(2026, 6, 10))
    (payment,) = due_payments(schedule, MONDAY, YEAR_END)
    assert payment.covers == Days(MONDAY, date(2026, 6, 10))
    assert payment.amount_pence == 28571
    assert payment.amount.label == "For the first 10 of 28 days"
    assert recompute(payment.amount) == payment.amount


def test_a_pause_of_the_second_week_leaves_three_weeks_to_pay_for():
    # £800.00 for 28 days: days 1-7 are £200.00; days 15-28 are £800.00 - £400.00 = £400.00.
    schedule = Schedule(MONDAY, FOUR_WEEKS, 80000)
    pause = Days(date(2026, 6, 8), date(2026, 6, 14))
    paid = due_payments(schedule, MONDAY, date(2026, 6, 28), without=[pause])
    assert [(each.due_on, each.amount_pence) for each in paid] == [(MONDAY, 20000), (date(2026, 6, 15), 40000)]


def test_days_paid_already_are_not_paid_again_when_the_payment_starts_again():
    # The four weeks were paid on 1 June; the pause and the resume fall inside them.
    schedule = Schedule(MONDAY, FOUR_WEEKS, 80000)
    paid_already = Days(MONDAY, date(2026, 6, 28))
    pause = Days(date(2026, 6, 8), date(2026, 6, 14))
    assert due_payments(schedule, MONDAY, date(2026, 6, 28), without=[paid_already, pause]) == []


def test_a_pause_over_a_whole_period_skips_its_payment():
    schedule = Schedule(MONDAY, WEEK, 20000)
    pause = Days(date(2026, 6, 8), date(2026, 6, 14))
    paid = due_payments(schedule, MONDAY, date(2026, 6, 21), without=[pause])
    assert [each.due_on for each in paid] == [MONDAY, date(2026, 6, 15)]


def test_a_one_off_is_due_once_and_whole():
    once = Schedule(MONDAY, ONCE, 25000)
    (payment,) = due_payments(once, MONDAY, YEAR_END)
    assert (payment.due_on, payment.covers, payment.amount_pence) == (MONDAY, Days(MONDAY, MONDAY), 25000)
    assert due_payments(once, date(2026, 6, 2), YEAR_END) == []
    assert due_payments(once, MONDAY, YEAR_END, without=[payment.covers]) == []


def test_a_one_off_for_some_days_is_whole_too():
    (payment,) = due_payments(Schedule(MONDAY, ONCE, 25000, until_on=date(2026, 6, 20)), MONDAY, YEAR_END)
    assert (payment.covers, payment.amount_pence) == (Days(MONDAY, date(2026, 6, 20)), 25000)


def test_a_yearly_payment_comes_on_the_same_day_of_each_year():
    assert due_dates(Schedule(date(2028, 2, 29), YEAR, 9900), date(2028, 1, 1), date(2030, 12, 31)) == [
        date(2028, 2, 29),
        date(2029, 2, 28),
        date(2030, 2, 28),
    ]


def test_days_outside_the_period_have_no_part_in_it():
    with pytest.raises(ValueError, match="not all in the period"):
        part_of_period(
            told("Payment", 100, units.PENCE),
            days=Days(MONDAY, date(2026, 6, 8)),
            whole=Days(MONDAY, date(2026, 6, 7)),
        )


def test_everything_wrong_with_a_schedule_is_said_at_once_by_its_field():
    with pytest.raises(BadInput) as refused:
        Schedule(MONDAY, "fortnightly", 0, until_on=date(2026, 5, 31))
    assert [problem.field for problem in refused.value.problems] == ["every", "amount_pence", "until_on"]


EVERY = st.sampled_from(PAY_PERIODS)
FIRST = st.dates(date(2024, 1, 1), date(2027, 12, 31))
AMOUNT = st.integers(1, 10_000_00)


SCHEDULES = st.builds(
    lambda first, every, pence, more: Schedule(
        first, every, pence, None if more is None else first + timedelta(days=more)
    ),
    FIRST,
    EVERY,
    AMOUNT,
    st.none() | st.integers(0, 400),
)


@given(schedule=SCHEDULES, ahead=st.integers(0, 500))
def test_the_periods_have_no_gaps_and_no_overlaps(schedule, ahead):
    covered = list(periods(schedule, to_on=schedule.first_on + timedelta(days=ahead)))
    assert covered[0].from_on == schedule.first_on
    for earlier, later in itertools.pairwise(covered):
        assert later.from_on == earlier.to_on + timedelta(days=1)
    if schedule.until_on:
        assert covered[-1].to_on <= schedule.until_on


@given(
    schedule=SCHEDULES,
    pause=st.tuples(st.integers(0, 200), st.integers(0, 100)),
    runs=st.lists(st.integers(1, 60), min_size=1, max_size=8),
)
def test_a_pause_and_a_resume_pay_each_day_once(schedule, pause, runs):
    """Runs come when they come, each told what was paid before: in the end every day not paused is paid once."""
    start, length = pause
    paused = Days(schedule.first_on + timedelta(days=start), schedule.first_on + timedelta(days=start + length))
    paid, today = [], schedule.first_on
    for gap in runs:
        today += timedelta(days=gap)
        without = [paused, *(each.covers for each in paid)]
        paid += due_payments(schedule, schedule.first_on, today, without=without)
        again = [paused, *(each.covers for each in paid)]
        assert due_payments(schedule, schedule.first_on, today, without=again) == []
    last = max((each.covers.to_on for each in paid), default=schedule.first_on - timedelta(days=1))
    for number in range((last - schedule.first_on).days + 1):
        day = schedule.first_on + timedelta(days=number)
        assert sum(day in each.covers for each in paid) == (0 if day in paused else 1)


@given(pence=AMOUNT, length=st.integers(1, 31), cuts=st.sets(st.integers(1, 30), max_size=5))
def test_the_parts_of_a_period_add_up_to_the_whole_to_the_penny(pence, length, cuts):
    whole = Days(MONDAY, MONDAY + timedelta(days=length - 1))
    edges = [0, *sorted(cut for cut in cuts if cut < length), length]
    parts = [
        part_of_period(
            told("Payment", pence, units.PENCE),
            days=Days(MONDAY + timedelta(days=a), MONDAY + timedelta(days=b - 1)),
            whole=whole,
        )
        for a, b in itertools.pairwise(edges)
    ]
    assert sum(part.value for part in parts) == pence
    assert all(part.value >= 0 for part in parts)


def test_starting_late_finds_the_same_periods_as_starting_at_the_first_day():
    for every in (WEEK, TWO_WEEKS, FOUR_WEEKS, MONTH, YEAR):
        schedule = Schedule(first_on=date(2024, 1, 31), every=every, amount_pence=10_000)
        to_on = date(2026, 12, 31)
        all_due = due_payments(schedule, schedule.first_on, to_on)
        for late in (date(2024, 1, 1), date(2024, 2, 29), date(2025, 1, 30), date(2025, 1, 31), date(2026, 3, 1)):
            expected = [payment for payment in all_due if payment.due_on >= late]
            assert due_payments(schedule, late, to_on) == expected, (every, late)


def test_the_payment_for_some_days_of_a_period_is_their_part_of_it():
    # £280.00 for 28 days from 7 September 2026; 14 of them are £140.00.
    schedule = Schedule(first_on=date(2026, 9, 7), every=FOUR_WEEKS, amount_pence=28_000)
    part = payment_for(schedule, Days(date(2026, 10, 5), date(2026, 10, 18)))
    assert (part.due_on, part.amount_pence) == (date(2026, 10, 5), 14_000)
    with pytest.raises(ValueError, match="not all in the period"):
        payment_for(schedule, Days(date(2026, 10, 5), date(2026, 11, 2)))
