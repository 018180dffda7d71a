"""Entries with the payments inside them, as returned payments are matched: from a bank that is played by mock-bank."""

import io
from contextlib import contextmanager
from datetime import date

import pytest
from lxml import etree
from mockbank import accounts, outbox
from mockbank.server import Config
from mockbank.state import State
from tests.formats.payments.made_up import COUNCIL, STANDARDS, brian, file_of, payment
from tests.formats.statements import camt_samples as camt

from ownway.formats.payments import pain001
from ownway.formats.statements import read_statement
from ownway.formats.statements.camt import read_entries
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.source import Source


@contextmanager
def bank(**changes):
    """A bank that holds the council's account of £1,000,000, on the morning the file is made."""
    state = State(Config(clock="2026-11-24T09:45", quiet=True))
    try:
        council = {"name": "Riverbank Council", "iban": "GB33BUKB20201555555555", "bic": "BUKBGB22", "currency": "GBP"}
        held = {**council, "account_number": COUNCIL.account, "balance": 100_000_000, **changes}
        accounts.create(state.conn, "RIVERBANK", held)
        yield state
    finally:
        state.close()


def pay_two(state):
    """Amina's £312.40 and Brian's 5p are sent for 1 December, and the clock goes on to the week after."""
    file = file_of(payment(), brian())
    state.receive(b"".join(pain001.write(file, version="pain.001.001.09", scheme="bacs")), "application/xml")
    state.clock.advance(to=date(2026, 12, 8))


def answers(state, message):
    """What the bank sent of one kind about the council's account, as bytes."""
    sent = outbox.collect(state.conn, state.clock.now())
    bodies = [item["body"].encode() for item in sent if item["type"].startswith(message)]
    return [body for body in bodies if b"GB33BUKB20201555555555" in body]


def entries_of(data):
    reading = Reading()
    return list(read_entries(Source(io.BytesIO(data), name="x"), reading)), reading


def test_payments_that_left_are_told_with_their_own_references():
    with bank() as state:
        pay_two(state)
        (notice,) = answers(state, "camt.054")
    entries, reading = entries_of(notice)
    assert reading.problems == []
    told = [(entry.on, entry.pence, entry.status, entry.payments[0].end_to_end_id) for entry in entries]
    day = date(2026, 12, 1)
    assert told == [(day, -31240, "BOOK", "DP-2026-0001"), (day, -5, "BOOK", "DP-2026-0002")]
    assert [entry.payments[0].creditor for entry in entries] == ["Amina Hussain", "Brian Hussain"]
    assert {(entry.message, entry.account, entry.currency) for entry in entries} == {
        ("camt.054", "GB33BUKB20201555555555", "GBP")
    }


def test_a_payment_that_comes_back_is_told_with_its_reason():
    with bank(behaviour="return-later") as state:
        pay_two(state)
        (notice,) = (body for body in answers(state, "camt.054") if b"<RtrInf>" in body)
    entries, _ = entries_of(notice)
    back = [(entry.pence, entry.payments[0].end_to_end_id, entry.payments[0].return_code) for entry in entries]
    assert back == [(31240, "DP-2026-0001", "AC04"), (5, "DP-2026-0002", "AC04")]
    assert entries[0].payments[0].payee == "Amina Hussain"
    assert (entries[0].payments[0].pence, entries[0].payments[0].currency) == (31240, "GBP")


def test_every_statement_of_the_bank_is_whole_and_adds_up_from_day_to_day():
    with bank(behaviour="return-later") as state:
        pay_two(state)
        days = answers(state, "camt.053")
    statements = [read_statement(day, name="x") for day in days]
    assert {(statement.outcome, statement.reconciles) for statement in statements} == {("whole", True)}
    # by hand: 1,000,000.00 - 312.40 - 0.05 = 999,687.55, and all of it comes back
    closings = [statement.closing_pence for statement in statements]
    assert (closings[0], min(closings), closings[-1]) == (100_000_000, 99_968_755, 100_000_000)
    assert [statement.opening_pence for statement in statements[1:]] == closings[:-1]


def test_a_statement_with_an_entry_left_off_does_not_add_up_and_says_so():
    with bank(behaviour="statement-gap") as state:
        pay_two(state)
        days = [read_statement(day, name="x") for day in answers(state, "camt.053")]
    (gap,) = [day for day in days if day.reconciles is False]
    assert any("The entries lead from the opening balance to" in note.words for note in gap.notes)


def test_a_report_during_the_day_is_read_as_one():
    with bank() as state:
        pay_two(state)
        outbox.issue_report(state.conn, state.clock, accounts.get(state.conn, "RIVERBANK"), state.clock.now())
        (report,) = answers(state, "camt.052")
    statement = read_statement(report, name="x")
    assert (statement.layout, statement.outcome, statement.lines) == ("camt.052.001.08", "whole", ())
    assert (statement.opening_pence, statement.closing_pence) == (99_968_755, None)


@pytest.mark.skipif(not STANDARDS.is_dir(), reason="the ISO 20022 schemas are not beside this repository")
@pytest.mark.parametrize("message", ["camt.053", "camt.054"])
def test_what_the_bank_wrote_is_valid_by_the_published_schema(message):
    with bank(behaviour="return-later") as state:
        pay_two(state)
        bodies = answers(state, message)
    schema = etree.XMLSchema(etree.parse(STANDARDS / "xsd" / f"{message}.001.08.xsd"))
    assert [schema.validate(etree.fromstring(body)) for body in bodies] == [True] * len(bodies)


def test_each_payment_of_one_sum_is_given_with_its_own_money():
    details = "".join(
        f"<TxDtls><Refs><EndToEndId>E{n}</EndToEndId></Refs><Amt Ccy='GBP'>{n}.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>"
        f"<RltdPties><Cdtr><Pty><Nm>Payee {n}</Nm></Pty></Cdtr></RltdPties></TxDtls>"
        for n in (1, 2)
    )
    whole = camt.write_entry("3.00")
    start, _, rest = whole.partition("<TxDtls>")
    (entry,), _ = entries_of(
        camt.write_message(camt.write_part(start + details + rest.partition("</TxDtls>")[2])).encode()
    )
    assert (entry.pence, [payment.pence for payment in entry.payments]) == (-300, [-100, -200])
    assert [payment.end_to_end_id for payment in entry.payments] == ["E1", "E2"]


def test_a_payment_without_money_of_its_own_among_several_has_none():
    whole = camt.write_entry("3.00").replace(
        "</TxDtls>", "</TxDtls><TxDtls><Refs><EndToEndId>E2</EndToEndId></Refs></TxDtls>"
    )
    (entry,), _ = entries_of(camt.write_message(camt.write_part(whole)).encode())
    assert [payment.pence for payment in entry.payments] == [None, None]


def test_the_older_place_of_a_payments_money_is_known():
    inside = "<AmtDtls><TxAmt><Amt Ccy='EUR'>2.50</Amt></TxAmt></AmtDtls>"
    (entry,), _ = entries_of(camt.write_message(camt.write_part(camt.write_entry("2.20", inside=inside))).encode())
    assert (entry.pence, entry.payments[0].pence, entry.payments[0].currency) == (-220, -250, "EUR")


def test_charges_are_told_and_are_in_no_sum():
    inside = '<Chrgs><Rcrd><Amt Ccy="GBP">1.25</Amt></Rcrd><Rcrd><Amt Ccy="GBP">0.50</Amt></Rcrd></Chrgs>'
    whole = camt.write_entry(
        "10.00", inside=inside, before='<Chrgs><TtlChrgsAndTaxAmt Ccy="GBP">1.75</TtlChrgsAndTaxAmt></Chrgs>'
    )
    (entry,), _ = entries_of(camt.write_message(camt.write_part(whole)).encode())
    assert (entry.pence, entry.charges_pence, entry.payments[0].charges_pence) == (-1000, 175, 175)


def test_pending_entries_and_reversals_are_given_as_what_they_are():
    pending = camt.write_entry("1.00", status="PDNG", on="")
    undone = camt.write_entry("2.00", "CRDT", before="<RvslInd>true</RvslInd>")
    entries, _ = entries_of(camt.write_message(camt.write_part(pending, undone)).encode())
    assert [(entry.status, entry.on is None, entry.is_reversal, entry.pence) for entry in entries] == [
        ("PDNG", True, False, -100),
        ("BOOK", False, True, 200),
    ]


def test_an_entry_that_cannot_be_read_is_told_by_its_place_and_the_others_are_given():
    entries, reading = entries_of(
        camt.write_message(
            camt.write_part(camt.write_entry("1.00"), camt.write_entry("x"), camt.write_entry("2.00"))
        ).encode()
    )
    assert [entry.place for entry in entries] == [1, 3]
    assert [problem.place for problem in reading.problems] == [2]


@pytest.mark.parametrize("data", [b"<a>", b"", b"<!DOCTYPE a><a/>", b"\xff<a/>", b"Date,Amount"])
def test_no_bytes_make_it_raise(data):
    assert entries_of(data)[1].is_refused
