"""One cell of a return: what it says, or why it cannot be read."""

import re
from datetime import date

from ownway.formats.returns.codes import LISTS, meant
from ownway.formats.returns.fields import CODE, DAY, NHS_NUMBER, NUMBER, WHOLE, Field
from ownway.formats.returns.found import INVALID, RELEASE_1, VALID

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ T]00:00:00(?:\.0{1,7})?)?").fullmatch
_AS_WRITTEN_HERE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?: 00:00(?::00)?)?").fullmatch
_MONEY = re.compile(r"[+-]?[0-9]{1,16}(?:\.[0-9]{1,2}0*)?").fullmatch
_WHOLE = re.compile(r"[0-9]{1,6}").fullmatch

Checked = tuple[int, str]
"""The Department's code, and the reason in plain words ("" for a cell that is right)."""
RIGHT: Checked = (VALID, "")


def said(cell: str) -> str:
    """What a cell says: spaces around it are nothing, and so is the text NULL, which databases leave behind."""
    text = cell.strip()
    return "" if text == "NULL" else text


def check(field: Field, text: str) -> Checked:
    """Whether a cell that says something is right."""
    if field.kind == CODE:
        return _code(field.column, text)
    if field.kind == DAY and read_day(text) is None:
        return INVALID, "This is not a day. Write it as 2026-03-31 or 31/03/2026."
    if field.kind == NUMBER and _MONEY(text) is None:
        return INVALID, "This is not a number with no more than two decimals."
    if field.kind == WHOLE and _WHOLE(text) is None:
        return INVALID, "This is not a whole number."
    if field.kind == NHS_NUMBER and not is_nhs_number(text):
        return INVALID, "This is not an NHS number: its last figure does not follow from the others."
    return RIGHT


def read_day(text: str) -> date | None:
    """A day as 2026-03-31 or 31/03/2026, with the midnight that databases add; None when it is none."""
    found = _ISO(text)
    parts = found.groups() if found else None
    if parts is None and (found := _AS_WRITTEN_HERE(text)):
        parts = found.groups()[::-1]
    try:
        return date(*map(int, parts)) if parts else None
    except ValueError:
        return None


def is_nhs_number(text: str) -> bool:
    """Ten figures, the last of which follows from the rest (modulus 11)."""
    figures = text.replace(" ", "").replace("-", "")
    if len(figures) != 10 or not (figures.isascii() and figures.isdigit()):
        return False
    rest = 11 - sum((10 - place) * int(figure) for place, figure in enumerate(figures[:9])) % 11
    return rest % 11 == int(figures[9])


def _code(column: str, text: str) -> Checked:
    if text in LISTS[column]:
        return RIGHT
    now = meant(column, text)
    if now in LISTS[column]:
        same = now.casefold() == text.casefold()
        reason = f"Release 2 writes this “{now}”." if same else f"This is Release 1’s word. Release 2 says “{now}”."
        return RELEASE_1, reason
    return INVALID, "This is not in the list of Release 2."
