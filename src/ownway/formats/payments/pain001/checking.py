"""A pain.001 file read as a bank's front door reads it: what is wrong, where, and the reason a bank would give."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lxml import etree

from ownway.formats.payments.pain001.parties import account_problems
from ownway.formats.payments.pain001.structure import broken, bytes_refusal, leaves, message_refusal, out_of_order
from ownway.formats.payments.values import Problem

_STOPS = ("{*}CdtTrfTxInf", "{*}PmtInf", "{*}GrpHdr")
_AMOUNT = re.compile(r"[0-9]{1,16}(?:\.([0-9]{1,5}))?")
_PENNIES = 2


@dataclass(slots=True)
class _Counted:
    """Payments and their sum, of one batch or of the whole file."""

    payments: int = 0
    total: Decimal = Decimal(0)
    unread: int = 0


@dataclass(slots=True)
class _Reading:
    """A file being read: what was asked, and what has been seen so far."""

    today: date
    currency: str
    whole: _Counted = field(default_factory=_Counted)
    batch: _Counted = field(default_factory=_Counted)
    batches: int = 0
    ids: set[str] = field(default_factory=set)
    declared: tuple[str, str] = ("", "")


def check(data: bytes, *, today: date, currency: str = "GBP", xsd: bytes | None = None) -> list[Problem]:
    """Every problem of a pain.001.001.09 or .03 file; none when a bank would take it.

    `today` is the bank's day, `currency` the one all payments are in. With `xsd`, the schema of the message, the
    structure is held to that too. A bad file never raises. Codes are ISO 20022 status reasons.
    """
    refusal = bytes_refusal(data)
    if refusal is not None:
        return [refusal]
    schema = etree.XMLSchema(etree.fromstring(xsd)) if xsd is not None else None
    try:
        return _read(data, _Reading(today=today, currency=currency), schema)
    except etree.XMLSyntaxError as error:
        if schema is None:
            return [broken(f"The file is not well-formed XML. {error}")]
        # Read once more without the schema: our own words for it come first, the schema's after.
        own = check(data, today=today, currency=currency)
        return [*own, broken(f"The file is not as its schema says. {error}")]


def _read(data: bytes, reading: _Reading, schema: etree.XMLSchema | None) -> list[Problem]:
    elements = etree.iterparse(
        io.BytesIO(data), events=("end",), tag=_STOPS, schema=schema, resolve_entities=False, no_network=True
    )
    problems: list[Problem] = []
    for _, element in elements:
        problems.extend(_PARTS[element.tag.rpartition("}")[2]](element, reading))
    refusal = message_refusal(elements.root)
    if refusal is not None:
        return [refusal]
    return [*problems, *_count_and_sum(reading.whole, reading.declared, "the file")]


def _group(element: etree._Element, reading: _Reading) -> Iterator[Problem]:
    yield from out_of_order(element, "the file")
    texts = leaves(element)
    if not texts.get("MsgId", ""):
        yield broken("The file has no number of its own.", field="MsgId")
    reading.declared = (texts.get("NbOfTxs", ""), texts.get("CtrlSum", ""))
    if not reading.declared[0]:
        yield Problem(where="the file", field="NbOfTxs", message="The number of payments is missing.", code="AM18")


def _batch(element: etree._Element, reading: _Reading) -> Iterator[Problem]:
    reading.batches += 1
    where = f"batch {reading.batches}"
    texts = leaves(element)
    yield from out_of_order(element, where)
    yield from account_problems(texts, where, account="DbtrAcct", agent="DbtrAgt")
    if reading.batch.payments == 0:
        yield broken("There is no payment (CdtTrfTxInf) in this batch.", where=where, field="CdtTrfTxInf")
    yield from _count_and_sum(reading.batch, (texts.get("NbOfTxs", ""), texts.get("CtrlSum", "")), where)
    yield from _day(texts.get("ReqdExctnDt/Dt", "") or texts.get("ReqdExctnDt", ""), where, reading.today)
    reading.batch = _Counted()
    element.clear()


def _payment(element: etree._Element, reading: _Reading) -> Iterator[Problem]:
    reading.whole.payments += 1
    reading.batch.payments += 1
    where = f"payment {reading.whole.payments}"
    texts = leaves(element)
    yield from out_of_order(element, where)
    yield from _amount(texts, reading, where)
    yield from account_problems(texts, where, account="CdtrAcct", agent="CdtrAgt")
    if not texts.get("Cdtr/Nm", ""):
        yield Problem(where=where, field="Cdtr/Nm", message="There is no name to pay.", code="BE22")
    name = texts.get("PmtId/EndToEndId", "")
    if not name:
        yield broken("The payment has no number of its own.", where=where, field="PmtId/EndToEndId")
    elif name in reading.ids:
        said = f"The payment number {name} is used twice in this file."
        yield Problem(where=where, field="PmtId/EndToEndId", message=said, code="AM05")
    reading.ids.add(name)
    element.clear()


def _amount(texts: Mapping[str, str], reading: _Reading, where: str) -> Iterator[Problem]:
    path = "Amt/InstdAmt"
    match = _AMOUNT.fullmatch(texts.get(path, ""))
    if match is None:
        reading.whole.unread += 1
        reading.batch.unread += 1
    if path not in texts:
        yield broken("The amount is missing, or is not part of this message.", where=where, field=path)
        return
    if match is None:
        yield Problem(where=where, field=path, message="The amount is not a number.", code="AM12")
        return
    amount = Decimal(match[0])
    reading.whole.total += amount
    reading.batch.total += amount
    if amount == 0:
        yield Problem(where=where, field=path, message="The amount is nothing.", code="AM01")
    if len(match[1] or "") > _PENNIES:
        yield Problem(where=where, field=path, message=f"{amount} is not in whole pence.", code="AM12")
    currency = texts.get(f"{path}@Ccy", "")
    if currency != reading.currency:
        said = f"The payment is in {currency}, but this account pays in {reading.currency}."
        yield Problem(where=where, field=path, message=said, code="AM03")


def _count_and_sum(counted: _Counted, declared: tuple[str, str], where: str) -> Iterator[Problem]:
    count, total = declared
    if count and count.lstrip("0") != (str(counted.payments) if counted.payments else ""):
        said = f"It says that it holds {count} payments, but it holds {counted.payments}."
        yield Problem(where=where, field="NbOfTxs", message=said, code="AM18")
    if total and not counted.unread and (not _AMOUNT.fullmatch(total) or Decimal(total) != counted.total):
        said = f"It says that the payments come to {total}, but they come to {counted.total}."
        yield Problem(where=where, field="CtrlSum", message=said, code="AM10")


def _day(text: str, where: str, today: date) -> Iterator[Problem]:
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        said = "The day to pay is missing, or is not a day."
        yield Problem(where=where, field="ReqdExctnDt", message=said, code="DT01")
        return
    if day < today:
        said = f"The day to pay, {day}, has already passed. A bank may pay on the next working day instead."
        yield Problem(where=where, field="ReqdExctnDt", message=said, code="DT01", level="warning")


_PARTS = {"GrpHdr": _group, "PmtInf": _batch, "CdtTrfTxInf": _payment}
