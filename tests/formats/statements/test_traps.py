"""The ways real files differ from what anyone would expect, each read to the same money or said."""

from datetime import date

import pytest
from tests.formats.statements import samples

from ownway.formats.statements import read_statement

ONE = "Date,Description,Amount,Balance\n"


def read(text, name="x"):
    return read_statement(text if isinstance(text, bytes) else text.encode(), name=name)


def money(statement):
    return tuple((line.on, line.pence) for line in statement.lines)


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n", "\r\n\r\n"], ids=["crlf", "cr", "lf", "blank between"])
def test_any_line_ending_will_do(ending):
    statement = read(samples.NATIONWIDE.replace("\n", ending))
    assert money(statement) == samples.MONEY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be"])
def test_any_encoding_of_a_pound_sign_will_do(encoding):
    statement = read(samples.NATIONWIDE.encode(encoding))
    assert (statement.outcome, money(statement)) == ("whole", samples.MONEY)


@pytest.mark.parametrize("delimiter", ["\t", ";"])
def test_a_file_saved_again_by_a_spreadsheet_will_do(delimiter):
    assert money(read(samples.FIRST_DIRECT.replace(",", delimiter))) == samples.MONEY


def test_the_order_of_the_columns_does_not_matter():
    assert read("Amount,Balance,Date,Description\n-1.00,9.00,01/09/2026,TEA\n").lines[0].pence == -100


def test_empty_cells_at_the_end_of_rows_do_not_matter():
    lines = samples.LLOYDS.strip().split("\n")
    assert money(read("\n".join(line + ",," for line in lines))) == samples.MONEY


@pytest.mark.parametrize(
    "written",
    [
        "-1234.50",
        "-1,234.50",
        "-£1,234.50",
        "£-1,234.50",
        " -1234.50 ",
        "-1\u00a0234.50",
        "-1234.5",
        "\u00a0-£1,234.50",
    ],
)
def test_a_sum_may_be_dressed_in_many_ways(written):
    assert read(ONE + f'01/09/2026,RENT,"{written}",0.00\n').lines[0].pence == -123450


@pytest.mark.parametrize("written", ["+£640.00", "+640", "640", "£640", "640.0"])
def test_a_plus_sign_and_missing_pence_are_read(written):
    assert read(ONE + f"01/09/2026,DP,{written},\n").lines[0].pence == 64000


@pytest.mark.parametrize(
    "written",
    ["04/09/2026", "4/9/2026", "04/09/26", "04-09-2026", "04 Sep 2026", "4-Sep-26", "04 September 2026", "2026-09-04"],
)
def test_a_day_may_be_written_in_many_ways_with_the_day_before_the_month(written):
    assert read(ONE + f"{written},TEA,-1.00,\n").lines[0].on == date(2026, 9, 4)


def test_newest_first_on_one_day_is_known_by_the_running_balance():
    statement = read(ONE + "07/09/2026,BUS,-2.00,97.00\n07/09/2026,TEA,-1.00,99.00\n")
    assert (statement.newest_first, statement.opening_pence, statement.closing_pence) == (True, 10000, 9700)
    assert [line.words for line in statement.lines] == ["TEA", "BUS"]


def test_interest_booked_out_of_date_order_stays_where_the_balance_has_it():
    statement = read(ONE + "01/09/2026,TEA,-1.00,99.00\n08/09/2026,BUS,-2.00,97.00\n05/09/2026,INTEREST,0.10,97.10\n")
    assert statement.running_balance_breaks == ()
    assert [line.words for line in statement.lines] == ["TEA", "BUS", "INTEREST"]
    assert statement.notes[-1].words.startswith("Some lines are dated before")


def test_a_balance_only_on_the_last_line_of_a_day_is_enough():
    statement = read(ONE + "01/09/2026,TEA,-1.00,\n01/09/2026,BUS,-2.00,97.00\n02/09/2026,TEA,-1.00,\n")
    assert (statement.opening_pence, statement.closing_pence, statement.reconciles) == (10000, 9600, True)


def test_a_balance_that_does_not_follow_is_reported_and_not_repaired():
    statement = read(ONE + "01/09/2026,TEA,-1.00,99.00\n02/09/2026,BUS,-2.00,90.00\n03/09/2026,TEA,-1.00,89.00\n")
    assert (statement.outcome, statement.running_balance_breaks) == ("whole", (3,))
    assert statement.reconciles is False
    assert statement.sum_pence == -400


def test_a_stated_balance_that_is_not_the_last_one_is_noted():
    statement = read(samples.NATIONWIDE.replace('"Account Balance:","£1,204.11"', '"Account Balance:","£1,000.00"'))
    assert statement.closing_pence == samples.CLOSING_PENCE
    assert statement.notes[0].words == "The file says the balance is 1000.00; its last line says 1204.11."


@pytest.mark.parametrize(
    "row",
    [
        "Pending,CITY CABS,-8.20,",
        "01/09/2026,Opening Balance,,100.00",
        "01/09/2026,Opening Balance,100.00,100.00",
        "01/09/2026,Balance brought forward,0.00,100.00",
        ",Total,-3.00,",
        "Total,,-3.00,97.00",
    ],
)
def test_a_row_that_moves_no_money_is_noted_and_the_file_is_whole(row):
    statement = read(ONE + row + "\n01/09/2026,TEA,-1.00,99.00\n02/09/2026,BUS,-2.00,97.00\n")
    assert (statement.outcome, len(statement.lines), statement.opening_pence) == ("whole", 2, 10000)
    assert [(note.place, note.text) for note in statement.notes] == [(2, row)]


@pytest.mark.parametrize(
    "row",
    [
        "03/09/2026,Total Fitness,-30.00,67.00",
        "03/09/2026,Opening Balance Ltd,-30.00,67.00",
        "03/09/2026,Pending,-30.00,67.00",
    ],
)
def test_a_payee_with_such_a_name_is_still_paid(row):
    statement = read(ONE + "02/09/2026,BUS,-3.00,97.00\n" + row + "\n")
    assert (len(statement.lines), statement.sum_pence) == (2, -3300)


def test_a_pending_payment_marked_by_its_type_is_noted():
    text = samples.NATWEST.replace("30/09/2026,D/D", "30/09/2026,PENDING")
    assert len(read(text).lines) == samples.COUNT - 1


def test_the_first_line_of_a_new_account_is_no_opening_balance():
    statement = read(ONE + "01/09/2026,RIVERTON COUNCIL,640.00,640.00\n")
    assert (len(statement.lines), statement.opening_pence) == (1, 0)


def test_words_that_look_like_a_formula_are_kept_as_words():
    assert read(ONE + '01/09/2026,"=HYPERLINK(""http://x"",""Pay"")",-1.00,99.00\n').lines[0].words == (
        '=HYPERLINK("http://x","Pay")'
    )


def test_headings_alone_are_a_statement_with_nothing_in_it():
    statement = read(ONE)
    assert (statement.outcome, statement.lines, statement.from_on) == ("whole", (), None)


def test_an_ofx_number_used_for_everything_proves_nothing():
    statement = read(samples.OFX_1.replace("<FITID>F", "<FITID>0<X>"))
    assert (statement.outcome, money(statement)) == ("whole", samples.MONEY)
    assert "for 5 different lines" in statement.notes[0].words
    assert {line.bank_id for line in statement.lines} == {None}


def test_an_ofx_number_used_twice_for_the_same_money_is_set_aside():
    statement = read(samples.OFX_1.replace("<FITID>F4", "<FITID>F3"))
    assert (statement.outcome, len(statement.lines)) == ("in part", samples.COUNT - 1)
    assert statement.problems[0].place == 4


def test_pending_payments_of_ofx_are_noted():
    pending = "<BANKTRANLISTP><STMTTRNP><TRNAMT>-1.00</STMTTRNP></BANKTRANLISTP></STMTRS>"
    statement = read(samples.OFX_1.replace("</STMTRS>", pending))
    assert money(statement) == samples.MONEY
    assert statement.notes[0].words.startswith("1 payments are still pending")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("A < B", "A < B"),
        ("AT&amp;T", "AT&T"),
        ("R&REGINALD", "R&REGINALD"),
        ("CAF&#201;", "CAFÉ"),
        ("&#0;&#xD800;", "&#0;&#xD800;"),
        ("<![CDATA[A < B & C]]>", "A < B & C"),
        ("&lolz;", "&lolz;"),
    ],
)
def test_ofx_words_are_read_and_never_expanded(written, words):
    statement = read(samples.OFX_1.replace("GOOD COVER POL88", written))
    assert (statement.outcome, statement.lines[-1].words) == ("whole", words)


def test_ofx_tags_in_small_letters_are_the_same_tags():
    text = samples.OFX_1
    for tag in ("STMTTRN", "TRNAMT", "DTPOSTED", "CURDEF", "OFX"):
        text = text.replace(f"<{tag}>", f"<{tag.lower()}>").replace(f"</{tag}>", f"</{tag.title()}>")
    assert money(read(text)) == samples.MONEY


def test_the_account_that_money_goes_to_is_not_the_account_of_the_statement():
    text = samples.OFX_1.replace("<FITID>F1", "<FITID>F1<BANKACCTTO><BANKID>1<ACCTID>55555555</BANKACCTTO>")
    assert read(text).account == "10203040"


def test_the_available_balance_is_not_the_closing_one():
    assert read(samples.OFX_1).closing_pence == samples.CLOSING_PENCE
