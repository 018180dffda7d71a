"""What a bank made of a payment file: for the whole, for the batch, for each payment."""

import json
import re
from datetime import date

import pytest
from lxml import etree
from tests.formats.payments.echoes.answers import AMINA, BRIAN, FILE, pain002, transaction
from tests.formats.payments.made_up import STANDARDS, WITHOUT_STANDARDS

from ownway.formats.payments.echoes import Outcome, read_echoes
from ownway.formats.payments.echoes.pain002 import OUTCOMES

SAMPLES = STANDARDS / "mock-bank" / "external"
CODES = STANDARDS / "external_codes_2Q2026_v3.json"


def test_one_payment_is_taken_and_one_is_not():
    file = read_echoes(pain002(transaction(), transaction(BRIAN, "RJCT", "AC04"), group="PART"))
    assert (file.kind, file.version, file.message_id, file.made_on) == (
        "pain.002",
        "pain.002.001.10",
        "ANSWER-1",
        date(2026, 11, 24),
    )
    amina, brian = file.echoes
    assert (amina.place, amina.end_to_end_id, amina.outcome, amina.code) == (1, AMINA, Outcome.ACCEPTED, "")
    assert (brian.place, brian.end_to_end_id, brian.outcome, brian.code) == (2, BRIAN, Outcome.REJECTED, "AC04")
    assert file.is_whole


def test_the_status_of_the_whole_and_of_the_batch_are_kept():
    file = read_echoes(pain002(group="RJCT", reason="FF01", batch="RJCT"))
    group, batch = file.wholes
    assert (group.message_id, group.batch_id, group.status, group.outcome) == (FILE, "", "RJCT", Outcome.REJECTED)
    assert (group.code, batch.batch_id) == ("FF01", FILE)
    assert file.echoes == ()


@pytest.mark.parametrize("version", ["03", "04", "07", "09", "10", "11", "12", "13"])
def test_every_version_since_the_third_is_read(version):
    assert read_echoes(pain002(transaction(), version=version)).is_whole


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        ("ACCP", Outcome.ACCEPTED),
        ("ACSP", Outcome.ACCEPTED),
        ("ACTC", Outcome.ACCEPTED),
        ("ACSC", Outcome.SETTLED),
        ("PDNG", Outcome.PENDING),
        ("RJCT", Outcome.REJECTED),
        ("CANC", Outcome.REJECTED),
    ],
)
def test_each_status_has_its_outcome(status, outcome):
    (echo,) = read_echoes(pain002(transaction(status=status))).echoes
    assert (echo.outcome, echo.status) == (outcome, status)


@pytest.mark.skipif(not CODES.exists(), reason=WITHOUT_STANDARDS)
def test_every_status_of_the_published_list_is_known():
    published = json.loads(CODES.read_text())["definitions"]
    payments = set(published["ExternalPaymentTransactionStatus1Code"]["enum"])
    groups = set(published["ExternalPaymentGroupStatus1Code"]["enum"])
    assert payments == set(OUTCOMES)
    assert groups - {"PART"} <= set(OUTCOMES)


def test_a_status_that_nobody_knows_is_said_and_decides_nothing():
    file = read_echoes(pain002(transaction(), transaction(BRIAN, "ODD1")))
    assert [echo.end_to_end_id for echo in file.echoes] == [AMINA]
    (problem,) = file.problems
    assert (problem.where, problem.field) == ("payment 2", "TxSts")
    assert "ODD1" in problem.message
    assert file.is_taken
    assert not file.is_whole


def test_a_payment_without_a_status_is_said():
    (problem,) = read_echoes(pain002("<TxInfAndSts><OrgnlEndToEndId>X</OrgnlEndToEndId></TxInfAndSts>")).problems
    assert (problem.where, problem.field) == ("payment 1", "TxSts")


def test_what_the_report_repeats_of_the_payment_is_kept():
    more = (
        "<OrgnlTxRef><Amt><InstdAmt Ccy='GBP'>312.4</InstdAmt></Amt><RmtInf><Ustrd>DIRECT  PAYMENT</Ustrd></RmtInf>"
        "<CdtrAgt><FinInstnId><ClrSysMmbId><MmbId>08-99-99</MmbId></ClrSysMmbId></FinInstnId></CdtrAgt>"
        "<Cdtr><Pty><Nm>Amina Hussain</Nm></Pty></Cdtr>"
        "<CdtrAcct><Id><Othr><Id>66374958</Id></Othr></Id></CdtrAcct></OrgnlTxRef>"
    )
    (echo,) = read_echoes(pain002(transaction(more=more))).echoes
    assert (echo.amount_pence, echo.sort_code, echo.account) == (31240, "089999", "66374958")
    assert (echo.name, echo.reference) == ("Amina Hussain", "DIRECT PAYMENT")


def test_a_british_iban_is_a_sort_code_and_an_account():
    more = "<OrgnlTxRef><CdtrAcct><Id><IBAN>GB33BUKB20201555555555</IBAN></Id></CdtrAcct></OrgnlTxRef>"
    (echo,) = read_echoes(pain002(transaction(more=more))).echoes
    assert (echo.sort_code, echo.account) == ("202015", "55555555")


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        ("<InstdAmt Ccy='EUR'>1.00</InstdAmt>", "AM03"),
        ("<InstdAmt Ccy='GBP'>1.005</InstdAmt>", "AM12"),
        ("<InstdAmt Ccy='GBP'>one</InstdAmt>", "AM12"),
    ],
)
def test_an_amount_that_is_none_in_pounds_is_said(amount, code):
    file = read_echoes(pain002(transaction(more=f"<OrgnlTxRef><Amt>{amount}</Amt></OrgnlTxRef>")))
    assert [problem.code for problem in file.problems] == [code]
    assert file.echoes == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pain002(group="ACCP", original="pain.008.001.08"), "direct debit file"),
        (pain002(group="ACCP", file=""), "which payment file"),
        (pain002(), "nothing about any payment"),
    ],
)
def test_an_answer_to_something_else_is_refused(data, words):
    file = read_echoes(data)
    assert not file.is_taken
    assert words in file.problems[0].message


def test_an_answer_to_two_files_at_once_is_refused():
    data = pain002(group="ACCP")
    (group,) = re.findall(rb"<OrgnlGrpInfAndSts>.*?</OrgnlGrpInfAndSts>", data)
    assert not read_echoes(data.replace(group, group * 2)).is_taken


@pytest.mark.skipif(not SAMPLES.exists(), reason=WITHOUT_STANDARDS)
def test_what_others_wrote_is_read():
    # The files of mock-bank's collection: two with every element of the schema, one with euros.
    for name in ("every-element", "cbpr-originator"):
        file = read_echoes((SAMPLES / f"pain.002.001.10-{name}.xml").read_bytes())
        assert file.is_whole
        assert [(echo.status, echo.outcome, echo.code) for echo in file.echoes] == [("ACCC", Outcome.SETTLED, "NARR")]
    euros = read_echoes((SAMPLES / "pain.002.001.10-sepa-status.xml").read_bytes())
    assert [whole.status for whole in euros.wholes] == ["PART", "PART"]
    assert [problem.code for problem in euros.problems] == ["AM03", "AM03"]  # 5,100.00 and 3,500.00 euros


XSD = STANDARDS / "xsd" / "pain.002.001.03.xsd"


@pytest.mark.skipif(not XSD.exists(), reason=WITHOUT_STANDARDS)
def test_what_these_tests_read_is_as_the_published_schema_has_it():
    schema = etree.XMLSchema(etree.parse(XSD))
    more = (
        "<AcctSvcrRef>X</AcctSvcrRef><OrgnlTxRef><Amt><InstdAmt Ccy='GBP'>312.40</InstdAmt></Amt>"
        "<RmtInf><Ustrd>DIRECT PAYMENT</Ustrd></RmtInf><CdtrAgt><FinInstnId><ClrSysMmbId><MmbId>089999</MmbId>"
        "</ClrSysMmbId></FinInstnId></CdtrAgt><Cdtr><Nm>Amina Hussain</Nm></Cdtr>"
        "<CdtrAcct><Id><Othr><Id>66374958</Id></Othr></Id></CdtrAcct></OrgnlTxRef>"
    )
    data = pain002(transaction(more=more), transaction(BRIAN, "RJCT", "AC04"), group="PART", batch="PART", version="03")
    schema.assertValid(etree.fromstring(data))
    amina, brian = read_echoes(data).echoes
    assert (amina.amount_pence, amina.sort_code, amina.account, amina.name) == (
        31240,
        "089999",
        "66374958",
        "Amina Hussain",
    )
    assert (amina.bank_id, amina.reference, brian.code) == ("X", "DIRECT PAYMENT", "AC04")
