"""A file that cannot be read is refused with the line, the reason and nothing taken; no file makes the reader raise."""

import time

import pytest
from tests.formats.statements import samples

from ownway.formats.statements import read_statement

DAY_AND_WORDS = "Date,Description,Amount,Balance\n01/09/2026,TEA,-1.00,99.00\n"
BOMB = """<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>GBP</CURDEF><BANKTRANLIST><STMTTRN><NAME>&c;</NAME></STMTTRN>
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"""

NOT_STATEMENTS = {
    "empty": (b"", "empty"),
    "spaces": (b" \r\n\t", "empty"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
    "photo": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "photo"),
    "picture": (b"\x89PNG\r\n\x1a\n", "picture"),
    "spreadsheet": (b"PK\x03\x04\x14\x00", "spreadsheet"),
    "old spreadsheet": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel"),
    "too large": (bytes(100_000_001), "larger than 100 MB"),
    "zero bytes": (samples.LLOYDS.encode().replace(b"CITY", b"CI\0Y"), "zero bytes"),
    "web page": (b"<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
    "other xml": (b"<?xml version='1.0'?><Document/>", "XML"),
    "xml bomb": (BOMB.encode(), "document type"),
    "xml bomb with a late doctype": (
        samples.OFX_2.replace("<BANKTRANLIST>", "<!ENTITY a 'b'>").encode(),
        "declarations",
    ),
    "no bytes of any alphabet": (b"a,\x81\x8d\x8f\x90\x9d", "not text"),
    "heading only, and cut": (b"OFXHEADER:100\nDATA:OFXSGML\n", "no statement under it"),
    "another table": (b"Name,Age\nAmina,31\n", "do not know this layout"),
    "json": (b'{"transactions": []}', "do not know this layout"),
}


@pytest.mark.parametrize("what", NOT_STATEMENTS)
def test_what_is_not_a_statement_is_refused_in_plain_words(what):
    data, words = NOT_STATEMENTS[what]
    statement = read_statement(data, name="statement.csv")
    assert (statement.outcome, statement.lines) == ("refused", ())
    assert words in statement.problems[0].reason


BAD_ROWS = {
    "30 February": ("30/02/2026,TEA,-1.00,98.00", "“30/02/2026” is not a day in the calendar."),
    "a month first": ("09/13/2026,TEA,-1.00,98.00", "“09/13/2026” is not a day in the calendar."),
    "a year long gone": ("01/09/1026,TEA,-1.00,98.00", "The year in “01/09/1026” is not one"),
    "no date": (",TEA,-1.00,98.00", "The date is empty."),
    "words for a date": ("yesterday,TEA,-1.00,98.00", "“yesterday” is not a date."),
    "too few": ("02/09/2026,TEA,-1.00", "3 fields where 4 are expected"),
    "too many": ("02/09/2026,TEA,WITH MILK,-1.00,98.00", "5 fields where 4 are expected"),
    "comma before pence": ('02/09/2026,TEA,"-1,00",98.00', "comma where a point is expected"),
    "continental thousands": ('02/09/2026,TEA,"-1.234,56",98.00', "not a sum of money"),
    "words for an amount": ("02/09/2026,TEA,one pound,98.00", "“one pound” is not a sum of money"),
    "no amount": ("02/09/2026,TEA,,98.00", "The amount is empty."),
    "a third of a penny": ("02/09/2026,TEA,-1.333,98.00", "not a sum of money"),
    "an exponent": ("02/09/2026,TEA,-1e3,98.00", "not a sum of money"),
    "other figures": ("02/09/2026,TEA,-١٢٣.٤٥,98.00", "not a sum of money"),
    "an underscore": ("02/09/2026,TEA,-1_0.00,98.00", "not a sum of money"),
    "not a number": ("02/09/2026,TEA,NaN,98.00", "not a sum of money"),
    "a bad balance": ("02/09/2026,TEA,-1.00,ninety", "“ninety” is not a sum of money"),
    "a total with a date": ("02/09/2026,Total,many,98.00", "not a sum of money"),
}


@pytest.mark.parametrize("what", BAD_ROWS)
def test_a_row_that_cannot_be_read_refuses_the_file_and_is_quoted(what):
    row, words = BAD_ROWS[what]
    statement = read_statement((DAY_AND_WORDS + row + "\n03/09/2026,BUS,-2.00,96.00\n").encode(), name="x")
    assert (statement.outcome, statement.lines, statement.opening_pence) == ("refused", (), None)
    (problem,) = statement.problems
    assert words in problem.reason
    assert (problem.place, problem.text, problem.stops) == (3, row, True)


def test_every_bad_row_is_named_until_there_are_fifty():
    statement = read_statement((DAY_AND_WORDS + "31/06/2026,TEA,-1.00,98.00\n" * 80).encode(), name="x")
    assert [problem.place for problem in statement.problems] == list(range(3, 53))


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (DAY_AND_WORDS + '02/09/2026,"TEA,-1.00,98.00\n03/09/2026,BUS,-1.00,97.00\n', 3, "never closes"),
        (DAY_AND_WORDS + '02/09/2026,"TEA"S,-1.00,98.00\n', 3, "do not pair up"),
        (DAY_AND_WORDS + '02/09/2026,"TEA,-1.00,98.00\n03/09/2026,BUS",-1.00,97.00\n', 3, "runs over 2 lines"),
        (DAY_AND_WORDS + f"02/09/2026,{'A' * 140_000},-1.00,98.00\n", 3, "far longer than any bank writes"),
    ],
)
def test_a_quotation_mark_gone_wrong_never_swallows_a_payment(text, place, words):
    statement = read_statement(text.encode(), name="x")
    assert statement.outcome == "refused"
    assert statement.problems[0].place == place
    assert words in statement.problems[0].reason


def test_a_sum_that_may_have_lost_its_end_is_refused():
    for cut in ("-6", "-6."):
        statement = read_statement(samples.HSBC.replace("-6.99\n", cut).encode(), name="x")
        assert statement.outcome == "refused"
    assert "cut short" in read_statement(samples.HSBC.replace("-6.99\n", "-6").encode(), name="x").problems[0].reason
    assert read_statement(samples.HSBC.strip().encode(), name="x").outcome == "whole"


def test_several_accounts_in_one_file_are_refused():
    text = samples.LLOYDS.replace("'30-11-22,10203040,GOOD", "'30-11-22,99999999,GOOD")
    (problem,) = read_statement(text.encode(), name="x").problems
    assert problem.reason.startswith("The file holds 2 accounts (30-11-22 10203040, 30-11-22 99999999).")


def test_two_files_pasted_together_are_refused():
    (problem,) = read_statement((samples.FIRST_DIRECT + samples.FIRST_DIRECT).encode(), name="x").problems
    assert (problem.place, problem.reason) == (7, "“Date” is not a date.")


def test_payments_above_the_headings_are_not_lost_without_a_word():
    statement = read_statement(("02/09/2026,BUS,-1.00,98.00\n" + DAY_AND_WORDS).encode(), name="x")
    assert (statement.outcome, statement.problems[0].place) == ("refused", 1)


def test_a_line_in_another_currency_is_refused():
    text = samples.MONZO.replace("-6.99,GBP,-6.99,GBP", "-6.99,EUR,-6.99,EUR")
    assert "in EUR, and the account is in pounds" in read_statement(text.encode(), name="x").problems[0].reason


@pytest.mark.parametrize(
    ("out", "into", "words"),
    [("8.20", "8.20", "both out"), ("-8.20", "", "minus sign"), ("", "", "empty")],
)
def test_money_whose_direction_is_not_plain_is_refused(out, into, words):
    text = samples.LLOYDS.replace("GOOD COVER POL88,6.99,,", f"GOOD COVER POL88,{out},{into},")
    assert words in read_statement(text.encode(), name="x").problems[0].reason


@pytest.mark.parametrize("flag", ["", "D", "both"])
def test_a_flag_that_says_neither_debit_nor_credit_is_refused(flag):
    text = samples.CONVERTER.replace("6.99,debit", f"6.99,{flag}")
    assert "clearly" in read_statement(text.encode(), name="x").problems[0].reason


BAD_OFX = {
    "cut short": (samples.OFX_1[:-300], "stops before its end"),
    "no amount": (samples.OFX_1.replace("<TRNAMT>-6.99", ""), "The amount is empty."),
    "an empty amount": (samples.OFX_1.replace("<TRNAMT>-6.99", "<TRNAMT>"), "The amount is empty."),
    "a lone minus": (samples.OFX_1.replace("<TRNAMT>-6.99", "<TRNAMT>-"), "not a sum of money"),
    "two or two thousand": (samples.OFX_1.replace("-6.99", "-2,0000"), "not a sum of money"),
    "30 February": (samples.OFX_1.replace("<DTPOSTED>20260930", "<DTPOSTED>20260230"), "not a day in the calendar"),
    "a date of noughts": (samples.OFX_1.replace("<DTPOSTED>20260930", "<DTPOSTED>00000000"), "year"),
    "a date of six figures": (samples.OFX_1.replace("<DTPOSTED>20260930", "<DTPOSTED>300926"), "is not a date"),
    "no date": (samples.OFX_1.replace("<DTPOSTED>20260930", ""), "The date is missing."),
    "another currency": (
        samples.OFX_1.replace("<FITID>F5", "<FITID>F5<CURRENCY><CURRATE>1.1<CURSYM>EUR</CURRENCY>"),
        "in EUR, and the account is in GBP",
    ),
    "no currency": (samples.OFX_1.replace("<CURDEF>GBP", ""), "which currency"),
    "two run together": (samples.OFX_1.replace("</STMTTRN>\n<STMTTRN>", "", 1), "twice"),
    "no end of an entry": (samples.OFX_1.replace("</STMTTRN>", "", 1), "no end"),
    "endless words": (samples.OFX_1.replace("GOOD COVER", "GOOD COVER" * 20_000), "far longer"),
    "an open CDATA": (samples.OFX_1.replace("GOOD COVER", "<![CDATA[GOOD"), "CDATA"),
    "two accounts": (samples.OFX_1.replace("</STMTRS>", "</STMTRS><STMTRS><BANKACCTFROM><ACCTID>2</BANKACCTFROM></STMTRS>"),
                     "2 accounts"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD_OFX)
def test_an_ofx_file_that_is_not_sound_is_refused(what):
    text, words = BAD_OFX[what]
    statement = read_statement(text.encode(), name="x")
    assert (statement.outcome, statement.lines) == ("refused", ())
    assert words in statement.problems[0].reason


@pytest.mark.parametrize(
    "data",
    [
        b"<OFX>" + b"<![CDATA[" * 500_000,
        b"<OFX>" + b"<STMTTRN>" * 500_000,
        b"<OFX>" + b"<" * 2_000_000,
        b"<OFX><STMTTRN><NAME>" + b"<" * 2_000_000,
        b"<OFX><STMTTRN><NAME>" + b"A" * 4_000_000 + b"<" * 1_000_000,
        b"Date,Description,Amount,Balance\n" + b"," * 4_000_000,
        b"Date,Description,Amount,Balance\n" + b'"' * 4_000_000,
        b"Date,Description,Amount,Balance\n" + b"Pending,,,\n" * 100_000,
        b'Date,Description,Amount,Balance\n01/09/2026,T,"' + b"9" * 120_000 + b'",1\n',
        b"\n" * 4_000_000,
    ],
    ids=[
        "cdata",
        "entries",
        "angles",
        "angles in words",
        "long words",
        "commas",
        "quotes",
        "pending",
        "figures",
        "blank",
    ],
)
def test_a_file_made_to_be_slow_is_answered_in_time(data):
    began = time.process_time()
    statement = read_statement(data, name="x")
    assert time.process_time() - began < 4  # well under a second each on an idle machine
    assert statement.lines == ()
