"""Several SWIFT statements in one file: those of one account that follow each other are one, and a gap is told."""

import pytest
from tests.formats.statements.mt940_written import ENTRIES, TOP, message

from ownway.formats.statements import read_statement
from ownway.formats.statements.reading import MOST_PARTS

# After September, which closes with 1,204.11: 2 October wages -412.50, so October closes with 791.61.
OCTOBER = message(
    ":61:2610021002D412,50NTRFWAGES SEP//R6\n:86:CARYS PRICE\n",
    top=TOP.replace("9/1", "10/1"),
    opening=":60F:C260930GBP1204,11\n",
    closing=":62F:C261031GBP791,61\n",
)
SEPTEMBER = message(ENTRIES)
# September on two pages: 1000.00 - 412.50 + 640.00 = 1227.50; 1227.50 - 8.20 - 8.20 - 6.99 = 1204.11
FIRST_PAGE = message(ENTRIES.partition(":61:2609070907D8")[0], closing=":62M:C260907GBP1227,50\n")
SECOND_PAGE = message(
    ":61:2609070907D8" + ENTRIES.partition(":61:2609070907D8")[2],
    top=TOP.replace("9/1", "9/2"),
    opening=":60M:C260907GBP1227,50\n",
)
INTERIM = """:20:INTRADAY
:25:GB29NWBK60161331926819
:28C:9/1
:34F:GBPD0,
:34F:GBPC0,
:13D:2609041200+0100
:61:2609040904D412,5NTRFWAGES AUG//R1
:86:CARYS PRICE
:61:2609040904C640,NTRFDP 4471//R2
:86:RIVERTON COUNCIL
:90D:1GBP412,5
:90C:1GBP640,
-
"""


def read(text):
    return read_statement(text.encode(), name="x")


def test_two_months_that_follow_each_other_are_one_statement():
    statement = read(SEPTEMBER + OCTOBER)
    assert (statement.outcome, len(statement.lines), statement.reconciles) == ("whole", 6, True)
    assert (statement.opening_pence, statement.closing_pence) == (100000, 79161)
    assert [(part.id, part.line_count, part.sum_pence) for part in statement.parts] == [
        ("9/1", 5, 20411),
        ("10/1", 1, -41250),
    ]
    assert "2 statements of one account" in statement.notes[0].words


def test_a_month_that_is_missing_between_two_is_told_where_the_second_begins():
    november = OCTOBER.replace("1204,11", "791,60").replace(":62F:C261031GBP791,61", ":62F:C261130GBP379,10")
    statement = read(SEPTEMBER + november)
    assert statement.outcome == "in part"
    assert statement.problems[0].place == SEPTEMBER.count("\n") + 1
    assert "opens with 791.60, and the one before it closed with 1204.11" in statement.problems[0].reason


def test_the_same_month_twice_is_told():
    assert read(SEPTEMBER + SEPTEMBER).outcome == "in part"
    assert "be there twice" in read(SEPTEMBER + SEPTEMBER).problems[0].reason


def test_pages_of_one_statement_are_one():
    statement = read(FIRST_PAGE + SECOND_PAGE)
    assert (statement.outcome, statement.reconciles, len(statement.lines)) == ("whole", True, 5)


def test_a_first_page_alone_says_that_the_next_is_missing():
    statement = read(FIRST_PAGE)
    assert (statement.outcome, statement.reconciles) == ("in part", True)
    assert "followed by one that is not in it" in statement.problems[0].reason


def test_a_second_page_alone_says_that_the_first_is_missing():
    assert "goes on from an earlier one" in read(SECOND_PAGE).problems[0].reason


def test_two_accounts_are_refused_and_each_is_told():
    statement = read(SEPTEMBER + OCTOBER.replace("GB29NWBK60161331926819", "GB94BARC10201530093459"))
    assert (statement.outcome, statement.lines) == ("refused", ())
    assert "2 accounts" in statement.problems[0].reason
    assert [part.account[-4:] for part in statement.parts] == ["6819", "3459"]


def test_more_statements_than_anybody_sends_are_refused():
    statement = read(message("") * (MOST_PARTS + 1))
    assert statement.outcome == "refused"
    assert len(statement.parts) == MOST_PARTS


def test_an_interim_report_is_read_and_said_to_be_one():
    statement = read(INTERIM)
    assert (statement.outcome, statement.layout, statement.currency) == ("whole", "mt942", "GBP")
    assert (len(statement.lines), statement.sum_pence, statement.reconciles) == (2, 22750, None)
    assert "interim report" in statement.notes[0].words


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        (":90D:1GBP412,5", ":90D:2GBP412,5"),
        (":90D:1GBP412,5", ":90D:1GBP412,51"),
        (":90C:1GBP640,", ":90C:1GBP64,"),
        (":90C:1GBP640,", ":90C:640"),
    ],
)
def test_totals_of_an_interim_report_that_are_not_its_lines_are_told(written, wrong):
    statement = read(INTERIM.replace(written, wrong))
    assert (statement.outcome, len(statement.lines)) == ("in part", 2)
    assert statement.problems[0].place in (11, 12)


def test_totals_say_how_many_lines_there_should_be():
    statement = read(INTERIM.replace(":90D:1GBP412,5", ":90D:2GBP420,7"))
    assert statement.problems[0].reason == "The file counts 2 lines of 420.70 out, and there are 1 of 412.50."


def test_an_interim_report_in_two_currencies_is_refused():
    assert "in GBP and in EUR" in read(INTERIM.replace(":90C:1GBP", ":90C:1EUR")).problems[0].reason


def test_a_floor_without_a_currency_says_nothing():
    assert read(INTERIM.replace(":34F:GBPD0,", ":34F:D0,")).outcome == "whole"


def test_a_swift_block_without_a_field_is_refused():
    assert "no statement in them" in read("{1:F01BANKGB22AXXX0000000000}{4:\n-}").problems[0].reason
