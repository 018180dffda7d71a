"""pain.002: what the bank made of a payment file, for the whole, for a batch and for each payment (ISO 20022)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from ownway.formats.payments.echoes.figures import account_of, day_of, pence_of, short
from ownway.formats.payments.echoes.opening import elements, leaves, refused
from ownway.formats.payments.echoes.values import Echo, EchoFile, Outcome, Whole
from ownway.formats.payments.values import Problem

_PARTS = ("GrpHdr", "OrgnlGrpInfAndSts", "TxInfAndSts", "OrgnlPmtInfAndSts")

OUTCOMES: Mapping[str, Outcome] = {
    **dict.fromkeys(("ACCC", "ACSC", "CPUC"), Outcome.SETTLED),
    **dict.fromkeys(("ACCP", "ACFC", "ACIS", "ACPD", "ACSP", "ACTC", "ACWC", "ACWP"), Outcome.ACCEPTED),
    **dict.fromkeys(
        ("ACFW", "BLCK", "PATC", "PDNG", "PRES", "RCVC", "RCVD", "RVCM", "RVMC", "RVNA", "RVNC", "RVNM"),
        Outcome.PENDING,
    ),
    **dict.fromkeys(("CANC", "RJCT"), Outcome.REJECTED),
}
"""Every status a payment may have (ISO 20022 external codes, 2Q2026). PART is of a file or batch only."""


@dataclass(slots=True)
class _Reading:
    message_id: str = ""
    made_on: str = ""
    original_id: str = ""
    groups: int = 0
    payments: int = 0
    wholes: list[Whole] = field(default_factory=list)
    echoes: list[Echo] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_pain002(data: bytes, *, version: str, digest: str) -> EchoFile:
    """The report as values. Raises etree.LxmlError for what is not XML."""
    reading = _Reading()
    for name, element in elements(data, *_PARTS):
        reading.problems.extend(_READERS[name](element, reading))
    if not reading.groups:
        reading.problems.append(refused("It does not say which payment file it answers.", field="OrgnlGrpInfAndSts"))
    elif not reading.wholes and not reading.echoes and not reading.problems:
        reading.problems.append(refused("It says nothing about any payment.", field="GrpSts"))
    return EchoFile(
        kind="pain.002",
        version=version,
        message_id=reading.message_id,
        made_on=day_of(reading.made_on),
        digest=digest,
        wholes=tuple(reading.wholes),
        echoes=tuple(reading.echoes),
        problems=tuple(reading.problems),
    )


def _header(element: etree._Element, reading: _Reading) -> Iterator[Problem]:
    texts = leaves(element)
    reading.message_id, reading.made_on = texts.get("MsgId", ""), texts.get("CreDtTm", "")
    yield from ()


def _group(element: etree._Element, reading: _Reading) -> Iterator[Problem]:
    texts = leaves(element)
    reading.groups += 1
    reading.original_id = texts.get("OrgnlMsgId", "")
    answered = texts.get("OrgnlMsgNmId", "")
    if reading.groups > 1:
        yield refused("It answers several payment files at once. Ask the bank for one answer a file.")
    if not reading.original_id:
        yield refused("It does not say which payment file it answers.", field="OrgnlMsgId")
    if answered.startswith("pain.008"):
        yield refused(
            "It answers a direct debit file (pain.008), and not payments that were sent.", field="OrgnlMsgNmId"
        )
    yield from _whole(texts, "GrpSts", "", reading)


def _batch(element: etree._Element, reading: _Reading) -> Iterator[Problem]:
    texts = leaves(element)
    yield from _whole(texts, "PmtInfSts", texts.get("OrgnlPmtInfId", ""), reading)


def _whole(texts: Mapping[str, str], name: str, batch_id: str, reading: _Reading) -> Iterator[Problem]:
    status = texts.get(name, "")
    if not status:
        return
    if status not in OUTCOMES and status != "PART":
        where = f"batch {batch_id}" if batch_id else "the whole"
        yield Problem(where=where, field=name, message=_not_known(status), level="warning")
    code, said = _reason(texts)
    reading.wholes.append(
        Whole(
            message_id=reading.original_id,
            batch_id=batch_id,
            status=status,
            outcome=OUTCOMES.get(status),
            code=code,
            said=said,
        )
    )


def _payment(element: etree._Element, reading: _Reading) -> Iterator[Problem]:
    reading.payments += 1
    where = f"payment {reading.payments}"
    texts = leaves(element)
    status = texts.get("TxSts", "")
    if not status:
        yield Problem(where=where, field="TxSts", message="It does not say what became of this payment.")
        return
    if status not in OUTCOMES:
        yield Problem(where=where, field="TxSts", message=_not_known(status))
        return
    amount, problem = _amount(texts, where)
    if problem is not None:
        yield problem
        return
    code, said = _reason(texts)
    sort_code, account = account_of(
        number=texts.get("OrgnlTxRef/CdtrAcct/Id/Othr/Id", ""),
        sort_code=texts.get("OrgnlTxRef/CdtrAgt/FinInstnId/ClrSysMmbId/MmbId", ""),
        iban=texts.get("OrgnlTxRef/CdtrAcct/Id/IBAN", ""),
    )
    reading.echoes.append(
        Echo(
            place=reading.payments,
            outcome=OUTCOMES[status],
            status=status,
            code=code,
            said=said,
            end_to_end_id=texts.get("OrgnlEndToEndId", ""),
            reference=short(texts.get("OrgnlTxRef/RmtInf/Ustrd", "")),
            name=short(texts.get("OrgnlTxRef/Cdtr/Pty/Nm", "") or texts.get("OrgnlTxRef/Cdtr/Nm", "")),
            sort_code=sort_code,
            account=account,
            amount_pence=amount,
            on=day_of(texts.get("AccptncDtTm", "")) or day_of(reading.made_on),
            bank_id=texts.get("AcctSvcrRef", ""),
        )
    )


def _amount(texts: Mapping[str, str], where: str) -> tuple[int | None, Problem | None]:
    """The amount of the payment if the report repeats it; it need not."""
    path = "OrgnlTxRef/Amt/InstdAmt"
    text = texts.get(path, "")
    if not text:
        return None, None
    currency = texts.get(f"{path}@Ccy", "")
    if currency != "GBP":
        said = f"The payment is in {currency or 'no currency'}, and not in pounds."
        return None, Problem(where=where, field=path, message=said, code="AM03")
    pence = pence_of(text)
    if pence is None:
        return None, Problem(where=where, field=path, message=f"“{text[:40]}” is not an amount.", code="AM12")
    return pence, None


def _reason(texts: Mapping[str, str]) -> tuple[str, str]:
    code = texts.get("StsRsnInf/Rsn/Cd", "") or texts.get("StsRsnInf/Rsn/Prtry", "")
    return short(code, 35), short(texts.get("StsRsnInf/AddtlInf", ""))


def _not_known(status: str) -> str:
    return f"“{status[:10]}” is no status that we know. Ask the bank what it means."


_READERS = {"GrpHdr": _header, "OrgnlGrpInfAndSts": _group, "TxInfAndSts": _payment, "OrgnlPmtInfAndSts": _batch}
