"""One cell, written as its layout says, and read back."""

from datetime import date, datetime

from ownway.formats.payments.prepaid_load.layout import DATE_FORMS, Cell
from ownway.formats.payments.text import for_bank


class CellRefused(ValueError):
    """What should stand in a cell does not fit, or what stands there cannot be read; the message says why."""


def write_cell(cell: Cell, value: str | int | date, *, delimiter: str) -> str:
    """A value as the cell shows it. Words are in the letters of banks and start with a letter or digit.

    So neither a spreadsheet nor the next program can take them for a formula, a quotation or a new cell. Names and
    references are cut to the width; a card or an amount never is. Raises CellRefused.
    """
    text = _text_of(cell, value)
    if cell.holds in ("name", "reference"):
        text = for_bank(text.replace(delimiter, " ") if delimiter else text, limit=cell.width or 70)
    if cell.width and len(text) > cell.width:
        raise CellRefused(f"“{text}” has {len(text)} characters, and {cell.width} fit there.")
    if delimiter:
        return text
    return text.rjust(cell.width, cell.fill) if cell.is_number else text.ljust(cell.width)


def read_cell(cell: Cell, text: str) -> str | int | date:
    """What a cell says: a day, a whole number, pence, or words. Raises CellRefused."""
    bare = text.strip(" ")
    if cell.is_day:
        return _read_day(bare, cell)
    if not cell.is_number:
        return bare
    if cell.is_money and cell.form == "pounds":
        pounds, point, pence = bare.partition(".")
        if not point or len(pence) != 2 or not _is_digits(pounds + pence):
            raise CellRefused(f"“{bare}” is not an amount in pounds with two decimals.")
        return int(pounds + pence)
    if not _is_digits(bare):
        raise CellRefused(f"“{bare}” is not a whole number.")
    return int(bare)


def _text_of(cell: Cell, value: str | int | date) -> str:
    if isinstance(value, date):
        return value.strftime(DATE_FORMS[cell.form])
    if isinstance(value, int) and cell.form == "pounds":
        return f"{value // 100}.{value % 100:02d}"
    return str(value)


def _read_day(text: str, cell: Cell) -> date:
    form = DATE_FORMS[cell.form]
    try:
        day = datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        day = None
    if day is None or day.strftime(form) != text:
        raise CellRefused(f"“{text}” is not a day written {cell.form}.")
    return day


def _is_digits(text: str) -> bool:
    return 0 < len(text) <= 18 and text.isascii() and text.isdigit()
