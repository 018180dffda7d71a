"""The table in a CSV file or a spreadsheet: its headings, and the rows below them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from ownway.formats.extracts.cells import plain
from ownway.formats.extracts.found import Found
from ownway.formats.extracts.maps import ExtractMap
from ownway.formats.statements.amounts import UnreadableError, clip
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.rows import BrokenRowError, NumberedRow, iterate_rows
from ownway.formats.statements.source import Source
from ownway.formats.statements.xlsx import Book, Sheet, looks_like_xlsx, open_book, tell_marks

_NOT_TEXT = "There is no CSV text or spreadsheet in this file. Please export it again as CSV or XLSX."
_MOST_COLUMNS = 1_000
_TOO_WIDE = f"This file has more than {_MOST_COLUMNS:,} columns. Something else than the map says may divide them."
_NO_HEADINGS = "There are no headings in this file where the map says that they are."


@dataclass(frozen=True, slots=True)
class Table:
    """Headings as they stand, and the numbered rows below. `formulas`: (row, column) of cells that are worked out."""

    headings: list[str]
    rows: Iterator[NumberedRow]
    formulas: frozenset[tuple[int, int]] = frozenset()


def open_table(source: Source, extract_map: ExtractMap, found: Found) -> Table:
    """The table that the map means. Raises UnreadableError; what a sheet hides or merges goes into `found`."""
    if not looks_like_xlsx(source):
        return _table(source, extract_map, delimiter=extract_map.delimiter)
    book = open_book(source)
    sheet = _choose(book, extract_map)
    table = _table(sheet.source, extract_map, delimiter=",")
    _tell(sheet, book, found, extract_map)
    cells = [(row, coordinate_from_string(address)[0]) for row, address in sheet.formulas]
    return Table(table.headings, table.rows, frozenset((row, column_index_from_string(at) - 1) for row, at in cells))


def missing_headings(extract_map: ExtractMap, headings: list[str]) -> list[str]:
    """The headings of the map that a file does not have."""
    there = set(map(plain, headings))
    return [one for several in extract_map.columns.values() for one in several if plain(one) not in there]


def _table(source: Source, extract_map: ExtractMap, *, delimiter: str) -> Table:
    if source.not_text:
        raise UnreadableError(_NOT_TEXT)
    rows = iterate_rows(source.open_text(), delimiter=delimiter)
    first = next(islice(rows, extract_map.rows_above, None), None)
    if first is None:
        raise UnreadableError(_NO_HEADINGS)
    if len(first[2]) > _MOST_COLUMNS:
        raise UnreadableError(_TOO_WIDE)
    return Table([cell.replace("\ufeff", "") for cell in first[2]], rows)


def _choose(book: Book, extract_map: ExtractMap) -> Sheet:
    """The sheet that the map names, or the one with its headings. Raises UnreadableError when that is not one."""
    if extract_map.sheet:
        fitting = [sheet for sheet in book.sheets if plain(sheet.name) == plain(extract_map.sheet)]
        if not fitting:
            told = _named(book.sheets)
            raise UnreadableError(f"No sheet that is shown is called “{extract_map.sheet}”. There is: {told}.")
    else:
        fitting = [sheet for sheet in book.sheets if _fits(sheet, extract_map)]
    if len(fitting) > 1:
        raise UnreadableError(f"{len(fitting)} sheets fit the map ({_named(fitting)}). Say in the map which it is.")
    return (fitting or list(book.sheets))[0]


def _fits(sheet: Sheet, extract_map: ExtractMap) -> bool:
    try:
        return not missing_headings(extract_map, _table(sheet.source, extract_map, delimiter=",").headings)
    except UnreadableError:
        return False


def _named(sheets: list[Sheet] | tuple[Sheet, ...]) -> str:
    return ", ".join(f"“{clip(sheet.name, 40)}”" for sheet in sheets[:5]) + (" and more" if len(sheets) > 5 else "")


def _tell(sheet: Sheet, book: Book, found: Found, extract_map: ExtractMap) -> None:
    """What is hidden as notes; cells merged below the headings refuse the file. Formulas are told of their own rows."""
    reading = Reading()
    heading_row = _heading_row(sheet, extract_map)
    tell_marks(replace(sheet, formulas=()), book, reading, heading_row=heading_row)
    found.notes += [note.words for note in reading.notes]
    for problem in reading.problems:
        found.refuse(problem.place, problem.reason)


def _heading_row(sheet: Sheet, extract_map: ExtractMap) -> int:
    try:
        rows = iterate_rows(sheet.source.open_text(), delimiter=",")
        return next(islice(rows, extract_map.rows_above, None))[0]
    except (StopIteration, BrokenRowError):
        return 1
