"""Each payment file is told by its content, and described in the words and names that programs expect."""

import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.payments.made_up import PROCESSING_ON, STANDARDS, WITHOUT_STANDARDS, brian, file_of, payment

from ownway.formats.payments import bacs18, pain001
from ownway.formats.payments.describing import days_that_passed, describe, figures, place_of, verdict
from ownway.formats.payments.door import examine_payment_file

SAMPLES = STANDARDS / "mock-bank"
needs_standards = pytest.mark.skipif(not STANDARDS.exists(), reason=WITHOUT_STANDARDS)
BOTH = file_of(payment(), brian())
XML = b"".join(pain001.write(BOTH))
BACS = bacs18.write(BOTH, processing_on=PROCESSING_ON, serial_number="000048")


def examined(data, **asked):
    return examine_payment_file(io.BytesIO(data), **asked)


def test_a_pain001_and_a_bacs_file_of_one_run_say_the_same():
    theirs = {
        "level": "ok",
        "payment_count": 2,
        "sum": "312.45",
        "nb_of_txs": "2",
        "control_sum": "312.45",
        "currencies": ["GBP"],
        "pay_on": ["2026-12-01"],
        "debit_accounts": ["****9911"],
        "problems": [],
        "notes": [],
    }
    assert describe(examined(XML)) == theirs | {"format": "pain.001.001.09", "message_id": "RUN-2026-0048"}
    assert describe(examined(BACS)) == theirs | {"format": "Bacs Standard 18 DAILY", "message_id": "000048"}


def test_no_whole_account_number_of_the_council_is_told():
    for data in (XML, BACS):
        assert "55779911" not in json.dumps(describe(examined(data)))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"Amina,312.40\r\n", "no payment file that is known"),
        (b"PK\x03\x04\x00\x00", "not written in UTF-8"),
        (b"", "empty"),
        (b"VOL1", "not a Bacs Standard 18 file"),
        (b"<html></html>", "“html”"),
    ],
)
def test_another_file_is_refused_in_one_sentence(data, why):
    report = examined(data)
    (problem,) = report.problems
    assert why in problem.message
    assert report.level == "error"
    assert report.payments == 0


def test_money_arrives_the_bank_day_after_bacs_has_worked_on_it():
    friday = bacs18.write(BOTH, processing_on=date(2026, 11, 27), serial_number="000048")
    assert examined(friday).pay_on == (date(2026, 11, 30),)
    holidays = frozenset({date(2026, 11, 30)})
    assert examined(friday, bank_holidays=holidays).pay_on == (date(2026, 12, 1),)


def test_a_day_that_is_over_is_a_note_and_no_fault_of_the_file():
    report = examined(XML)
    assert days_that_passed(report, today=date(2026, 12, 1)) == ""
    assert "2026-12-01" in days_that_passed(report, today=date(2026, 12, 2))
    assert report.level is None


def test_it_is_told_in_a_sentence_and_some_figures():
    assert verdict(examined(XML)) == "Nothing is wrong with this file."
    assert dict(figures(examined(XML))) == {
        "Kind": "pain.001.001.09",
        "Number": "RUN-2026-0048",
        "Payments": "2",
        "They come to": "312.45 GBP",
        "It says": "312.45 in 2 payments",
        "Day to pay": "2026-12-01",
        "Out of account": "****9911",
    }
    late = examined(XML.replace(b"<Dt>2026-12-01", b"<Dt>2026-11-23"))
    assert verdict(late) == "This file can be sent. Look at the warnings first."
    assert verdict(examined(b"")) == "Do not send this file."
    assert figures(examined(b"")) == []


@needs_standards
def test_every_file_of_mock_bank_is_told_as_it_expects():
    expected = json.loads((SAMPLES / "EXPECTED.json").read_text())["files"]
    assert len(expected) == 15
    for name, want in expected.items():
        told = describe(examined((SAMPLES / name).read_bytes()))
        assert told["level"] == want["level"], name
        if want["level"] == "ok":
            assert (told["payment_count"], told["sum"]) == (want["payments"], want["sum"]), name
            assert (told["control_sum"], told["nb_of_txs"]) == (want["ctrl_sum"], want["nb_of_txs"]), name
            assert told["currencies"] == want["currencies"], name
            assert told["problems"] == []
        else:
            problem = told["problems"][0]
            assert (problem["iso_reason_code"], problem["where"]) == (want["iso_reason_code"], want["where"]), name
            assert want["detail_contains"] in problem["reason"], name


@needs_standards
def test_every_reason_is_one_of_iso_s():
    codes = json.loads((STANDARDS / "external_codes_2Q2026_v3.json").read_text())
    known = set(codes["definitions"]["ExternalStatusReason1Code"]["enum"])
    used = {problem.code for path in SAMPLES.glob("*.xml") for problem in examined(path.read_bytes()).problems}
    assert used - known == set()
    assert {"AC01", "RC01", "AM01", "AM02", "AM12", "AM18", "BE22", "CH15", "CH16", "DT01", "FF01"} - known == set()


def test_a_place_is_named_as_the_schema_names_it():
    report = examined(XML.replace(b"<CtrlSum>312.45", b"<CtrlSum>312.44"))
    assert [place_of(report, problem) for problem in report.problems] == ["PmtInf[1]/CtrlSum", "GrpHdr/CtrlSum"]
    report = examined(BACS.replace(b"00000031240", b"00000031241"))
    assert place_of(report, report.problems[0]) == "the last line credit_pence"


@needs_standards
def test_a_day_and_an_hour_to_pay_are_read_as_a_day():
    folder = SAMPLES / "external"
    path = next(folder.rglob("pain.001.001.09-de-sct-inst.xml"))
    report = examined(path.read_bytes())
    assert (report.problems, report.payments, str(report.total)) == ((), 1, "450.00")


@given(st.binary(max_size=400), st.sampled_from([b"", b"<", b"VOL1", XML[:300], BACS[:400]]))
def test_no_bytes_make_it_raise(data, first):
    report = examined(first + data)
    assert report.level == "error"
    assert len(report.problems) >= 1
