"""The labels around a Bacs Standard 18 file: who sends it, for which day, how long its records are, what they come to."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ownway.formats.payments.bacs18.layout import (
    BACS,
    HDR1_FIELDS,
    HDR2_FIELDS,
    LABEL_LENGTH,
    RECORD_LENGTH,
    UHL1_FIELDS,
    UTL1_FIELDS,
    VOL1_FIELDS,
    WORK_CODES,
    cut,
    find_day,
)
from ownway.formats.payments.values import Problem

HEAD = ("VOL1", "HDR1", "HDR2", "UHL1")
TAIL = ("EOF1", "EOF2", "UTL1")
_LENGTHS = {code.strip(): str(RECORD_LENGTH[work]) for work, code in WORK_CODES.items()}


def header_of(head: Sequence[str]) -> dict[str, str]:
    """The fields of HDR1, HDR2 and UHL1, by name."""
    return cut(head[1], HDR1_FIELDS) | cut(head[2], HDR2_FIELDS) | cut(head[3], UHL1_FIELDS)


def missing_labels(lines: Sequence[str], labels: Sequence[str], *, first: int) -> Iterator[Problem]:
    """Lines, counted from `first`, that are not the label they should be."""
    for number, (line, label) in enumerate(zip(lines, labels, strict=True), start=first):
        if not line.startswith(label) or len(line) != LABEL_LENGTH:
            said = f"The line should start with {label} and be {LABEL_LENGTH} characters long."
            yield Problem(where=f"line {number}", field=label, message=said, code="FF01")


def about_the_head(head: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with VOL1, HDR1, HDR2 and UHL1."""
    owner, header = cut(head[0], VOL1_FIELDS), header_of(head)
    length = header["record_length"].lstrip("0")
    if _LENGTHS.get(header["work_code"]) != length:
        said = (
            f"The work code {header['work_code']} and the record length {header['record_length']} do not go together."
        )
        yield Problem(where="line 4", field="work_code", message=said)
    elif not header["block_length"].isdigit() or int(header["block_length"]) % int(length):
        said = f"Blocks of {header['block_length']} characters cannot be filled with records of {length}."
        yield Problem(where="line 3", field="block_length", message=said)
    if any(owner[field] != header[field] for field in ("serial_number", "service_user_number")):
        yield Problem(where="line 2", field="serial_number", message="The first two lines name different owners.")
    if not owner["serial_number"].strip("0 "):
        said = "The serial number is missing. Bacs tells one file from the next by it."
        yield Problem(where="line 1", field="serial_number", message=said)
    if header["receiver"] != BACS:
        said = f"The file is for “{header['receiver']}”. Files to Bacs are for {BACS}."
        yield Problem(where="line 4", field="receiver", message=said)
    yield from _about_the_days(header)


def _about_the_days(header: Mapping[str, str]) -> Iterator[Problem]:
    for line, field in ((2, "created_on"), (2, "expires_on"), (4, "processing_on")):
        if find_day(header[field]) is None:
            said = f"“{header[field]}” is not a day."
            yield Problem(where=f"line {line}", field=field, message=said, code="DT01")
    processing_on, expires_on = find_day(header["processing_on"]), find_day(header["expires_on"])
    if processing_on and expires_on and expires_on <= processing_on:
        said = f"The file may be overwritten from {expires_on}, before Bacs has worked on it ({processing_on})."
        yield Problem(where="line 2", field="expires_on", message=said)


def about_the_end(head: Sequence[str], tail: Sequence[str], *, first: int) -> Iterator[Problem]:
    """Whether EOF1 and EOF2, the first of which is line `first`, repeat HDR1 and HDR2."""
    if tail[0][4:] != head[1][4:] or tail[1][4:] != head[2][4:]:
        said = "The end of the file does not repeat its beginning (EOF1 and EOF2, HDR1 and HDR2)."
        yield Problem(where=f"line {first}", field="EOF1", message=said)


def about_the_totals(trailer: str, counted: Mapping[str, int]) -> Iterator[Problem]:
    """Where UTL1 does not say what the records come to."""
    said = cut(trailer, UTL1_FIELDS)
    for field, count in counted.items():
        if not (said[field].isascii() and said[field].isdigit()) or int(said[field]) != count:
            message = f"The last line says {said[field].lstrip('0') or 0}, but the records come to {count}."
            code = "AM10" if field.endswith("pence") else "AM18"
            yield Problem(where="the last line", field=field, message=message, code=code)


def processing_day(header: Mapping[str, str]) -> date | None:
    """The day in UHL1: the only one of a DAILY file, the first of a MULTI file."""
    return find_day(header["processing_on"])
