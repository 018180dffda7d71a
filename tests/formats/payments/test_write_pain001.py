"""pain.001 as UK banks read it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import etree
from tests.formats.payments.made_up import COUNCIL, STANDARDS, WITHOUT_STANDARDS, brian, file_of, many, payment

from ownway.formats.payments import pain001
from ownway.formats.payments.values import PaymentFileRefused

VERSIONS = ("pain.001.001.09", "pain.001.001.03")
needs_standards = pytest.mark.skipif(not STANDARDS.exists(), reason=WITHOUT_STANDARDS)


def written(file, **asked):
    return b"".join(pain001.write(file, **asked))


def texts(data, path):
    """The texts at a path of local names below the message."""
    message = etree.fromstring(data)[0]
    steps = "/".join(f"{{*}}{step}" for step in path.split("/"))
    return [found.text for found in message.findall(steps)]


def test_it_writes_every_field_of_amina_s_payment():
    data = written(file_of())
    one = "PmtInf/CdtTrfTxInf"
    assert texts(data, f"{one}/PmtId/EndToEndId") == ["DP-2026-0001"]
    assert texts(data, f"{one}/Amt/InstdAmt") == ["312.40"]
    assert texts(data, f"{one}/CdtrAgt/FinInstnId/ClrSysMmbId/ClrSysId/Cd") == ["GBDSC"]
    assert texts(data, f"{one}/CdtrAgt/FinInstnId/ClrSysMmbId/MmbId") == ["089999"]
    assert texts(data, f"{one}/Cdtr/Nm") == ["Amina Hussain"]
    assert texts(data, f"{one}/CdtrAcct/Id/Othr/Id") == ["66374958"]
    assert texts(data, f"{one}/RmtInf/Ustrd") == ["DIRECT PAYMENT"]


def test_it_writes_the_council_and_the_day():
    data = written(file_of())
    assert texts(data, "GrpHdr/MsgId") == texts(data, "PmtInf/PmtInfId") == ["RUN-2026-0048"]
    assert texts(data, "GrpHdr/CreDtTm") == ["2026-11-24T09:30:00"]
    assert texts(data, "PmtInf/ReqdExctnDt/Dt") == ["2026-12-01"]
    assert texts(data, "PmtInf/Dbtr/Nm") == ["Riverbank Council"]
    assert texts(data, "PmtInf/Dbtr/Id/OrgId/Othr/Id") == ["654321"]
    assert texts(data, "PmtInf/DbtrAcct/Id/Othr/Id") == ["55779911"]
    assert texts(data, "PmtInf/DbtrAgt/FinInstnId/ClrSysMmbId/MmbId") == ["200000"]


def test_the_older_version_writes_the_day_without_a_part_of_its_own():
    assert texts(written(file_of(), version="pain.001.001.03"), "PmtInf/ReqdExctnDt") == ["2026-12-01"]


def test_it_counts_and_adds_up_exactly():
    # 312.40 + 0.05 = 312.45
    data = written(file_of(payment(), brian()))
    for part in ("GrpHdr", "PmtInf"):
        assert texts(data, f"{part}/NbOfTxs") == ["2"]
        assert texts(data, f"{part}/CtrlSum") == ["312.45"]


def test_the_largest_sums_keep_every_penny():
    # 3 × 9,999,999,999 pence = 29,999,999,997 pence
    file = file_of(
        *(payment(end_to_end_id=f"DP-{n}", account=f"0000000{n}", amount_pence=9_999_999_999) for n in (1, 2, 3))
    )
    data = written(file)
    assert texts(data, "PmtInf/CdtTrfTxInf/Amt/InstdAmt") == ["99999999.99"] * 3
    assert texts(data, "GrpHdr/CtrlSum") == ["299999999.97"]


def test_ten_thousand_payments_are_all_there_in_order():
    # 1 + 2 + … + 10,000 = 10,000 × 10,001 ÷ 2 = 50,005,000 pence
    data = written(many(10_000))
    assert texts(data, "PmtInf/CdtTrfTxInf/PmtId/EndToEndId") == [f"DP-{number}" for number in range(1, 10_001)]
    assert texts(data, "GrpHdr/CtrlSum") == ["500050.00"]


def test_it_comes_in_pieces_so_that_no_file_has_to_fit_in_memory():
    sizes = [len(piece) for piece in pain001.write(many(10_000))]
    assert len(sizes) == 22  # the head, 20 pieces of 500 payments, the end
    assert max(sizes) < 300_000


def test_the_same_values_give_the_same_bytes():
    assert written(file_of(payment(), brian())) == written(file_of(payment(), brian()))


@pytest.mark.parametrize(
    "name", ["</Nm><Amt>", "=cmd|'/c calc'!A0", 'A & B <Care> "Ltd"', "Sian ]]> O'Brien", "&lt;&#x41;"]
)
def test_signs_of_xml_and_of_formulas_stay_out_of_the_structure(name):
    data = written(file_of(payment(name=name), brian()))
    assert len(texts(data, "PmtInf/CdtTrfTxInf/Cdtr/Nm")) == 2
    assert texts(data, "PmtInf/CdtTrfTxInf/Cdtr/Nm")[0][0].isalnum()
    assert texts(data, "GrpHdr/CtrlSum") == ["312.45"]


def test_an_ampersand_arrives_as_one():
    assert texts(written(file_of(payment(name="Bell & Son"))), "PmtInf/CdtTrfTxInf/Cdtr/Nm") == ["Bell & Son"]


def test_a_council_without_a_bacs_number_writes_none():
    data = written(file_of(debtor=replace(COUNCIL, service_user_number=None)))
    assert texts(data, "PmtInf/Dbtr/Id/OrgId/Othr/Id") == []


def test_a_faster_payment_says_that_it_is_urgent():
    bacs, faster = written(file_of()), written(file_of(), scheme="faster_payment")
    level = "PmtInf/PmtTpInf/SvcLvl/Cd"
    assert (texts(bacs, level), texts(faster, level)) == (["NURG"], ["URGP"])
    assert (texts(bacs, "PmtInf/BtchBookg"), texts(faster, "PmtInf/BtchBookg")) == (["true"], ["false"])


def test_the_bank_s_own_code_is_written_when_it_has_one():
    path = "PmtInf/PmtTpInf/LclInstrm/Prtry"
    assert texts(written(file_of(), local_instrument="UKDCT"), path) == ["UKDCT"]
    assert texts(written(file_of()), path) == []


@pytest.mark.parametrize(
    "file", [file_of(payments=()), file_of(payment(amount_pence=0)), file_of(payment(name="محمد"))]
)
def test_nothing_is_written_while_an_error_is_open(file):
    with pytest.raises(PaymentFileRefused) as refusal:
        pain001.write(file)
    assert len(refusal.value.problems) == 1
    assert str(refusal.value.problems[0]) in str(refusal.value)


@needs_standards
@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("scheme", ["bacs", "faster_payment"])
@pytest.mark.parametrize(
    "file",
    [
        file_of(),
        file_of(payment(name='A & B <Care> "Ltd" ' * 20), brian(name="Łukasz 🌻 Żuk", amount_pence=99_999_999_999)),
        file_of(
            debtor=replace(COUNCIL, service_user_number=None),
            created_at=datetime(2026, 11, 24, 9, 30, 5, 7, tzinfo=UTC),
        ),
        many(10_000),
    ],
    ids=["one payment", "hard names", "no Bacs number", "10,000 payments"],
)
def test_it_is_valid_against_the_schema_of_the_message(file, version, scheme):
    schema = etree.XMLSchema(etree.parse(STANDARDS / "xsd" / f"{version}.xsd"))
    schema.assertValid(etree.fromstring(written(file, version=version, scheme=scheme, local_instrument="UKDCT")))


@needs_standards
@pytest.mark.parametrize(
    ("scheme", "sample"),
    [("bacs", "bacs-direct-credit/gb.bacs.supplier-run"), ("faster_payment", "faster-payment/gb.fps.single")],
)
@pytest.mark.parametrize("version", VERSIONS)
def test_it_has_the_shape_of_the_uk_sample(scheme, sample, version):
    # Ours leaves out what UK banks find by sort code: the bank's own code (BIC) and addresses; and the UETR.
    left_out = ("BIC", "BICFI", "PstlAdr", "UETR")
    sampled = paths(
        etree.parse(STANDARDS / "pain001-samples" / "market-gb" / f"{sample}.{version}.xml").getroot(), left_out
    )
    ours = paths(etree.fromstring(written(file_of(), version=version, scheme=scheme)), left_out)
    named = {path.replace("/SchmeNm/Cd", "/SchmeNm/Prtry") if "/OrgId/" in path else path for path in sampled}
    assert ours == named


def paths(root, left_out):
    found = set()

    def walk(element, path):
        name = etree.QName(element).localname
        if name not in left_out:
            found.add(f"{path}/{name}")
            for child in element:
                walk(child, f"{path}/{name}")

    walk(root, "")
    return found
