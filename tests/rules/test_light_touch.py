"""A council does without a full assessment only when the person agrees and something shows it, or when they do not say."""

from dataclasses import replace

import pytest
from tests.rules.figures import national

from ownway.rules import vocabulary as words
from ownway.rules.finances import LocalPolicy
from ownway.rules.light_touch import LightTouchInputs, light_touch
from ownway.rules.refusals import BadInput

SAVER = LightTouchInputs(
    "savings", agrees=True, shown_by="a bank statement", can_go_on_paying=True, savings_pence=2_325_001
)
SMALL = replace(SAVER, ground="small charge", savings_pence=0, cost_weekly_pence=500, small_weekly_pence=500)
BENEFITS = LightTouchInputs("benefits", agrees=True, shown_by="a letter about Income Support")
SILENT = LightTouchInputs("does not say", was_asked=True, was_told=True, was_helped=True)


def found(inputs: LightTouchInputs) -> tuple[int, int, int]:
    worked = light_touch(inputs, national())
    answers = (worked.may_be_used, worked.pays_full_cost, worked.pays_nothing)
    assert all(words.recompute(step) == step for step in answers)
    return tuple(step.value for step in answers)


@pytest.mark.parametrize(
    ("inputs", "may_full_nothing"),
    [(SAVER, (1, 1, 0)), (SMALL, (1, 1, 0)), (BENEFITS, (1, 0, 1)), (SILENT, (1, 1, 0))],
)
def test_each_reason_leads_to_what_is_paid(inputs: LightTouchInputs, may_full_nothing: tuple) -> None:
    assert found(inputs) == may_full_nothing


@pytest.mark.parametrize(
    "inputs",
    [
        replace(SAVER, agrees=False),
        replace(SAVER, shown_by=" "),
        replace(SAVER, can_go_on_paying=False),
        replace(SAVER, savings_pence=2_325_000),  # not above the upper limit
        replace(SAVER, policy=LocalPolicy(upper_limit_pence=3_000_000)),  # the council's own is higher
        replace(SMALL, agrees=False),
        replace(SMALL, shown_by=""),
        replace(SMALL, can_go_on_paying=False),
        replace(SMALL, cost_weekly_pence=501),
        replace(SMALL, small_weekly_pence=0),  # the policy calls nothing small
        replace(BENEFITS, agrees=False),
        replace(BENEFITS, shown_by=""),
        replace(SILENT, was_asked=False),
        replace(SILENT, was_told=False),
        replace(SILENT, was_helped=False),
    ],
)
def test_when_anything_is_missing_a_full_assessment_comes_first(inputs: LightTouchInputs) -> None:
    assert found(inputs) == (0, 0, 0)


def test_the_reasons_are_the_parts_of_the_answer() -> None:
    may = light_touch(replace(SILENT, was_helped=False), national()).may_be_used
    assert [(part.label, part.value) for part in may.parts] == [
        ("They were asked for what is missing", 1),
        ("They were told what follows if they do not say", 1),
        ("They were helped to answer, or somebody speaks for them", 0),
    ]


def test_what_shows_it_is_kept_with_the_reason() -> None:
    shown = light_touch(SAVER, national()).may_be_used.parts[1]
    assert (shown.label, shown.source) == ("Something shows it", "a bank statement")


def test_every_slip_is_told_by_its_field() -> None:
    with pytest.raises(BadInput) as refusal:
        found(LightTouchInputs("a hunch", savings_pence=-1, cost_weekly_pence=-1, small_weekly_pence=-1))
    fields = [one.field for one in refusal.value.problems]
    assert fields == ["ground", "savings_pence", "cost_weekly_pence", "small_weekly_pence"]
