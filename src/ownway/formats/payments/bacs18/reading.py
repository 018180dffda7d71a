"""A Bacs Standard 18 file read back: its records, and every place where it does not hold together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ownway.formats.payments.bacs18.layout import (
    CONTRA,
    CREDIT,
    DATA_FIELDS,
    HDR1_FIELDS,
    HDR2_FIELDS,
    LABEL_LENGTH,
    RECORD_LENGTH,
    UHL1_FIELDS,
    UTL1_FIELDS,
    VOL1_FIELDS,
    WORK_CODES,
    cut,
    read_bacs_date,
)
from ownway.formats.payments.values import Problem

_HEAD = ("VOL1", "HDR1", "HDR2", "UHL1")
_TAIL = ("EOF1", "EOF2", "UTL1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bacs18Record:
    """One line of money: a credit to someone, or the contra that pays for the credits of a day."""

    is_contra: bool
    sort_code: str
    account: str
    amount_pence: int
    originator_sort_code: str
    originator_account: str
    originator_name: str
    reference: str
    name: str
    processing_on: date


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
    lines = data.decode("ascii", "replace").splitlines()
    problems = list(_about_the_labels(lines))
    if problems:
        return Bacs18File(
            serial_number="", service_user_number="", created_on=None, records=(), problems=tuple(problems)
        )
    owner = cut(lines[0], VOL1_FIELDS)
    header = cut(lines[1], HDR1_FIELDS) | cut(lines[2], HDR2_FIELDS) | cut(lines[3], UHL1_FIELDS)
    problems.extend(_about_the_header(lines, owner, header))
    records, unread = _records(lines, header)
    problems.extend(unread)
    problems.extend(_about_the_sums(records, cut(lines[-1], UTL1_FIELDS)))
    return Bacs18File(
        serial_number=owner["serial_number"],
        service_user_number=owner["service_user_number"],
        created_on=_day(header["created_on"]),
        records=tuple(records),
        problems=tuple(problems),
    )


def _about_the_labels(lines: list[str]) -> Iterator[Problem]:
    if len(lines) < len(_HEAD) + len(_TAIL):
        yield Problem(where="the file", field="labels", message="This is not a Bacs Standard 18 file: it is too short.")
        return
    last = len(lines)
    expected = {**dict(enumerate(_HEAD, start=1)), **dict(zip(range(last - 2, last + 1), _TAIL, strict=True))}
    for number, label in expected.items():
        line = lines[number - 1]
        if not line.startswith(label) or len(line) != LABEL_LENGTH:
            said = f"The line should start with {label} and be {LABEL_LENGTH} characters long."
            yield Problem(where=f"line {number}", field=label, message=said)


def _about_the_header(lines: list[str], owner: Mapping[str, str], header: Mapping[str, str]) -> Iterator[Problem]:
    lengths = {code.strip(): RECORD_LENGTH[work] for work, code in WORK_CODES.items()}
    if str(lengths.get(header["work_code"], "")) != header["record_length"].lstrip("0"):
        said = (
            f"The work code {header['work_code']} and the record length {header['record_length']} do not go together."
        )
        yield Problem(where="line 4", field="work_code", message=said)
    if any(owner[field] != header[field] for field in ("serial_number", "service_user_number")):
        yield Problem(where="line 2", field="serial_number", message="The first two lines name different owners.")
    for line, field in ((2, "created_on"), (4, "processing_on")):
        if _day(header[field]) is None:
            yield Problem(where=f"line {line}", field=field, message=f"“{header[field]}” is not a day.")
    if lines[-3][4:] != lines[1][4:] or lines[-2][4:] != lines[2][4:]:
        said = "The end of the file does not repeat its beginning (EOF1 and EOF2, HDR1 and HDR2)."
        yield Problem(where=f"line {len(lines) - 2}", field="EOF1", message=said)


def _records(lines: list[str], header: Mapping[str, str]) -> tuple[list[Bacs18Record], list[Problem]]:
    """The records that can be read, and a problem for each line that cannot."""
    length = int(header["record_length"]) if header["record_length"].isdigit() else 0
    processing_on = _day(header["processing_on"])
    records: list[Bacs18Record] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines[len(_HEAD) : -len(_TAIL)], start=len(_HEAD) + 1):
        record = _record(line, length, processing_on)
        if isinstance(record, Bacs18Record):
            records.append(record)
        else:
            problems.append(Problem(where=f"line {number}", field=record[0], message=record[1]))
    return records, problems


def _record(line: str, length: int, processing_on: date | None) -> Bacs18Record | tuple[str, str]:
    """The record of a line, or the field that is wrong and why."""
    if len(line) != length:
        return "length", f"The line has {len(line)} characters and should have {length}."
    fields = cut(line, DATA_FIELDS)
    code = fields["transaction_code"]
    if code not in (CREDIT, CONTRA):
        return "transaction_code", f"The transaction code {code} is not a payment to someone (99) or its contra (17)."
    for name in ("sort_code", "account", "originator_sort_code", "originator_account", "amount_pence"):
        first, last = DATA_FIELDS[name]
        if len(fields[name]) != last - first + 1 or not fields[name].isdigit() or not fields[name].isascii():
            return name, f"“{fields[name]}” is not {last - first + 1} digits."
    day = _day(fields["processing_on"]) if length == RECORD_LENGTH["MULTI"] else processing_on
    if day is None:
        return "processing_on", f"“{fields['processing_on']}” is not a day."
    return Bacs18Record(
        is_contra=code == CONTRA,
        amount_pence=int(fields["amount_pence"]),
        processing_on=day,
        sort_code=fields["sort_code"],
        account=fields["account"],
        originator_sort_code=fields["originator_sort_code"],
        originator_account=fields["originator_account"],
        originator_name=fields["originator_name"],
        reference=fields["reference"],
        name=fields["name"],
    )


def _about_the_sums(records: list[Bacs18Record], trailer: Mapping[str, str]) -> Iterator[Problem]:
    paid = [record.amount_pence for record in records if not record.is_contra]
    contras = [record.amount_pence for record in records if record.is_contra]
    counted = {
        "debit_pence": sum(contras),
        "credit_pence": sum(paid),
        "debit_count": len(contras),
        "credit_count": len(paid),
    }
    for field, count in counted.items():
        if not trailer[field].isdigit() or int(trailer[field]) != count:
            said = f"The last line says {trailer[field].lstrip('0') or 0}, but the records come to {count}."
            yield Problem(where="the last line", field=field, message=said)
    for day in sorted({record.processing_on for record in records}):
        of_the_day = [record for record in records if record.processing_on == day]
        signed = sum(-record.amount_pence if record.is_contra else record.amount_pence for record in of_the_day)
        if signed:
            said = f"The payments of {day} and their contra differ by {abs(signed)} pence."
            yield Problem(where="the file", field="contra", message=said)


def _day(text: str) -> date | None:
    try:
        return read_bacs_date(text)
    except ValueError:
        return None
