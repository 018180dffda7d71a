"""What a bank says of a payment in a SWIFT statement is put together as it was before it was cut into lines and codes."""

import pytest
from tests.formats.statements.mt940_written import message, read_alone


def read_line(details, entry=":61:260904D10,00NTRFNONREF\n"):
    lines, _ = read_alone(message(f"{entry}:86:{details}\n").encode())
    return lines[0]


def test_plain_words_are_kept_whole():
    assert read_line("CARYS   PRICE  WAGES").words == "CARYS PRICE WAGES"


def test_a_short_line_ends_a_word():
    assert read_line("CARYS PRICE\nWAGES AUGUST").words == "CARYS PRICE WAGES AUGUST"


def test_a_full_line_goes_on_in_the_next():
    full = "PAYMENT TO RIVERTON CARE AND SUPPORT LIMITED FOR THE WEEK OF SEPT"
    assert len(full) == 65
    assert read_line(f"{full}\nEMBER 7").words == f"{full}EMBER 7"


def test_a_time_of_day_at_the_start_of_a_line_is_no_field():
    assert read_line("CASH TAKEN OUT AT\n:12:11 HIGH STREET").words == "CASH TAKEN OUT AT :12:11 HIGH STREET"


def test_a_line_that_starts_with_a_dash_and_words_is_part_of_them():
    assert read_line("WAGES\n- AUGUST").words == "WAGES - AUGUST"


@pytest.mark.parametrize("details", ["", "\n", "  \n "])
def test_nothing_said_leaves_the_reference_as_words(details):
    assert read_line(details, ":61:260904D10,00NTRFPOL88\n").words == "POL88"
    assert read_line(details).words == ""


def test_words_on_a_line_of_their_own_come_first():
    line = read_line("GOOD COVER POL88", ":61:260904D10,00NDDTPOL88//R5\nDIRECT DEBIT\n")
    assert (line.words, line.bank_id) == ("DIRECT DEBIT GOOD COVER POL88", "R5")


def test_words_that_say_the_same_are_not_said_twice():
    assert read_line("1234 CITY CABS RIDE", ":61:260904D10,00NTRFNONREF\nCITY CABS\n").words == "1234 CITY CABS RIDE"


def test_a_name_in_columns_after_the_reference_is_part_of_the_words():
    line = read_line("RIDE", ":61:260904D000000000010,00N060P000029225      CITY CABS                 \n")
    assert (line.words, line.reference) == ("CITY CABS RIDE", "P000029225")


def test_several_fields_of_words_are_one():
    assert read_line("FIRST\n:86:SECOND\n:86:THIRD").words == "FIRST SECOND THIRD"


def test_codes_with_question_marks_are_taken_apart():
    line = read_line(
        "166?00CREDIT?109999?20EREF+DP 4471-2026-09?21SVWZ+DIRECT PAYMENT FOR S\n?22EPTEMBER?30NWBKGB2L"
        "?31GB29NWBK60161331926819?32RIVERTON COUNCIL ADULT CARE?33 TEAM?34000"
    )
    # "SVWZ+DIRECT PAYMENT FOR S" has 25 figures, so the word before ?22 has ended
    assert line.words == (
        "CREDIT RIVERTON COUNCIL ADULT CARE TEAM EREF+DP 4471-2026-09 SVWZ+DIRECT PAYMENT FOR S EPTEMBER"
    )
    assert (line.payee, line.reference) == ("RIVERTON COUNCIL ADULT CARE TEAM", "DP 4471-2026-09")


def test_a_full_part_goes_on_in_the_next():
    assert read_line("166?00CREDIT?20SVWZ+DIRECT PAYMENT FOR SEP?21TEMBER").words == (
        "CREDIT SVWZ+DIRECT PAYMENT FOR SEPTEMBER"
    )


def test_a_code_cut_by_a_line_end_is_still_a_code():
    assert read_line("166?00CREDIT?2\n0SVWZ+WAGES?32CARYS P\nRICE").words == "CREDIT CARYS PRICE SVWZ+WAGES"


def test_a_question_in_somebodys_words_is_kept():
    assert read_line("166?00CREDIT?20RIGHT? YES?32CARYS").words == "CREDIT CARYS RIGHT? YES"


@pytest.mark.parametrize("mark", [">", "~", "^"])
def test_other_banks_use_other_marks(mark):
    line = read_line(f"000{mark}10123456\n{mark}20RENT OFFICE{mark}32CARYS PRICE")
    assert (line.words, line.payee) == ("CARYS PRICE RENT OFFICE", "CARYS PRICE")


@pytest.mark.parametrize("given", ["NOTPROVIDED", "NONREF"])
def test_a_reference_that_says_there_is_none_is_none(given):
    assert read_line(f"166?00CREDIT?20EREF+{given}?21SVWZ+WAGES").reference == ""


def test_a_reference_with_a_plus_sign_in_it_ends_at_the_next_keyword():
    assert read_line("166?00CREDIT?20EREF+A+B 7?21MREF+X?22SVWZ+WAGES").reference == "A+B 7"


def test_codes_between_slashes_name_the_payee_and_the_reference():
    line = read_line("/EREF/POL88-26/BENM//NAME/GOOD COVER LTD/REMI/INSURANCE")
    assert (line.payee, line.reference) == ("GOOD COVER LTD", "POL88-26")
    assert line.words == "/EREF/POL88-26/BENM//NAME/GOOD COVER LTD/REMI/INSURANCE"


def test_words_outside_the_standard_under_ns_are_kept():
    lines, _ = read_alone(message(":61:260904D10,00NTRFNONREF\n:NS:01WAGES\n02AUGUST\n").encode())
    assert lines[0].words == "01WAGES 02AUGUST"


def test_letters_of_an_alphabet_nobody_can_tell_leave_the_money_right():
    data = message(":61:260904D10,00NTRFNONREF\n:86:F\x81R CARYS\n").encode("latin-1")
    lines, reading = read_alone(data)
    assert (lines[0].pence, lines[0].words) == (-1000, "F\ufffdR CARYS")
    assert "alphabet that cannot be told" in reading.notes[0].words


def test_a_tag_wrapped_after_its_first_colon_is_a_tag():
    entries = ":61:260904D10,00NTRFNONREF\n:\n86:CARYS PRICE\n:61:260905D10,00NTRFNONREF\n:86:CITY CABS\n"
    lines, _ = read_alone(message(entries).encode())
    assert [(line.words, line.place) for line in lines] == [("CARYS PRICE", 5), ("CITY CABS", 8)]
