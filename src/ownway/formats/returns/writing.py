"""Writes a return of client level data: the 49 columns in their order, every cell safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TextIO

from ownway.formats.returns.fields import COLUMNS
from ownway.formats.statements.csv_out import safe_cell

Cell = str | int | date | Decimal | None


def write_return(rows: Iterable[Mapping[str, Cell]], out: TextIO) -> int:
    """Write rows by their column names, one by one; how many there were. Open `out` with newline="" and UTF-8.

    Days are YYYY-MM-DD; what is None is empty. Raises ValueError for a name that is none of the 49 columns.
    """
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    written = 0
    for row in rows:
        if unknown := sorted(row.keys() - set(COLUMNS)):
            raise ValueError(f"“{unknown[0]}” is none of the 49 columns")
        writer.writerow([_cell(row.get(column)) for column in COLUMNS])
        written += 1
    return written


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else safe_cell(str(value))
