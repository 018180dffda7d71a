"""One door for payment files that go out: what kind a file is, by its content, and what is found in it."""

from collections.abc import Set
from datetime import date
from decimal import Decimal
from typing import BinaryIO

from ownway.formats.payments import pain001
from ownway.formats.payments.bacs18 import Bacs18Reader
from ownway.formats.payments.report import MOST_NAMED, FileReport
from ownway.formats.payments.values import Problem
from ownway.rules.bank_days import bank_day_on_or_after
from ownway.rules.days import ONE_DAY

_PENNIES = 2


def examine_payment_file(
    file: BinaryIO,
    *,
    today: date | None = None,
    currency: str | None = None,
    bank_holidays: Set[date] = frozenset(),
) -> FileReport:
    """Go through a pain.001 or Bacs Standard 18 file; what it holds and what is wrong with it. Nothing raises.

    `today` is the bank's day: without it, days are held only to what the file says of itself and to the calendar.
    The file is read from where it stands, and must be one that can be read again from there.
    """
    start = file.tell()
    first = file.read(256)
    file.seek(start)
    if first.startswith((b"VOL1", b"HDR1", b"UHL1")):
        return _bacs18(file, today, bank_holidays)
    if first.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") or not first.strip() or b"\x00" in first[:64]:
        return pain001.examine(file, today=today, currency=currency)
    return FileReport(kind="", problems=(_UNKNOWN,))


def _bacs18(file: BinaryIO, today: date | None, bank_holidays: Set[date]) -> FileReport:
    reader = Bacs18Reader(file, today=today, bank_holidays=bank_holidays)
    for _ in reader.records():
        pass
    days = sorted({day for day, _, _ in reader.by_day})[:MOST_NAMED]
    accounts = dict.fromkeys(f"****{account[-4:]}" for _, _, account in reader.by_day)
    declared = reader.declared_pence
    return FileReport(
        kind=f"Bacs Standard 18 {reader.work_code}".strip(),
        message_id=reader.serial_number,
        payments=reader.payments,
        total=Decimal(reader.paid_pence).scaleb(-_PENNIES),
        declared_payments=str(int(number)) if (number := reader.declared_payments).isdigit() else number,
        declared_total=str(Decimal(declared).scaleb(-_PENNIES)) if declared.isdigit() else declared,
        currencies=("GBP",),
        pay_on=tuple(bank_day_on_or_after(day + ONE_DAY, bank_holidays) for day in days),
        debtors=tuple(accounts)[:MOST_NAMED],
        problems=reader.findings.all(),
    )


_UNKNOWN = Problem(
    where="the file",
    field="/",
    message="This is no payment file that is known here: it is not well-formed XML (pain.001) and not Bacs Standard 18.",
    code="FF01",
)
