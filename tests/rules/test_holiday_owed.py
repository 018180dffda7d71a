"""Holiday is earned over time, is worth an average week, and is paid for when a job ends before it was taken."""

import pytest
from hypothesis import given as told
from hypothesis import strategies as some
from tests.rules.figures import national

from ownway.rules import holiday_owed
from ownway.rules.holiday import HolidayNotLawful
from ownway.rules.steps import PENCE_WEEKLY
from ownway.rules.vocabulary import given, recompute


def first_year(days_weekly: int, months: int) -> int:
    return holiday_owed.earned_in_first_year(days_weekly=days_weekly, months=months, figures=national()).value


@pytest.mark.parametrize(
    ("days_weekly", "months", "hundredths"),
    [
        (5, 0, 0),
        (5, 1, 250),  # 28 ÷ 12 = 2.33 → 2.5
        (5, 3, 700),  # exactly 7
        (3, 1, 150),  # 16.8 ÷ 12 = 1.4 → 1.5
        (3, 12, 1_680),  # never more than the year, though 16.8 would go up to 17
        (7, 12, 2_800),
    ],
)
def test_a_twelfth_is_earned_each_month_in_half_days(days_weekly: int, months: int, hundredths: int) -> None:
    assert first_year(days_weekly, months) == hundredths


@told(days_weekly=some.integers(1, 7), months=some.integers(0, 11))
def test_another_month_never_takes_holiday_away(days_weekly: int, months: int) -> None:
    assert first_year(days_weekly, months) <= first_year(days_weekly, months + 1)


def as_worked(*minutes: int, daily: int = 420) -> int:
    earned, _ = holiday_owed.earned_as_worked(
        minutes=minutes, hours_kind="irregular", hours_daily_minutes=daily, figures=national()
    )
    return earned.value


def test_each_pay_period_is_rounded_by_itself() -> None:
    # 37 h: 4.4659 → 4; twice that is 8, though 74 h together would be 8.93 → 9
    assert as_worked(37 * 60, 37 * 60) == 8 * 60
    assert as_worked(74 * 60) == 9 * 60


def test_a_year_stops_at_28_usual_days() -> None:
    # 28 × 7 h = 196 h; 2,000 h × 12.07% = 241.4 h
    assert as_worked(2_000 * 60) == 196 * 60
    assert as_worked(2_000 * 60, daily=480) == 224 * 60
    assert as_worked(1_000 * 60) == 121 * 60  # 120.7


def test_nothing_worked_earns_nothing() -> None:
    assert as_worked() == 0


def test_set_hours_do_not_earn_as_worked() -> None:
    with pytest.raises(HolidayNotLawful):
        holiday_owed.earned_as_worked(minutes=[600], hours_kind="fixed", hours_daily_minutes=420, figures=national())


def test_a_weeks_pay_is_the_average_of_the_weeks_with_pay() -> None:
    assert holiday_owed.week_of_holiday_pay(pay_pence=100_000, weeks=3).value == 33_333
    assert holiday_owed.week_of_holiday_pay(pay_pence=200_000, weeks=3).value == 66_667


def test_a_year_stops_at_whole_hours() -> None:
    assert as_worked(2_000 * 60, daily=421) == 196 * 60  # 28 × 7 h 1 min = 196 h 28 min
    assert as_worked(2_000 * 60, daily=422) == 197 * 60  # 196 h 56 min


def test_a_days_pay_is_to_the_nearest_penny() -> None:
    assert owed(gone=365, taken=0, days_weekly=3, pay=20_000) == 112_006  # £200 ÷ 3 = £66.67, × 16.8 = £1,120.056


def owed(*, gone: int, taken: int, days_weekly: int = 5, pay: int = 30_000) -> int:
    found = holiday_owed.owed_fixed(
        pay_weekly=given("Pay", pay, PENCE_WEEKLY),
        days_weekly=days_weekly,
        days_gone=gone,
        taken_hundredths=taken,
        figures=national(),
    )
    assert recompute(found) == found
    return found.value


@pytest.mark.parametrize(
    ("gone", "taken", "pence"),
    [
        (365, 0, 168_000),  # 28 days at £60
        (365, 2_800, 0),
        (73, 0, 33_600),  # a fifth of the year: 5.6 days
        (73, 1_000, 0),  # taken more than earned: nothing is owed, and nothing is asked back here
        (1, 0, 461),  # 28 ÷ 365 × £60 = £4.602… → £4.61
        (400, 0, 168_000),
        (0, 0, 0),
    ],
)
def test_what_was_earned_and_not_taken_is_paid(gone: int, taken: int, pence: int) -> None:
    assert owed(gone=gone, taken=taken) == pence


def test_six_days_a_week_have_28_days_too() -> None:
    assert owed(gone=365, taken=0, days_weekly=6, pay=36_000) == 168_000


@pytest.mark.parametrize(
    ("earned", "taken", "pence"), [(600, 120, 10_400), (600, 700, 0), (90, 0, 1_950), (65, 0, 1_408), (67, 0, 1_452)]
)
def test_irregular_hours_are_paid_by_the_hour(earned: int, taken: int, pence: int) -> None:
    found = holiday_owed.owed_irregular(earned_minutes=earned, taken_minutes=taken, hourly_pence=1_300)
    assert found.value == pence
