"""A contribution that changes in the middle of a year counts by the day, and however it is split the whole is the same."""

from datetime import date, timedelta

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st
from tests.rules.figures import national, of_our_council

from ownway.rules import vocabulary as words
from ownway.rules.by_day import over_days
from ownway.rules.days import Days
from ownway.rules.refusals import BadInput
from ownway.rules.registry import answer, replay
from ownway.rules.steps import PENCE_WEEKLY, Step, used_parameters
from ownway.rules.vocabulary import given

FIRST, LAST = date(2026, 4, 6), date(2027, 4, 5)
YEAR = Days(FIRST, LAST)
LAST_OF_WEEK = FIRST + timedelta(days=6)


def weekly(pence: int) -> Step:
    return given("What you pay", pence, PENCE_WEEKLY)


def test_each_amount_counts_for_its_own_days() -> None:
    # 6 April to 31 August is 148 days, the rest 217: £12.34 × 148 ÷ 7 = £260.90 (.29), £20 × 31 weeks = £620
    total, parts = over_days(YEAR, [(FIRST, weekly(1_234)), (date(2026, 9, 1), weekly(2_000))])
    assert total.value == 88_090
    assert [(part.amount.value, len(part.days)) for part in parts] == [(26_090, 148), (62_000, 217)]


def test_the_parts_say_which_days_they_are_for() -> None:
    _, (first, second) = over_days(YEAR, [(FIRST, weekly(1_234)), (date(2026, 9, 1), weekly(2_000))])
    assert first.amount.label == "For 6 April 2026 to 31 August 2026"
    assert second.amount.label == "For 1 September 2026 to 5 April 2027"
    assert (first.weekly.value, second.weekly.value) == (1_234, 2_000)


def test_an_amount_from_before_counts_from_the_first_day() -> None:
    total, parts = over_days(Days(FIRST, FIRST + timedelta(days=6)), [(date(2020, 1, 1), weekly(999))])
    assert (total.value, len(parts)) == (999, 1)


def test_amounts_that_were_over_or_are_yet_to_come_have_no_days() -> None:
    changes = [(date(2025, 1, 1), weekly(1)), (date(2025, 6, 1), weekly(700)), (date(2028, 1, 1), weekly(9))]
    total, parts = over_days(Days(FIRST, FIRST), changes)
    assert (total.value, [part.weekly.value for part in parts]) == (100, [700])


def test_a_change_on_the_last_day_counts_for_that_day() -> None:
    total, (first, last) = over_days(
        Days(FIRST, FIRST + timedelta(days=6)), [(FIRST, weekly(700)), (LAST_OF_WEEK, weekly(7_000))]
    )
    assert (first.amount.value, last.amount.value, total.value) == (600, 1_000, 1_600)


amounts = st.integers(0, 200_000)
days_in = st.integers(1, 364).map(lambda after: FIRST + timedelta(days=after))


@given_any(amounts, st.sets(days_in, max_size=12))
def test_splitting_a_year_at_any_day_gives_the_years_total(pence: int, splits: set[date]) -> None:
    whole, _ = over_days(YEAR, [(FIRST, weekly(pence))])
    total, parts = over_days(YEAR, [(day, weekly(pence)) for day in (FIRST, *sorted(splits))])
    assert total.value == whole.value == (pence * 365 * 2 + 7) // 14
    assert sum(part.amount.value for part in parts) == whole.value
    assert sum(len(part.days) for part in parts) == 365


@given_any(st.dictionaries(days_in, amounts, max_size=6), amounts)
def test_the_parts_add_up_and_none_is_more_than_a_penny_off(later: dict[date, int], first: int) -> None:
    changes = [(FIRST, weekly(first)), *((day, weekly(pence)) for day, pence in sorted(later.items()))]
    total, parts = over_days(YEAR, changes)
    assert sum(part.amount.value for part in parts) == total.value
    for part in parts:
        assert abs(part.amount.value * 7 - part.weekly.value * len(part.days)) < 7
        assert words.recompute(part.amount) == part.amount
    assert words.recompute(total) == total


ESA = {"household": {"age_years": 34}, "income": [{"label": "ESA", "kind": "esa", "amount_pence": 15_000}]}


def assessed(*starts: str, cost: int = 20_000) -> dict:
    assessments = [{"from_on": day, "finances": ESA, "cost_weekly_pence": cost} for day in starts]
    return {"from_on": "2026-03-30", "to_on": "2026-04-12", "assessments": assessments}


def test_each_assessment_uses_the_figures_of_its_own_day() -> None:
    # The guarantee is £112.50 before 6 April 2026 and £120.40 from then: £150 less it is £37.50, then £29.60.
    answers = answer("charging.assessed_over_days", assessed("2026-01-01", "2026-04-06"), national())
    assert (answers["weekly.0"].value, answers["weekly.1"].value) == (3_750, 2_960)
    assert (answers["parts.0"].value, answers["parts.1"].value, answers["total"].value) == (3_750, 2_960, 6_710)


def test_without_a_new_assessment_the_old_one_goes_on() -> None:
    assert answer("charging.assessed_over_days", assessed("2026-01-01"), national())["total"].value == 7_500


def test_a_stored_answer_over_two_years_figures_is_worked_out_again() -> None:
    asked = assessed("2026-01-01", "2026-04-06")
    answers = answer("charging.assessed_over_days", asked, of_our_council())
    assert replay("charging.assessed_over_days", asked, used_parameters(*answers.values())) == answers


def over(first: str, last: str, *held: tuple[str, int]) -> dict:
    listed = [{"from_on": day, "weekly_pence": pence} for day, pence in held]
    return {"from_on": first, "to_on": last, "amounts": listed}


def test_a_single_day_is_a_seventh_of_a_week() -> None:
    assert (
        answer("charging.over_days", over("2026-04-06", "2026-04-06", ("2026-04-06", 999)), national())["total"].value
        == 143
    )


@pytest.mark.parametrize(
    ("asked", "fields"),
    [
        (over("2026-04-06", "2026-04-05", ("2026-04-06", 1)), ["to_on"]),
        (over("2026-04-06", "2026-04-12"), ["amounts"]),
        (over("2026-04-06", "2026-04-12", ("2026-04-07", 1)), ["amounts.0.from_on"]),
        (over("2026-04-06", "2026-04-12", ("2026-04-06", 1), ("2026-04-06", 2)), ["amounts.1.from_on"]),
        (over("2026-04-06", "2026-04-12", ("2026-04-01", -1)), ["amounts.0.weekly_pence"]),
        (
            over("2026-04-06", "2026-04-01", ("2026-04-08", -1)),
            ["to_on", "amounts.0.from_on", "amounts.0.weekly_pence"],
        ),
    ],
)
def test_every_slip_is_told_by_its_field(asked: dict, fields: list[str]) -> None:
    with pytest.raises(BadInput) as refusal:
        answer("charging.over_days", asked, national())
    assert [problem.field for problem in refusal.value.problems] == fields


def test_a_slip_in_an_assessment_is_told_by_its_field() -> None:
    with pytest.raises(BadInput) as refusal:
        answer("charging.assessed_over_days", assessed("2026-04-06", cost=-1), national())
    assert [problem.field for problem in refusal.value.problems] == [
        "assessments.0.from_on",
        "assessments.0.cost_weekly_pence",
    ]
