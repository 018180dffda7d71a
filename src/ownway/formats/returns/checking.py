"""Checks a return of client level data row by row, and measures ASCOF 3D from the very same rows."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from ownway.formats.returns.fields import BY_PLAIN_NAME, COLUMNS, FIELDS, plain
from ownway.formats.returns.found import BLANK, BLANK_MANDATORY, Return
from ownway.formats.returns.supports import Supports
from ownway.formats.returns.values import check, read_day, said
from ownway.formats.statements.source import Source

_ESSENTIAL = (
    "LA Person Unique Identifier",
    "Client Type",
    "Event Type",
    "Event Start Date",
    "Reporting Period End Date",
)
_LONGEST_CELL = 100_000
Row = Sequence[str]


def check_return(file: BinaryIO, *, name: str) -> Return:
    """What is in a file of client level data. `file` is seekable; never raises for what is in it.

    Cells are checked against Release 2: days, numbers, NHS numbers, the code lists that are public, and what must be
    told. A service of the same person that is told twice is a finding. ASCOF 3D goes by the last reporting period.
    """
    found = Return()
    source = Source(file, name=name)
    if source.not_text:
        found.refusal = source.not_text
        return found
    try:
        _read(source, found)
    except (csv.Error, UnicodeDecodeError) as error:
        found.refusal = f"The file cannot be split into rows: {error}."
    return found


def _read(source: Source, found: Return) -> None:
    rows = _rows(source)
    _, headings = next(rows, (0, []))
    places = _places(headings, found)
    if found.refusal:
        return
    checks = found.checks = {field.column: Counter() for field in FIELDS if places[field.column] is not None}
    supports = Supports()
    known: dict[tuple[str, str], tuple[int, str]] = {}
    for place, cells in rows:
        if len(cells) != len(headings):
            found.find(
                place, "", BLANK_MANDATORY, f"This row has {len(cells)} cells, and there are {len(headings)} headings."
            )
            continue
        row = {column: said(cells[at]) for column, at in places.items() if at is not None}
        found.rows += 1
        found.events[row["Event Type"] or "not told"] += 1
        _check_row(row, place, found, checks, known)
        if (twice := supports.add(row, place)) is not None:
            found.find(place, "Event Start Date", 1, f"The same service of the same person stands on line {twice}.")
    if not found.rows:
        found.refusal = "The file has headings, and no rows."
        return
    found.period_start_on, found.period_end_on = supports.period
    found.clients, found.carers = supports.clients(), supports.carers()


def _rows(source: Source) -> Iterator[tuple[int, Row]]:
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL))
    reader = csv.reader(source.open_text(), strict=True)
    for cells in reader:
        if any(cells):
            yield reader.line_num, cells


def _places(headings: Row, found: Return) -> dict[str, int | None]:
    """Which cell holds which column; what is missing, unknown, twice or out of order is said."""
    names = [BY_PLAIN_NAME.get(plain(heading), "") for heading in headings]
    places: dict[str, int | None] = dict.fromkeys(COLUMNS)
    for at, (name, heading) in enumerate(zip(names, headings, strict=True)):
        if not name and plain(heading) not in ("lacode", ""):
            found.find(1, heading, 1, "This is none of the 49 columns.")
        elif name and places[name] is not None:
            found.refusal = f"Two columns are called “{name}”. Give each a name of its own."
        elif name:
            places[name] = at
    missing = [name for name in COLUMNS if places[name] is None]
    if any(name in missing for name in _ESSENTIAL):
        said_missing = ", ".join(f"“{name}”" for name in _ESSENTIAL if name in missing)
        found.refusal = found.refusal or f"This is no return of client level data: it has no column {said_missing}."
    for name in missing:
        found.find(1, name, BLANK_MANDATORY, "This column is missing.")
    in_order = [name for name in names if name]
    if in_order != [name for name in COLUMNS if name in in_order]:
        found.find(1, "", 1, "The columns are not in the order of the specification.")
    return places


def _check_row(
    row: dict[str, str],
    place: int,
    found: Return,
    checks: dict[str, Counter[int]],
    known: dict[tuple[str, str], tuple[int, str]],
) -> None:
    event = row["Event Type"]
    for field in FIELDS:
        column = field.column
        text = row.get(column)
        if text is None:
            continue
        if not text:
            code = BLANK_MANDATORY if event in field.needed_for else BLANK
            if code == BLANK_MANDATORY:
                found.find(place, column, code, "This must be told.")
            checks[column][code] += 1
            continue
        result = known.get((column, text))
        if result is None:
            result = check(field, text)
            if len(known) < _LONGEST_CELL:
                known[column, text] = result
        code, reason = result
        checks[column][code] += 1
        if reason:
            found.find(place, column, code, reason, text)
    start, end = read_day(row["Event Start Date"]), read_day(row.get("Event End Date", ""))
    if start and end and end < start:
        found.find(place, "Event End Date", -2, "This event ends before it begins.", row["Event End Date"])
