"""A payment schedule pays for each day once: no day left out, none twice, to the penny."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.rules import steps as units
from ownway.rules.days import Days
from ownway.rules.refusals import BadInput
from ownway.rules.schedules import Schedule, due_dates, due_payments, part_of_period, payment_for, periods, yearly_for
from ownway.rules.vocabulary import given as told
from ownway.rules.vocabulary import recompute

MONDAY = date(2026, 6, 1)
YEAR_END = date(2026, 12, 31)


def test_amina_is_paid_every_four_weeks():
    schedule = Schedule(MONDAY, "4-weekly", 80000)
    assert due_dates(schedule, MONDAY, date(2026, 8, 24)) == [
        date(2026, 6, 1),
        date(2026, 6, 29),
        date(2026, 7, 27),
        date(2026, 8, 24),
    ]


def test_each_four_weekly_payment_covers_the_28_days_from_its_pay_day():
    first, second = periods(Schedule(MONDAY, "4-weekly", 80000), to_on=date(2026, 7, 1))
    assert first == Days(date(2026, 6, 1), date(2026, 6, 28))
    assert second == Days(date(2026, 6, 29), date(2026, 7, 26))


def test_a_monthly_payment_on_the_31st_is_made_on_the_last_day_of_a_shorter_month_and_goes_back_to_the_31st():
    schedule = Schedule(date(2027, 1, 31), "monthly", 50000)
    assert due_dates(schedule, date(2027, 1, 1), date(2027, 5, 31)) == [
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
        date(2027, 5, 31),
    ]


def test_only_pay_days_in_the_asked_days_are_listed():
    schedule = Schedule(MONDAY, "weekly", 20000)
    assert due_dates(schedule, date(2026, 6, 2), date(2026, 6, 15)) == [date(2026, 6, 8), date(2026, 6, 15)]
    assert due_dates(schedule, date(2026, 5, 1), date(2026, 5, 31)) == []


def test_a_whole_payment_is_the_agreed_amount():
    (payment,) = due_payments(Schedule(MONDAY, "2-weekly", 40000), MONDAY, MONDAY)
    assert payment.amount_pence == 40000
    assert payment.due_on == MONDAY
    assert payment.covers == Days(MONDAY, date(2026, 6, 14))


def test_a_schedule_that_ends_after_ten_days_of_the_last_four_weeks_pays_ten_twenty_eighths():
    # 10/28 of £800.00 is £285.714…, to the nearest penny £285.71.
    schedule = Schedule(MONDAY, "4-weekly", 80000, until_on=date(2026, 6, 10))
    (payment,) = due_payments(schedule, MONDAY, YEAR_END)
    assert payment.covers == Days(MONDAY, date(2026, 6, 10))
    assert payment.amount_pence == 28571
    assert payment.amount.label == "For the first 10 of 28 days"
    assert recompute(payment.amount) == payment.amount


def test_a_pause_of_the_second_week_leaves_three_weeks_to_pay_for():
    # £800.00 for 28 days: days 1-7 are £200.00; days 15-28 are £800.00 - £400.00 = £400.00.
    schedule = Schedule(MONDAY, "4-weekly", 80000)
    pause = Days(date(2026, 6, 8), date(2026, 6, 14))
    paid = due_payments(schedule, MONDAY, date(2026, 6, 28), without=[pause])
    assert [(each.due_on, each.amount_pence) for each in paid] == [(MONDAY, 20000), (date(2026, 6, 15), 40000)]


def test_days_paid_already_are_not_paid_again_when_the_payment_starts_again():
    # The four weeks were paid on 1 June; the pause and the resume fall inside them.
    schedule = Schedule(MONDAY, "4-weekly", 80000)
    paid_already = Days(MONDAY, date(2026, 6, 28))
    pause = Days(date(2026, 6, 8), date(2026, 6, 14))
    assert due_payments(schedule, MONDAY, date(2026, 6, 28), without=[paid_already, pause]) == []


def test_a_pause_over_a_whole_period_skips_its_payment():
    schedule = Schedule(MONDAY, "weekly", 20000)
    pause = Days(date(2026, 6, 8), date(2026, 6, 14))
    paid = due_payments(schedule, MONDAY, date(2026, 6, 21), without=[pause])
    assert [each.due_on for each in paid] == [MONDAY, date(2026, 6, 15)]


@pytest.mark.parametrize(
    ("every", "weeks_in_year", "expected", "unit"),
    [
        ("weekly", "52", 12345, units.PENCE_WEEKLY),
        ("2-weekly", "52", 24690, units.PENCE_2WEEKLY),
        ("4-weekly", "365/7", 49380, units.PENCE_4WEEKLY),
        # £123.45 × 52 ÷ 12 = £534.95 exactly.
        ("monthly", "52", 53495, units.PENCE_MONTHLY),
        # £123.45 × 365 ÷ 7 ÷ 12 = £536.4196…, to the nearest penny £536.42.
        ("monthly", "365/7", 53642, units.PENCE_MONTHLY),
    ],
)
def test_a_weekly_budget_becomes_a_payment(every, weeks_in_year, expected, unit):
    payment = payment_for(told("Weekly budget", 12345, units.PENCE_WEEKLY), every=every, weeks_in_year=weeks_in_year)
    assert (payment.value, payment.unit) == (expected, unit)
    assert payment.rounding == "to the nearest penny, half a penny going up"
    assert recompute(payment) == payment


def test_a_year_is_52_weeks_or_365_days_as_the_council_chose():
    # £100.00 × 52 = £5,200.00; £100.00 × 365 ÷ 7 = £5,214.2857…, to the nearest penny £5,214.29.
    weekly = told("Weekly budget", 10000, units.PENCE_WEEKLY)
    rule = "to the nearest penny, half a penny going up"
    assert yearly_for(weekly, weeks_in_year="52", rounding=rule).value == 520000
    assert yearly_for(weekly, weeks_in_year="365/7", rounding=rule).value == 521429


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


EVERY = st.sampled_from(["weekly", "2-weekly", "4-weekly", "monthly"])
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
