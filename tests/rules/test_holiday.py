"""Holiday is 5.6 weeks where hours are set, and 12.07% only where the law allows it."""

import pytest
from tests.rules.figures import national

from ownway.rules import holiday
from ownway.rules.employing import Assistant
from ownway.rules.refusals import Refused
from ownway.rules.steps import PENCE, PENCE_WEEKLY
from ownway.rules.vocabulary import given

PAY = given("Pay", 46_400, PENCE_WEEKLY)


def assistant(hours_kind: str) -> Assistant:
    return Assistant(key="carys", name="Carys", age_years=34, hours_kind=hours_kind)


def test_set_hours_cost_5_6_weeks_for_every_46_4_worked() -> None:
    assert holiday.weekly_cost(assistant=assistant("fixed"), pay_weekly=PAY, figures=national()).value == 5_600


@pytest.mark.parametrize("hours_kind", ["irregular", "part-year"])
def test_irregular_and_part_year_hours_cost_12_07_per_cent(hours_kind: str) -> None:
    # £464 × 12.07% = £56.0048
    assert holiday.weekly_cost(assistant=assistant(hours_kind), pay_weekly=PAY, figures=national()).value == 5_600
    ten = given("Pay", 100_000, PENCE_WEEKLY)
    assert holiday.weekly_cost(assistant=assistant(hours_kind), pay_weekly=ten, figures=national()).value == 12_070


def test_12_07_per_cent_for_set_hours_is_refused_with_the_reason() -> None:
    with pytest.raises(holiday.HolidayNotLawful, match=r"set hours, so the law gives 5\.6 weeks"):
        holiday.rolled_up_pay(pay=given("Pay", 100, PENCE), hours_kind="fixed", figures=national())
    with pytest.raises(Refused):
        holiday.accrued(minutes_worked=600, hours_kind="fixed", figures=national())


@pytest.mark.parametrize(
    ("hours", "whole_hours"),
    [
        (37, 4),  # 4.4659 h: under half an hour, down
        (38, 5),  # 4.5866 h: half an hour or more, up
        (0, 0),
    ],
)
def test_holiday_earned_comes_in_whole_hours(hours: int, whole_hours: int) -> None:
    earned = holiday.accrued(minutes_worked=hours * 60, hours_kind="irregular", figures=national())
    assert earned.value == whole_hours * 60


@pytest.mark.parametrize(("days", "hundredths"), [(1, 560), (3, 1_680), (5, 2_800), (6, 2_800), (7, 2_800)])
def test_days_of_holiday_stop_at_28(days: int, hundredths: int) -> None:
    assert holiday.fixed_days(days_weekly=days, figures=national()).value == hundredths
