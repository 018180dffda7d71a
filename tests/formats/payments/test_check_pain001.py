"""A pain.001 file held to what a bank's front door holds it to."""

import json
from datetime import date

import pytest
from tests.formats.payments.made_up import STANDARDS, WITHOUT_STANDARDS, brian, file_of, payment

from ownway.formats.payments import pain001

TODAY = date(2026, 11, 24)
SAMPLES = STANDARDS / "mock-bank"
needs_standards = pytest.mark.skipif(not STANDARDS.exists(), reason=WITHOUT_STANDARDS)


def good():
    return b"".join(pain001.write(file_of(payment(), brian())))


def found(data, **asked):
    problems = pain001.check(data, **{"today": TODAY, **asked})
    return [(problem.where, problem.field, problem.level, problem.code) for problem in problems]


def with_(old, new, times=-1):
    data = good()
    assert old in data
    return data.replace(old, new, times)


def test_our_own_file_has_no_problem():
    assert found(good()) == []
    assert found(b"".join(pain001.write(file_of(), version="pain.001.001.03"))) == []
    assert found(b"\xef\xbb\xbf" + good()) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"<CtrlSum>312.45", b"<CtrlSum>312.44", [("batch 1", "CtrlSum", "AM10"), ("the file", "CtrlSum", "AM10")]),
        (b"<CtrlSum>312.45", b"<CtrlSum>lots", [("batch 1", "CtrlSum", "AM10"), ("the file", "CtrlSum", "AM10")]),
        (b"<NbOfTxs>2", b"<NbOfTxs>3", [("batch 1", "NbOfTxs", "AM18"), ("the file", "NbOfTxs", "AM18")]),
        (b'Ccy="GBP">312.40', b'Ccy="EUR">312.40', [("payment 1", "Amt/InstdAmt", "AM03")]),
        (b">312.40<", b">312.4O<", [("payment 1", "Amt/InstdAmt", "AM12")]),
        (b">312.40<", b">-312.40<", [("payment 1", "Amt/InstdAmt", "AM12")]),
        (b">312.40<", b">312.400<", [("payment 1", "Amt/InstdAmt", "AM12")]),
        (b"DP-2026-0002", b"DP-2026-0001", [("payment 2", "PmtId/EndToEndId", "AM05")]),
        (b"DP-2026-0002", b"", [("payment 2", "PmtId/EndToEndId", "FF01")]),
        (b"<Nm>Brian Hussain</Nm>", b"", [("payment 2", "Cdtr/Nm", "BE22")]),
        (b"88837491", b"8883749", [("payment 2", "CdtrAcct/Id/Othr/Id", "AC01")]),
        (b"<Id>88837491</Id>", b"", [("payment 2", "CdtrAcct/Id", "AC01")]),
        (b"107999", b"10799", [("payment 2", "CdtrAgt/FinInstnId/ClrSysMmbId/MmbId", "RC01")]),
        (b"<Dt>2026-12-01", b"<Dt>2026-02-30", [("batch 1", "ReqdExctnDt", "DT01")]),
        (b"<MsgId>RUN-2026-0048</MsgId>", b"", [("the file", "MsgId", "FF01")]),
        (
            b"</CdtTrfTxInf>",
            b"<Extra/></CdtTrfTxInf>",
            [("payment 1", "Extra", "FF01"), ("payment 2", "Extra", "FF01")],
        ),
    ],
)
def test_each_wrong_part_is_named_with_the_bank_s_reason(old, new, expected):
    assert found(with_(old, new)) == [(where, field, "error", code) for where, field, code in expected]


def test_a_part_out_of_its_order_is_named():
    number, made = b"<MsgId>RUN-2026-0048</MsgId>", b"<CreDtTm>2026-11-24T09:30:00</CreDtTm>"
    assert found(with_(number + made, made + number)) == [("the file", "MsgId", "error", "FF01")]


def test_a_day_that_has_passed_is_a_warning_as_banks_treat_it():
    assert found(good(), today=date(2026, 12, 2)) == [("batch 1", "ReqdExctnDt", "warning", "DT01")]
    assert found(good(), today=date(2026, 12, 1)) == []


def test_an_amount_of_nothing_is_named():
    data = with_(b">0.05<", b">0.00<").replace(b"312.45", b"312.40")
    assert found(data) == [("payment 2", "Amt/InstdAmt", "error", "AM01")]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"Amina,312.40", "not well-formed"),
        (b"<Document>", "“Document”"),
        (b"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'>", "not well-formed"),
        (b"<html></html>", "“html”"),
        ("<?xml version='1.0' encoding='UTF-16'?><Document/>".encode("utf-16"), "not written in UTF-8"),
        (b"<?xml version='1.0' encoding='ISO-8859-1'?><Document/>", "not written in UTF-8"),
        (b"<?xml version='1.0' encoding='UTF-7'?><Document/>", "not written in UTF-8"),
        (b"<!DOCTYPE Document [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><Document>&b;</Document>", "document type"),
        (b"<!DOCTYPE Document SYSTEM 'file:///etc/passwd'><Document/>", "document type"),
    ],
)
def test_what_is_not_a_payment_file_is_refused_in_one_sentence(data, why):
    (problem,) = pain001.check(data, today=TODAY)
    assert (problem.where, problem.code) == ("the file", "FF01")
    assert why in problem.message


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b"pain.001.001.09", b"pain.007.001.09", "“pain.007.001.09”"),
        (b"</Document>", b"<Signature/></Document>", "signature"),
        (b"</Document>", b"<CstmrCdtTrfInitn/></Document>", "exactly one"),
        (b"GrpHdr>", b"Header>", "header"),
    ],
)
def test_another_message_is_refused(old, new, why):
    (problem,) = pain001.check(with_(old, new), today=TODAY)
    assert why in problem.message


def test_a_file_cut_short_is_refused_wherever_it_is_cut():
    data = good()
    for end in range(0, len(data) - len(b"</Document>\n"), 97):
        assert found(data[:end])[-1][3] == "FF01", end


@pytest.mark.parametrize(
    ("iban", "holds"),
    [
        # Example accounts of the IBAN registry, and each with a digit changed or two swapped.
        ("GB29NWBK60161331926819", True),
        ("DE89370400440532013000", True),
        ("GB29NWBK60161331926818", False),
        ("GB29NWBK60161331926891", False),
        ("GB92NWBK60161331926819", False),
        ("gb29NWBK60161331926819", False),
        ("GB29", False),
    ],
)
def test_an_international_account_number_is_held_to_its_check_digits(iban, holds):
    data = with_(b"<Othr><Id>88837491</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr>", f"<IBAN>{iban}</IBAN>".encode())
    assert found(data) == ([] if holds else [("payment 2", "CdtrAcct/Id/IBAN", "error", "AC01")])


def test_a_file_is_held_to_the_schema_that_is_given():
    # A schema of our own, in which a Document holds only words.
    schema = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        'targetNamespace="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">'
        '<xs:element name="Document" type="xs:string"/></xs:schema>'
    )
    (problem,) = pain001.check(good(), today=TODAY, xsd=schema.encode())
    assert (problem.code, problem.message[:35]) == ("FF01", "The file is not as its schema says.")


@needs_standards
@pytest.mark.parametrize("with_schema", [False, True], ids=["without the schema", "with the schema"])
def test_the_twelve_broken_files_are_refused_with_their_iso_reason(with_schema):
    broken = {name: want for name, want in expected_findings() if "broken" in name}
    assert len(broken) == 12
    for name, want in broken.items():
        xsd = schema_of(name) if with_schema else None
        problem = pain001.check((SAMPLES / name).read_bytes(), today=date(2026, 9, 30), currency="EUR", xsd=xsd)[0]
        assert (problem.code, problem.level) == (want["iso_reason_code"], want["level"]), name
        assert want["where"].endswith(problem.field), name
        assert want["detail_contains"] in problem.message, name


@needs_standards
@pytest.mark.parametrize("with_schema", [False, True], ids=["without the schema", "with the schema"])
def test_the_clean_files_of_the_same_bank_are_taken(with_schema):
    clean = {name: want for name, want in expected_findings() if want["level"] == "ok"}
    assert len(clean) == 3
    for name, want in clean.items():
        xsd = schema_of(name) if with_schema else None
        assert (
            found((SAMPLES / name).read_bytes(), today=date(2026, 9, 30), currency=want["currencies"][0], xsd=xsd) == []
        )


@needs_standards
def test_the_schema_finds_what_our_own_reading_lets_pass():
    data = with_(b"<PmtMtd>TRF", b"<PmtMtd>CASH")
    assert found(data) == []
    assert found(data, xsd=schema_of("x")) == [("the file", "/", "error", "FF01")]


def expected_findings():
    return json.loads((SAMPLES / "EXPECTED.json").read_text())["files"].items()


def schema_of(name):
    version = "03" if "_03" in name else "09"
    return (STANDARDS / "xsd" / f"pain.001.001.{version}.xsd").read_bytes()
