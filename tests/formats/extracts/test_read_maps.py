"""A map of an extract is read from JSON with a sentence for each field that is wrong, and written back the same."""

import json
from dataclasses import replace

import pytest
from tests.formats.extracts import made_up

from ownway.formats.extracts import ExtractMap, MapRefusedError, check_map, read_map, write_map

RIGHT = {
    "kind": "plans",
    "columns": {
        "person_reference": "Person ID",
        "reference": "Plan ID",
        "starts_on": "Starts",
        "budget_weekly_pence": "Budget",
        "every": "Paid",
    },
    "words": {"every": {"4-weekly": "4 weeks"}},
}


def wrong(**changes):
    """What is said of a map that is right but for these fields."""
    with pytest.raises(MapRefusedError) as refused:
        read_map(json.dumps({**RIGHT, **changes}))
    return refused.value.errors


def wrong_columns(**changes):
    columns = {name: said for name, said in (RIGHT["columns"] | changes).items() if said is not None}
    return wrong(columns=columns)


def test_a_map_is_read_with_what_is_usual():
    assert read_map(json.dumps(RIGHT)) == ExtractMap(
        kind="plans",
        columns={name: (heading,) for name, heading in RIGHT["columns"].items()},
        words=RIGHT["words"],
        day_order="day first",
        decimal=".",
        delimiter=",",
        sheet="",
        rows_above=0,
    )


def test_everything_can_be_said():
    told = {"day_order": "month first", "decimal": ",", "delimiter": "semicolon", "sheet": "2026", "rows_above": 3}
    extract_map = read_map(json.dumps(RIGHT | told))
    assert (extract_map.delimiter, extract_map.sheet, extract_map.rows_above) == (";", "2026", 3)
    assert json.loads(write_map(extract_map)) == RIGHT | told
    assert read_map(json.dumps(RIGHT | {"delimiter": "\t"})).delimiter == "\t"


@pytest.mark.parametrize("name", made_up.ALL)
def test_maps_written_and_read_are_the_same(name):
    extract_map = made_up.ALL[name][1]
    assert check_map(extract_map) == {}
    assert read_map(write_map(extract_map)) == extract_map


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"kind": "cats"}, {"kind": "Say one of: people, services, plans, payments."}),
        ({"kind": 7}, {"kind": "This must be a text in quotation marks, with at most 200 letters."}),
        ({"day_order": "last"}, {"day_order": "Say one of: day first, month first, year first."}),
        ({"decimal": "-"}, {"decimal": "A point or a comma stands before the pence."}),
        ({"delimiter": "x"}, {"delimiter": "Columns are divided by one of: comma, semicolon, tab, upright bar."}),
        ({"rows_above": 101}, {"rows_above": "At most 100 rows can stand above the headings."}),
        ({"rows_above": -1}, {"rows_above": "At most 100 rows can stand above the headings."}),
        ({"rows_above": True}, {"rows_above": "This must be a whole number."}),
        ({"sheet": "a\u202eb"}, {"sheet": "This must be a text in quotation marks, with at most 200 letters."}),
        ({"colour": "red"}, {"colour": "There is no such field in a map."}),
        ({"colour\x1b": "red"}, {"colour\ufffd": "There is no such field in a map."}),
        ({"words": ["a"]}, {"words": "This must be a JSON object, with { and } around it."}),
        ({"words": {"every": "a"}}, {"words.every": "This must be a JSON object, with { and } around it."}),
        (
            {"words": {"every": {"Now and then": "sometimes"}}},
            {"words.every": "“Now and then” cannot mean “sometimes”. It can mean: week, 2 weeks, 4 weeks, month, year, once."},
        ),
        ({"words": {"every": {"Weekly": "week", "WEEKLY": "month"}}}, {"words.every": "The word “WEEKLY” has no meaning, or two."}),
        ({"words": {"every": {" ": "week"}}}, {"words.every": "The word “” has no meaning, or two."}),
        ({"words": {"route": {"DP": "direct_payment"}}}, {"words.route": "No column of the map is route."}),
        ({"words": {"starts_on": {"Now": "2026"}}}, {"words.starts_on": "Words are for codes, and for yes and no."}),
        ({"words": {"colour": {}}}, {"words.colour": "Words are for codes, and for yes and no."}),
        ({"kind": "cats", "decimal": "-"}, {"kind": "Say one of: people, services, plans, payments.", "decimal": "A point or a comma stands before the pence."}),
    ],
)  # fmt: skip
def test_each_wrong_field_is_told_by_its_name(changes, errors):
    assert wrong(**changes) == errors


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"starts_on": None}, {"columns.starts_on": "An extract of plans needs this. Say the heading of its column."}),
        ({"starts_on": ""}, {"columns.starts_on": "Say the heading of its column."}),
        ({"starts_on": []}, {"columns.starts_on": "Say the heading of its column."}),
        ({"starts_on": ["Day", "Month"]}, {"columns.starts_on": "Only a text can be put together from several columns."}),
        ({"born_on": "DOB"}, {"columns.born_on": "An extract of plans has no such field."}),
        ({"review_on": " STARTS "}, {"columns.review_on": "The column “STARTS” is starts_on already."}),
        ({"reference": ["Plan ID", "Plan id"]}, {"columns.reference": "The column “Plan id” is reference already."}),
        ({"reference": 4}, {"columns.reference": "This must be a text in quotation marks, with at most 200 letters."}),
    ],
)  # fmt: skip
def test_each_wrong_column_is_told_by_its_field(changes, errors):
    assert wrong_columns(**changes) == errors


def test_all_that_is_wrong_is_told_at_once():
    assert sorted(wrong(columns={"reference": "ID"}, day_order="", more=1)) == [
        "columns.budget_weekly_pence",
        "columns.person_reference",
        "columns.starts_on",
        "day_order",
        "more",
        "words.every",
    ]


@pytest.mark.parametrize("half", ["sort_code", "account_number"])
def test_half_of_a_bank_account_is_not_enough(half):
    columns = {name: said for name, said in made_up.PAYMENTS_MAP.columns.items() if name != half}
    other = "account_number" if half == "sort_code" else "sort_code"
    assert check_map(replace(made_up.PAYMENTS_MAP, columns=columns)) == {
        f"columns.{half}": f"This is needed beside {other}."
    }


@pytest.mark.parametrize(
    ("text", "errors"),
    [
        ("", {"": "This is not JSON."}),
        ("{", {"": "This is not JSON."}),
        ("[" * 50_000, {"": "This is not JSON."}),
        ("1" * 5_000, {"": "This is not JSON."}),
        ("[]", {"": "A map is a JSON object, with { and } around it."}),
        (" " * 100_001, {"": "This is far too long for a map."}),
        ('{"kind": "plans", "kind": "people"}', {"kind": "This stands here twice."}),
        ('{"columns": {"name": "A", "name": "B"}}', {"name": "This stands here twice."}),
    ],
)
def test_what_is_no_map(text, errors):
    with pytest.raises(MapRefusedError) as refused:
        read_map(text)
    assert refused.value.errors == errors
