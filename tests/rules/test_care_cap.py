"""No cap on care costs is in force, so nothing is counted; were one to come, what a person pays counts towards it."""

from datetime import date

import pytest
from tests.rules.figures import DAY, SOURCE

from ownway.rules import vocabulary as words
from ownway.rules.parameters import Confirmed, FigureNotConfirmed, Figures, load_national
from ownway.rules.refusals import BadInput
from ownway.rules.registry import answer

FROM = date(2026, 5, 1)
SWITCH = Confirmed("care_cap.in_force", FROM, 1, SOURCE, by="Farah")
CAP = Confirmed("care_cap.amount", FROM, 8_600_000, SOURCE, by="Farah")
ASKED = {"days": 28, "eligible_weekly_pence": 50_000, "contribution_weekly_pence": 13_241}


def figures(*confirmed: Confirmed, day: date = DAY) -> Figures:
    return load_national().with_confirmed(confirmed).on(day)


def values(asked: dict, *confirmed: Confirmed) -> dict[str, int]:
    answers = answer("charging.care_cap", asked, figures(*confirmed))
    assert all(words.recompute(step) == step for step in answers.values())
    return {name: step.value for name, step in answers.items()}


def test_it_is_off_and_says_why() -> None:
    answers = answer("charging.care_cap", ASKED, figures())
    assert {name: step.value for name, step in answers.items()} == {"in_force": 0}
    switch = answers["in_force"]
    assert switch.label == "No cap on care costs is in force, so nothing is counted towards one"
    assert "does not go on with the charging reforms" in switch.figure.source


def test_a_cap_that_comes_counts_from_its_own_day() -> None:
    before = answer("charging.care_cap", ASKED, figures(SWITCH, CAP, day=date(2026, 4, 30)))
    assert set(before) == {"in_force"}
    switch = answer("charging.care_cap", ASKED, figures(SWITCH, CAP, day=FROM))["in_force"]
    assert (switch.value, switch.label) == (1, "A cap on care costs is in force")


def test_nothing_is_counted_before_somebody_confirmed_the_amount() -> None:
    with pytest.raises(FigureNotConfirmed, match="Cap on what a person pays"):
        answer("charging.care_cap", ASKED, figures(SWITCH))


def test_what_the_person_pays_counts_by_the_day() -> None:
    found = values(ASKED, SWITCH, CAP)
    assert found["these_days"] == 52_964  # £132.41 × 28 ÷ 7
    assert (found["counted"], found["left"], found["is_reached"]) == (52_964, 8_547_036, 0)
    assert values(ASKED | {"days": 1}, SWITCH, CAP)["these_days"] == 1_892  # £132.41 ÷ 7 = £18.9157


def test_no_more_counts_than_eligible_care_costs() -> None:
    assert values(ASKED | {"eligible_weekly_pence": 7_000}, SWITCH, CAP)["these_days"] == 28_000


@pytest.mark.parametrize(
    ("before", "counted", "left", "reached"),
    [(8_547_036, 8_600_000, 0, 1), (8_547_035, 8_599_999, 1, 0), (8_600_000, 8_600_000, 0, 1)],
)
def test_it_counts_up_to_the_cap_and_no_further(before: int, counted: int, left: int, reached: int) -> None:
    found = values(ASKED | {"counted_before_pence": before}, SWITCH, CAP)
    assert (found["counted"], found["left"], found["is_reached"]) == (counted, left, reached)


def test_every_amount_below_nothing_is_told_by_its_field() -> None:
    with pytest.raises(BadInput) as refusal:
        values(dict.fromkeys([*ASKED, "counted_before_pence"], -1))
    assert [one.field for one in refusal.value.problems] == [*ASKED, "counted_before_pence"]
