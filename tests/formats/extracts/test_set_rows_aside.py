"""A row that cannot be read is set aside whole, with its place, the field, the heading, the reason and the text."""

from dataclasses import replace

import pytest
from tests.formats.extracts import made_up
from tests.formats.extracts.made_up import book_of, read, read_small, told

from ownway.formats.extracts import Problem
from ownway.formats.extracts.found import MOST_KEPT


def test_it_says_where_and_why():
    rows, found = read_small("P1,Amina,30/02/1958,", "P2,Leila,29/02/1932,")
    assert [row.values["reference"] for row in rows] == ["P2"]
    assert (found.outcome, found.row_count, found.taken) == ("in part", 2, 1)
    assert found.problems == [Problem(2, "born_on", "Born", "“30/02/1958” is not a day in the calendar.", "30/02/1958")]


def test_all_that_is_wrong_with_a_row_is_told_at_once():
    _, found = read_small(",Amina,x,NULL")
    assert told(found) == [
        (2, "reference", "This must be told."),
        (2, "born_on", "“x” is not a day that we can read, with its day first."),
    ]
    assert found.counts == {"reference": 1, "born_on": 1}


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("03/04/58", "The year in “03/04/58” has two figures, so its century is not known."),
        ("3 Apr 58", "The year in “3 Apr 58” has two figures, so its century is not known."),
        ("03/04/1758", "The year in “03/04/1758” is not between 1880 and 2100."),
        ("29/02/1958", "“29/02/1958” is not a day in the calendar."),
        ("04/13/1958", "“04/13/1958” is not a day in the calendar."),
        ("3 Foo 1958", "“3 Foo 1958” is not a day in the calendar."),
        ("21278", "“21278” is not a day that we can read, with its day first."),
        ("03/04-1958", "“03/04-1958” is not a day that we can read, with its day first."),
        ("Null", "“Null” is not a day that we can read, with its day first."),
        ("NULL", "This must be told."),
    ],
)
def test_days_that_are_none(day, reason):
    assert told(read_small(f"P1,Amina,{day},")[1]) == [(2, "born_on", reason)]


def test_a_numbered_day_does_not_stand_where_the_year_comes_first():
    _, found = read_small("P1,Amina,03/04/1958,", extract_map=replace(made_up.SMALL_MAP, day_order="year first"))
    assert told(found) == [(2, "born_on", "“03/04/1958” is not a day that we can read, with its year first.")]


def test_the_same_reference_twice_says_where_it_stood_first():
    rows, found = read_small("P1,Amina,1958-04-03,", "P2,Leila,1932-02-29,", "p1,Amina Begum,1958-04-03,")
    assert [row.place for row in rows] == [2, 3]
    assert found.problems == [Problem(4, "reference", "ID", "This reference stands on line 2 already.", "p1")]


def test_a_reference_stands_there_even_if_its_first_row_was_set_aside():
    rows, found = read_small("P1,Amina,x,", "P1,Amina,1958-04-03,")
    assert rows == []
    assert told(found)[1] == (3, "reference", "This reference stands on line 2 already.")
    assert (found.taken, found.set_aside) == (0, {"P1"})


def test_nobody_dies_before_they_are_born():
    rows, found = read_small("P1,Amina,1958-04-03,1958-04-02", "P2,Leila,1932-02-29,1932-02-29")
    assert [row.place for row in rows] == [3]
    assert found.problems == [Problem(2, "died_on", "Died", "This person died before they were born.", "1958-04-02")]


@pytest.mark.parametrize(
    ("name", "before", "after", "field", "reason"),
    [
        ("services", "30/06/2026", "04/01/2026", "ends_on", "This ends before it starts."),
        ("services", "95.50", "-95.50", "weekly_pence", "This money cannot be less than nothing."),
        ("services", "95.50", '"95,50"', "weekly_pence", "The amount “95,50” has a comma where a point is expected before the pence."),
        ("services", "95.50", "95.505", "weekly_pence", "The amount “95.505” is not a sum of money in pounds and pence."),
        ("services", ",Day centre,", ",,", "service_type", "This must be told."),
        ("services", "CASSR Commissioned Support", "Other", "delivery", "The map does not say what this word means. It can be: direct_payment, managed, commissioned."),
        ("services", "p1002", "P" * 21, "person_reference", "This is longer than 20 letters."),
        ("plans", "06/04/2027", "05/04/2026", "review_on", "The review is before the plan starts."),
        ("plans", ",Y\n", ",perhaps\n", "only_care", "The map does not say what this word means. It can be: yes or no."),
        ("payments", "03/05/2026", "05/04/2026", "to_on", "The days that this pays for end before they begin."),
        ("payments", "20-00-00", "20-00", "sort_code", "A sort code has 6 digits, like 12-34-56. This one has 4."),
        ("payments", "20-00-00", "", "sort_code", "A sort code and an account number belong together."),
        ("payments", ",1234567\n", ",\n", "account_number", "A sort code and an account number belong together."),
        ("payments", ",1234567\n", ",1234567890\n", "account_number", "This account number has 10 digits. Tell us which bank it is with, so that we can write it with 8."),
        ("people", "943 476 5919", "943 476 5918", "nhs_number", "This is not an NHS number: its last figure does not follow from the others."),
        ("people", "rv1 2ab", "Riverton", "postcode", "“Riverton” is not a postcode. It should be like AB1 2CD."),
        ("people", "amina@example.org", "amina at home", "email", "“amina at home” is not an email address."),
        ("people", "12 Mill Lane", "12 Mill\x1b Lane", "address", "There are characters in this that cannot be shown."),
    ],
)  # fmt: skip
def test_cells_that_are_not_what_they_should_be(name, before, after, field, reason):
    text, extract_map = made_up.ALL[name]
    assert text.count(before) == 1
    rows, found = read(text.replace(before, after), extract_map)
    assert [(problem.field, problem.reason) for problem in found.problems] == [(field, reason)]
    assert len(rows) == found.taken == found.row_count - 1


def test_whole_numbers():
    columns = {**made_up.SERVICES_MAP.columns, "minutes_weekly": ("Provider",)}
    del columns["provider"]
    text = made_up.SERVICES.replace(",,Direct", ",840,Direct").replace("Good Cover Ltd", "14.5")
    rows, found = read(text, replace(made_up.SERVICES_MAP, columns=columns))
    assert [row.values["minutes_weekly"] for row in rows] == [840]
    assert [problem.reason for problem in found.problems] == [
        "“14.5” is not a whole number.",
        "“Riverside” is not a whole number.",
    ]


def test_spaces_tell_nothing():
    _, found = read_small('P1," ",1958-04-03,')
    assert told(found) == [(2, "name", "This must be told.")]


@pytest.mark.parametrize("letter", ["\x07", "\x1c", "\x85", "\u202e", "\u2028", "\ufff9"])
def test_characters_that_cannot_be_shown(letter):
    _, found = read_small(f'P1,"Am{letter}ina",1958-04-03,')
    assert told(found) == [(2, "name", "There are characters in this that cannot be shown.")]


@pytest.mark.parametrize("letter", ["\n", "\t", "\xa0", "\u2003", "\u200c", "\u200d", "’", "ی"])
def test_characters_that_names_and_addresses_have(letter):
    rows, _ = read_small(f'P1,"Am{letter}ina",1958-04-03,')
    assert [row.values["name"] for row in rows] == [f"Am{letter}ina"]


def test_a_row_of_another_width():
    rows, found = read_small("P1,Amina,1958-04-03", "P2,Begum, Leila,1932-02-29,", "P3,Brian,1990-12-11,")
    assert [row.place for row in rows] == [4]
    assert told(found) == [
        (2, "", "This row has 3 cells, and there are 4 headings."),
        (3, "", "This row has 5 cells, and there are 4 headings."),
    ]


def test_a_total_under_the_rows_is_no_row():
    rows, found = read(f"{made_up.SERVICES}Total,,,,,,,1617.90\n", made_up.SERVICES_MAP)
    assert len(rows) == 3
    assert {(problem.place, problem.reason) for problem in found.problems} == {(5, "This must be told.")}
    assert found.sums_pence["weekly_pence"] == 161790


def test_a_formula_sets_its_row_aside_only_where_the_map_reads_it():
    rows = [
        ["ID", "Name", "Born", "Died", "Age"],
        ["P1", "Amina", "1958-04-03", None, "=2026-1958"],
        ["P2", '=A3&"x"', "1932-02-29", None, None],
    ]
    taken, found = read(book_of({"People": rows}), made_up.SMALL_MAP)
    assert [row.place for row in taken] == [2]
    assert [(problem.place, problem.field) for problem in found.problems] == [(3, "name")]
    assert "formula" in found.problems[0].reason


def test_problems_that_are_not_kept_are_counted():
    rows, found = read_small(*(f"P{number},Amina,x," for number in range(MOST_KEPT + 5)))
    assert rows == []
    assert (len(found.problems), found.problem_count) == (MOST_KEPT, MOST_KEPT + 5)
    assert (found.outcome, found.taken, found.row_count) == ("in part", 0, MOST_KEPT + 5)


def test_long_text_is_kept_short_in_the_report():
    _, found = read_small(f"P1,{'a' * 5_000},1958-04-03,")
    assert [(problem.reason, len(problem.text)) for problem in found.problems] == [
        ("This is longer than 120 letters.", 200)
    ]
