"""Whatever is typed into a plan, what is wrong is said by the field, all at once, in a plain sentence."""

from dataclasses import replace
from typing import Any

import pytest

from ownway.rules.employing import Assistant
from ownway.rules.plans import Plan, PlanLine, problems
from ownway.rules.refusals import BadInput

CARYS = Assistant(key="carys", name="Carys", age_years=34)
LINE = PlanLine("pa_hours", "Exercise", "Swimming", minutes_weekly=180, hourly_pence=1_300, assistant="carys")
PLAN = Plan(lines=(LINE,), assistants=(CARYS,))


def found(plan: Plan) -> list[tuple[str, bool]]:
    return [(problem.field, problem.asks) for problem in problems(plan)]


def test_a_good_plan_has_no_problems() -> None:
    assert found(PLAN) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"minutes_weekly": -60}, "minutes_weekly"),
        ({"hourly_pence": -1}, "hourly_pence"),
        ({"hourly_pence": 0}, "hourly_pence"),
        ({"count": -1}, "count"),
        ({"minutes_weekly": 10_081, "assistant": "carys"}, "minutes_weekly"),
        ({"minutes_awake_weekly": 181, "day_kind": "sleep-in"}, "minutes_awake_weekly"),
        ({"day_kind": "someday"}, "day_kind"),
        ({"assistant": "nobody"}, "assistant"),
        ({"heading": "  "}, "heading"),
        ({"kind": "magic"}, "kind"),
        ({"every": "fortnight"}, "every"),
        ({"kind": "start_up", "every": "week"}, "every"),
        ({"kind": "activity", "amount_pence": -5}, "amount_pence"),
        ({"kind": "activity", "basis_points": 5}, "basis_points"),
        ({"kind": "contingency", "basis_points": 500, "amount_pence": 1}, "amount_pence"),
        ({"kind": "contingency", "basis_points": 10_001}, "basis_points"),
    ],
)
def test_a_slip_in_a_line_is_told_by_its_field(change: dict, field: str) -> None:
    assert (f"lines.0.{field}", False) in found(replace(PLAN, lines=(replace(LINE, **change),)))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"age_years": 15}, "age_years"),
        ({"hours_kind": "whenever"}, "hours_kind"),
        ({"pay_period": "year"}, "pay_period"),
    ],
)
def test_a_slip_about_an_assistant_is_told_by_its_field(change: dict, field: str) -> None:
    assert found(replace(PLAN, assistants=(replace(CARYS, **change),))) == [(f"assistants.0.{field}", False)]


def test_two_assistants_need_keys_of_their_own() -> None:
    assert found(replace(PLAN, assistants=(CARYS, CARYS))) == [("assistants", False)]


def test_a_year_is_counted_one_of_two_ways() -> None:
    assert found(replace(PLAN, year="53")) == [("year", False)]


def test_one_person_cannot_work_more_hours_than_a_week_has() -> None:
    lines = tuple(replace(LINE, minutes_weekly=90 * 60) for _ in range(2))
    assert ("assistants.0", False) in found(replace(PLAN, lines=lines))


def test_a_plan_of_400_hours_is_asked_about_not_refused() -> None:
    agency = PlanLine("agency_hours", "Day and night", "Agency", minutes_weekly=400 * 60, hourly_pence=2_500)
    (problem,) = problems(Plan(lines=(agency,)))
    assert (problem.field, problem.asks) == ("lines", True)
    assert "400 hours" in problem.sentence
    assert "more than one person at the same time?" in problem.sentence


def test_a_plan_reads_back_as_it_was_written() -> None:
    assert Plan.from_json(PLAN.to_json()) == PLAN


@pytest.mark.parametrize(
    ("data", "fields"),
    [
        ([], [""]),
        ({"lines": 5}, ["lines"]),
        ({"lines": [5]}, ["lines.0"]),
        ({"lines": [{"kind": "activity"}]}, ["lines.0.heading", "lines.0.label"]),
        ({"colour": "red"}, ["colour"]),
        ({"only_care": "yes"}, ["only_care"]),
        (
            {"lines": [{"kind": 1, "heading": "a", "label": "b", "count": 1.5, "amount_pence": "12"}]},
            ["lines.0.kind", "lines.0.amount_pence", "lines.0.count"],
        ),
        (
            {"lines": [{"kind": "activity", "heading": "a", "label": "b", "amount_pence": 10**13}]},
            ["lines.0.amount_pence"],
        ),
        (
            {"lines": [{"kind": "activity", "heading": "a", "label": "b", "amount_pence": True}]},
            ["lines.0.amount_pence"],
        ),
    ],
)
def test_data_of_the_wrong_shape_is_told_by_its_fields_all_at_once(data: Any, fields: list[str]) -> None:
    with pytest.raises(BadInput) as refusal:
        Plan.from_json(data)
    assert [problem.field for problem in refusal.value.problems] == fields
    assert all(problem.sentence.endswith(".") for problem in refusal.value.problems)
