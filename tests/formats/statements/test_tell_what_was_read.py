"""What was read is told in words for a person and as data for a program."""

import json

from tests.formats.statements import samples

from ownway.formats.statements import read_statement
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.report import describe, describe_in_words
from ownway.formats.statements.settle import settle


def read(text):
    return read_statement(text.encode(), name="x")


def test_a_whole_statement_is_told_in_figures():
    told = describe(read(samples.LLOYDS))
    assert told.pop("digest")
    assert told == {
        "outcome": "whole",
        "format": "CSV",
        "layout": "lloyds",
        "bank": "Lloyds, Halifax, Bank of Scotland or TSB",
        "account": "30-11-22 10203040",
        "currency": "GBP",
        "from": "2026-09-04",
        "to": "2026-09-30",
        "transaction_count": 5,
        "sum": "204.11",
        "opening_balance": "1000.00",
        "closing_balance": "1204.11",
        "row_order": "newest first",
        "reconciles": True,
        "running_balance_breaks_at_row": [],
        "problems": [],
        "notes": [],
    }


def test_every_description_is_plain_data():
    for text in (*samples.ALL.values(), "", "30/02/2026,TEA,-1.00\n"):
        assert json.loads(json.dumps(describe(read(text))))["problems"] is not None


def test_a_person_reads_what_was_taken():
    lines = describe_in_words(read(samples.STARLING))
    assert lines[0] == "The whole file was read."
    assert "Sum: 204.11 GBP" in lines
    assert "Adds up: yes" in lines
    assert lines[-1] == "Line 2: The balance at the start."


def test_a_person_reads_why_nothing_was_taken():
    assert describe_in_words(read("30/02/2026,TEA,-1.00\n")) == [
        "Nothing was taken from this file.",
        "Line 1: “30/02/2026” is not a day in the calendar.",
    ]


def test_a_person_reads_what_was_set_aside_and_where_the_balance_breaks():
    lines = describe_in_words(read(samples.OFX_1.replace("<FITID>F4", "<FITID>F3")))
    assert lines[0] == "Part of the file was read. 1 line was set aside for you to look at."
    assert lines[-1].startswith("Entry 4: The bank's number F3 is there twice")
    broken = read(samples.LLOYDS.replace("1219.30", "1219.31"))
    assert "The running balance does not follow at: 4, 3" in describe_in_words(broken)


SPLIT = "!Type:Bank\nD13/01/2026\nT-10.00\nPSHOP\nSFood\n$-4.00\nSHome\n$-5.99\n^\n"


def test_a_line_that_is_taken_and_only_raises_a_question_is_not_said_to_be_set_aside():
    statement = read(SPLIT)
    assert [line.pence for line in statement.lines] == [-1000]
    assert describe_in_words(statement)[0] == "Every line was taken. 1 question is left for you to look at."
    assert [problem["kept"] for problem in describe(statement)["problems"]] == [True]


def test_what_is_left_out_and_what_is_asked_are_told_apart():
    section = "!Type:Odd\nD14/01/2026\nT1.00\n^\n"
    lines = describe_in_words(read(SPLIT + SPLIT.removeprefix("!Type:Bank\n") + section))
    assert lines[0] == "Part of the file was read. 1 line was set aside, and 2 questions are left for you to look at."


def test_no_more_are_counted_than_are_kept():
    reading = Reading(kind="QIF")
    for place in range(1, 71):
        reading.question(place, "Which?")
    told = describe_in_words(settle((), reading, digest=""))[0]
    assert told == "Every line was taken. More than 50 questions are left for you to look at."
