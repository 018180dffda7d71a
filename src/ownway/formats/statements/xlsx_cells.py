"""Cells of a spreadsheet as the text that a CSV of it would hold: exact, or marked as something we do not work out."""

from datetime import date, datetime, time
from decimal import Decimal

FORMULA = "f"
_MIDNIGHT = time(0)


def cell_text(value: object) -> str:
    """A cell's value as text. A day is ISO; a number is written in the shortest way that is still that number.

    So 12.34 is "12.34", and 12.340000000000002 keeps all its figures and is refused where money stands.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return " ".join(value.splitlines()) if "\n" in value or "\r" in value else value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _shortest(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == _MIDNIGHT else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def _shortest(number: float) -> str:
    exact = Decimal(repr(number))
    if not exact.is_finite():
        return str(number)
    return format(exact.to_integral_value() if exact == exact.to_integral_value() else exact, "f")
