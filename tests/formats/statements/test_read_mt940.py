"""A SWIFT statement (MT940, MT942) is read as the bank wrote it, line by line."""

from datetime import date

import pytest
from tests.formats.statements.mt940_written import (
    AMINA,
    CLOSING,
    ENTRIES,
    OPENING,
    message,
    read_alone,
)

from ownway.formats.statements import read_statement


def read(text, **options):
    return read_statement(text.encode(), name="x", **options)


def read_entry(entry):
    """The one line of an entry, read by itself."""
    lines, _ = read_alone(message(entry).encode())
    return lines[0]


def test_it_reads_the_month():
    statement = read(AMINA)
    assert (statement.outcome, statement.kind, statement.layout) == ("whole", "MT940/MT942", "mt940")
    assert (statement.account, statement.currency) == ("GB29NWBK60161331926819", "GBP")
    assert (statement.opening_pence, statement.sum_pence, statement.closing_pence) == (100000, 20411, 120411)
    assert statement.reconciles
    assert [(line.on, line.pence) for line in statement.lines] == [
        (date(2026, 9, 4), -41250),
        (date(2026, 9, 7), 64000),
        (date(2026, 9, 7), -820),
        (date(2026, 9, 7), -820),
        (date(2026, 9, 30), -699),
    ]


def test_every_line_keeps_its_place_in_the_file():
    assert [line.place for line in read(AMINA).lines] == [5, 7, 9, 11, 13]


def test_a_line_keeps_its_words_reference_type_and_the_banks_number():
    line = read(AMINA).lines[0]
    assert (line.words, line.reference, line.type, line.bank_id) == ("CARYS PRICE", "WAGES AUG", "TRF", "R1")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_any_line_end_gives_the_same(end):
    assert read(AMINA.replace("\n", end)).lines == read(AMINA).lines


@pytest.mark.parametrize(
    "text",
    [
        AMINA.removesuffix("-\n"),
        AMINA.rstrip("-\n"),
        f"{{1:F01BANKGB22AXXX0000000000}}{{2:O9401200260930NWBKGB2LXXXX00000000002609301200N}}{{4:\n{AMINA[:-1]}}}{{5:{{CHK:1}}}}",
        f"\x01\n{AMINA[:-1]}\x03",
        f"ABNANL2A\n940\nABNANL2A\n{AMINA}",
        AMINA.removesuffix("-\n") + "-XXX\n",
    ],
    ids=["no dash", "no last line end", "swift blocks", "control characters", "bank's heading", "dash and letters"],
)
def test_what_stands_around_a_message_is_no_part_of_it(text):
    statement = read(text)
    assert (statement.outcome, statement.problems) == ("whole", ())
    assert [line[:8] for line in statement.lines] == [line[:8] for line in read(AMINA).lines]


def test_a_bare_message_ends_the_words_of_its_last_payment():
    text = message(ENTRIES, closing="") + f"{{5:{{CHK:1}}}}{{1:F01X}}{{4:\n{message(ENTRIES)}"
    assert [line.words for line in read_alone(text.encode())[0]][4] == "GOOD COVER"


def test_the_bank_is_the_sender_of_the_first_block():
    heading = "{1:F01BANKGB22AXXX0000000000}{2:O9401200260930NWBKGB2LXXXX00000000002609301200N}{4:\n"
    assert read(heading + AMINA).bank == "NWBKGB2L"


@pytest.mark.parametrize(
    ("written", "pence"),
    [("380115,", 38011500), ("0,1", 10), ("00,12", 12), ("000000000147,64", 14764), ("5,1000", 510), ("7,50", 750)],
)
def test_amounts_have_a_comma_and_as_many_decimals_as_the_bank_likes(written, pence):
    assert read_entry(f":61:260904C{written}NTRFNONREF\n").pence == pence


@pytest.mark.parametrize(
    ("mark", "pence"), [("C", 1000), ("D", -1000), ("RC", -1000), ("RD", 1000), ("CP", 1000), ("DR", -1000)]
)
def test_marks_say_which_way_the_money_went(mark, pence):
    """RC takes money back out, RD gives it back. A single letter after the mark is the last of the currency, or CR and DR."""
    assert read_entry(f":61:260904{mark}10,00NTRFNONREF\n").pence == pence


@pytest.mark.parametrize("written", ["POL88", "POL88//", "POL88//NONREF"])
def test_a_number_that_says_there_is_none_is_none(written):
    line = read_entry(f":61:260904D10,00NDDT{written}\n")
    assert (line.reference, line.bank_id) == ("POL88", None)


def test_a_reversal_says_so():
    assert read_entry(":61:260904RC10,00NTRFNONREF\n").type == "reversal TRF"


@pytest.mark.parametrize("mark", ["EC", "ED"])
def test_a_payment_that_is_only_expected_is_no_line(mark):
    statement = read(message(ENTRIES + f":61:261001{mark}99,00NTRFNONREF\n"))
    assert (statement.outcome, len(statement.lines)) == ("whole", 5)
    assert [(note.place, "not booked yet" in note.words) for note in statement.notes] == [(15, True)]


@pytest.mark.parametrize(
    ("days", "on"),
    [
        ("260904", date(2026, 9, 4)),
        ("2609040907", date(2026, 9, 7)),
        ("2612311231", date(2026, 12, 31)),
        ("2612310102", date(2027, 1, 2)),
        ("2701021231", date(2026, 12, 31)),
        ("2403010229", date(2024, 2, 29)),
        ("9912310103", date(2000, 1, 3)),
    ],
)
def test_a_line_is_dated_on_the_day_it_was_booked(days, on):
    """The booking day has no year: it is that which brings it nearest to the value day, also over a year's end."""
    assert read_entry(f":61:{days}C10,00NTRFNONREF\n").on == on


def test_thirty_february_is_told_and_the_booking_day_holds():
    entries = ENTRIES.replace(":61:2609040904", ":61:2602300301")
    statement = read(message(entries))
    assert (statement.outcome, len(statement.lines), statement.reconciles) == ("in part", 5, True)
    assert statement.lines[0].on == date(2026, 3, 1)
    assert [(problem.place, problem.stops) for problem in statement.problems] == [(5, False)]
    assert "260230” is not a day in the calendar" in statement.problems[0].reason


def test_a_booking_day_that_cannot_be_is_told_and_the_value_day_holds():
    lines, reading = read_alone(message(":61:2602270230C10,00NTRFNONREF\n").encode())
    assert lines[0].on == date(2026, 2, 27)
    assert "“30/02” is not in the calendar" in reading.problems[0].reason


@pytest.mark.parametrize("days", ["260230", "2602300230", "261301", "2613010231"])
def test_no_day_of_the_calendar_at_all_refuses_the_file(days):
    statement = read(message(ENTRIES + f":61:{days}C10,00NTRFNONREF\n"))
    assert (statement.outcome, statement.problems[0].place) == ("refused", 15)
    assert "not a day in the calendar" in statement.problems[0].reason


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("260904C500NTRFNONREF", "has no comma"),
        ("260904C1,005NTRFNONREF", "not a whole number of pence"),
        ("260904C10,00", "not a line of a SWIFT statement"),
        ("260904C10,00XTRFNONREF", "not a line of a SWIFT statement"),
        ("260904X10,00NTRFNONREF", "not a line of a SWIFT statement"),
        ("٢٦0904C10,00NTRFNONREF", "not a line of a SWIFT statement"),
        ("", "empty"),
    ],
)
def test_a_line_that_cannot_be_read_refuses_the_file(entry, reason):
    statement = read(message(f"{ENTRIES}:61:{entry}\n"))
    assert (statement.outcome, statement.lines) == ("refused", ())
    assert (statement.problems[0].place, statement.problems[0].stops) == (15, True)
    assert reason in statement.problems[0].reason


def test_the_last_letter_of_another_currency_is_asked_about():
    statement = read(message(ENTRIES.replace("D412,5", "DD412,5")))
    assert (statement.outcome, len(statement.lines)) == ("in part", 5)
    assert "letter D, which is not that of GBP" in statement.problems[0].reason


def test_another_currency_than_pounds_is_refused_and_read_where_any_will_do():
    text = AMINA.replace("GBP", "CHF")
    assert "in CHF" in read(text).problems[0].reason
    assert read(text, currency=None).currency == "CHF"


@pytest.mark.parametrize("currency", ["JPY", "BHD"])
def test_a_currency_without_hundredths_is_refused(currency):
    statement = read(AMINA.replace("GBP", currency), currency=None)
    assert (statement.outcome, statement.problems[0].place) == ("refused", 4)
    assert f"in {currency}, which has no hundredths" in statement.problems[0].reason


def test_two_currencies_in_one_statement_refuse_it():
    statement = read(AMINA.replace(CLOSING, ":62F:C260930EUR1204,11\n"))
    assert (statement.outcome, statement.problems[0].reason) == ("refused", "This statement is in GBP and in EUR.")


def test_two_accounts_in_one_statement_refuse_it():
    statement = read(AMINA.replace(OPENING, f":25:10203040\n{OPENING}"))
    assert (statement.outcome, statement.problems[0].place) == ("refused", 4)


def test_two_opening_balances_refuse_it():
    statement = read(AMINA.replace(OPENING, OPENING + ":60F:C260831GBP1000,01\n"))
    assert "two opening balances" in statement.problems[0].reason


def test_no_account_refuses_it():
    assert "which account" in read(AMINA.replace(":25:GB29NWBK60161331926819\n", "")).problems[0].reason


def test_no_currency_refuses_it():
    text = message(ENTRIES, opening=":60F:C2608311000,\n", closing=":62F:C2609301204,11\n")
    assert "which currency" in read(text).problems[0].reason


def test_a_balance_that_leaves_its_currency_out_is_read_and_noted():
    statement = read(AMINA.replace("C260930GBP1204", "C2609301204"))
    assert (statement.outcome, statement.closing_pence) == ("whole", 120411)
    assert "does not name its currency" in statement.notes[0].words


def test_a_balance_that_cannot_be_read_is_told():
    statement = read(AMINA.replace("C260930GBP1204,11", "C260930GBP1204"))
    assert (statement.outcome, statement.closing_pence) == ("in part", None)
    assert [problem.place for problem in statement.problems] == [1, 15]


def test_an_overdrawn_balance_is_below_nothing():
    statement = read(message("", opening=":60F:D260831GBP5,\n", closing=":62F:D260831GBP5,\n"))
    assert (statement.outcome, statement.opening_pence) == ("whole", -500)


def test_a_statement_that_does_not_add_up_is_told_and_not_mended():
    statement = read(AMINA.replace("C260930GBP1204,11", "C260930GBP1204,12"))
    assert (statement.outcome, statement.reconciles, statement.closing_pence) == ("in part", False, 120412)
    assert (statement.problems[0].place, "does not add up" in statement.problems[0].reason) == (15, True)


def test_no_closing_balance_is_told_as_the_end_may_be_missing():
    statement = read(message(ENTRIES, closing=""))
    assert (statement.outcome, len(statement.lines)) == ("in part", 5)
    assert "at the end may be missing" in statement.problems[0].reason


def test_no_opening_balance_is_told_as_the_beginning_may_be_missing():
    assert "at the beginning may be missing" in read(message(ENTRIES, opening="")).problems[0].reason


def test_swift_text_without_a_statement_is_refused():
    assert "no statement in them" in read(":25:10203040\n:64:C260904GBP5,\n").problems[0].reason
