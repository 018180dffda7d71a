"""What was found in an extract is told in words for a person, and as data for a program."""

import json

from tests.formats.extracts import made_up
from tests.formats.extracts.made_up import read, read_small

from ownway.formats.extracts import (
    check_together,
    describe,
    describe_in_words,
    describe_together,
    describe_together_in_words,
)


def test_an_extract_that_is_right():
    _, found = read(made_up.SERVICES, made_up.SERVICES_MAP)
    assert describe_in_words(found) == ["An extract of services: 3 rows. All can be taken.", "weekly: £1617.90"]
    assert describe(found) == {
        "outcome": "whole",
        "kind": "services",
        "row_count": 3,
        "taken_count": 3,
        "set_aside_count": 0,
        "sums": {"weekly_pence": "1617.90"},
        "unused_columns": [],
        "notes": [],
        "problem_count": 0,
        "problems_by_field": {},
        "problems": [],
    }


def test_a_row_set_aside():
    text = made_up.PEOPLE.replace("943 476 5919", "943 476 5918")
    _, found = read(text, made_up.PEOPLE_MAP)
    assert describe_in_words(found) == [
        "An extract of people: 3 rows. 2 can be taken, 1 is set aside.",
        "Columns that the map does not use: Case Worker.",
        (
            "  Line 2, NHS No (nhs_number): This is not an NHS number: its last figure does not follow from the others. "
            "(“943 476 5918”)"
        ),
    ]
    told = describe(found)
    assert (told["outcome"], told["taken_count"], told["set_aside_count"]) == ("in part", 2, 1)
    assert (told["unused_columns"], told["problems_by_field"]) == (["Case Worker"], {"nhs_number": 1})
    assert told["problems"] == [
        {
            "place": 2,
            "field": "nhs_number",
            "heading": "NHS No",
            "reason": "This is not an NHS number: its last figure does not follow from the others.",
            "text": "943 476 5918",
        }
    ]


def test_what_is_in_the_reason_is_not_said_twice():
    _, found = read_small("P1,Amina,30/02/1958,", "P2,Leila,x,")
    assert describe_in_words(found)[1:] == [
        "  Line 2, Born (born_on): “30/02/1958” is not a day in the calendar.",
        "  Line 3, Born (born_on): “x” is not a day that we can read, with its day first.",
    ]
    assert describe_in_words(found)[0] == "An extract of people: 2 rows. 0 can be taken, 2 are set aside."


def test_a_refused_file_tells_its_refusals_and_no_sums():
    _, found = read(f'{made_up.SERVICES}"', made_up.SERVICES_MAP)
    assert found.taken == 3
    assert describe_in_words(found) == [
        "Nothing may be used of this file.",
        "  Line 5: From here on the file cannot be split into rows. A quotation mark may be missing.",
    ]
    assert (describe(found)["taken_count"], describe(found)["sums"]) == (0, {})


def test_a_long_list_is_cut_and_counted():
    _, found = read_small(*(f"P{number},Amina,x," for number in range(53)))
    words = describe_in_words(found)
    assert (len(words), words[-1]) == (52, "And 3 more.")
    assert len(describe(found)["problems"]) == 53


def test_no_characters_that_steer_a_screen():
    _, found = read_small("P1,Am\x1b[2Jina,1958-04-03,", "P2,Lei\u202ela,x,")
    assert not {"\x1b", "\u202e"} & set("\n".join(describe_in_words(found)))
    assert not {"\\u001b", "\u202e"} & set(json.dumps(describe(found), ensure_ascii=False))
    assert describe(found)["problems"][0]["text"] == "Am\ufffd[2Jina"


def test_rows_about_somebody_who_would_not_be_there():
    _, people = read(made_up.PEOPLE.replace("P1002", "P2002"), made_up.PEOPLE_MAP)
    _, plans = read(made_up.PLANS, made_up.PLANS_MAP)
    together = check_together([people, plans])
    assert describe_together_in_words(together) == [
        "Somebody would not be there. Rows about them: 1.",
        "  extract.csv, line 3: This person is in no extract of people. (“P1002”)",
    ]
    assert describe_together(together) == {
        "reason": None,
        "stray_count": 1,
        "strays": [
            {
                "kind": "plans",
                "name": "extract.csv",
                "place": 3,
                "person_reference": "P1002",
                "reason": "This person is in no extract of people.",
            }
        ],
    }


def test_when_all_is_well_together_or_cannot_be_looked_at():
    _, people = read(made_up.PEOPLE, made_up.PEOPLE_MAP)
    _, plans = read(made_up.PLANS, made_up.PLANS_MAP)
    assert describe_together_in_words(check_together([people, plans])) == [
        "Everybody that the other extracts name is in the extract of people."
    ]
    missing = "Whether each person is there was not looked at: an extract of people is missing."
    assert describe_together_in_words(check_together([plans])) == [missing]
    assert describe_together(check_together([plans]))["reason"] == missing


def test_many_strays_are_cut_and_counted():
    heading = made_up.SERVICES.splitlines()[0]
    rows = "".join(f"P9,E{number},Care,,,1/9/2026,,\n" for number in range(53))
    _, services = read(f"{heading}\n{rows}", made_up.SERVICES_MAP)
    _, people = read(made_up.PEOPLE, made_up.PEOPLE_MAP)
    words = describe_together_in_words(check_together([people, services]))
    assert (words[0], len(words), words[-1]) == (
        "Somebody would not be there. Rows about them: 53.",
        52,
        "  And 3 more.",
    )
