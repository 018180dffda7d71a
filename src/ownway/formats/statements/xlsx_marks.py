"""What a sheet of a spreadsheet says beside its cells: hidden rows and columns, merged cells, and how large it is."""

from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

from openpyxl.utils import column_index_from_string, range_boundaries

from ownway.formats.statements.amounts import UnreadableError

MOST_ROWS = 200_000
MOST_COLUMNS = 100
_MOST_MARKS = 10_000
_LARGE = f"A sheet has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns. Please send a shorter period."
_DAMAGED = "A sheet of the spreadsheet is damaged. Please download it again, or save it as CSV."
Merge = tuple[str, int]  # its address, such as A5:B6, and its last row


@dataclass(slots=True)
class Marks:
    """Hidden rows and columns by their numbers from 1, and merged cells."""

    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)


def read_marks(sheet: BinaryIO) -> Marks:
    """The marks of a worksheet's XML. Raises UnreadableError when it is damaged or too large to be a statement."""
    marks = Marks()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = _Taker(marks).start
    try:
        parser.ParseFile(sheet)
    except UnreadableError:
        raise
    except (expat.ExpatError, ValueError, KeyError) as error:
        raise UnreadableError(_DAMAGED) from error
    return marks


class _Taker:
    """Takes what is marked as the parser comes by it. A row or a cell that says no number is the next one."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._row = self._column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        tag = name.rpartition(" ")[2]
        if tag == "c":
            self._cell(attributes.get("r", ""))
        elif tag == "row":
            self._begin_row(attributes)
        elif tag == "col" and attributes.get("hidden") in ("1", "true"):
            self._marks.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))
        elif tag == "mergeCell" and len(self._marks.merges) < _MOST_MARKS:
            self._marks.merges.append((attributes["ref"], range_boundaries(attributes["ref"])[3] or 0))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
        self._column = 0
        if not 0 < self._row <= MOST_ROWS:
            raise UnreadableError(_LARGE)
        if attributes.get("hidden") in ("1", "true") and len(self._marks.hidden_rows) < _MOST_MARKS:
            self._marks.hidden_rows.append(self._row)

    def _cell(self, address: str) -> None:
        letters = address.rstrip("0123456789")
        self._column = column_index_from_string(letters) if letters else self._column + 1
        if self._column > MOST_COLUMNS:
            raise UnreadableError(_LARGE)
