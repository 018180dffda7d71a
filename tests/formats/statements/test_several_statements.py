"""A file may hold several statements: of one account they are one, of several it is refused, and each is told."""

from dataclasses import replace
from datetime import date

import pytest
from tests.formats.statements import samples

from ownway.formats.statements import Part, read_statement
from ownway.formats.statements.parts import join_parts
from ownway.formats.statements.reading import MOST_PARTS, Reading
from ownway.formats.statements.report import describe, describe_in_words

SEPTEMBER = Part("10203040", "GBP", "9", 10000, 9000, date(2026, 9, 1), date(2026, 9, 30), 2, -1000)
OCTOBER = replace(SEPTEMBER, id="10", opening_pence=9000, closing_pence=9500, sum_pence=500,
                  from_on=date(2026, 10, 1), to_on=date(2026, 10, 31))  # fmt: skip


def joined(*parts):
    reading = Reading()
    for part in parts:
        reading.add_part(part)
    join_parts(reading)
    return reading


def test_months_that_follow_each_other_are_one():
    reading = joined(SEPTEMBER, OCTOBER)
    assert (reading.account, reading.currency) == ("10203040", "GBP")
    assert (reading.opening_pence, reading.closing_pence) == (10000, 9500)
    assert (reading.from_on, reading.to_on) == (date(2026, 9, 1), date(2026, 10, 31))
    assert [note.words for note in reading.notes] == [
        "The file holds 2 statements of one account, which are read as one."
    ]


def test_a_month_that_opens_otherwise_than_the_one_before_closed_is_told():
    reading = joined(SEPTEMBER, replace(OCTOBER, opening_pence=8000))
    assert reading.notes[1].words == "Statement 2 opens with 80.00, and the one before it closed with 90.00."


def test_two_accounts_are_refused():
    reading = joined(SEPTEMBER, replace(OCTOBER, account="99999999"))
    assert [problem.reason for problem in reading.problems] == [
        "The file holds 2 accounts (10203040, 99999999). Please send one file for each account."
    ]
    assert reading.account == ""


def test_two_currencies_are_refused():
    reading = joined(SEPTEMBER, replace(OCTOBER, currency="EUR"))
    assert reading.problems[0].reason.startswith("The file holds 2 currencies (GBP, EUR).")


def test_one_statement_alone_needs_no_note():
    assert joined(SEPTEMBER).notes == []
    assert joined().account == ""


@pytest.mark.parametrize(("closing", "adds_up"), [(9000, True), (9001, False), (None, None)])
def test_each_says_if_it_adds_up(closing, adds_up):
    assert replace(SEPTEMBER, closing_pence=closing).reconciles is adds_up


def test_more_statements_than_anybody_sends_are_refused():
    reading = joined(*[SEPTEMBER] * MOST_PARTS)
    assert "more than 10,000 statements" in reading.problems[0].reason


def in_one_file(first, second):
    body = second[second.index("<STMTTRNRS>") : second.index("</BANKMSGSRSV1>")]
    return read_statement(first.replace("</BANKMSGSRSV1>", body + "</BANKMSGSRSV1>").encode(), name="x")


def test_two_accounts_in_one_ofx_file_are_described_each():
    entry = samples.write_entry("DEBIT", "20260901", "-5.00", "G1", "TEA", "")
    statement = in_one_file(samples.OFX_1, samples.write_ofx(entry, account="99999999", balance="7.00"))
    assert (statement.outcome, statement.line_count) == ("refused", 0)
    told = describe(statement)["statements"]
    assert [(each["account"], each["transaction_count"], each["sum"], each["closing_balance"]) for each in told] == [
        ("10203040", 5, "204.11", "1204.11"),
        ("99999999", 1, "-5.00", "7.00"),
    ]
    assert "Statement 2: account 99999999, 1 payment, sum -5.00 GBP" in describe_in_words(statement)


def test_two_months_of_one_account_in_one_ofx_file_are_one():
    entry = samples.write_entry("DEBIT", "20261001", "-5.00", "G1", "TEA", "")
    statement = in_one_file(samples.OFX_1, samples.write_ofx(entry, balance="1199.11"))
    assert (statement.outcome, statement.line_count, statement.closing_pence) == ("whole", 6, 119911)
    assert len(statement.parts) == 2


def test_what_is_kept_of_problems_and_notes_is_bounded_and_the_rest_is_counted():
    reading = Reading()
    for place in range(1, 71):
        reading.set_aside(place, "Why?")
        reading.question(place, "Which?")
        reading.note(place, "So.")
        reading.refuse(place, "No.")
    reading.tell_the_rest()
    assert (len(reading.problems), len(reading.notes)) == (153, 51)
    assert [problem.reason for problem in reading.problems[-3:]] == [
        "There are 20 more problems like these.",
        "20 more lines were set aside and are not listed.",
        "There are 20 more questions like these.",
    ]
    assert reading.notes[-1].words == "There are 20 more notes like these."
    assert reading.is_refused
    assert reading.is_full
