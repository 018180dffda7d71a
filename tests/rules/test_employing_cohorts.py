"""A rule about employing gives a whole cohort the pennies that each person alone gets."""

import dataclasses
from datetime import date

import numpy as np
import pytest
from tests.rules.cohorts import one_of
from tests.rules.recalled import as_recalled

from ownway.rules.answers_employing import RULES
from ownway.rules.cohort import Cohort
from ownway.rules.columns import column
from ownway.rules.plain_data import from_plain

SIZE = 150
MOST = {"age_years": (22, 66), "worked_years": (0, 5), "days_weekly": (1, 7), "minutes_weekly": (60, 3_000)}
"""What cannot be any number at all; the other amounts go from nothing to three times the example's, and a little."""
KEPT = {"weeks", "minutes_awake_weekly", "sick_weeks_yearly", "months"}
BY_THE_PENNY = [
    *("mileage.cost", "mileage.free_of_tax", "nmw.annual_increase", "ni.employer", "ni.employee"),
    *("ni.employment_allowance", "ni.employer_year", "ni.allowance_through_year", "pension.employer"),
    *("holiday.irregular_accrual", "holiday.rolled_up_pay", "holiday.fixed_hours", "holiday.owed"),
    *("holiday.week_pay", "holiday.first_year", "holiday.leave_year"),
    *("ssp.eligibility", "ssp.weekly_rate", "smp.cost", "smp.recovery"),
    *("redundancy.pay", "redundancy.set_aside", "notice.weeks", "employing.start_up", "employing.run_off"),
    *("pay.gross", "nmw.check", "employing.cost"),
]


def many(value: object, name: str, chance: np.random.Generator) -> object:
    """The value with a column of amounts wherever the example has one."""
    if dataclasses.is_dataclass(value):
        changes = {
            field.name: many(getattr(value, field.name), field.name, chance) for field in dataclasses.fields(value)
        }
        return dataclasses.replace(value, **changes)
    if isinstance(value, tuple):
        return tuple(many(one, name, chance) for one in value)
    if type(value) is not int or name in KEPT:
        return value
    low, high = MOST.get(name, (0, 3 * value + 9))
    return column(chance.integers(low, high, SIZE, endpoint=True))


@pytest.mark.parametrize("name", BY_THE_PENNY)
def test_it_gives_everybody_what_each_alone_gets(name: str) -> None:
    rule, figures = RULES[name], as_recalled(date(2026, 6, 1))
    example = {key: value for key, value in rule.example.items() if key != "on"}
    inputs = many(from_plain(rule.inputs, example), "", np.random.default_rng(7))
    people = [rule.work(one_of(inputs, place), figures) for place in range(SIZE)]
    rounded = [key for key, step in people[0].items() if step.over == 1]
    answers = Cohort(rule, inputs, SIZE, figures).answers(*rounded)
    for place, alone in enumerate(people):
        shared = {key: alone[key].value for key in rounded if key in alone}
        assert shared == {key: answers[key][place] for key in shared}


def test_what_is_looked_at_differs_between_people() -> None:
    rule, figures = RULES["redundancy.pay"], as_recalled()
    inputs = many(rule.inputs(pay_weekly_pence=40_000, age_years=40, worked_years=3), "", np.random.default_rng(7))
    found = Cohort(rule, inputs, SIZE, figures).answers("redundancy")["redundancy"]
    assert (found == 0).any()
    assert len(set(found.tolist())) > SIZE // 3
