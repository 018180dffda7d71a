"""Text to numbered CSV rows: any line ending, blank lines passed over, a quote that never closes said where it began."""

import csv
import io
import re
from typing import NamedTuple

from ownway.formats.statements.amounts import UnreadableError

DELIMITERS = (",", "\t", ";")
_ENDING = re.compile(r"\r\n|\r|\n")


class NumberedRow(NamedTuple):
    """A row that is not blank: the line it starts on (from 1), how many lines it spans, its cells."""

    place: int
    span: int
    cells: list[str]


class BrokenRowError(UnreadableError):
    """The text cannot be split into rows from line `place` on."""

    def __init__(self, place: int, reason: str) -> None:
        super().__init__(reason)
        self.place = place


def collect_rows(
    text: str, *, delimiter: str, most: int | None = None
) -> tuple[list[NumberedRow], BrokenRowError | None]:
    """The rows of a text (the first `most` of them), and where and why they could not be split any further."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[NumberedRow] = []
    before = 0
    try:
        for cells in reader:
            after = reader.line_num
            if cells and (len(cells) > 1 or cells[0].strip()):
                rows.append(NumberedRow(before + 1, after - before, cells))
                if len(rows) == most:
                    break
            before = after
    except csv.Error as error:
        return rows, BrokenRowError(before + 1, _in_plain_words(str(error)))
    return rows, None


def split_lines(text: str) -> list[str]:
    """The lines of a text, split only where its rows are."""
    return _ENDING.split(text)


def _in_plain_words(error: str) -> str:
    if "field larger" in error:
        return "This line has a cell far longer than any bank writes. A quotation mark may be missing."
    if "unexpected end" in error:
        return "A quotation mark opens on this line and never closes."
    return "The quotation marks on this line do not pair up."
