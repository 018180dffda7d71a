"""Text to numbered CSV rows: any line ending, blank lines passed over, a quote that never closes said where it began."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, repeat
from operator import contains

from ownway.formats.statements.amounts import UnreadableError

DELIMITERS = (",", "\t", ";")

Row = list[str]
Columns = tuple[Sequence[str], ...]
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


def lines_of(text: str) -> list[str]:
    """A text as csv.reader takes it: split at any line end, which stays."""
    return list(io.StringIO(text, newline=""))


def plain_columns(text: str, *, delimiter: str, width: int) -> Columns | None:
    """The columns of whole lines of a text if each line is one row of `width` cells; else None."""
    if width > 1 and '"' not in text:
        return _split_columns(text, delimiter=delimiter, width=width)
    lines = lines_of(text)
    try:
        rows = list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    if len(rows) != len(lines) or set(map(len, rows)) != {width}:
        return None
    return tuple(zip(*rows, strict=True))


def _split_columns(text: str, *, delimiter: str, width: int) -> Columns | None:
    """The same without quotation marks, all lines split at once: the last cell of a line and the first of the next are
    one piece, with the line end between."""
    count, returns = text.count("\n"), text.count("\r")
    if not text.endswith("\n") or returns not in (0, count) or len(text) > csv.field_size_limit():
        return None
    end = "\r\n" if returns else "\n"
    pieces = text.split(delimiter)
    edges = pieces[:: width - 1]
    if len(pieces) != count * (width - 1) + 1 or False in map(contains, edges[1:], repeat(end)):
        return None
    firsts_and_lasts = end.join(edges).split(end)
    if len(firsts_and_lasts) != 2 * count + 1:
        return None
    return (
        firsts_and_lasts[:-1:2],
        *(pieces[at :: width - 1] for at in range(1, width - 1)),
        firsts_and_lasts[1::2],
    )


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
