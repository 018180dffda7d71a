"""What a made-up bank says about Sheafdale's payments, in bytes."""

from datetime import date

ON = date(2026, 9, 9)


def pain002(run, *said, group=""):
    """`said` holds (payment's number, status, reason)."""
    file = f"DP{run.council_id}-{run.number}"
    whole = f"<GrpSts>{group}</GrpSts><StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf>" if group else ""
    payments = "".join(
        f"<TxInfAndSts><OrgnlEndToEndId>{name}</OrgnlEndToEndId><TxSts>{status}</TxSts>"
        f"<StsRsnInf><Rsn><Cd>{reason}</Cd></Rsn></StsRsnInf></TxInfAndSts>"
        for name, status, reason in said
    )
    return (
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>'
        "<GrpHdr><MsgId>A-1</MsgId><CreDtTm>2026-09-03T10:00:00</CreDtTm></GrpHdr>"
        f"<OrgnlGrpInfAndSts><OrgnlMsgId>{file}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>{whole}"
        f"</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>{file}</OrgnlPmtInfId>{payments}"
        "</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>"
    ).encode()


def camt054(*came_back, message="N-1"):
    """`came_back` holds (payment's number, pounds, reason)."""
    entries = "".join(
        f"<Ntry><Amt Ccy='GBP'>{pounds}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
        f"<BookgDt><Dt>{ON}</Dt></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>{name}</EndToEndId></Refs>"
        f"<RtrInf><Rsn><Cd>{reason}</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry>"
        for name, pounds, reason in came_back
    )
    return (
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>'
        f"<GrpHdr><MsgId>{message}</MsgId><CreDtTm>2026-09-09T00:00:00</CreDtTm></GrpHdr>"
        f"<Ntfctn><Id>{message}</Id>{entries}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>"
    ).encode()


def arucs(name, pounds, code="B", account="66374958", sort_code="08-99-99"):
    """One credit that came back; `name` is the reference, in which we write the payment's number."""
    return (
        '<BACSDocument><Data><ARUCS><Header reportType="ARUCS" adviceNumber="7" currentProcessingDate="2026-09-09"/>'
        f'<ReturnedCreditItem ref="{name}" returnCode="{code}" returnDescription="" valueOf="{pounds}" currency="GBP">'
        f'<BeneficiaryAccount number="{account}" sortCode="{sort_code}" name="AMINA OKAFOR"/></ReturnedCreditItem>'
        "</ARUCS></Data></BACSDocument>"
    ).encode()


def awacs(account="66374958", sort_code="089999"):
    """An account that has another number now."""
    return (
        '<BACSDocument><Data><MessagingAdvices><MessagingHeader report-type="AWACS" report-date="2026-09-09"/>'
        f'<MessagingAdvice reason-code="3" payer-sort-code="{sort_code}" payer-account-number="{account}" '
        'payer-new-sort-code="107999" payer-new-account-number="88837491"/>'
        "</MessagingAdvices></Data></BACSDocument>"
    ).encode()
