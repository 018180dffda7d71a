"""Writing CSV that no spreadsheet will run: other people's words can begin with =, +, - or @."""

import csv
import io
import re
from collections.abc import Iterable

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # wide forms run too
_UNSEEN = re.compile(r"\A[\s\ufeff\u200b-\u200d\u2060\x00]+")


def safe_cell(value: str | int) -> str:
    """A cell that a spreadsheet shows and does not run: an apostrophe goes before text that could start a formula.

    Whole numbers stay as they are. Text of a number ("-12.34") stays too, as it can only be a number.
    """
    if isinstance(value, int):
        return str(value)
    bare = _UNSEEN.sub("", value)
    if bare.startswith(_RUNS) or value.startswith(_RUNS):
        return value if _is_number(value) else f"'{value}"
    return value


def write_csv(rows: Iterable[Iterable[str | int]]) -> str:
    """Rows as CSV text with CRLF line ends (RFC 4180), every cell made safe."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def _is_number(text: str) -> bool:
    pounds, _, decimals = text.removeprefix("-").removeprefix("+").partition(".")
    return pounds.isascii() and pounds.isdigit() and (not decimals or (decimals.isascii() and decimals.isdigit()))
