"""A table for indicative budgets is published as a file, in force from its day, and keeps its promises."""

from dataclasses import replace
from datetime import date

import pytest
from tests.rules.test_allocation import TABLE

from ownway.rules.allocation_tables import (
    AreaPoints,
    Checked,
    NoTableYet,
    digest,
    from_toml,
    problems,
    table_on,
    to_toml,
)
from ownway.rules.refusals import BadInput

NEXT_YEAR = replace(TABLE, version="2027.1", from_on=date(2027, 4, 1), review_by=date(2028, 4, 1), middle_pence=104)
CHECKED = replace(
    TABLE, checked=Checked(521, 4_817, 5_067, 3_174), source='plans of 2024 to 2026, the “long” ones\n"all"'
)


@pytest.mark.parametrize("table", [TABLE, CHECKED])
def test_what_is_published_is_read_back_the_same(table):
    assert from_toml(to_toml(table)) == table


def test_it_can_be_read_by_a_person():
    published = to_toml(TABLE)
    assert published.startswith('version = "2026.1"\nfrom_on = 2026-04-01\nreview_by = 2027-04-01\n')
    assert '[[areas]]\narea = "toilet"\nsome = 20\nmuch = 50\nwhole = 90\n' in published


def test_each_table_is_in_force_from_its_day():
    tables = (NEXT_YEAR, TABLE)
    assert table_on(tables, date(2026, 4, 1)) == TABLE
    assert table_on(tables, date(2027, 3, 31)) == TABLE
    assert table_on(tables, date(2027, 4, 1)) == NEXT_YEAR


def test_before_the_first_table_there_is_none_and_it_says_what_to_do():
    with pytest.raises(NoTableYet, match=r"No table .* is published for 31 March 2026\. Publish one"):
        table_on((TABLE,), date(2026, 3, 31))


def test_one_other_figure_makes_another_digest():
    assert digest(TABLE) == digest(from_toml(to_toml(TABLE)))
    assert digest(TABLE) != digest(replace(TABLE, upper_pence=126))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"version": " "}, "table.version"),
        ({"source": ""}, "table.source"),
        ({"review_by": date(2026, 4, 1)}, "table.review_by"),
        ({"lower_pence": 101}, "table.middle_pence"),
        ({"upper_pence": 99}, "table.middle_pence"),
        ({"lower_pence": -1}, "table.middle_pence"),
        ({"lower_pence": 0, "middle_pence": 0}, "table.middle_pence"),
        ({"lower_percentile": 50}, "table.lower_percentile"),
        ({"lower_percentile": 0}, "table.lower_percentile"),
        ({"upper_percentile": 50}, "table.lower_percentile"),
        ({"upper_percentile": 100}, "table.lower_percentile"),
        ({"informal_some_basis_points": -1}, "table.informal_some_basis_points"),
        ({"informal_some_basis_points": 7_001}, "table.informal_some_basis_points"),
        ({"informal_most_basis_points": 10_001}, "table.informal_some_basis_points"),
        ({"areas": TABLE.areas[1:]}, "table.areas"),
        ({"areas": (*TABLE.areas, TABLE.areas[0])}, "table.areas"),
        ({"areas": (AreaPoints("nutrition", 20, 19, 90), *TABLE.areas[1:])}, "table.areas.0"),
        ({"areas": (AreaPoints("nutrition", -1, 19, 90), *TABLE.areas[1:])}, "table.areas.0"),
    ],
)
def test_a_promise_that_is_broken_is_told_by_its_field(changes, field):
    broken = replace(TABLE, **changes)
    assert [problem.field for problem in problems(broken)] == [field]
    with pytest.raises(BadInput):
        from_toml(to_toml(broken))


def test_a_table_without_a_range_and_with_flat_areas_keeps_its_promises():
    flat = replace(
        TABLE,
        lower_pence=100,
        upper_pence=100,
        lower_percentile=1,
        upper_percentile=99,
        informal_some_basis_points=0,
        informal_most_basis_points=0,
        areas=tuple(replace(row, some=0, much=0, whole=0) for row in TABLE.areas),
    )
    assert list(problems(flat)) == []
    whole = replace(flat, lower_pence=0, informal_some_basis_points=10_000, informal_most_basis_points=10_000)
    assert list(problems(whole)) == []


def test_points_are_looked_up_by_area_and_level():
    table = replace(TABLE, areas=(AreaPoints("nutrition", 1, 2, 3), *TABLE.areas[1:]))
    assert [table.points("nutrition", level) for level in ("none", "some", "much", "whole")] == [0, 1, 2, 3]
    assert table.points("caring", "some") == 20


def test_a_file_that_is_no_toml_is_refused_in_words():
    with pytest.raises(BadInput, match="This is not a table in TOML"):
        from_toml("version = ")


def test_a_missing_figure_in_a_file_is_named():
    with pytest.raises(BadInput, match="Tell us “upper pence”"):
        from_toml(to_toml(TABLE).replace("upper_pence = 125\n", ""))
