"""A pain.001 file is gone through in memory that does not grow, and no file can make it take more."""

import io
import random
import tracemalloc
from datetime import date

import pytest
from tests.formats.payments.made_up import STANDARDS, WITHOUT_STANDARDS, brian, file_of, many, payment

from ownway.formats.payments import pain001
from ownway.formats.payments.pain001 import walking

TODAY = date(2026, 11, 24)
HEAD = b"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'><CstmrCdtTrfInitn>"
HEADER = HEAD + b"<GrpHdr><MsgId>A</MsgId><NbOfTxs>1</NbOfTxs></GrpHdr><PmtInf>"


def written(file=None):
    return b"".join(pain001.write(file or file_of(payment(), brian())))


def examined(data, **asked):
    return pain001.examine(io.BytesIO(data), **{"today": TODAY, **asked})


@pytest.fixture
def slowly(monkeypatch):
    """`slowly(data)`: examined with every payment shown to the parser whole."""

    def whole(file, first):
        yield first
        yield from iter(lambda: file.read(walking.CHUNK), b"")

    def examine(data):
        with monkeypatch.context() as patch:
            patch.setattr(walking, "without_plain", whole)
            return examined(data)

    return examine


def test_it_says_what_a_file_holds():
    report = examined(written())
    assert (report.kind, report.message_id, report.payments) == ("pain.001.001.09", "RUN-2026-0048", 2)
    assert (str(report.total), report.declared_payments, report.declared_total) == ("312.45", "2", "312.45")
    assert (report.currencies, report.pay_on, report.debtors) == (("GBP",), (date(2026, 12, 1),), ("****9911",))
    assert (report.problems, report.level) == ((), None)


def test_without_a_day_a_day_to_pay_is_held_to_the_day_the_file_was_made():
    data = written()
    assert examined(data, today=None).problems == ()
    late = data.replace(b"<Dt>2026-12-01", b"<Dt>2026-11-23")
    (problem,) = examined(late, today=None).problems
    assert (problem.code, problem.level) == ("DT01", "warning")
    assert "had passed when the file was made" in problem.message


def test_without_a_currency_payments_are_held_to_the_one_of_the_account():
    data = written().replace(b'Ccy="GBP"', b'Ccy="EUR"')
    assert [problem.code for problem in examined(data).problems] == ["AM03", "AM03"]
    assert examined(data.replace(b"<Ccy>GBP", b"<Ccy>EUR")).problems == ()
    assert examined(data.replace(b"<Ccy>GBP</Ccy>", b"")).problems == ()
    assert len(examined(data.replace(b"<Ccy>GBP", b"<Ccy>EUR"), currency="GBP").problems) == 2


def test_ten_times_the_payments_take_no_more_memory(tmp_path):
    def most_memory(count):
        path = tmp_path / "payments.xml"
        path.write_bytes(written(many(count)))
        with path.open("rb") as file:
            tracemalloc.start()
            try:
                report = pain001.examine(file, today=TODAY)
                return tracemalloc.get_traced_memory()[1], report
            finally:
                tracemalloc.stop()

    few, _ = most_memory(3_000)  # more than the chunk that is read at once
    most, report = most_memory(30_000)
    # 1 + 2 + … + 30,000 = 450,015,000 pence
    assert (report.payments, str(report.total), report.problems) == (30_000, "4500150.00", ())
    assert most - few < 500_000


def test_a_number_used_twice_far_apart_is_found():
    data = written(many(5_000)).replace(b"<EndToEndId>DP-4999<", b"<EndToEndId>DP-7<")
    (problem,) = examined(data).problems
    assert (problem.where, problem.code) == ("payment 4999", "AM05")
    assert "DP-7 is used twice" in problem.message


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (HEADER + b"<a>" * 60, "more different parts"),
        (HEADER + b"".join(b"<a%d/>" % number for number in range(6_000)), "more different parts"),
        (HEADER + b"<CdtTrfTxInf a='" + b"x" * 3_000_000 + b"'/>", "more than a million characters"),
        (HEADER + b"<!--" + b"x" * 3_000_000, "more than a million characters"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><!DOCTYPE a>" + HEADER, "document type"),
        (b" " * 100 + HEADER + b"<!DOCTYPE a [<!ENTITY b 'c'>]>", "not well-formed"),
        (HEADER + b"<Nm>&b;</Nm>", "not well-formed"),
        (HEADER + b"\x00", "not well-formed"),
        (HEADER + b"<CdtTrfTxInf own-plain='GBP 1 A'/>", "own-plain"),
        (HEAD + b"</CstmrCdtTrfInitn></Document>", "header"),
        (HEAD.replace(b"<CstmrCdtTrfInitn>", b"</Document>"), "exactly one"),
        (HEADER.replace(b"<GrpHdr><MsgId>A</MsgId><NbOfTxs>1</NbOfTxs></GrpHdr>", b""), "header"),
    ],
)
def test_a_file_that_would_take_too_much_is_refused_in_one_sentence(data, why):
    (problem,) = examined(data).problems
    assert problem.code == "FF01"
    assert why in problem.message


def test_a_text_without_end_is_cut_and_not_kept():
    data = written(file_of(payment(name="Amina"))).replace(b"<Nm>Amina", b"<Nm>" + b"A" * 20_000_000)
    tracemalloc.start()
    try:
        (problem,) = examined(data).problems
        assert tracemalloc.get_traced_memory()[1] < 15_000_000
    finally:
        tracemalloc.stop()
    assert (problem.field, problem.code) == ("Cdtr/Nm", "CH15")


def test_the_word_of_the_mark_is_found_over_the_edge_of_a_chunk():
    data = written()
    for shift in range(12):
        padding = b" " * (walking.CHUNK - len(data) - shift)
        (problem,) = examined(data + padding + b"<own-plain/>").problems
        assert "own-plain" in problem.message


def test_a_payment_in_a_comment_or_a_quotation_is_none():
    data = written(file_of(payment()))
    start, end = data.index(b"<CdtTrfTxInf>"), data.index(b"</CdtTrfTxInf>") + len(b"</CdtTrfTxInf>")
    one = data[start:end]
    assert examined(data.replace(one, one + b"<!-- " + one + b" -->")).problems == ()
    assert examined(data.replace(one, b"<!-- " + one + b" -->")).payments == 0
    assert examined(data.replace(one, one + b"<![CDATA[" + one + b"]]>")).payments == 1


def test_a_payment_in_another_namespace_or_place_is_named_as_such():
    data = written(file_of(payment()))
    start, end = data.index(b"<CdtTrfTxInf>"), data.index(b"</CdtTrfTxInf>") + len(b"</CdtTrfTxInf>")
    one = data[start:end]
    inside = examined(data.replace(b"<DbtrAgt>", one + b"<DbtrAgt>"))
    assert ("batch 1", "DbtrAgt", "DbtrAgt is out of order.") in said(inside)
    foreign = examined(data.replace(one, one.replace(b"<CdtTrfTxInf>", b'<CdtTrfTxInf xmlns="urn:example:other">')))
    assert foreign.payments == 0
    assert any("urn:example:other" in message for _, _, message in said(foreign))


def said(report):
    return [(problem.where, problem.field, problem.message) for problem in report.problems]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"", b""),
        (b"><", b">\n    <"),
        (b">312.40<", b">0.00<"),
        (b">312.40<", b"> 312.40 <"),
        (b"Amina Hussain", b"Amina &amp; Hussain"),
        (b"Amina Hussain", b" "),
        (b"Amina Hussain", "Amina Húsain".encode()),
        (b"Amina Hussain", b"A" * 141),
        (b"DP-2026-0002", b"DP-2026-0001"),
        (b"DP-2026-0002", b"D" * 36),
        (b"66374958", b"6637495"),
        (b"GBDSC", b"GBXXX"),
        (b"<RmtInf>", b"<Purp><Cd>X</Cd></Purp><RmtInf>"),
        (b"<EndToEndId>", b"<InstrId>A</InstrId><EndToEndId>"),
        (b"<ClrSysMmbId>", b"<BICFI>BUKBGB22</BICFI><ClrSysMmbId>"),
        (b'Ccy="GBP"', b'Ccy="EUR"'),
    ],
)
def test_the_quick_way_finds_what_the_slow_way_finds(old, new, slowly):
    data = written().replace(old, new) if old else written()
    assert examined(data) == slowly(data)


def test_the_quick_way_finds_the_same_wherever_a_byte_is_changed(slowly):
    chance, data = random.Random(20261124), bytearray(written())
    for _ in range(400):
        place, byte = chance.randrange(len(data)), chance.randrange(256)
        changed = bytes(data[:place]) + bytes([byte]) + bytes(data[place + 1 :])
        assert examined(changed) == slowly(changed), (place, byte)


@pytest.mark.skipif(not STANDARDS.exists(), reason=WITHOUT_STANDARDS)
def test_the_files_that_others_wrote_are_gone_through_and_their_sums_hold():
    read, pence = 0, 0
    for path in sorted((STANDARDS / "pain001-samples").rglob("*pain.001*/*.xml")) + sorted(
        (STANDARDS / "pain001-samples" / "market-gb").rglob("*pain.001*.xml")
    ):
        report = examined(path.read_bytes(), today=None)
        assert report.kind, path
        assert report.payments == int(report.declared_payments), path
        assert not {"AM10", "AM18", "AM05"} & {problem.code for problem in report.problems}, path
        read += 1
        pence += int((report.total or 0) * 100)
    print(f"{read} pain.001 files of others, {pence / 100:,.2f} in all")
    assert read == 29
