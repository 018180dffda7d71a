"""Made-up answers of a bank to Riverbank Council's file RUN-2026-0048: Amina's £312.40 and Brian's 5p."""

from ownway.formats.payments.echoes import Sent

AMINA, BRIAN = "DP-2026-0001", "DP-2026-0002"
FILE = "RUN-2026-0048"


def sent(number=1, **changes):
    """Amina's payment as it was sent; `number` is its key."""
    amina = {
        "key": number,
        "payee": 1,
        "file_id": FILE,
        "end_to_end_id": AMINA,
        "reference": "DIRECT PAYMENT",
        "sort_code": "089999",
        "account": "66374958",
        "amount_pence": 31240,
    }
    return Sent(**{**amina, **changes})


def sent_to_brian(**changes):
    brian = {"payee": 2, "end_to_end_id": BRIAN, "sort_code": "107999", "account": "88837491", "amount_pence": 5}
    return sent(2, **{**brian, **changes})


def transaction(end_to_end_id=AMINA, status="ACCP", reason="", more=""):
    why = f"<StsRsnInf><Rsn><Cd>{reason}</Cd></Rsn></StsRsnInf>" if reason else ""
    return f"<TxInfAndSts><OrgnlEndToEndId>{end_to_end_id}</OrgnlEndToEndId><TxSts>{status}</TxSts>{why}{more}</TxInfAndSts>"


def pain002(*transactions, group="", reason="", batch="", version="10", original="pain.001.001.09", file=FILE):
    """A status report; `group` and `batch` are the statuses of the whole and of the batch."""
    why = f"<StsRsnInf><Rsn><Cd>{reason}</Cd></Rsn></StsRsnInf>" if reason else ""
    whole = f"<GrpSts>{group}</GrpSts>{why}" if group else ""
    batched = f"<PmtInfSts>{batch}</PmtInfSts>" if batch else ""
    batches = (
        f"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{file}</OrgnlPmtInfId>{batched}{''.join(transactions)}</OrgnlPmtInfAndSts>"
        if transactions or batch
        else ""
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.{version}">'
        "<CstmrPmtStsRpt><GrpHdr><MsgId>ANSWER-1</MsgId><CreDtTm>2026-11-24T10:15:00</CreDtTm></GrpHdr>"
        f"<OrgnlGrpInfAndSts><OrgnlMsgId>{file}</OrgnlMsgId><OrgnlMsgNmId>{original}</OrgnlMsgNmId>{whole}"
        f"</OrgnlGrpInfAndSts>{batches}</CstmrPmtStsRpt></Document>"
    ).encode()


def detail(end_to_end_id=AMINA, pounds="312.40", reason="AC04", account="66374958", currency="GBP"):
    """One payment of an entry; with a reason it is one that came back."""
    back = f"<RtrInf><Rsn><Cd>{reason}</Cd></Rsn></RtrInf>" if reason else ""
    return (
        f"<TxDtls><Refs><EndToEndId>{end_to_end_id}</EndToEndId></Refs><Amt Ccy='{currency}'>{pounds}</Amt>"
        f"<RltdPties><CdtrAcct><Id><Othr><Id>{account}</Id></Othr></Id></CdtrAcct></RltdPties>{back}</TxDtls>"
    )


def entry(*details, pounds="312.40", way="CRDT", status="<Cd>BOOK</Cd>", on="2026-12-03", currency="GBP", more=""):
    return (
        f"<Ntry><Amt Ccy='{currency}'>{pounds}</Amt><CdtDbtInd>{way}</CdtDbtInd><Sts>{status}</Sts>{more}"
        f"<BookgDt><Dt>{on}</Dt></BookgDt><AcctSvcrRef>BANK-7</AcctSvcrRef>"
        f"<NtryDtls>{''.join(details)}</NtryDtls></Ntry>"
    )


def camt054(*entries, version="08"):
    return (
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.{version}"><BkToCstmrDbtCdtNtfctn>'
        "<GrpHdr><MsgId>NOTE-1</MsgId><CreDtTm>2026-12-03T00:00:00</CreDtTm></GrpHdr>"
        f"<Ntfctn><Id>NOTE-1</Id>{''.join(entries)}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>"
    ).encode()


def returned_item(reference="DIRECT PAYMENT", pounds="312.40", code="B", words="ACCOUNT CLOSED", currency="GBP"):
    return (
        f'<ReturnedCreditItem ref="{reference}" transCode="99" returnCode="{code}" returnDescription="{words}" '
        f'originalProcessingDate="2026-11-30" valueOf="{pounds}" currency="{currency}">'
        f'<BeneficiaryAccount number="66374958" ref="{reference}" name="AMINA HUSSAIN" sortCode="08-99-99" '
        'bankName="A BANK" branchName="A BRANCH"/></ReturnedCreditItem>'
    )


def arucs(*items, totals="", report="ARUCS"):
    """As the sister report ARUDD is written, with credits in the place of debits."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><BACSDocument><Data><{report}>'
        '<Header reportType="REFT1027" adviceNumber="42" currentProcessingDate="2026-12-02"></Header>'
        '<AddresseeInformation name="RIVERBANK COUNCIL"></AddresseeInformation>'
        '<ServiceLicenseInformation userName="RIVERBANK" userNumber="654321"></ServiceLicenseInformation>'
        "<Advice><OriginatingAccountRecords><OriginatingAccountRecord>"
        '<OriginatingAccount name="RIVERBANK" number="55779911" sortCode="20-00-00" type="0"></OriginatingAccount>'
        f"{''.join(items)}{totals}</OriginatingAccountRecord></OriginatingAccountRecords></Advice>"
        f"</{report}></Data></BACSDocument>"
    ).encode()


def advice(
    reason="3", reference="DIRECT PAYMENT", new=' payer-new-sort-code="107999" payer-new-account-number="88837491"'
):
    """An item of the reports about accounts, in the form of ADDACS."""
    return (
        f'<MessagingAdvice user-number="654321" record-type="A" effective-date="2026-12-02" reference="{reference}" '
        f'payer-name="AMINA HUSSAIN" payer-account-number="66374958" payer-sort-code="089999"{new} '
        f'reason-code="{reason}" due-date="2026-12-01"/>'
    )


def messaging(*advices, report="ADDACS"):
    return (
        f'<BACSDocument><Data><MessagingAdvices><MessagingHeader report-type="{report} report" user-number="654321" '
        f'report-date="2026-12-02"/>{"".join(advices)}</MessagingAdvices></Data></BACSDocument>'
    ).encode()
