"""What a service in the return costs a week and in a period, by how often it is paid."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st
from tests.rules.figures import national

from ownway.rules.refusals import BadInput
from ownway.rules.registry import RULES, answer
from ownway.rules.service_costs import FREQUENCIES, ONE_OFF, ServiceCost, cost, days_in_period

QUARTER = {"period_start_on": date(2026, 1, 1), "period_end_on": date(2026, 3, 31)}


@pytest.mark.parametrize(
    ("frequency", "pence", "weekly"),
    [
        ("Weekly", 10_000, 10_000),
        ("Fortnightly", 10_001, 5_001),  # half a penny goes up
        ("4-weekly", 40_000, 10_000),
        ("Monthly", 52_000, 12_000),  # × 12 ÷ 52
        ("Quarterly", 13_000, 1_000),  # × 4 ÷ 52
        ("Annually", 520_000, 10_000),
        ("Hourly", 1_750, 21_000),  # 12 hours
        ("Daily", 1_000, 12_000),
        ("Per session", 333, 3_996),
    ],
)
def test_a_week_costs(frequency, pence, weekly):
    assert cost(ServiceCost(pence, frequency, units_hundredths=1_200)).weekly.value == weekly


def test_how_often_is_trusted_over_planned_units():
    assert cost(ServiceCost(10_000, "Weekly", units_hundredths=500)).weekly.value == 10_000


def test_parts_of_a_unit_count():
    assert cost(ServiceCost(1_750, "Hourly", units_hundredths=150)).weekly.value == 2_625  # 1.5 h × £17.50


def test_a_period_costs_its_days_at_the_exact_week():
    # £100 a month is £23.0769… a week; 90 days are 12.857… weeks: £296.703…, so £296.70.
    found = cost(ServiceCost(10_000, "Monthly", started_on=date(2025, 11, 10), **QUARTER))
    assert (found.days.value, found.total.value) == (90, 29_670)


def test_a_one_off_has_no_week_and_costs_once_in_its_period():
    once = ServiceCost(95_000, ONE_OFF, started_on=date(2026, 2, 1), ended_on=date(2026, 2, 1), **QUARTER)
    assert (cost(once).weekly, cost(once).total.value) == (None, 95_000)
    later = replace(once, started_on=date(2026, 4, 1), ended_on=date(2026, 4, 1))
    assert cost(later).total.value == 0


@pytest.mark.parametrize(
    ("started", "ended", "days"),
    [
        (date(2026, 1, 1), date(2026, 1, 1), 1),
        (date(2025, 1, 1), None, 90),
        (date(2025, 1, 1), date(2026, 1, 1), 1),
        (date(2026, 3, 31), None, 1),
        (date(2026, 4, 1), None, 0),
        (date(2025, 1, 1), date(2025, 12, 31), 0),
    ],
)
def test_first_and_last_day_are_included(started, ended, days):
    assert days_in_period(started_on=started, ended_on=ended, **QUARTER) == days


def test_everything_wrong_is_told_by_its_field():
    wrong = ServiceCost(
        -1,
        "Now and then",
        units_hundredths=-1,
        started_on=date(2026, 2, 1),
        ended_on=date(2026, 1, 1),
        period_start_on=date(2026, 3, 31),
        period_end_on=date(2026, 1, 1),
    )
    with pytest.raises(BadInput) as refusal:
        cost(wrong)
    assert {one.field for one in refusal.value.problems} == {
        *("unit_cost_pence", "frequency", "units_hundredths", "ended_on", "period_end_on"),
    }


@given_any(st.sampled_from(FREQUENCIES), st.integers(0, 10**7), st.integers(0, 16_800), st.integers(0, 89))
def test_two_parts_of_a_period_cost_the_whole_within_a_penny(frequency, pence, units, split):
    one = ServiceCost(pence, frequency, units, started_on=date(2020, 1, 1), **QUARTER)
    middle = date.fromordinal(date(2026, 1, 1).toordinal() + split)
    parts = (replace(one, period_end_on=middle), replace(one, period_start_on=date.fromordinal(middle.toordinal() + 1)))
    if frequency == ONE_OFF or split == 89:
        return
    assert abs(sum(cost(part).total.value for part in parts) - cost(one).total.value) <= 1


def test_the_rule_by_name_answers_with_its_working():
    # £520 a month is £120 a week; 15 January to 31 March are 76 days: £120 × 76 ÷ 7 = £1,302.857…
    answers = answer("returns.service_cost", RULES["returns.service_cost"].example, national())
    assert {name: step.value for name, step in answers.items()} == {"weekly": 12_000, "days": 76, "total": 130_286}
