"""A council's own guarantee is refused below the law's, and costs that are kept are answered one by one."""

import pytest
from tests.rules.figures import national, of_our_council

from ownway.rules.parameters import FigureNotKnown, Figures
from ownway.rules.refusals import BadInput
from ownway.rules.registry import answer


def guarantee(pence: int | None, figures: Figures | None = None, more: int = 0, **household: object) -> dict[str, int]:
    policy = {"guarantee_weekly_pence": pence, "guarantee_more_weekly_pence": more}
    asked = {"on": "2026-06-01", "policy": policy, "household": household}
    answers = answer("charging.local_guarantee", asked, figures or of_our_council())
    return {name: step.value for name, step in answers.items()}


@pytest.mark.parametrize(("own", "kept"), [(12_040, 12_040), (12_500, 12_500), (None, 12_040)])
def test_a_council_may_leave_as_much_as_the_law_or_more(own: int | None, kept: int) -> None:
    assert guarantee(own) == {"statutory": 12_040, "guarantee": kept}


def test_it_may_add_something_on_top() -> None:
    assert guarantee(None, more=500)["guarantee"] == 12_540


def test_less_than_the_law_is_refused_with_what_to_enter() -> None:
    with pytest.raises(BadInput, match=r"at least £120\.40 a week.*Enter £120\.40 or more") as refusal:
        guarantee(12_039)
    assert [one.field for one in refusal.value.problems] == ["policy.guarantee_weekly_pence"]


def test_it_is_held_against_the_law_for_that_household() -> None:
    assert guarantee(12_500, age_years=22)["statutory"] == 9_540
    with pytest.raises(BadInput, match=r"£171\.95"):
        guarantee(12_500, disability_premium=True)


def test_where_the_laws_figure_is_not_known_nothing_is_said() -> None:
    with pytest.raises(FigureNotKnown):
        guarantee(99_999, national(), kind="couple")


def test_a_slip_in_household_and_policy_is_told_at_once() -> None:
    with pytest.raises(BadInput) as refusal:
        guarantee(-1, age_years=17)
    assert [one.field for one in refusal.value.problems] == ["household.age_years", "policy.guarantee_weekly_pence"]


COSTS = {
    "disability_costs": [
        {"label": "Heating", "amount_pence": 2_000, "kind": "heating", "shown_by": "a bill"},
        {"label": "Laundry", "amount_pence": 15_600, "every": "year"},
    ],
    "policy": {"cost_kinds": [{"kind": "heating", "most_weekly_pence": 1_500}]},
}


def test_each_cost_is_answered_with_the_whole() -> None:
    answers = answer("charging.kept_costs", COSTS, national())
    assert {name: step.value for name, step in answers.items()} == {
        "housing": 0,
        "disability_costs": 1_800,
        "costs.0": 1_500,
        "costs.1": 300,
    }


def test_a_slip_in_a_cost_is_told_by_its_field() -> None:
    with pytest.raises(BadInput) as refusal:
        answer("charging.kept_costs", COSTS | {"housing": [{"label": "Rent", "amount_pence": -1}]}, national())
    assert [one.field for one in refusal.value.problems] == ["housing.0.amount_pence"]
