"""Reads a table of people: columns by their names, nothing guessed."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

Table = Mapping[str, Sequence[Any]]
"""Each column's cells by its heading: words from CSV, typed values from Parquet, None where Parquet has none."""

_PARQUET = b"PAR1"


class TableRefused(ValueError):
    """The file is not a table that we can read; the message says which line, and what to do."""


def read_table(data: bytes) -> Table:
    """The table in a file's bytes, told by its content: Parquet by its mark, else CSV in UTF-8.

    Raises TableRefused for no rows, two columns of one name, a row that is longer or shorter than the headings, bytes
    that are no text, and for Parquet where polars (an extra) is not installed.
    """
    table = _read_parquet(data) if data.startswith(_PARQUET) else _read_csv(data)
    if not table or not len(next(iter(table.values()))):
        raise TableRefused("The file has no rows.")
    return table


def _read_csv(data: bytes) -> Table:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableRefused("The file is not text in UTF-8. Save it as “CSV UTF-8” and try again.") from error
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise TableRefused(f"The file is not CSV that we can read: {error}.") from error
    if not rows:
        return {}
    headings = [heading.strip() for heading in rows[0]]
    twice = sorted(heading for heading, many in Counter(headings).items() if many > 1)
    if twice:
        raise TableRefused(f"Two columns are called “{twice[0]}”. Give each a name of its own.")
    body = [row for row in rows[1:] if row]
    for number, row in enumerate(body, start=1):
        if len(row) != len(headings):
            raise TableRefused(f"Row {number} has {len(row)} cells, and there are {len(headings)} headings.")
    return dict(zip(headings, map(list, zip(*body, strict=True)), strict=True)) if body else {}


def _read_parquet(data: bytes) -> Table:
    try:
        import polars as pl
    except ImportError as missing:
        raise TableRefused(
            "Reading Parquet needs polars, which is an extra: install requirements/analyst.txt, or save the file as CSV."
        ) from missing
    try:
        frame = pl.read_parquet(io.BytesIO(data))
    except (pl.exceptions.PolarsError, OSError) as error:
        raise TableRefused("The file begins as Parquet and cannot be read as such. Is it whole?") from error
    return {name: frame[name].to_list() for name in frame.columns}
