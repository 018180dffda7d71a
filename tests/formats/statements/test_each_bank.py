"""Each bank's own way of writing one month is read to the same lines."""

import pytest
from tests.formats.statements import samples

from ownway.formats.statements import read_statement
from ownway.formats.statements.layouts import WITH_HEADINGS, WITHOUT_HEADINGS


@pytest.mark.parametrize("layout", samples.ALL)
def test_it_gives_the_same_days_and_pence_oldest_first(layout):
    statement = read_statement(samples.ALL[layout].encode(), name="statement")
    assert (statement.outcome, statement.problems, statement.currency) == ("whole", (), "GBP")
    assert tuple((line.on, line.pence) for line in statement.lines) == samples.MONEY
    assert statement.sum_pence == samples.SUM_PENCE


@pytest.mark.parametrize("layout", samples.WITH_BALANCES)
def test_it_reads_the_balances_that_the_bank_writes(layout):
    statement = read_statement(samples.WITH_BALANCES[layout].encode(), name="statement")
    assert tuple(line.balance_pence for line in statement.lines) == samples.BALANCES
    assert (statement.opening_pence, statement.closing_pence) == (samples.OPENING_PENCE, samples.CLOSING_PENCE)
    assert statement.reconciles is True
    assert statement.running_balance_breaks == ()


@pytest.mark.parametrize("layout", ["barclays", "hsbc", "monzo", "monzo-2018", "ofx 1", "ofx 2"])
def test_it_says_that_adding_up_cannot_be_told_without_both_balances(layout):
    assert read_statement(samples.ALL[layout].encode(), name="statement").reconciles is None


@pytest.mark.parametrize(
    ("layout", "bank", "account"),
    [
        ("barclays", "Barclays", "20-11-22 10203040"),
        ("hsbc", "HSBC", ""),
        ("lloyds", "Lloyds, Halifax, Bank of Scotland or TSB", "30-11-22 10203040"),
        ("natwest", "NatWest or Royal Bank of Scotland", "601122-10203040"),
        ("nationwide", "Nationwide", "Everyday ****20304"),
        ("nationwide-midata", "Nationwide", "****20304"),
        ("monzo", "Monzo", ""),
        ("starling", "Starling", ""),
        ("ofx 1", "Riverton Bank", "10203040"),
        ("ofx 2", "", "10203040"),
    ],
)
def test_it_names_the_bank_and_the_account_as_written(layout, bank, account):
    statement = read_statement(samples.ALL[layout].encode(), name="statement")
    assert (statement.bank, statement.account) == (bank, account)


@pytest.mark.parametrize("layout", samples.ALL_CSV)
def test_every_layout_has_a_sample_and_is_found_by_its_content(layout):
    assert read_statement(samples.ALL_CSV[layout].encode(), name="holiday.jpg").layout == layout
    assert {known.name for known in WITH_HEADINGS + WITHOUT_HEADINGS} >= set(samples.ALL_CSV)


def test_no_two_layouts_claim_the_same_headings():
    for known in WITH_HEADINGS:
        assert [other.name for other in WITH_HEADINGS if other.fits(known.columns)] == [known.name]


def test_barclays_memo_is_told_apart_into_payee_and_reference():
    line = read_statement(samples.BARCLAYS.encode(), name="x").lines[1]
    assert (line.payee, line.reference, line.type) == ("RIVERTON COUNCIL", "DP 4471", "DIRECTDEP")
    assert line.words == "RIVERTON COUNCIL DP 4471 BGC"


def test_natwest_words_lose_only_the_apostrophe_that_guards_them():
    assert read_statement(samples.NATWEST.encode(), name="x").lines[0].words == "CARYS PRICE , WAGES AUG"


def test_starling_words_say_who_and_what_for_once():
    lines = read_statement(samples.STARLING.encode(), name="x").lines
    assert (lines[0].words, lines[2].words) == ("Carys Price WAGES AUG", "City Cabs")


def test_monzo_keeps_the_banks_id_and_a_note_over_two_lines():
    line = read_statement(samples.MONZO.encode(), name="x").lines[0]
    assert (line.bank_id, line.reference, line.place) == ("tx_01", "wages August", 2)
    assert read_statement(samples.MONZO.encode(), name="x").lines[1].place == 4


def test_ofx_joins_name_and_memo_and_reads_references_to_characters():
    lines = read_statement(samples.OFX_1.encode(), name="x").lines
    assert (lines[1].payee, lines[1].words) == ("RIVERTON COUNCIL", "RIVERTON COUNCIL DP 4471 & THANKS")
    assert (lines[0].bank_id, lines[0].type, lines[0].place) == ("F1", "DEBIT", 1)


def test_first_direct_has_its_account_only_in_the_name_of_the_file():
    data = samples.FIRST_DIRECT.encode()
    assert read_statement(data, name="20260930_10203040.csv").account == "10203040"
    assert read_statement(data, name="20260930.csv").account == ""
    assert read_statement(data, name="../../10203040.csv.exe").account == ""


def test_rows_that_move_no_money_are_notes():
    assert [note.words for note in read_statement(samples.STARLING.encode(), name="x").notes] == [
        "The balance at the start."
    ]
    assert [note.text for note in read_statement(samples.NATWEST.encode(), name="x").notes] == [
        ',,"Balance as at 30 Sep 2026",,1204.11,,'
    ]
    assert len(read_statement(samples.NATIONWIDE_MIDATA.encode(), name="x").notes) == 1


def test_the_digest_is_of_the_bytes():
    first = read_statement(b"\xef\xbb\xbf" + samples.HSBC.encode(), name="x")
    second = read_statement(samples.HSBC.encode(), name="x")
    assert first.lines == second.lines
    assert first.digest != second.digest
    assert second == read_statement(samples.HSBC.encode(), name="y")
