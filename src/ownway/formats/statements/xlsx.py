"""Reading a spreadsheet (XLSX, XLSM) as the CSV that it would be: the one sheet that a layout knows, nothing worked out."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, cast

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from ownway.formats.statements.amounts import UnreadableError, clip
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.rows import first_rows
from ownway.formats.statements.sheet import find_start, read_sheet
from ownway.formats.statements.source import Source
from ownway.formats.statements.values import Lines
from ownway.formats.statements.xlsx_cells import FORMULA, cell_text
from ownway.formats.statements.xlsx_marks import MOST_COLUMNS, MOST_ROWS, Marks, read_marks
from ownway.formats.statements.xlsx_package import MOST_BYTES, check_package

_MOST_SHEETS = 50
_MOST_TOLD = 20
_DAMAGED = "The spreadsheet cannot be read. Please download it again, or save it as CSV."
_FORMULA = (
    "This cell holds a formula. We read only what is written out: please save the sheet as CSV, or paste it as values."
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as CSV text whose lines are its rows, with its formulas (row, address) and what it says beside its cells."""

    name: str
    source: Source
    formulas: tuple[tuple[int, str], ...]
    marks: Marks


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of a spreadsheet that are shown and not empty, and what was left aside, a sentence each."""

    sheets: tuple[Sheet, ...]
    asides: tuple[str, ...]


def looks_like_xlsx(source: Source) -> bool:
    """Whether it is a ZIP file; whether that is a spreadsheet, its reader says."""
    return source.first_bytes.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read_xlsx(source: Source, reading: Reading) -> Iterator[Lines]:
    """The lines of the one sheet that a layout knows. `place` of a line is its row."""
    try:
        book = open_book(source)
    except UnreadableError as error:
        reading.refuse(0, str(error))
        return
    fitting = [sheet for sheet in book.sheets if find_start(sheet.source.head) is not None]
    if len(fitting) > 1:
        told = ", ".join(f"“{clip(sheet.name, 40)}”" for sheet in fitting[:5])
        reading.refuse(0, f"{len(fitting)} sheets look like a statement ({told}). Please send a file with one of them.")
        return
    chosen = (fitting or book.sheets)[:1]
    for sheet in chosen:
        tell_marks(sheet, book, reading, heading_row=_heading_row(sheet))
        if not reading.is_refused:
            yield from read_sheet(sheet.source, reading)


def open_book(source: Source) -> Book:
    """The spreadsheet's sheets as text. Raises UnreadableError when it is not one, or not safe to read."""
    data = source.all_bytes(most=MOST_BYTES)
    names = check_package(io.BytesIO(data))
    try:
        book = _read_book(io.BytesIO(data), source.name)
    except UnreadableError:
        raise
    except Exception as error:  # openpyxl raises whatever a damaged part happens to make it raise
        raise UnreadableError(_DAMAGED) from error
    if not book.sheets:
        raise UnreadableError("The spreadsheet is empty.")
    asides = list(book.asides)
    if any(name.endswith("vbaProject.bin") for name in names):
        asides.append("The spreadsheet has macros. They were not run and are not kept.")
    if any(name.startswith("xl/externalLinks/") for name in names):
        asides.append("The spreadsheet has links to other files. They were not followed.")
    return Book(book.sheets, tuple(asides))


def tell_marks(sheet: Sheet, book: Book, reading: Reading, *, heading_row: int) -> None:
    """Puts into the reading what the sheet hides, and refuses formulas, and merged cells from its headings on."""
    for aside in book.asides:
        reading.note(0, aside)
    hidden = sheet.marks.hidden_rows
    if hidden:
        reading.note(hidden[0], f"Rows are hidden in this sheet ({_ranges(hidden)}). They were read too.")
    for first, last in sheet.marks.hidden_columns[:1]:
        told = f"{get_column_letter(first)} to {get_column_letter(min(last, MOST_COLUMNS))}"
        reading.note(0, f"Columns are hidden in this sheet ({told}). They were read too.")
    for address, last_row in sheet.marks.merges[:_MOST_TOLD]:
        if last_row >= heading_row:
            reading.refuse(last_row, f"The cells {address} are merged, so we cannot tell which row they belong to.")
    for row, address in sheet.formulas[:_MOST_TOLD]:
        reading.refuse(row, _FORMULA, address)


def _read_book(file: io.BytesIO, name: str) -> Book:
    workbook = load_workbook(file, read_only=True, keep_vba=False, keep_links=False, data_only=False)
    asides: list[str] = []
    sheets: list[Sheet] = []
    for worksheet in workbook.worksheets[:_MOST_SHEETS]:
        if worksheet.sheet_state != "visible":
            asides.append(f"The sheet “{clip(worksheet.title, 40)}” is hidden. It was not read.")
            continue
        with cast("Any", worksheet)._get_source() as part:  # noqa: SLF001 - openpyxl tells of hidden rows in its slow way only
            marks = read_marks(part)
        worksheet.reset_dimensions()
        formulas: list[tuple[int, str]] = []
        text = _as_csv(worksheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS), formulas)
        if text.strip():
            sheets.append(Sheet(worksheet.title, Source(io.BytesIO(text.encode()), name=name), tuple(formulas), marks))
    if len(workbook.worksheets) > _MOST_SHEETS:
        asides.append(f"Only the first {_MOST_SHEETS} sheets were looked at.")
    workbook.close()
    return Book(tuple(sheets), tuple(asides))


def _as_csv(rows: Iterable[Iterable[object]], formulas: list[tuple[int, str]]) -> str:
    """The rows as CSV text, one line a row, all as wide as the widest; where formulas stand goes into `formulas`."""
    table: list[list[str]] = []
    width = 0
    for number, row in enumerate(rows, start=1):
        cells = []
        for at, cell in enumerate(row, start=1):
            cells.append(cell_text(getattr(cell, "value", None)))
            if getattr(cell, "data_type", "") == FORMULA:
                formulas.append((number, f"{get_column_letter(at)}{number}"))
        while cells and not cells[-1]:
            cells.pop()
        width = max(width, len(cells))
        table.append(cells)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    for cells in table:
        writer.writerow(cells + [""] * (width - len(cells)) if cells else [])
    return out.getvalue()


def _heading_row(sheet: Sheet) -> int:
    """The row of the headings, or of the first line where there are none."""
    start = find_start(sheet.source.head)
    if start is None:
        return 1
    rows = first_rows(sheet.source.head, delimiter=start.delimiter, most=max(start.rows_used, 1))
    return rows[-1][0] if rows else 1


def _ranges(numbers: list[int]) -> str:
    """Row numbers as "3 to 5, 9", at most ten of them."""
    told = [[numbers[0], numbers[0]]]
    for before, number in pairwise(numbers):
        if number == before + 1:
            told[-1][1] = number
        else:
            told.append([number, number])
    words = [str(first) if first == last else f"{first} to {last}" for first, last in told[:10]]
    return ", ".join(words) + (" and more" if len(told) > 10 else "")
