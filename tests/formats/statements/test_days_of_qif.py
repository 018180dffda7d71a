"""QIF does not say whether the day or the month comes first: the whole file tells, or a person, or it is refused."""

from datetime import date

import pytest

from ownway.formats.statements import read_statement
from ownway.formats.statements.qif.days import find_order


def read(*days, hint=None):
    text = "!Type:Bank\n" + "".join(f"D{day}\nT1.00\nPCARYS\n^\n" for day in days)
    return read_statement(text.encode(), name="x", hint=hint)


def test_a_day_over_twelve_in_first_place_tells():
    assert [line.on for line in read("01/09/2026", "13/09/2026").lines] == [date(2026, 9, 1), date(2026, 9, 13)]


def test_a_day_over_twelve_in_second_place_tells():
    assert [line.on for line in read("09/01/2026", "09/13/2026").lines] == [date(2026, 9, 1), date(2026, 9, 13)]


def test_the_day_that_tells_is_noted():
    assert (
        read("01/09/2026", "13/09/2026").notes[0].words == "The day comes first in the days of this file (13/09/2026)."
    )


def test_the_day_that_tells_may_be_the_last():
    assert read(*["01/09/2026"] * 20_000, "13/09/2026").lines[0].on == date(2026, 9, 1)


def test_days_that_can_be_read_in_two_ways_refuse_the_file():
    statement = read("01/09/2026", "02/09/2026")
    assert (statement.outcome, statement.lines) == ("refused", ())
    assert "can be read in two ways: 01/09/2026" in statement.problems[0].reason


def test_a_person_may_say_which_comes_first():
    assert read("01/09/2026", hint="day-first").lines[0].on == date(2026, 9, 1)
    assert read("01/09/2026", hint="Month first").lines[0].on == date(2026, 1, 9)


def test_the_file_is_believed_before_the_person():
    assert read("13/09/2026", "01/09/2026", hint="month-first").lines[-1].on == date(2026, 9, 13)


def test_days_that_are_the_same_either_way_ask_nobody():
    assert read("09/09/2026", "10/10/2026").lines[0].on == date(2026, 9, 9)


def test_a_file_with_both_orders_is_refused():
    statement = read("13/09/2026", "09/14/2026")
    assert statement.outcome == "refused"
    assert "In this file the day comes first" in statement.problems[0].reason


@pytest.mark.parametrize(
    ("written", "on"),
    [
        ("13/9/2026", date(2026, 9, 13)),
        ("13/ 9/26", date(2026, 9, 13)),
        ("13/ 9'26", date(2026, 9, 13)),
        ("13/ 9' 1", date(2001, 9, 13)),
        ("13/9'2026", date(2026, 9, 13)),
        ("13-09-2026", date(2026, 9, 13)),
        ("13.09.26", date(2026, 9, 13)),
        ("13/9/98", date(1998, 9, 13)),
        ("2026-09-13", date(2026, 9, 13)),
        ("13 Sep 2026", date(2026, 9, 13)),
    ],
)
def test_days_as_programs_write_them(written, on):
    assert read(written).lines[0].on == on


@pytest.mark.parametrize("written", ["31/9/2026", "13/09/1850", "13/09/75", "13//2026", "13/09/20261", "١٣/٠٩/2026"])
def test_days_that_cannot_be_are_refused(written):
    assert read(written).outcome == "refused"


@pytest.mark.parametrize("length", [1, 7, 50, 1_000])
def test_a_text_in_pieces_of_any_length_tells_the_same(length):
    text = "!Type:Bank\r\n" + "D01/09/2026\r\nT1.00\r\n^\r\n" * 30 + "D14/09/2026\r\nT1.00\r\n^\r\n"
    pieces = [text[at : at + length] for at in range(0, len(text), length)]
    assert find_order(pieces, "") == find_order([text], "") == ("day-first", "14/09/2026")
