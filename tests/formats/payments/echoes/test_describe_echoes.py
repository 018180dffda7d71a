"""An echo file in words and as data, as a terminal shows it."""

import json

from tests.formats.payments.echoes.answers import BRIAN, FILE, arucs, camt054, detail, entry, pain002, returned_item
from tests.formats.payments.echoes.answers import transaction as payment

from ownway.formats.payments.echoes import describe_echoes, echoes_as_data, kind_of, read_echoes


def test_it_says_what_came_back_why_and_what_to_do():
    lines = describe_echoes(read_echoes(camt054(entry(detail()), entry(detail(reason="")))))
    assert lines == [
        "What the bank booked (camt.054), made on 3 December 2026",
        "1 paid, and sent back, £312.40",
        (
            "DP-2026-0001, £312.40: paid, and sent back. The account is closed. "
            "Check the bank account with the person. Then pay it again."
        ),
        "1 left out, as not about payments that were sent",
    ]


def test_it_says_how_the_whole_stands():
    lines = describe_echoes(read_echoes(pain002(payment(), payment(BRIAN, "RJCT", "AC01"), group="PART")))
    assert lines[1:4] == [
        f"Payment file {FILE}: in part (PART)",
        "1 taken by the bank, and not paid yet",
        "1 not paid",
    ]


def test_what_was_refused_says_why():
    assert describe_echoes(read_echoes(b"x"))[0] == "Not read"
    assert "not an XML file" in describe_echoes(read_echoes(b"x"))[1]


def test_as_data_amounts_are_pounds_as_text():
    data = echoes_as_data(read_echoes(arucs(returned_item())))
    assert json.loads(json.dumps(data)) == data
    (one,) = data["payments"]
    assert (data["format"], one["amount"], one["outcome"], one["reason"]) == ("ARUCS", "312.40", "returned", "B")
    assert one["reason_words"] == "The account is closed."


def test_the_kind_is_told_by_what_is_inside():
    assert kind_of(pain002(payment())) == "pain.002"
    assert kind_of(camt054()) == "camt.054"
    assert kind_of(arucs()) == "Bacs"
    assert kind_of(b"VOL1123456") == ""
    assert kind_of(b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"/>') == ""
