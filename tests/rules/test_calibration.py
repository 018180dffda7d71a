"""A table is made from past plans whose truth is known, and is tried on plans that it has not seen."""

import builtins
from dataclasses import replace
from datetime import date

import pytest
from tests.rules.past_plans import TRUTH, made_up

from ownway.rules import quantiles
from ownway.rules.allocation_tables import problems
from ownway.rules.calibration import Choices, NotEnoughPlans, calibrate, split, tried_on
from ownway.rules.needs import AREAS, Need
from ownway.rules.refusals import BadInput

CHOICES = Choices(
    version="2026.1", from_on=date(2026, 4, 1), review_by=date(2027, 4, 1), source="made-up plans of 2024 to 2026"
)
PLANS = made_up(1_200)


@pytest.fixture(scope="module")
def made():
    return calibrate(PLANS, choices=CHOICES)


def test_it_finds_what_each_level_of_each_area_really_costs(made):
    # Each figure stands on a few hundred people whose costs differ by 30% by chance: none is off by more than £20 a week.
    for row in made.table.areas:
        for found, truth in zip((row.some, row.much, row.whole), TRUTH[row.area], strict=True):
            assert abs(found - truth) <= 20, (row, TRUTH[row.area])
    off = [abs(row.much - TRUTH[row.area][1]) for row in made.table.areas]
    assert sum(off) / len(off) < 7


def test_without_chance_it_finds_the_truth_to_the_pound():
    exact = calibrate(made_up(400, spread=0.0), choices=CHOICES)
    assert {row.area: (row.some, row.much, row.whole) for row in exact.table.areas} == TRUTH
    assert (exact.table.lower_pence, exact.table.middle_pence, exact.table.upper_pence) == (100, 100, 100)
    assert exact.table.checked.median_error_pence == 0


def test_the_range_is_where_half_of_the_plans_are(made, capsys):
    # A quarter of such plans cost less than 0.817 of the middle one, and a quarter more than 1.224 of it.
    assert abs(made.table.lower_pence - 82) <= 4
    assert abs(made.table.middle_pence - 100) <= 3
    assert abs(made.table.upper_pence - 122) <= 4
    held = made.table.checked
    with capsys.disabled():
        print(
            f"\nMade from {made.made_from} plans, tried on {held.people} others: {held.within_range_basis_points / 100}%"
            f" within the range, {held.too_low_basis_points / 100}% above the middle, half of them within"
            f" £{held.median_error_pence / 100:.2f} a week of it."
        )
    assert held.people == len(made.kept_back) > 200
    assert 4_000 <= held.within_range_basis_points <= 6_000
    assert 4_000 <= held.too_low_basis_points <= 6_000


def test_the_table_keeps_its_promises_and_can_be_published(made):
    assert list(problems(made.table)) == []
    assert made.table.version == "2026.1"
    assert made.table.source == "made-up plans of 2024 to 2026"


def test_more_need_never_gives_less_even_where_the_past_says_otherwise():
    # In these plans those who need much help with getting out cost £200 less than those who need some.
    def upside_down(plan):
        level = next(need.level for need in plan.needs if need.area == "community")
        return replace(plan, weekly_pence=max(plan.weekly_pence - 20_000 * (level == "much"), 0))

    table = calibrate([upside_down(plan) for plan in made_up(600)], choices=CHOICES).table
    (row,) = (row for row in table.areas if row.area == "community")
    assert 0 <= row.some <= row.much <= row.whole
    assert list(problems(table)) == []


def test_a_few_very_large_plans_do_not_move_everybody(made):
    dear = [replace(plan, weekly_pence=1_000_000) if place % 100 == 0 else plan for place, plan in enumerate(PLANS)]
    table = calibrate(dear, choices=CHOICES).table
    assert abs(table.middle_pence - made.table.middle_pence) <= 3
    change = [abs(a.much - b.much) for a, b in zip(table.areas, made.table.areas, strict=True)]
    assert max(change) <= 12


def test_a_wider_range_holds_more_of_the_plans():
    wide = replace(CHOICES, lower_percentile=5, upper_percentile=95)
    checked = calibrate(made_up(600), choices=wide).table.checked
    assert 8_200 <= checked.within_range_basis_points <= 9_700


def test_a_point_may_be_worth_more(made):
    larger = calibrate(PLANS, choices=replace(CHOICES, point_pence=500)).table
    assert abs(larger.middle_pence - 500) <= 25
    assert all(abs(5 * a.whole - b.whole) <= 3 for a, b in zip(larger.areas, made.table.areas, strict=True))


def test_plans_are_kept_back_by_their_key_and_never_by_anybodys_choice(made):
    made_from, kept_back = split(PLANS, one_in=5)
    assert sorted(plan.key for plan in made_from + kept_back) == sorted(plan.key for plan in PLANS)
    assert abs(len(kept_back) - 240) <= 45
    assert tuple(kept_back) == made.kept_back
    assert {plan.key for plan in split(reversed(PLANS), one_in=5)[1]} == {plan.key for plan in kept_back}
    assert made.made_from == len(made_from)


def test_the_same_plans_give_the_same_table(made):
    assert calibrate(PLANS, choices=CHOICES).table == made.table


def test_the_groups_of_people_change_nothing(made):
    others = [replace(plan, age_band="", ethnicity="", client_group="") for plan in PLANS]
    assert calibrate(others, choices=CHOICES).table == made.table


def test_trying_a_table_on_two_plans_by_hand(made):
    # 10 points: £8.00 to £12.50 with £10.00 in the middle; the plans cost £9.00 and £13.00.
    areas = tuple(replace(row, some=10, much=10, whole=10) for row in made.table.areas)
    table = replace(made.table, areas=areas, lower_pence=80, middle_pence=100, upper_pence=125)
    needs = (Need("hygiene", "some"), *(Need(area, "none") for area in AREAS if area != "hygiene"))
    plans = [replace(PLANS[place], needs=needs, weekly_pence=pence) for place, pence in enumerate((900, 1_300))]
    checked = tried_on(plans, table=table)
    assert (checked.people, checked.median_error_pence) == (2, 100)
    assert (checked.within_range_basis_points, checked.too_low_basis_points) == (5_000, 5_000)


def test_a_level_that_few_people_had_is_named():
    def without(plan):
        return replace(
            plan, needs=tuple(Need(need.area, "none") if need.area == "caring" else need for need in plan.needs)
        )

    plans = [plan if place < 12 else without(plan) for place, plan in enumerate(made_up(600))]
    seldom = {(area, level) for area, level, people in calibrate(plans, choices=CHOICES).seldom if people < 10}
    assert seldom == {("caring", "some"), ("caring", "much"), ("caring", "whole")}


def test_too_few_plans_are_refused():
    with pytest.raises(NotEnoughPlans, match="At least 200 are needed"):
        calibrate(PLANS[:200], choices=CHOICES)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"point_pence": 0}, "point_pence"),
        ({"kept_back_one_in": 1}, "kept_back_one_in"),
        ({"lower_percentile": 60}, "lower_percentile"),
        ({"informal_some_basis_points": 8_000}, "informal_some_basis_points"),
        ({"source": " "}, "source"),
        ({"version": ""}, "version"),
        ({"review_by": date(2026, 4, 1)}, "review_by"),
    ],
)
def test_a_choice_to_put_right_is_told_by_its_field(changes, field):
    with pytest.raises(BadInput) as refusal:
        calibrate(PLANS, choices=replace(CHOICES, **changes))
    assert [problem.field for problem in refusal.value.problems] == [field]


def test_plans_to_put_right_are_told_all_at_once():
    wrong = [
        PLANS[0],
        replace(PLANS[1], key=PLANS[0].key, weekly_pence=-1),
        replace(PLANS[2], needs=PLANS[2].needs[1:]),
    ]
    with pytest.raises(BadInput) as refusal:
        calibrate(wrong, choices=CHOICES)
    fields = [problem.field for problem in refusal.value.problems]
    assert fields == ["plans.1.key", "plans.1.weekly_pence", "plans.2.needs"]


def test_without_scipy_it_says_what_to_install(monkeypatch):
    real = builtins.__import__

    def without_scipy(name, *rest):
        if name.startswith("scipy"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_scipy)
    with pytest.raises(quantiles.AnalystExtraMissing, match=r"requirements/analyst\.txt"):
        calibrate(PLANS, choices=CHOICES)


def test_the_quantile_of_a_handful_of_numbers_is_the_one_in_its_place():
    numbers = [100.0, 200.0, 300.0, 400.0, 1_000.0]
    rows = [[1.0]] * 5
    assert quantiles.fit(rows, numbers, quantiles=[0.5] * 5) == pytest.approx((300.0,))
    assert quantiles.fit(rows, numbers, quantiles=[0.9] * 5) == pytest.approx((1_000.0,))
    assert quantiles.fit(rows, numbers, quantiles=[0.1] * 5) == pytest.approx((100.0,))
    assert quantiles.fit(rows, [-5.0] * 5, quantiles=[0.5] * 5) == (0.0,)  # never below nought
