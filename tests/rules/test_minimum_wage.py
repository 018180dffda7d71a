"""Pay is held against the minimum wage on average, over the time that counts, at the rate of the period's first day."""

from datetime import date

import pytest
from tests.rules.figures import national

from ownway.rules import minimum_wage
from ownway.rules.employing import PaidTime, counted_time, gross_pay

JUNE = date(2026, 6, 1)


def check(*times: PaidTime, age: int = 34) -> minimum_wage.MinimumWage:
    rate = minimum_wage.rate_for_pay_period(age_years=age, starts_on=JUNE, figures=national())
    return minimum_wage.check(pay=gross_pay("Carys", times), time=counted_time("Carys", times), rate=rate)


@pytest.mark.parametrize(
    ("age", "apprentice", "day", "figure_id"),
    [
        (34, False, JUNE, "nmw.21_plus"),
        (21, False, JUNE, "nmw.21_plus"),
        (20, False, JUNE, "nmw.18_20"),
        (18, False, JUNE, "nmw.18_20"),
        (17, False, JUNE, "nmw.under_18"),
        (17, True, JUNE, "nmw.apprentice"),
        (22, False, date(2024, 3, 31), "nmw.21_22"),
        (22, False, date(2024, 4, 1), "nmw.21_plus"),
        (23, False, date(2024, 3, 31), "nmw.21_plus"),
    ],
)
def test_the_rate_goes_by_age_and_day(age: int, apprentice: bool, day: date, figure_id: str) -> None:
    assert minimum_wage.figure_for(age_years=age, apprentice=apprentice, on=day) == figure_id


def test_a_period_that_began_before_the_rise_stays_on_the_old_rate() -> None:
    figures = national(date(2026, 4, 15))
    rate = minimum_wage.rate_for_pay_period(age_years=34, starts_on=date(2026, 3, 16), figures=figures)
    assert rate.value == 1_221


@pytest.mark.parametrize(("pence", "enough"), [(1_271, True), (1_270, False)])
def test_the_rate_itself_is_enough_and_a_penny_less_is_not(pence: int, enough: bool) -> None:
    assert check(PaidTime("weekday", 600, pence)).is_enough is enough


def test_it_is_the_average_that_counts_not_each_hour() -> None:
    # 5 h × £12 + 5 h × £13.50 = £127.50 for 10 h, and £127.10 is the least.
    both = check(PaidTime("weekday", 300, 1_200), PaidTime("weekend", 300, 1_350))
    assert (both.is_enough, both.average_hourly.value, both.least.value) == (True, 1_275, 12_710)


def test_of_a_sleep_in_only_time_awake_for_working_counts() -> None:
    # 9 h at £6 an hour is £54; awake 2 h: £27 an hour on average.
    night = check(PaidTime("sleep-in", 540, 600, minutes_awake_weekly=120))
    assert (night.is_enough, night.average_hourly.value) == (True, 2_700)


def test_a_waking_night_counts_in_full() -> None:
    assert not check(PaidTime("waking night", 540, 600)).is_enough


def test_a_quiet_sleep_in_has_no_average_and_is_enough() -> None:
    night = check(PaidTime("sleep-in", 540, 600))
    assert (night.is_enough, night.average_hourly) == (True, None)


def test_part_of_a_penny_short_is_short() -> None:
    # 50 minutes at £12.71 is £10.5916…; the least is £10.60, and pay to the nearest penny is £10.59.
    odd = check(PaidTime("weekday", 50, 1_271))
    assert (odd.pay.value, odd.least.value) == (1_059, 1_060)
    assert not odd.is_enough
