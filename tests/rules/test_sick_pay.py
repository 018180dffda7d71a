"""Sick pay changed on 6 April 2026: no waiting days, no earnings test, and the lower of the flat rate and 80%."""

from datetime import date

import pytest
from tests.rules.figures import national

from ownway.rules import sick_pay
from ownway.rules.refusals import BadInput

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
BEFORE, AFTER = date(2026, 4, 5), date(2026, 4, 6)


def paid(sick_from: str, sick_to: str, *, on: date, linked: bool = False) -> tuple[str, ...]:
    return sick_pay.days_paid(
        qualifying_days=WEEKDAYS, sick_from=sick_from, sick_to=sick_to, linked=linked, figures=national(on)
    )[2]


@pytest.mark.parametrize(
    ("sick_to", "on", "days"),
    [
        ("Sun", BEFORE, ("Thu", "Fri")),
        ("Sun", AFTER, WEEKDAYS),
        ("Wed", BEFORE, ()),  # three days in a row were not counted at all
        ("Wed", AFTER, ("Mon", "Tue", "Wed")),
    ],
)
def test_waiting_days_are_not_paid(sick_to: str, on: date, days: tuple[str, ...]) -> None:
    assert paid("Mon", sick_to, on=on) == days


def test_a_linked_absence_has_waited_already() -> None:
    assert paid("Mon", "Sun", on=BEFORE, linked=True) == WEEKDAYS


@pytest.mark.parametrize(("on", "pence", "entitled"), [(BEFORE, 12_499, 0), (BEFORE, 12_500, 1), (AFTER, 1, 1)])
def test_earnings_had_to_reach_the_lower_limit(on: date, pence: int, entitled: int) -> None:
    average = sick_pay.average_weekly_earnings(pay_pence=pence * 8)
    assert sick_pay.is_entitled(average=average, figures=national(on)).value == entitled


@pytest.mark.parametrize(("average", "weekly"), [(15_406, 12_325), (15_405, 12_324), (10_000, 8_000)])
def test_a_week_is_the_lower_of_the_flat_rate_and_80_per_cent(average: int, weekly: int) -> None:
    step = sick_pay.average_weekly_earnings(pay_pence=average, weeks=1)
    assert sick_pay.weekly_rate(average=step, figures=national(AFTER)).value == weekly


def test_a_day_that_is_not_one_is_told() -> None:
    with pytest.raises(BadInput, match="“Monday” is not a day"):
        paid("Monday", "Sun", on=AFTER)
