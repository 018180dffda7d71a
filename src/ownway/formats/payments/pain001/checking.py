"""A pain.001 file read as a bank's front door reads it: what is wrong, where, and the reason a bank would give."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import BinaryIO, TypeVar

from lxml import etree

from ownway.formats.payments.findings import Findings
from ownway.formats.payments.pain001.nodes import Part
from ownway.formats.payments.pain001.parties import CREDITOR, DEBTOR, account_problems, masked
from ownway.formats.payments.pain001.plain import Plain
from ownway.formats.payments.pain001.structure import broken
from ownway.formats.payments.pain001.texts import text_problems
from ownway.formats.payments.pain001.walking import Refused, walk
from ownway.formats.payments.repeats import Repeats
from ownway.formats.payments.report import MOST_NAMED, FileReport
from ownway.formats.payments.values import Problem

_AMOUNT = re.compile(r"[0-9]{1,16}(?:\.([0-9]{1,5}))?")
_PENNIES = 2
_PAYMENT, _NUMBER, _INSTRUCTED = "CdtTrfTxInf", "PmtId/EndToEndId", "Amt/InstdAmt"
_CURRENCY = f"{_INSTRUCTED}@Ccy"
_Seen = TypeVar("_Seen", str, date)


def check(data: bytes, *, today: date, currency: str = "GBP", xsd: bytes | None = None) -> list[Problem]:
    """Every problem of a pain.001.001.09 or .03 file; none when a bank would take it. As `examine`."""
    return list(examine(io.BytesIO(data), today=today, currency=currency, xsd=xsd).problems)


def examine(
    file: BinaryIO, *, today: date | None = None, currency: str | None = None, xsd: bytes | None = None
) -> FileReport:
    """Go through a pain.001.001.09 or .03 file that can be read from its start again; what it holds and what is wrong.

    `today` is the bank's day; without it, a day to pay is held to the day the file says it was made. `currency` is the
    one all payments are in; without it, each batch is held to the currency of the account that pays. With `xsd`, the
    schema of the message, the structure is held to that too. A bad file never raises, and the memory taken does not
    grow with it (but for the schema, which needs the whole). Codes are ISO 20022 status reasons.
    """
    checker = _Checker(today=today, currency=currency)
    start = file.tell()
    try:
        version = walk(file, checker.take)
        checker.find_repeats(file, start)
    except Refused as refusal:
        return FileReport(kind=refusal.version, problems=(refusal.problem,))
    checker.close()
    if xsd is not None:
        file.seek(start)
        checker.findings.extend(_against_the_schema(file, xsd))
    return checker.report(version)


@dataclass(slots=True)
class _Counted:
    """Payments and their sum, of one batch or of the whole file."""

    payments: int = 0
    pence: int = 0
    """Of payments that needed no closer look; `other` is of the rest."""
    other: Decimal = Decimal(0)
    unread: int = 0

    @property
    def total(self) -> Decimal:
        """What they come to."""
        return self.other + Decimal(self.pence).scaleb(-_PENNIES)


@dataclass(slots=True)
class _Checker:
    """A file being checked: what was asked, and what has been seen so far."""

    today: date | None
    currency: str | None
    findings: Findings = field(default_factory=Findings)
    repeats: Repeats = field(default_factory=Repeats)
    header: Mapping[str, str] = field(default_factory=dict)
    whole: _Counted = field(default_factory=_Counted)
    batch: _Counted = field(default_factory=_Counted)
    batch_currency: str = ""
    batches: int = 0
    currencies: dict[str, None] = field(default_factory=dict)
    pay_on: dict[date, None] = field(default_factory=dict)
    debtors: dict[str, None] = field(default_factory=dict)

    def take(self, part: Part, around: Part | None) -> None:
        """Look at a part that has ended."""
        if part.name == _PAYMENT:
            self._payment(part, around)
        elif part.name == "PmtInf":
            self.findings.extend(self._batch(part))
        else:
            self.findings.extend(self._header(part))

    def find_repeats(self, file: BinaryIO, start: int) -> None:
        """Read the payment numbers once more if one may have come twice, and say where."""
        if not self.repeats.may_be:
            return
        again = self.repeats.see_again()
        place = 0

        def look_again(part: Part, _around: Part | None) -> None:
            nonlocal place
            if part.name != _PAYMENT:
                return
            place += 1
            number = part.plain.number if part.plain else part.texts.get(_NUMBER, "")
            if number and again.first_of(number):
                said = f"The payment number {number} is used twice in this file."
                self.findings.add(Problem(where=f"payment {place}", field=_NUMBER, message=said, code="AM05"))

        file.seek(start)
        walk(file, look_again)

    def close(self) -> None:
        """Hold the whole to what its header says."""
        declared = (self.header.get("NbOfTxs", ""), self.header.get("CtrlSum", ""))
        self.findings.extend(_count_and_sum(self.whole, declared, "the file"))

    def report(self, version: str) -> FileReport:
        """What was found."""
        return FileReport(
            kind=version,
            message_id=self.header.get("MsgId", ""),
            payments=self.whole.payments,
            total=None if self.whole.unread else self.whole.total,
            declared_payments=self.header.get("NbOfTxs", ""),
            declared_total=self.header.get("CtrlSum", ""),
            currencies=tuple(self.currencies),
            pay_on=tuple(sorted(self.pay_on)),
            debtors=tuple(self.debtors),
            problems=self.findings.all(),
        )

    def _header(self, part: Part) -> Iterator[Problem]:
        yield from _shape(part, "the file")
        self.header = part.texts
        if not part.texts.get("MsgId", ""):
            yield broken("The file has no number of its own.", field="MsgId")
        yield from text_problems(part.name, part.texts, "the file")
        if not part.texts.get("NbOfTxs", ""):
            yield Problem(where="the file", field="NbOfTxs", message="The number of payments is missing.", code="AM18")

    def _batch(self, part: Part) -> Iterator[Problem]:
        self.batches += 1
        where, texts = f"batch {self.batches}", part.texts
        yield from _shape(part, where)
        yield from account_problems(texts, where, DEBTOR)
        yield from text_problems(part.name, texts, where)
        if self.batch.payments == 0:
            yield broken("There is no payment (CdtTrfTxInf) in this batch.", where=where, field=_PAYMENT)
        yield from _count_and_sum(self.batch, (texts.get("NbOfTxs", ""), texts.get("CtrlSum", "")), where)
        days = ("ReqdExctnDt/Dt", "ReqdExctnDt/DtTm", "ReqdExctnDt")  # version 09 either way, and 03
        yield from self._day(next((texts[path] for path in days if path in texts), ""), where)
        if account := masked(texts, DEBTOR):
            _remember(self.debtors, account)
        self.batch, self.batch_currency = _Counted(), ""

    def _payment(self, part: Part, around: Part | None) -> None:
        self.whole.payments += 1
        self.batch.payments += 1
        if part.plain is not None:
            self._plain(part.plain, around)
            return
        where, texts = f"payment {self.whole.payments}", part.texts
        add = self.findings.extend
        if part.said:
            add(_shape(part, where))
        add(self._amount(part, around, where))
        add(account_problems(texts, where, CREDITOR))
        if not texts.get("Cdtr/Nm", ""):
            add([Problem(where=where, field="Cdtr/Nm", message="There is no name to pay.", code="BE22")])
        add(text_problems(_PAYMENT, texts, where))
        number = texts.get(_NUMBER, "")
        if number:
            self.repeats.note(number)
        else:
            add([broken("The payment has no number of its own.", where=where, field=_NUMBER)])

    def _plain(self, plain: Plain, around: Part | None) -> None:
        """Count a payment of which only the amount and the currency are still to be looked at."""
        currency, pence, number = plain
        self.whole.pence += pence
        self.batch.pence += pence
        self.repeats.note(number)
        if not pence or currency != self.batch_currency or currency not in self.currencies:
            self.findings.extend(self._about_the_amount(pence, currency, around, f"payment {self.whole.payments}"))

    def _amount(self, part: Part, around: Part | None, where: str) -> Iterator[Problem]:
        texts = part.texts
        match = _AMOUNT.fullmatch(texts.get(_INSTRUCTED, ""))
        if match is None:
            self.whole.unread += 1
            self.batch.unread += 1
            if _INSTRUCTED in texts:
                yield Problem(where=where, field=_INSTRUCTED, message="The amount is not a number.", code="AM12")
            elif all(path != _INSTRUCTED for path, _ in part.said):
                other = " (an equivalent one, EqvtAmt, is not read)" if "Amt/EqvtAmt/Amt" in texts else ""
                yield broken(f"The amount is missing{other}.", where=where, field=_INSTRUCTED)
            return
        amount = Decimal(match[0])
        self.whole.other += amount
        self.batch.other += amount
        if len(match[1] or "") > _PENNIES:
            yield Problem(where=where, field=_INSTRUCTED, message=f"{amount} is not in whole pence.", code="AM12")
        yield from self._about_the_amount(amount, texts.get(_CURRENCY, ""), around, where)

    def _about_the_amount(
        self, amount: Decimal | int, currency: str, around: Part | None, where: str
    ) -> Iterator[Problem]:
        if not amount:
            yield Problem(where=where, field=_INSTRUCTED, message="The amount is nothing.", code="AM01")
        held_to = self._currency(around, currency)
        if currency != held_to:
            said = f"The payment is in {currency or 'no currency'}, but this account pays in {held_to}."
            yield Problem(where=where, field=_INSTRUCTED, message=said, code="AM03")

    def _currency(self, around: Part | None, currency: str) -> str:
        """The currency that the payments of this batch are held to: what was asked, the account's, the first one's."""
        if not self.batch_currency:
            own = around.texts.get("DbtrAcct/Ccy", "") if around else ""
            self.batch_currency = self.currency or own or currency
        if currency and currency not in self.currencies:
            _remember(self.currencies, currency)
        return self.batch_currency

    def _day(self, text: str, where: str) -> Iterator[Problem]:
        day = _day_of(text)
        if day is None:
            said = "The day to pay is missing, or is not a day."
            yield Problem(where=where, field="ReqdExctnDt", message=said, code="DT01")
            return
        _remember(self.pay_on, day)
        made_on = _day_of(self.header.get("CreDtTm", ""))
        if self.today is not None and day < self.today:
            said = f"The day to pay, {day}, has already passed. A bank may pay on the next working day instead."
        elif self.today is None and made_on is not None and day < made_on:
            said = f"The day to pay, {day}, had passed when the file was made. A bank may pay on its next working day."
        else:
            return
        yield Problem(where=where, field="ReqdExctnDt", message=said, code="DT01", level="warning")


def _shape(part: Part, where: str) -> Iterator[Problem]:
    return (broken(sentence, where=where, field=path) for path, sentence in part.said)


def _remember(seen: dict[_Seen, None], what: _Seen) -> None:
    if len(seen) < MOST_NAMED:
        seen[what] = None


def _day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _count_and_sum(counted: _Counted, declared: tuple[str, str], where: str) -> Iterator[Problem]:
    count, total = declared
    if count and count.lstrip("0") != (str(counted.payments) if counted.payments else ""):
        said = f"It says that it holds {count[:20]} payments, but it holds {counted.payments}."
        yield Problem(where=where, field="NbOfTxs", message=said, code="AM18")
    if total and not counted.unread and (not _AMOUNT.fullmatch(total) or Decimal(total) != counted.total):
        said = f"It says that the payments come to {total[:30]}, but they come to {counted.total}."
        yield Problem(where=where, field="CtrlSum", message=said, code="AM10")


def _against_the_schema(file: BinaryIO, xsd: bytes) -> Iterator[Problem]:
    schema = etree.XMLSchema(etree.fromstring(xsd))
    try:
        for _, element in etree.iterparse(
            file, events=("end",), schema=schema, resolve_entities=False, no_network=True
        ):
            if element.tag.endswith("}CdtTrfTxInf"):
                element.clear()
    except etree.XMLSyntaxError as error:
        yield broken(f"The file is not as its schema says. {error}")
