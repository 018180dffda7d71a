"""Redundancy pay goes by age, years and a capped week; notice by years; and a budget holds both in time."""

from datetime import date

import pytest
from hypothesis import given as told
from hypothesis import strategies as some
from tests.rules.figures import national

from ownway.rules import ending
from ownway.rules.parameters import FigureNotConfirmed
from ownway.rules.steps import PENCE, PENCE_WEEKLY
from ownway.rules.vocabulary import given, recompute

DAY = date(2026, 6, 1)


def weeks(age: int, worked: int) -> int:
    found = ending.redundancy_weeks(
        age_years=ending.years("Age", age), worked_years=ending.years("Worked", worked), figures=national()
    )
    return found.value


def pay(pence: int, age: int, worked: int, day: date = DAY) -> int:
    found = ending.redundancy_pay(
        pay_weekly=given("Pay", pence, PENCE_WEEKLY),
        age_years=ending.years("Age", age),
        worked_years=ending.years("Worked", worked),
        figures=national(day),
    )
    assert recompute(found) == found
    return found.value


@pytest.mark.parametrize(
    ("age", "worked", "hundredths"),
    [
        (30, 1, 0),  # not two years yet
        (30, 2, 200),
        (21, 2, 100),  # both years below 22
        (23, 3, 200),  # two below 22 at 0.5, one from 22 at 1
        (41, 3, 300),  # the year in which somebody turns 41 is not a year at 41
        (42, 3, 350),
        (60, 19, 2_850),
        (61, 20, 3_000),
        (65, 30, 3_000),  # the last 20 years, all from 41
        (50, 25, 2_450),  # 9 at 1.5 and 11 at 1
    ],
)
def test_each_year_counts_by_the_age_in_it(age: int, worked: int, hundredths: int) -> None:
    assert weeks(age, worked) == hundredths


@told(age=some.integers(16, 90), worked=some.integers(0, 60))
def test_counting_year_by_year_gives_the_same(age: int, worked: int) -> None:
    started = [age - back for back in range(1, min(worked, 20) + 1)]  # the age at the start of each year, newest first
    slowly = sum(150 if at >= 41 else 100 if at >= 22 else 50 for at in started)
    assert weeks(age, worked) == (slowly if worked >= 2 else 0)


def test_a_weeks_pay_counts_up_to_the_cap() -> None:
    assert pay(80_000, 61, 20) == 30 * 75_100
    assert pay(80_000, 61, 20, day=date(2024, 6, 1)) == 30 * 70_000


def test_half_weeks_come_to_the_nearest_penny() -> None:
    assert pay(10_001, 20, 3) == 15_002  # £100.01 × 1.5 = £150.015


def test_a_cap_that_nobody_confirmed_is_not_used() -> None:
    with pytest.raises(FigureNotConfirmed, match="Most that counts as a week’s pay"):
        pay(30_000, 40, 5, day=date(2025, 6, 1))


def notice(worked: int, *, contract: int = 0, a_month: bool = True) -> int:
    found = ending.notice_weeks(
        worked_years=ending.years("Worked", worked),
        worked_a_month=a_month,
        contract_weeks=contract,
        figures=national(),
    )
    return found.value


@pytest.mark.parametrize(("worked", "weeks"), [(0, 1), (1, 1), (2, 2), (11, 11), (12, 12), (30, 12)])
def test_notice_is_a_week_a_year_from_one_to_twelve(worked: int, weeks: int) -> None:
    assert notice(worked) == weeks


def test_a_contract_may_give_more_and_never_less() -> None:
    assert notice(3, contract=4) == 4
    assert notice(5, contract=4) == 5
    assert notice(0, a_month=False) == 0
    assert notice(0, a_month=False, contract=2) == 2


@pytest.mark.parametrize(("due", "held", "weekly"), [(52_000, 0, 1_000), (52_001, 0, 1_001), (52_000, 60_000, 0)])
def test_what_is_missing_is_shared_over_the_year_a_part_of_a_penny_up(due: int, held: int, weekly: int) -> None:
    assert ending.set_aside_weekly(in_a_year=given("Due", due, PENCE), held_pence=held).value == weekly


@told(pence=some.integers(0, 120_000), age=some.integers(18, 80), worked=some.integers(0, 40))
def test_what_is_set_aside_is_there_in_a_year(pence: int, age: int, worked: int) -> None:
    now, in_a_year = pay(pence, age, worked), pay(pence, age + 1, worked + 1)
    step = given("Due in a year", in_a_year, PENCE)
    weekly = ending.set_aside_weekly(in_a_year=step, held_pence=now).value
    assert in_a_year <= now + 52 * weekly < max(in_a_year, now) + 52
