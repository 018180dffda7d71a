"""Payment files written as Bacs Standard 18: credits, and one contra a day that takes their sum from the council."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import islice
from typing import BinaryIO

from ownway.formats.payments.bacs18.layout import (
    CONTRA,
    CREDIT,
    MOST_PENCE,
    RECORD_LENGTH,
    WORK_CODES,
    WorkCode,
    bacs_date,
)
from ownway.formats.payments.problems import Tally, look_over
from ownway.formats.payments.text import BACS_LIMIT, for_bacs
from ownway.formats.payments.values import Debtor, Payment, PaymentFile, PaymentFileRefused, Problem

_END = "\r\n"
_AT_ONCE = 500


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


def write_to(
    files: Mapping[date, PaymentFile],
    out: BinaryIO,
    *,
    serial_number: str,
    file_number: int = 1,
    work: WorkCode = "MULTI",
) -> Tally:
    """Write the files of these processing days into `out`, piece by piece; what they hold and come to together.

    The memory taken does not grow with the payments, which are gone through two or three times.
    """
    if work == "DAILY" and len(files) > 1:
        raise ValueError("A DAILY file has one processing day")
    tallies = _look_over(files, serial_number, file_number)
    out.writelines(_pieces(files, tallies, work, serial_number, file_number))
    return Tally(sum(day.payments for day in tallies.values()), sum(day.total_pence for day in tallies.values()))


def _write(files: Mapping[date, PaymentFile], work: WorkCode, serial_number: str, file_number: int) -> bytes:
    tallies = _look_over(files, serial_number, file_number)
    return b"".join(_pieces(files, tallies, work, serial_number, file_number))


def _look_over(files: Mapping[date, PaymentFile], serial_number: str, file_number: int) -> Mapping[date, Tally]:
    """What each day holds and comes to. PaymentFileRefused says all that is wrong with any of them."""
    problems = list(_about_the_submission(files, serial_number, file_number))
    tallies: dict[date, Tally] = {}
    for day, file in files.items():
        try:
            tallies[day] = look_over(file)
        except PaymentFileRefused as refusal:
            problems.extend(refusal.problems)
        problems.extend(_about_a_day(file, day, tallies.get(day)))
    if problems:
        raise PaymentFileRefused(problems)
    return tallies


def _pieces(
    files: Mapping[date, PaymentFile], tallies: Mapping[date, Tally], work: WorkCode, serial: str, number: int
) -> Iterator[bytes]:
    days = sorted(files)
    head = _labels(files[days[0]], days, work, serial, number)
    yield (_END.join(head) + _END).encode("ascii")
    for day in days:
        yield from _day(files[day], tallies[day], bacs_date(day) if work == "MULTI" else "")
    tail = ("EOF1" + head[1][4:], "EOF2" + head[2][4:], _trailer(tallies))
    yield (_END.join(tail) + _END).encode("ascii")


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


def _day(file: PaymentFile, tally: Tally, day: str) -> Iterator[bytes]:
    """The credits of one processing day, some at a time, then the contra that pays for them."""
    debtor = file.debtor
    origin, name = f"{debtor.sort_code}{debtor.account}    ", _name(debtor)
    payments = iter(file.payments)
    count = total = 0
    while some := list(islice(payments, _AT_ONCE)):
        count += len(some)
        total += sum([payment.amount_pence for payment in some])
        yield "".join([_credit(payment, origin, name, day) for payment in some]).encode("ascii")
    if tally != (count, total):
        raise RuntimeError(f"The payments changed while they were written: {tally} became {count} of {total} pence")
    contra = f"{debtor.sort_code}{debtor.account}0{CONTRA}{origin}{total:011d}{name}{'CONTRA':18}{name}{day}{_END}"
    yield contra.encode("ascii")


def _credit(payment: Payment, origin: str, name: str, day: str) -> str:
    _, payee, sort_code, account, pence, reference = payment
    return (
        f"{sort_code}{account}0{CREDIT}{origin}{pence:011d}{name}"
        f"{for_bacs(reference):18}{for_bacs(payee):18}{day}{_END}"
    )


def _trailer(tallies: Mapping[date, Tally]) -> str:
    total = sum(day.total_pence for day in tallies.values())
    count = sum(day.payments for day in tallies.values())
    return f"UTL1{total:013d}{total:013d}{len(tallies):07d}{count:07d}{'':36}"


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


def _about_a_day(file: PaymentFile, day: date, tally: Tally | None) -> Iterator[Problem]:
    if not file.debtor.service_user_number:
        said = "Enter the council's Bacs service user number. A Bacs file cannot be sent without it."
        yield Problem(where="the council", field="service_user_number", message=said)
    if day >= file.pay_on:
        said = f"Bacs works on the file the day before people are paid, but {day} is not before {file.pay_on}."
        yield Problem(where="the file", field="processing_on", message=said)
    if tally is not None and tally.total_pence > MOST_PENCE:
        said = "The payments come to more than £999,999,999.99, the most that one Bacs day can carry. Split them."
        yield Problem(where="the file", field="payments", message=said)
