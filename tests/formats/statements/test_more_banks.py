"""What is particular to Santander's text, to cards without headings, to Virgin Money's card and to Tide."""

from datetime import date

import pytest
from tests.formats.statements import samples
from tests.formats.statements.more_samples import BARCLAYCARD, SANTANDER, TIDE, VIRGIN_CARD

from ownway.formats.statements import read_statement


def read(text):
    return read_statement(text if isinstance(text, bytes) else text.encode(), name="x")


def money(statement):
    return tuple((line.on, line.pence) for line in statement.lines)


def reasons(text):
    statement = read(text)
    assert (statement.outcome, statement.lines) == ("refused", ())
    return [(problem.place, problem.reason) for problem in statement.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_santanders_text_is_read_in_any_dress(encoding, ending):
    statement = read(SANTANDER.replace("\n", ending).encode(encoding))
    assert (statement.kind, statement.outcome, money(statement)) == ("Santander TXT", "whole", samples.MONEY)
    assert (statement.account, statement.from_on, statement.to_on) == (
        "XXXX XXXX XXXX 9876",
        date(2026, 9, 1),
        date(2026, 9, 30),
    )
    assert (statement.opening_pence, statement.closing_pence) == (samples.OPENING_PENCE, samples.CLOSING_PENCE)


def test_a_santander_payment_is_where_its_block_begins():
    assert [line.place for line in read(SANTANDER).lines] == [25, 20, 15, 10, 5]


def test_a_santander_block_that_lacks_a_line_refuses_the_file():
    cut = SANTANDER[: SANTANDER.rindex("Balance")]
    assert reasons(cut) == [(25, "This payment has no line for its balance.")]
    first = SANTANDER.replace("Amount:\u00a0-6.99\u00a0\n", "", 1)
    assert reasons(first) == [(5, "This payment has no line for its amount.")]


@pytest.mark.parametrize(
    ("line", "place", "words"),
    [
        ("Hello, this is your bank.", 5, "not one that Santander writes"),
        ("Fee: 1.00", 5, "not one that Santander writes"),
        ("Account: XXXX XXXX XXXX 1111", 5, "holds a second account"),
        ("From: 31/09/2026 to 30/09/2026", 5, "not a day in the calendar"),
        ("Date: 30/02/2026\nDescription: TEA\nAmount: -1.00\nBalance: 9.00", 5, "not a day in the calendar"),
        ("Date: 01/02/2026\nDescription: TEA\nAmount: -1,00\nBalance: 9.00", 5, "comma"),
    ],
)
def test_what_santander_does_not_write_refuses_the_file(line, place, words):
    lines = SANTANDER.split("\n")
    ((at, reason),) = reasons("\n".join([*lines[:4], line, *lines[4:]]))
    assert at == place
    assert words in reason


def test_a_santander_file_of_nothing_but_other_lines_ends_soon():
    statement = read("From: 01/09/2026 to 30/09/2026\nAccount: 1\n" + "x" * 200_000 + "\n" + "y\n" * 50_000)
    assert statement.outcome == "refused"
    assert len(statement.problems) <= 52


def test_a_card_without_headings_is_known_by_its_first_row():
    assert read(BARCLAYCARD).bank == "Barclaycard"
    assert read(samples.HSBC).bank == "HSBC"
    assert reasons("04 Sep 26,TEA,Visa,MISS A KHAN,Food,,x\n")[0][1].startswith("We do not know this layout.")


def test_a_card_payment_that_is_pending_is_noted():
    statement = read(VIRGIN_CARD.replace("R5,DBIT,6300,BILLED", ",DBIT,6300,PENDING"))
    assert money(statement) == samples.MONEY[:-1]
    assert [note.words for note in statement.notes] == [
        "A payment that is still pending; it will come in a later statement."
    ]


def test_a_card_line_that_says_neither_way_is_refused():
    assert "in or out" in reasons(VIRGIN_CARD.replace("R5,DBIT", "R5,OTHER"))[0][1]


def test_tide_may_write_a_nought_and_no_time():
    plain = (
        TIDE.replace(",,6.99,", ",0,6.99,")
        .replace("640.00,,", "640.00,0,")
        .replace("2026-09-07 17:12:40", "07/09/2026")
    )
    assert money(read(plain)) == money(read(TIDE)) == samples.MONEY
    assert [line.bank_id for line in read(TIDE).lines] == ["'t1", "'t2", "'t3", "'t4", "'t5"]


def test_a_tide_payment_that_is_pending_is_noted():
    statement = read(TIDE.replace("DirectDebit,Cleared", "DirectDebit,Pending"))
    assert money(statement) == samples.MONEY[:-1]
    assert "still pending" in statement.notes[0].words


def test_a_tide_payment_of_another_status_refuses_the_file():
    assert reasons(TIDE.replace("DirectDebit,Cleared", "DirectDebit,Declined")) == [
        (0, "A payment in this file is “Declined”. We do not know if that money has moved.")
    ]
