"""Reading a sheet by a declared column map, from CSV or a spreadsheet."""

import io
from collections.abc import Iterator
from itertools import chain, islice

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.column_map import ColumnMap, column_name, layout_of
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.rows import first_rows
from ownway.formats.statements.settle import settle
from ownway.formats.statements.sheet import read_started
from ownway.formats.statements.sheet_lines import Start
from ownway.formats.statements.source import Source
from ownway.formats.statements.values import Line, Lines, Problem, Statement
from ownway.formats.statements.xlsx import looks_like_xlsx, open_book, tell_marks

CSV, XLSX = "CSV", "XLSX"
MOST_ROWS_ABOVE = 100
_OTHER_HEADINGS = "This file does not have the headings of the column map: “{}”."
_TOO_SHORT = "This file does not have the columns of the column map, or too few rows."


def read_with_map(data: bytes, columns: ColumnMap, *, name: str, currency: str | None = "GBP") -> Statement:
    """The statement in a sheet's bytes, by the map alone; never raises. `name` and `currency` as in `read_statement`.

    The map must be one that `check_map` finds nothing wrong with. A file with other headings is refused.
    """
    source = Source(io.BytesIO(data), name=name)
    reading = Reading(kind=XLSX if looks_like_xlsx(source) else CSV)
    lines = tuple(chain.from_iterable(read_mapped(source, columns, reading)))
    if currency is not None and reading.currency not in (currency, "") and not reading.is_refused:
        reading.refuse(0, f"This statement is in {reading.currency[:12]}. We can only take {currency}.")
    return settle(lines, reading, digest=source.digest)


def read_mapped(source: Source, columns: ColumnMap, reading: Reading) -> Iterator[Lines]:
    """The lines of a sheet in its order, by the map; what could not be read goes into the reading."""
    reading.layout, reading.bank, reading.currency = columns.name, columns.bank, columns.currency
    try:
        sheet = _find_sheet(source, columns, reading)
    except UnreadableError as error:
        reading.refuse(0, str(error))
        return
    start = find_map_start(sheet, columns)
    if start is None:
        told = _OTHER_HEADINGS.format(", ".join(columns.headings)[:300]) if columns.headings else _TOO_SHORT
        reading.refuse(0, told)
    elif not reading.is_refused:
        yield from read_started(sheet, reading, start)


def preview_map(source: Source, columns: ColumnMap, *, most: int = 5) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The first lines as the map reads them, in the order of the file, and the problems among the first some hundred."""
    reading = Reading()
    lines = tuple(islice(chain.from_iterable(read_mapped(source, columns, reading)), most))
    return lines, tuple(reading.problems)


def find_map_start(source: Source, columns: ColumnMap) -> Start | None:
    """Where the lines begin that a map fits: below its headings, or below the rows that it passes over."""
    rows = first_rows(source.head, delimiter=columns.delimiter, most=MOST_ROWS_ABOVE + 1)
    names = tuple(column_name(number) for number in range(1, columns.columns + 1))
    if not columns.headings:
        fits = len(rows) > columns.rows_above and len(rows[columns.rows_above][2]) >= columns.columns
        return Start(layout_of(columns), names, tuple(rows[: columns.rows_above]), columns.delimiter, columns.rows_above) if fits else None  # fmt: skip
    wanted = [_plain(heading) for heading in columns.headings]
    for used, (_, _, cells) in enumerate(rows):
        if [_plain(cell) for cell in cells] == wanted:
            return Start(layout_of(columns), names, tuple(rows[:used]), columns.delimiter, used + 1)
    return None


def _find_sheet(source: Source, columns: ColumnMap, reading: Reading) -> Source:
    """The text itself, or that of the one sheet of a spreadsheet which the map fits. Raises UnreadableError."""
    if not looks_like_xlsx(source):
        if source.not_text:
            raise UnreadableError(source.not_text)
        return source
    book = open_book(source)
    fitting = [(sheet, start) for sheet in book.sheets if (start := find_map_start(sheet.source, columns))]
    if len(fitting) > 1:
        raise UnreadableError(f"{len(fitting)} sheets fit the column map. Please send a file with one of them.")
    if not fitting:
        return book.sheets[0].source
    sheet, start = fitting[0]
    tell_marks(sheet, book, reading, heading_row=start.above[-1][0] + 1 if start.above else 1)
    return sheet.source


def _plain(cell: str) -> str:
    return " ".join(cell.replace("\ufeff", "").split()).lower()
