"""Payment files written as Bacs Standard 18: credits, and one contra a day that takes their sum from the council."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from ownway.formats.payments.bacs18.layout import (
    CONTRA,
    CREDIT,
    MOST_PENCE,
    RECORD_LENGTH,
    WORK_CODES,
    WorkCode,
    bacs_date,
)
from ownway.formats.payments.problems import check_payments
from ownway.formats.payments.text import BACS_LIMIT, for_bacs
from ownway.formats.payments.values import Debtor, Payment, PaymentFile, PaymentFileRefused, Problem, errors_of

_END = "\r\n"


def write(file: PaymentFile, *, processing_on: date, serial_number: str, file_number: int = 1) -> bytes:
    """A file of one processing day (DAILY) in ASCII; the same values give the same bytes.

    `processing_on` is the Bacs day before the money arrives. `serial_number` is six letters or digits that the council
    has not used before; `file_number` tells files of one day apart. PaymentFileRefused says all that is wrong.
    """
    return _write({processing_on: file}, "DAILY", serial_number, file_number)


def write_days(files: Mapping[date, PaymentFile], *, serial_number: str, file_number: int = 1) -> bytes:
    """A file of several processing days (MULTI), each with its own payments and its own contra.

    All files leave the same account. The header carries the first day. PaymentFileRefused says all that is wrong.
    """
    return _write(files, "MULTI", serial_number, file_number)


def _write(files: Mapping[date, PaymentFile], work: WorkCode, serial_number: str, file_number: int) -> bytes:
    problems = [
        *_about_the_submission(files, serial_number, file_number),
        *(problem for day, file in files.items() for problem in _about_a_day(file, day)),
    ]
    if problems:
        raise PaymentFileRefused(problems)
    days = sorted(files)
    first = files[days[0]]
    head = _labels(first, days, work, serial_number, file_number)
    data = "".join(_day(files[day], bacs_date(day) if work == "MULTI" else "") for day in days)
    tail = ("EOF1" + head[1][4:], "EOF2" + head[2][4:], _trailer(files))
    return (_END.join(head) + _END + data + _END.join(tail) + _END).encode("ascii")


def _labels(file: PaymentFile, days: list[date], work: WorkCode, serial: str, number: int) -> tuple[str, ...]:
    """VOL1, HDR1, HDR2 and UHL1, 80 characters each."""
    user = file.debtor.service_user_number or ""
    created = bacs_date(file.created_at.date())
    # The day from which the file may be overwritten only has to be later than the last processing day.
    expires = bacs_date(days[-1] + timedelta(days=7))
    length = RECORD_LENGTH[work]
    return (
        f"VOL1{serial}{'':31}{user}{'':32}1",
        f"HDR1A{user}S   {user}{serial}00010001{'':6}{created}{expires} 000000{'':20}",
        f"HDR2F{length * 20:05d}{length:05d}{'':35}00{'':28}",
        f"UHL1{bacs_date(days[0])}999999    00000000{WORK_CODES[work]}{number:03d}{'':40}",
    )


def _day(file: PaymentFile, day: str) -> str:
    """The credits of one processing day, then the contra that pays for them."""
    debtor = file.debtor
    origin, name = f"{debtor.sort_code}{debtor.account}    ", _name(debtor)
    lines = "".join(_credit(payment, origin, name, day) for payment in file.payments)
    contra = f"{debtor.sort_code}{debtor.account}0{CONTRA}{origin}{file.total_pence:011d}{name}{'CONTRA':18}{name}{day}"
    return lines + contra + _END


def _credit(payment: Payment, origin: str, name: str, day: str) -> str:
    return (
        f"{payment.sort_code}{payment.account}0{CREDIT}{origin}{payment.amount_pence:011d}{name}"
        f"{for_bacs(payment.reference):18}{for_bacs(payment.name):18}{day}{_END}"
    )


def _trailer(files: Mapping[date, PaymentFile]) -> str:
    total = sum(file.total_pence for file in files.values())
    count = sum(len(file.payments) for file in files.values())
    return f"UTL1{total:013d}{total:013d}{len(files):07d}{count:07d}{'':36}"


def _name(debtor: Debtor) -> str:
    return for_bacs(debtor.name).ljust(BACS_LIMIT)


def _about_the_submission(files: Mapping[date, PaymentFile], serial: str, number: int) -> Iterator[Problem]:
    where = "the file"
    if not files:
        yield Problem(where=where, field="payments", message="There is no day to pay on in this file.")
    if not re.fullmatch(r"[A-Z0-9]{6}", serial) or not serial.strip("0"):
        said = "A Bacs serial number has 6 capital letters or digits, and not only zeros."
        yield Problem(where=where, field="serial_number", message=said)
    if not 1 <= number <= 999:
        yield Problem(where=where, field="file_number", message="A Bacs file number is from 1 to 999.")
    if len({file.debtor for file in files.values()}) > 1:
        yield Problem(where=where, field="debtor", message="All the days of one file are paid from one account.")


def _about_a_day(file: PaymentFile, day: date) -> Iterator[Problem]:
    yield from errors_of(check_payments(file))
    if not file.debtor.service_user_number:
        said = "Enter the council's Bacs service user number. A Bacs file cannot be sent without it."
        yield Problem(where="the council", field="service_user_number", message=said)
    if day >= file.pay_on:
        said = f"Bacs works on the file the day before people are paid, but {day} is not before {file.pay_on}."
        yield Problem(where="the file", field="processing_on", message=said)
    if file.total_pence > MOST_PENCE:
        said = "The payments come to more than £999,999,999.99, the most that one Bacs day can carry. Split them."
        yield Problem(where="the file", field="payments", message=said)
