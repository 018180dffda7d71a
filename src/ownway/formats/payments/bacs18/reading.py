"""A Bacs Standard 18 file read back: its records one by one, and every place where it does not hold together."""

import io
from collections import deque
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import BinaryIO

from ownway.formats.payments.bacs18.days import days_that_do_not_fit
from ownway.formats.payments.bacs18.labels import (
    HEAD,
    TAIL,
    about_the_end,
    about_the_head,
    about_the_totals,
    header_of,
    missing_labels,
    processing_day,
)
from ownway.formats.payments.bacs18.layout import RECORD_LENGTH, UTL1_FIELDS, VOL1_FIELDS, cut, find_day
from ownway.formats.payments.bacs18.records import Bacs18Record, look_closely, read_fine
from ownway.formats.payments.findings import Findings
from ownway.formats.payments.values import Problem

_LONGEST_LINE = 1000
_MOST_DAYS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Bacs18File:
    """A file as read. With `problems` it must not be sent; what could be read is there all the same."""

    serial_number: str
    service_user_number: str
    created_on: date | None
    records: tuple[Bacs18Record, ...]
    problems: tuple[Problem, ...]

    @property
    def credits(self) -> tuple[Bacs18Record, ...]:
        """The payments to people, without the contras."""
        return tuple(record for record in self.records if not record.is_contra)

    @property
    def total_pence(self) -> int:
        """The sum of the payments to people."""
        return sum(record.amount_pence for record in self.credits)


def read(data: bytes) -> Bacs18File:
    """Read a DAILY or MULTI file of credits, and check its labels, lengths, fields, totals and counts.

    A bad file never raises: each problem names its line and field.
    """
    reader = Bacs18Reader(io.BytesIO(data))
    records = tuple(reader.records())
    return Bacs18File(
        serial_number=reader.serial_number,
        service_user_number=reader.service_user_number,
        created_on=reader.created_on,
        records=records,
        problems=reader.findings.all(),
    )


class Bacs18Reader:
    """A file gone through once, in memory that does not grow with it.

    `records()` gives them one by one; what stands around them, what they come to and what is wrong is there after.
    With `today` the days are held to Bacs' calendar too, and `bank_holidays` are England's.
    """

    def __init__(self, file: BinaryIO, *, today: date | None = None, bank_holidays: Set[date] = frozenset()) -> None:
        self.findings = Findings()
        self.serial_number = self.service_user_number = self.work_code = ""
        self.created_on: date | None = None
        self.declared_pence = self.declared_payments = ""
        self.payments = self.paid_pence = self.contras = self.contra_pence = 0
        self.by_day: dict[tuple[date, str, str], int] = {}
        """What is paid less what pays for it, in pence, by processing day and by sort code and account of who pays."""
        self._lines = _lines(file)
        self._today, self._bank_holidays = today, bank_holidays

    def records(self) -> Iterator[Bacs18Record]:
        """Each record that can be read, in the order of the file."""
        head = list(islice(self._lines, len(HEAD)))
        if len(head) < len(HEAD) or any(missing_labels(head, HEAD, first=1)):
            self.findings.extend(missing_labels(head, HEAD, first=1) if len(head) == len(HEAD) else [_TOO_SHORT])
            return
        self._take_head(head)
        header = header_of(head)
        length = int(header["record_length"]) if header["record_length"].isdigit() else 0
        day = processing_day(header)
        tail: deque[str] = deque()
        number = len(HEAD)
        # The last three lines are labels, so each line waits until three more have come.
        for line in self._lines:
            tail.append(line)
            if len(tail) > len(TAIL):
                number += 1
                record = self._record(tail.popleft(), number, length, day)
                if record is not None:
                    yield record
        self._take_tail(head, list(tail), number + 1)

    def _take_head(self, head: list[str]) -> None:
        owner, header = cut(head[0], VOL1_FIELDS), header_of(head)
        self.serial_number, self.service_user_number = owner["serial_number"], owner["service_user_number"]
        self.created_on, self.work_code = find_day(header["created_on"]), header["work_code"][2:]
        self.findings.extend(about_the_head(head))

    def _record(self, line: str, number: int, length: int, day: date | None) -> Bacs18Record | None:
        where = f"line {number}"
        if len(line) != length:
            said = f"The line has {len(line)} characters and should have {length}."
            self.findings.add(Problem(where=where, field="length", message=said, code="FF01"))
            return None
        if length == RECORD_LENGTH["MULTI"]:
            day = find_day(line[100:])
        if day is None:
            said = f"“{line[100:]}” is not a day."
            self.findings.add(Problem(where=where, field="processing_on", message=said, code="DT01"))
            return None
        record = read_fine(line, day)
        if record is None:
            record, problems = look_closely(line, where, day)
            self.findings.extend(problems)
        if record is not None:
            self._count(record)
        return record

    def _count(self, record: Bacs18Record) -> None:
        pence = record.amount_pence
        if record.is_contra:
            self.contras += 1
            self.contra_pence += pence
            pence = -pence
        else:
            self.payments += 1
            self.paid_pence += pence
        key = (record.processing_on, record.originator_sort_code, record.originator_account)
        if key in self.by_day or len(self.by_day) < _MOST_DAYS:
            self.by_day[key] = self.by_day.get(key, 0) + pence

    def _take_tail(self, head: list[str], tail: list[str], first: int) -> None:
        wrong = list(missing_labels(tail, TAIL, first=first)) if len(tail) == len(TAIL) else [_TOO_SHORT]
        self.findings.extend(wrong)
        if wrong:
            return
        self.findings.extend(about_the_end(head, tail, first=first))
        declared = cut(tail[-1], UTL1_FIELDS)
        self.declared_pence, self.declared_payments = declared["credit_pence"], declared["credit_count"]
        counted = {
            "debit_pence": self.contra_pence,
            "credit_pence": self.paid_pence,
            "debit_count": self.contras,
            "credit_count": self.payments,
        }
        self.findings.extend(about_the_totals(tail[-1], counted))
        self.findings.extend(self._about_the_contras())
        days = sorted({day for day, _, _ in self.by_day})
        self.findings.extend(days_that_do_not_fit(days, today=self._today, bank_holidays=self._bank_holidays))

    def _about_the_contras(self) -> Iterator[Problem]:
        for (day, _, account), pence in sorted(self.by_day.items()):
            if pence:
                said = (
                    f"The payments of {day} out of the account ending {account[-4:]} and their contra differ by "
                    f"{abs(pence)} pence."
                )
                yield Problem(where="the file", field="contra", message=said, code="AM10")
        if len(self.by_day) == _MOST_DAYS:
            said = f"The file has {_MOST_DAYS} or more days or accounts that pay. No real file has so many."
            yield Problem(where="the file", field="contra", message=said)


def _lines(file: BinaryIO) -> Iterator[str]:
    """Lines without their ends, the last without what may follow it; a line of any length is cut, so that it is wrong."""
    while line := file.readline(_LONGEST_LINE):
        yield line.decode("ascii", "replace").rstrip("\r\n")


_TOO_SHORT = Problem(
    where="the file", field="labels", message="This is not a Bacs Standard 18 file: it is too short.", code="FF01"
)
