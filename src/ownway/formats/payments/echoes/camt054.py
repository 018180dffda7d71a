"""camt.054: money that the bank took from the account for a payment, and money that came back (ISO 20022)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from ownway.formats.payments.echoes.figures import account_of, day_of, pence_of, short
from ownway.formats.payments.echoes.opening import elements, leaves
from ownway.formats.payments.echoes.values import Echo, EchoFile, Outcome
from ownway.formats.payments.values import Problem

_PARTS = ("GrpHdr", "TxDtls", "Ntry")
_RETURNS = ("RRTN", "RPCR", "RRCT")  # bank transaction codes of a returned or reversed credit transfer


@dataclass(slots=True)
class _Reading:
    message_id: str = ""
    made_on: str = ""
    entries: int = 0
    left_out: int = 0
    details: list[dict[str, str]] = field(default_factory=list)
    echoes: list[Echo] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_camt054(data: bytes, *, version: str, digest: str) -> EchoFile:
    """The notification as values. Raises etree.LxmlError for what is not XML."""
    reading = _Reading()
    for name, element in elements(data, *_PARTS):
        if name == "TxDtls":
            reading.details.append(leaves(element))
        elif name == "Ntry":
            reading.problems.extend(_entry(element, reading))
            reading.details = []
        elif not reading.message_id:
            texts = leaves(element)
            reading.message_id, reading.made_on = texts.get("MsgId", ""), texts.get("CreDtTm", "")
    return EchoFile(
        kind="camt.054",
        version=version,
        message_id=reading.message_id,
        made_on=day_of(reading.made_on),
        digest=digest,
        echoes=tuple(reading.echoes),
        left_out=reading.left_out,
        problems=tuple(reading.problems),
    )


def _entry(element: etree._Element, reading: _Reading) -> Iterator[Problem]:
    reading.entries += 1
    where = f"entry {reading.entries}"
    entry = leaves(element)
    details = reading.details or [{}]
    outcomes = [_outcome(entry, one) for one in details]
    status = entry.get("Sts/Cd", "") or entry.get("Sts", "")
    if status and status != "BOOK":
        reading.left_out += len(details)
        said = f"The bank has not booked this yet ({status[:10]}), so nothing follows from it."
        yield Problem(where=where, field="Sts", message=said, level="warning")
        return
    if not any(outcomes):
        reading.left_out += len(details)
        return
    on = day_of(entry.get("BookgDt/Dt", "") or entry.get("BookgDt/DtTm", "") or entry.get("ValDt/Dt", ""))
    if on is None:
        yield Problem(where=where, field="BookgDt", message="It does not say on which day.")
        return
    amounts = [_amount_of(one, entry if len(details) == 1 else {}) for one in details]
    wrong = _amount_problem(entry, amounts, where)
    if wrong is not None:
        yield wrong
        return
    for outcome, one, pence in zip(outcomes, details, amounts, strict=True):
        if outcome is None or pence is None:
            reading.left_out += 1
            continue
        sort_code, account = _account(one)
        code, said = _reason(one)
        reading.echoes.append(
            Echo(
                place=len(reading.echoes) + reading.left_out + 1,
                outcome=outcome,
                status=status,
                code=code,
                said=said,
                end_to_end_id=one.get("Refs/EndToEndId", ""),
                reference=short(one.get("RmtInf/Ustrd", "")),
                name=short(one.get("RltdPties/Cdtr/Pty/Nm", "") or one.get("RltdPties/Cdtr/Nm", "")),
                sort_code=sort_code,
                account=account,
                amount_pence=pence,
                on=on,
                bank_id=one.get("Refs/AcctSvcrRef", "") or entry.get("AcctSvcrRef", ""),
            )
        )


def _outcome(entry: Mapping[str, str], one: Mapping[str, str]) -> Outcome | None:
    """Money out is a payment that left; money in is ours only when it says that it comes back."""
    way = one.get("CdtDbtInd", "") or entry.get("CdtDbtInd", "")
    came_back = (
        any(path.startswith("RtrInf/") for path in one)
        or entry.get("RvslInd", "") in ("true", "1")
        or any(texts.get("BkTxCd/Domn/Fmly/SubFmlyCd", "") in _RETURNS for texts in (one, entry))
    )
    if way == "CRDT" and came_back:
        return Outcome.RETURNED
    if way == "DBIT" and not came_back:
        return Outcome.SETTLED
    return None


def _amount_of(one: Mapping[str, str], entry: Mapping[str, str]) -> int | None:
    for texts, path in ((one, "Amt"), (one, "AmtDtls/TxAmt/Amt"), (entry, "Amt")):
        if path in texts:
            return pence_of(texts[path]) if texts.get(f"{path}@Ccy", "") == "GBP" else None
    return None


def _amount_problem(entry: Mapping[str, str], amounts: list[int | None], where: str) -> Problem | None:
    currency = entry.get("Amt@Ccy", "")
    if currency != "GBP":
        said = f"The entry is in {currency or 'no currency'}, and not in pounds."
        return Problem(where=where, field="Amt", message=said, code="AM03")
    whole = pence_of(entry.get("Amt", ""))
    if whole is None or None in amounts:
        return Problem(
            where=where, field="Amt", message="An amount is missing, or is no amount in pounds.", code="AM12"
        )
    total = sum(pence for pence in amounts if pence is not None)
    if total != whole:
        said = f"The entry comes to {_pounds(whole)}, and its payments to {_pounds(total)}."
        return Problem(where=where, field="Amt", message=said, code="AM10")
    return None


def _account(one: Mapping[str, str]) -> tuple[str, str]:
    return account_of(
        number=one.get("RltdPties/CdtrAcct/Id/Othr/Id", ""),
        sort_code=one.get("RltdAgts/CdtrAgt/FinInstnId/ClrSysMmbId/MmbId", ""),
        iban=one.get("RltdPties/CdtrAcct/Id/IBAN", ""),
    )


def _reason(one: Mapping[str, str]) -> tuple[str, str]:
    code = one.get("RtrInf/Rsn/Cd", "") or one.get("RtrInf/Rsn/Prtry", "")
    return short(code, 35), short(one.get("RtrInf/AddtlInf", "") or one.get("AddtlTxInf", ""))


def _pounds(pence: int) -> str:
    return f"£{pence // 100:,}.{pence % 100:02d}"
