"""Every entry of a camt message with the payments inside it: what is asked of camt.054 to match returned payments."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.camt.gather import Unit
from ownway.formats.statements.camt.lines import Values, add_charges, find_payee, is_true, read_status, write_code
from ownway.formats.statements.camt.money import read_day, read_sign, read_sum
from ownway.formats.statements.camt.part import OpenPart
from ownway.formats.statements.camt.plan import DetailPlan, Plan
from ownway.formats.statements.camt.read import check_encoding, strip_start
from ownway.formats.statements.camt.scan import Scan
from ownway.formats.statements.camt.tree import OPEN
from ownway.formats.statements.reading import MOST_TEXT, Reading
from ownway.formats.statements.source import Source
from ownway.formats.statements.words import tidy


class Payment(NamedTuple):
    """One payment inside an entry (TxDtls). `pence` is signed as the entry is, and None where the bank does not say it.

    `end_to_end_id`, `instruction_id`: as the payer wrote them ("NOTPROVIDED" as it stands). `return_code`: the ISO
    reason (AC04, MS03...) for which it came back, "" when it did not; `return_words`: what the bank says beside it.
    `payee`: who it went to or came from. `charges_pence`: what the bank took for it, as it says, in no sum here.
    """

    end_to_end_id: str
    instruction_id: str
    transaction_id: str
    pence: int | None
    currency: str
    payee: str
    debtor: str
    creditor: str
    debtor_account: str
    creditor_account: str
    remittance: str
    references: tuple[str, ...]
    return_code: str
    return_words: str
    charges_pence: int | None


class Entry(NamedTuple):
    """One entry. Money in is positive. `status`: BOOK, PDNG, INFO or FUTR; `place` counts the entries of the file.

    `statement_id`: of the Stmt, Rpt or Ntfctn; `on`: the day it was booked, else that of its value, else None.
    """

    place: int
    message: str
    account: str
    statement_id: str
    currency: str
    on: date | None
    pence: int
    status: str
    is_reversal: bool
    bank_id: str
    type: str
    words: str
    charges_pence: int | None
    payments: tuple[Payment, ...]


def read_entries(source: Source, reading: Reading) -> Iterator[Entry]:
    """All entries of a camt.052, .053 or .054 file, whatever their status, in its order and one by one.

    An entry that cannot be read, and a file that is no camt or is damaged, refuse the reading (`reading.problems`);
    nothing raises. Unlike `read_camt` it keeps every payment of an entry, and compares no totals.
    """
    scan = Scan()
    part, place, days = OpenPart(), 0, dict[str, date]()
    try:
        check_encoding(source)
        for found in scan.read(strip_start(source.text())):
            if isinstance(found, Unit):
                part = OpenPart() if found.name == OPEN else part
                if found.name in ("Acct", "Id"):
                    part.take(found, reading)
                continue
            for plan, values in found:
                place += 1
                try:
                    yield _make_entry(plan, values, place, scan.gatherer.layout[:8], part, days)
                except UnreadableError as error:
                    reading.refuse(place, str(error), " ".join(filter(None, values))[:MOST_TEXT])
    except UnreadableError as error:
        reading.refuse(place, str(error))
    reading.layout = scan.gatherer.layout


def _make_entry(plan: Plan, values: Values, place: int, message: str, part: OpenPart, days: dict[str, date]) -> Entry:
    if plan.fault:
        raise UnreadableError(plan.fault)
    day = values[plan.booked if plan.booked >= 0 else plan.valued]
    sign, currency = read_sign(values[plan.sign]), values[plan.currency].strip()
    pence = sign * read_sum(values[plan.amount])
    is_reversal = is_true(values[plan.reversal])
    payments = tuple(_make_payment(detail, values, sign, currency, is_reversal=is_reversal) for detail in plan.details)
    if len(payments) == 1 and payments[0].pence is None:
        payments = (payments[0]._replace(pence=pence, currency=currency),)
    return Entry(
        place=place,
        message=message,
        account=part.account,
        statement_id=part.id,
        currency=currency,
        on=read_day(day, days) if day.strip() else None,
        pence=pence,
        status=read_status(plan, values),
        is_reversal=is_reversal,
        bank_id=tidy(values[plan.bank_reference]),
        type=write_code(plan, values),
        words=tidy(values[plan.words]),
        charges_pence=add_charges(values, plan.charges_in_all, plan.charges),
        payments=payments,
    )


def _make_payment(detail: DetailPlan, values: Values, sign: int, currency: str, *, is_reversal: bool) -> Payment:
    amount, its = (
        (detail.amount, detail.currency) if detail.amount >= 0 else (detail.inner_amount, detail.inner_currency)
    )
    own_sign = read_sign(values[detail.sign]) if detail.sign >= 0 else sign
    is_back = is_reversal or detail.return_code >= 0
    return Payment(
        end_to_end_id=tidy(values[detail.end_to_end]),
        instruction_id=tidy(values[detail.instruction]),
        transaction_id=tidy(values[detail.transaction]),
        pence=own_sign * read_sum(values[amount]) if amount >= 0 else None,
        currency=values[its].strip() or currency,
        payee=find_payee(detail, values, own_sign, is_back=is_back),
        debtor=tidy(values[detail.debtor]),
        creditor=tidy(values[detail.creditor]),
        debtor_account=tidy(values[detail.debtor_account]),
        creditor_account=tidy(values[detail.creditor_account]),
        remittance=" ".join(filter(None, (tidy(values[at]) for at in detail.remittance))),
        references=tuple(filter(None, (tidy(values[at]) for at in detail.references))),
        return_code=tidy(values[detail.return_code]),
        return_words=" ".join(filter(None, (tidy(values[at]) for at in detail.return_words))),
        charges_pence=add_charges(values, detail.charges_in_all, detail.charges),
    )
