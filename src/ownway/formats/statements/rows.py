"""Text to numbered CSV rows: any line ending, blank lines passed over, a quote that never closes said where it began."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice

from ownway.formats.statements.amounts import UnreadableError

DELIMITERS = (",", "\t", ";")

Row = list[str]
NumberedRow = tuple[int, int, Row]  # the line it starts on (from 1), how many lines it spans, its cells


class BrokenRowError(UnreadableError):
    """The text cannot be split into rows from line `place` on."""

    def __init__(self, place: int, reason: str) -> None:
        super().__init__(reason)
        self.place = place


def iterate_rows(lines: Iterable[str], *, delimiter: str, before: int = 0) -> Iterator[NumberedRow]:
    """The rows of a text that are not blank, one at a time, as a file may be long. Raises BrokenRowError.

    `before` is how many lines of the file stand before these.
    """
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    first = before
    try:
        for cells in reader:
            after = first + reader.line_num
            if cells and (len(cells) > 1 or cells[0].strip()):
                yield before + 1, after - before, cells
            before = after
    except csv.Error as error:
        raise BrokenRowError(before + 1, _in_plain_words(str(error))) from None


def plain_rows(lines: list[str], *, delimiter: str) -> list[Row] | None:
    """The rows of some lines if each line is one row; else None."""
    try:
        rows = list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return rows if len(rows) == len(lines) else None


def first_rows(text: str, *, delimiter: str, most: int) -> list[NumberedRow]:
    """The first rows of a text, as far as it can be split into rows."""
    rows: list[NumberedRow] = []
    try:
        for row in islice(iterate_rows(io.StringIO(text, newline=""), delimiter=delimiter), most):
            rows.append(row)  # noqa: PERF402 - rows before the one that breaks are wanted
    except BrokenRowError:
        return rows
    return rows


def lines_as_written(lines: Iterable[str], spans: dict[int, int], *, most: int) -> dict[int, str]:
    """What stands on some lines, for a place (from 1) and how many lines on; at most `most` characters of each."""
    written: dict[int, str] = {}
    last = max(spans, default=0)
    place = until = 0
    for number, line in enumerate(islice(lines, last + max(spans.values(), default=0)), 1):
        if number in spans:
            place, until = number, number + spans[number]
            written[place] = ""
        if number < until and len(written[place]) < most:
            written[place] += ("\n" if number > place else "") + line.rstrip("\r\n")[:most]
    return {place: text[:most] for place, text in written.items()}


def _in_plain_words(error: str) -> str:
    if "field larger" in error:
        return "This line has a cell far longer than any bank writes. A quotation mark may be missing."
    if "unexpected end" in error:
        return "A quotation mark opens on this line and never closes."
    return "The quotation marks on this line do not pair up."
