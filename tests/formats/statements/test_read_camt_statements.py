"""What stands around the entries of a camt file: balances, totals, pages, several statements, and which message it is."""

import io

import pytest
from tests.formats.statements import camt_samples as camt

from ownway.formats.statements import read_statement
from ownway.formats.statements.camt import looks_like_camt
from ownway.formats.statements.source import Source

SUMS = "<TxsSummry><TtlNtries><NbOfNtries>{}</NbOfNtries><Sum>{}</Sum></TtlNtries></TxsSummry>"


def of(*entries, around="", **asked):
    return camt.read(camt.write_message(camt.write_part(*entries, around=around), **asked))[1]


def test_balances_that_do_not_follow_are_said_and_nothing_is_repaired():
    lines, reading = camt.read(camt.write_september(closing="1220.50"))
    assert (len(lines), reading.parts[0].reconciles, reading.problems) == (3, False, [])
    assert camt.notes(reading) == ["The entries lead from the opening balance to 1220.51; the bank says 1220.50."]


def test_the_closing_balance_of_the_statement_before_opens_this_one():
    reading = of(around=camt.write_balance("PRCD", "10.00") + camt.write_balance("CLBD", "10.00"))
    assert (reading.parts[0].opening_pence, reading.parts[0].reconciles) == (1000, True)


def test_a_statement_that_opens_with_another_sum_than_the_one_before_closed_with_says_so():
    around = camt.write_balance("PRCD", "10.00") + camt.write_balance("OPBD", "9.00")
    assert camt.notes(of(around=around)) == [
        "The statement opens with 9.00, and the statement before it closed with 10.00."
    ]


def test_an_overdrawn_balance_is_below_nothing():
    assert of(around=camt.write_balance("CLBD", "5.00", sign="DBIT")).parts[0].closing_pence == -500


def test_what_could_be_spent_is_no_balance_of_the_statement():
    around = camt.write_balance("OPAV", "5.00") + camt.write_balance("CLAV", "6.00", currency="JPY")
    reading = of(around=around)
    assert (reading.parts[0].opening_pence, reading.parts[0].closing_pence, reading.problems) == (None, None, [])


def test_a_balance_during_the_day_is_told_and_closes_nothing():
    reading = of(around=camt.write_balance("ITBD", "5.00"))
    assert reading.parts[0].closing_pence is None
    assert camt.notes(reading) == ["The balance during the day of 2026-09-30 is in the file and was not used."]


@pytest.mark.parametrize(
    ("around", "reason"),
    [
        (
            camt.write_balance("CLBD", "27.00", currency="SEK"),
            "The closing balance is in SEK, and the account is in GBP.",
        ),
        (camt.write_balance("CLBD", "1") + camt.write_balance("CLBD", "2"), "The closing balance is there twice"),
        (camt.write_balance("OPBD", "1,00"), "The opening balance cannot be read."),
        (camt.write_balance("OPBD", "1.00", sign=""), "The opening balance cannot be read."),
    ],
)
def test_a_balance_that_is_not_sure_refuses_the_file(around, reason):
    reading = of(around=around)
    assert reading.is_refused
    assert reading.problems[0].reason.startswith(reason)


@pytest.mark.parametrize(
    ("count", "total", "reason"),
    [
        ("2", "3.00", None),
        ("002", "3", None),
        ("3", "3.00", "The bank counts 3 entries; the file holds 2."),
        ("2", "4.00", "The bank's sum of entries is 4.00; those in the file come to 3.00."),
    ],
)
def test_the_banks_own_totals_are_compared_and_told_when_they_differ(count, total, reason):
    # by hand: 1.00 in and 2.00 out are 2 entries and 3.00 whichever way the money went
    entries = camt.write_entry("1.00", "CRDT"), camt.write_entry("2.00", "DBIT")
    reading = of(*entries, around=SUMS.format(count, total))
    assert [problem.reason for problem in reading.problems] == ([reason] if reason else [])
    assert not reading.is_refused


@pytest.mark.parametrize(("count", "told"), [("1", 0), ("2", 0), ("3", 1)])
def test_totals_may_count_entries_that_are_still_pending(count, told):
    entries = camt.write_entry("1.00"), camt.write_entry("2.00", status="PDNG")
    around = f"<TxsSummry><TtlDbtNtries><NbOfNtries>{count}</NbOfNtries></TtlDbtNtries></TxsSummry>"
    assert len(of(*entries, around=around).problems) == told


def test_a_total_that_cannot_be_read_is_not_compared_and_said():
    assert camt.notes(of(around=SUMS.format("0", "none"))) == [
        "The bank's sum of entries cannot be read, so it was not compared."
    ]


def test_statements_of_one_account_that_follow_each_other_are_one():
    first = camt.write_part(
        camt.write_entry("1.00"), around=camt.write_balance("OPBD", "10.00") + camt.write_balance("CLBD", "9.00")
    )
    second = camt.write_part(
        camt.write_entry("2.00"),
        id="S2",
        around=camt.write_balance("OPBD", "9.00") + camt.write_balance("CLBD", "7.00"),
    )
    statement = read_statement(camt.write_message(first, second).encode(), name="x")
    assert (statement.outcome, statement.opening_pence, statement.closing_pence) == ("whole", 1000, 700)
    assert (statement.sum_pence, statement.reconciles) == (-300, True)
    assert [(part.id, part.line_count, part.sum_pence) for part in statement.parts] == [
        ("S1", 1, -100),
        ("S2", 1, -200),
    ]
    assert [line.place for line in statement.lines] == [1, 2]


def test_statements_that_stand_newest_first_are_one_too():
    first = camt.write_part(
        camt.write_entry("1.00", on="2026-09-02", id="A"),
        around=camt.write_balance("OPBD", "10.00") + camt.write_balance("CLBD", "9.00"),
    )
    second = camt.write_part(
        camt.write_entry("2.00", on="2026-09-03", id="B"),
        id="S2",
        around=camt.write_balance("OPBD", "9.00") + camt.write_balance("CLBD", "7.00"),
    )
    statement = read_statement(camt.write_message(second, first).encode(), name="x")
    assert (statement.opening_pence, statement.closing_pence, statement.reconciles) == (1000, 700, True)
    assert [line.pence for line in statement.lines] == [-100, -200]
    assert [note.words for note in statement.notes] == [
        "The file holds 2 statements of one account, which are read as one."
    ]


def test_statements_that_do_not_follow_each_other_say_so():
    parts = [camt.write_part(around=camt.write_balance("OPBD", "1") + camt.write_balance("CLBD", "2")) for _ in "ab"]
    statement = read_statement(camt.write_message(*parts).encode(), name="x")
    assert "Statement 2 opens with 1.00, and the one before it closed with 2.00." in [n.words for n in statement.notes]


def test_two_accounts_are_refused_and_still_described():
    parts = camt.write_part(camt.write_entry("1.00")), camt.write_part(camt.write_entry("2.00"), iban="GB00OTHER")
    statement = read_statement(camt.write_message(*parts).encode(), name="x")
    assert (statement.outcome, statement.lines) == ("refused", ())
    assert "2 accounts" in statement.problems[0].reason
    assert [(part.account, part.sum_pence) for part in statement.parts] == [(camt.IBAN, -100), ("GB00OTHER", -200)]


def test_more_pages_are_asked_for():
    paged = "<MsgPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></MsgPgntn>"
    told = "The bank's message goes on after page 1, and more pages follow."
    assert (camt.reasons(of(header=paged)), of(header=paged).is_refused) == ([(0, told)], False)
    assert camt.reasons(of(header=paged.replace("false", "true"))) == []


def test_pages_that_are_all_in_one_file_are_whole():
    first = "<StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>"
    last = "<StmtPgntn><PgNb>2</PgNb><LastPgInd>true</LastPgInd></StmtPgntn>"
    pages = [camt.write_part(around=page) for page in (first, last)]
    told = "The bank's statement goes on after page 1, and more pages follow."
    assert camt.reasons(camt.read(camt.write_message(*pages))[1]) == []
    assert camt.reasons(camt.read(camt.write_message(pages[0]))[1]) == [(0, told)]


def test_a_copy_is_said_to_be_one():
    assert camt.notes(of(around="<CpyDplctInd>DUPL</CpyDplctInd>")) == ["The bank marks this statement as a duplicate."]


@pytest.mark.parametrize(
    ("message", "words"), [("camt.052", "a report during the day"), ("camt.054", "a notice of single payments")]
)
def test_a_message_that_is_no_statement_of_the_day_says_so(message, words):
    _, reading = camt.read(camt.write_september(message=message))
    assert words in camt.notes(reading)[-1]


@pytest.mark.parametrize(
    ("namespace", "reason"),
    [
        ("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09", "This is a pain.001 message: a file of payments to make"),
        ("urn:iso:std:iso:20022:tech:xsd:camt.053.001.01", "This is a camt.053 statement of version 01."),
        ("urn:iso:std:iso:20022:tech:xsd:camt.053.001.14", "This is a camt.053 statement of version 14."),
        ("urn:iso:std:iso:20022:tech:xsd:pacs.004.001.09", "This is a pacs.004 message: another message"),
        ("urn:example:other", "This is an XML file of “urn:example:other”"),
    ],
)
def test_another_message_is_refused_and_named(namespace, reason):
    text = camt.write_september().replace("urn:iso:std:iso:20022:tech:xsd:camt.053.001.08", namespace)
    lines, reading = camt.read(text)
    assert lines == []
    assert reading.problems[0].reason.startswith(reason)


def test_a_file_without_a_namespace_is_refused():
    lines, reading = camt.read(camt.write_september().replace(" xmlns=", " id="))
    assert (lines, reading.is_refused) == ([], True)
    assert "no namespace" in reading.problems[0].reason


def test_a_message_in_an_envelope_is_found():
    text = camt.write_september().partition("?>")[2]
    envelope = (
        f'<Envelope xmlns="urn:swift"><AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"/>{text}</Envelope>'
    )
    lines, reading = camt.read(envelope)
    assert (len(lines), reading.problems) == (3, [])


def test_elements_of_other_makers_are_passed_over():
    extra = '<x:Ntry xmlns:x="urn:bank"><x:Amt Ccy="GBP">99.00</x:Amt></x:Ntry>'
    other = '<SplmtryData><Ntry><Amt Ccy="GBP">7.00</Amt></Ntry></SplmtryData>'
    lines, reading = camt.read_entry(extra, camt.write_entry("1.00", after=other), extra, camt.write_entry("2.00"))
    assert ([line.pence for line in lines], reading.problems) == ([-100, -200], [])


def test_a_file_without_a_statement_is_refused():
    _, reading = camt.read(camt.write_message())
    assert camt.reasons(reading) == [(0, "The file holds no bank statement.")]


@pytest.mark.parametrize("text", ["<html><body>Sorry</body></html>", "Date,Amount\n", "<OFX></OFX>", "plain <Document"])
def test_other_files_do_not_look_like_camt(text):
    assert not looks_like_camt(Source(io.BytesIO(text.encode()), name="camt.xml"))


def test_the_door_knows_camt_by_its_content():
    statement = read_statement(camt.write_september().encode(), name="statement.csv")
    assert (statement.kind, statement.layout, statement.outcome) == ("camt", "camt.053.001.08", "whole")
    assert (statement.account, statement.currency, len(statement.lines)) == (camt.IBAN, "GBP", 3)
    assert (statement.opening_pence, statement.closing_pence, statement.reconciles) == (100000, 122051, True)
