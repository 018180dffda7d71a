"""An indicative budget is worked out from the answers by a published table, and is never a ceiling."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.figures import national

from ownway.journey.needs.models import CareActArea
from ownway.rules import answers_allocation
from ownway.rules.allocation import indicative_budget, sentences
from ownway.rules.allocation_tables import AllocationTable, AreaPoints, Checked
from ownway.rules.fairness import TableNotLookedAt
from ownway.rules.needs import AREAS, INFORMAL, LEVELS, Need
from ownway.rules.plain_data import from_plain
from ownway.rules.refusals import BadInput
from ownway.rules.vocabulary import recompute

TABLE = AllocationTable(
    version="2026.1",
    from_on=date(2026, 4, 1),
    review_by=date(2027, 4, 1),
    source="made up for a test",
    lower_pence=80,
    middle_pence=100,
    upper_pence=125,
    lower_percentile=25,
    upper_percentile=75,
    informal_some_basis_points=3_000,
    informal_most_basis_points=7_000,
    areas=tuple(AreaPoints(area, 20, 50, 90) for area in AREAS),
)


def answers(**said: str | tuple[str, str]) -> tuple[Need, ...]:
    """The ten answers: those said, as a level or a level and what family do; no help in all the others."""
    return tuple(
        Need(area, *((one,) if isinstance(one, str) else one))
        for area, one in ((area, said.get(area, "none")) for area in AREAS)
    )


def test_the_points_of_the_answers_are_added_up_and_turned_into_pounds():
    # 20 + 50 + 90 = 160 points: at £0.80, £1.00 and £1.25 a point.
    budget = indicative_budget(needs=answers(hygiene="some", community="much", toilet="whole"), table=TABLE)
    assert budget.points.value == 160
    assert [step.value for step in (budget.lower, budget.middle, budget.upper)] == [12_800, 16_000, 20_000]


def test_what_family_and_friends_do_takes_its_part_of_an_areas_points():
    # Hygiene 20 less 30% = 14; toilet 90 less 70% = 27; community 50, all done by family: 0. 41 points.
    needs = answers(hygiene=("some", "some"), toilet=("whole", "most"), community=("much", "all"))
    budget = indicative_budget(needs=needs, table=TABLE)
    assert (budget.points.value, budget.points.over) == (410_000, 10_000)
    assert budget.middle.value == 4_100
    assert budget.upper.value == 5_125


def test_a_part_of_a_point_is_kept_until_the_pennies_are_rounded_once():
    # 33 points less 30% is 23.1, twice: 46.2 points at £0.80 are £36.96. Rounded to 23 each it would be £36.80.
    odd = replace(TABLE, areas=tuple(AreaPoints(area, 33, 33, 33) for area in AREAS))
    needs = answers(hygiene=("some", "some"), toilet=("some", "some"))
    assert indicative_budget(needs=needs, table=odd).lower.value == 3_696


def test_the_working_gives_the_same_answer_again_and_names_the_table():
    budget = indicative_budget(needs=answers(hygiene=("some", "some")), table=TABLE)
    assert recompute(budget.middle) == budget.middle
    labels = {part.label for part in budget.points.parts}
    assert "Keeping clean, after what family and friends do" in labels
    assert "Using the toilet: no help needed" in labels
    assert budget.points.parts[0].source == "the published table 2026.1"


def test_the_answer_says_that_it_is_no_limit_and_that_nobody_checked_it():
    budget = indicative_budget(needs=answers(hygiene=("much", "some")), table=TABLE)
    assert sentences(budget, table=TABLE, needs=answers(hygiene=("much", "some"))) == (
        "About £35.00 a week is a first idea of what your support may cost.",
        "It may well be from £28.00 a week to £43.75 a week. Nobody has checked how often that is right.",
        "We counted the help of your family and friends. It counts only if they want to and can.",
        "It is not a limit. Your plan says what you need and what that costs.",
        "If meeting your needs costs more, your budget is more.",
    )


def test_the_answer_says_how_often_the_range_was_right():
    checked = replace(TABLE, checked=Checked(521, 4_817, 5_067, 3_174))
    budget = indicative_budget(needs=answers(hygiene="much"), table=checked)
    assert sentences(budget, table=checked)[1] == (
        "We are not sure of it. We tried this on 521 plans of other people:"
        " 48 of every 100 were within a range like yours, from £40.00 a week to £62.50 a week."
    )


@pytest.mark.parametrize(("basis_points", "of_100"), [(4_849, 48), (4_850, 49), (4_949, 49), (4_950, 50)])
def test_how_often_is_said_to_the_nearest_one_of_100(basis_points, of_100):
    checked = replace(TABLE, checked=Checked(521, basis_points, 5_000, 3_174))
    budget = indicative_budget(needs=answers(hygiene="much"), table=checked)
    assert f": {of_100} of every 100 were" in sentences(budget, table=checked)[1]


@pytest.mark.parametrize("nothing_counted", [{"toilet": ("none", "most")}, {"toilet": ("some", "none")}])
def test_help_from_family_is_said_only_where_it_was_counted(nothing_counted):
    needs = answers(hygiene="much", **nothing_counted)
    said = sentences(indicative_budget(needs=needs, table=TABLE), table=TABLE, needs=needs)
    assert not any("family" in sentence for sentence in said)


def test_nobody_is_told_that_they_get_nothing():
    budget = indicative_budget(needs=answers(), table=TABLE)
    assert budget.upper.value == 0
    assert sentences(budget, table=TABLE)[1] == (
        "This is only a first look. If you need help, tell us, and we look at it with you."
    )


def test_everything_to_put_right_in_the_answers_is_said_at_once():
    wrong = (*answers()[2:], Need("caring", "none"), Need("hygiene", "lots", informal="a bit"))
    with pytest.raises(BadInput) as refusal:
        indicative_budget(needs=wrong, table=TABLE)
    said = [(problem.field, problem.sentence) for problem in refusal.value.problems]
    assert said == [
        ("needs.9.level", "“lots” is not an answer here. Choose one of: none, some, much, whole."),
        ("needs.9.informal", "“a bit” is not an answer here. Choose one of: none, some, most, all."),
        ("needs", "Say how much help is needed with “Eating and drinking well”. “None” is an answer too."),
        ("needs", "“Looking after a child” is answered twice. Keep one answer."),
    ]


def test_an_area_that_the_law_does_not_name_is_refused():
    with pytest.raises(BadInput) as refusal:
        indicative_budget(needs=(*answers(), Need("gardening", "some")), table=TABLE)
    assert [problem.field for problem in refusal.value.problems] == ["needs.10.area"]


def test_the_areas_are_those_of_the_needs_room():
    assert {area.value: str(area.label) for area in CareActArea} == dict(AREAS)


needs_of_anybody = st.tuples(
    *(st.builds(Need, st.just(area), st.sampled_from(list(LEVELS)), st.sampled_from(list(INFORMAL))) for area in AREAS)
)


@given(needs=needs_of_anybody, place=st.integers(0, 9))
def test_more_need_never_gives_less(needs, place):
    levels = list(LEVELS)
    higher = levels[min(levels.index(needs[place].level) + 1, 3)]
    more = (*needs[:place], replace(needs[place], level=higher), *needs[place + 1 :])
    before, after = indicative_budget(needs=needs, table=TABLE), indicative_budget(needs=more, table=TABLE)
    assert after.lower.value >= before.lower.value
    assert after.middle.value >= before.middle.value
    assert after.upper.value >= before.upper.value


@given(needs=needs_of_anybody, place=st.integers(0, 9))
def test_more_help_from_family_never_gives_more(needs, place):
    helped = list(INFORMAL)
    more = helped[min(helped.index(needs[place].informal) + 1, 3)]
    others = (*needs[:place], replace(needs[place], informal=more), *needs[place + 1 :])
    before, after = indicative_budget(needs=needs, table=TABLE), indicative_budget(needs=others, table=TABLE)
    assert after.middle.value <= before.middle.value
    assert after.lower.value <= after.middle.value <= after.upper.value


def ask(**changes):
    rule = answers_allocation.RULES["allocation.indicative_budget"]
    data = {name: value for name, value in rule.example.items() if name != "on"} | changes
    return rule.work(from_plain(rule.inputs, data), national())


def test_the_example_of_its_page():
    # Keeping clean, some: 20 points. Getting out, much, family do some of it: 50 less 30% = 35. 55 points in all.
    found = ask()
    assert {name: step.value for name, step in found.items()} == {"lower": 4_400, "middle": 5_500, "upper": 6_875}


def test_it_is_refused_by_name_until_somebody_looked_at_how_fair_the_table_is():
    with pytest.raises(TableNotLookedAt, match="Nobody has looked at its fairness table yet"):
        ask(looked_at=None)
