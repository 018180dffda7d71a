"""The whole conversation with a bank, held with mock-bank: our file goes in, its answer comes out."""

from contextlib import contextmanager
from datetime import date

import pytest
from lxml import etree
from mockbank import accounts, outbox
from mockbank.server import Config
from mockbank.state import State
from tests.formats.payments.made_up import COUNCIL, MADE_AT, brian, file_of, many, payment

from ownway.formats.payments import pain001


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


def send(state, data):
    """The bank's pain.002 report on a file: the status of the whole, and status and reason by payment number."""
    state.receive(data, "application/xml")
    (report, *_) = outbox.collect(state.conn, state.clock.now())
    assert report["type"].startswith("pain.002")
    root = etree.fromstring(report["body"].encode())
    (whole,) = (element.text for element in root.iter() if element.tag.endswith("}GrpSts"))
    payments = {}
    for status in (element for element in root.iter() if element.tag.endswith("}TxInfAndSts")):
        said = {child.tag.rpartition("}")[2]: (child.text or "").strip() for child in status.iter()}
        payments[said["OrgnlEndToEndId"]] = (said["TxSts"], said.get("Cd"))
    reasons = [element.text for element in root.iter() if element.tag.endswith("}Cd")]
    return whole, payments, reasons


def written(file, **asked):
    return b"".join(pain001.write(file, **asked))


@pytest.mark.parametrize("version", ["pain.001.001.09", "pain.001.001.03"])
@pytest.mark.parametrize("scheme", ["bacs", "faster_payment"])
def test_the_bank_takes_our_file_and_every_payment_in_it(version, scheme):
    with bank() as state:
        whole, payments, reasons = send(state, written(file_of(payment(), brian()), version=version, scheme=scheme))
    assert whole == "ACCP"
    assert payments == {"DP-2026-0001": ("ACCP", None), "DP-2026-0002": ("ACCP", None)}
    assert reasons == []


def test_the_money_leaves_the_account_on_the_day_and_to_the_penny():
    # 1 + 2 + … + 1,000 = 500,500 pence, out of 100,000,000
    with bank() as state:
        assert send(state, written(many(1_000)))[0] == "ACCP"
        state.clock.advance(to=date(2026, 11, 30))
        assert accounts.get(state.conn, "RIVERBANK")["balance"] == 100_000_000
        state.clock.advance(to=date(2026, 12, 1))
        assert accounts.get(state.conn, "RIVERBANK")["balance"] == 99_499_500


def test_hard_names_are_taken_as_well():
    file = file_of(payment(name='=HYPERLINK("http") & <Co> 🌻'), brian(name="Łukasz O’Żuk"))
    with bank() as state:
        assert send(state, written(file))[0] == "ACCP"


def test_a_bank_without_the_money_says_which_payments_it_leaves_out():
    with bank(behaviour="insufficient-funds", balance=31_240) as state:
        whole, payments, _ = send(state, written(file_of(payment(), brian())))
    assert whole == "PART"
    assert payments == {"DP-2026-0001": ("ACCP", None), "DP-2026-0002": ("RJCT", "AM04")}


def test_the_same_file_sent_twice_is_refused_as_a_copy():
    data = written(file_of())
    with bank() as state:
        assert send(state, data)[0] == "ACCP"
        whole, _, reasons = send(state, data)
    assert (whole, reasons) == ("RJCT", ["DUPL"])


def test_a_file_changed_on_the_way_is_refused_by_the_bank_and_by_our_own_check_for_one_reason():
    data = written(file_of(payment(), brian())).replace(b">0.05<", b">9.05<")
    with bank() as state:
        whole, _, reasons = send(state, data)
    assert whole == "RJCT"
    assert set(reasons) == {problem.code for problem in pain001.check(data, today=MADE_AT.date())} == {"AM10"}
