"""A load file written in a provider's layout, piece by piece."""

import re
from collections.abc import Iterator
from datetime import date

from ownway.formats.payments.findings import Findings
from ownway.formats.payments.prepaid_load.cells import CellRefused, write_cell
from ownway.formats.payments.prepaid_load.layout import Cell, Layout
from ownway.formats.payments.prepaid_load.values import Load, LoadFile
from ownway.formats.payments.problems import Tally
from ownway.formats.payments.repeats import Repeats
from ownway.formats.payments.values import PaymentFileRefused, Problem

_CARD = re.compile(r"[A-Za-z0-9][A-Za-z0-9\-]{0,34}")
_LONG_CARD_NUMBER = re.compile(r"[0-9]{15,19}")
_MOST_PENCE = 99_999_999_999


def write(file: LoadFile, *, layout: Layout) -> Iterator[bytes]:
    """The file as ASCII, line by line; the same values give the same bytes.

    PaymentFileRefused says all that is wrong before the first line is made. The memory taken does not grow with it.
    """
    tally = _look_over(file, layout)
    return _lines(file, layout, tally)


def _lines(file: LoadFile, layout: Layout, tally: Tally) -> Iterator[bytes]:
    around: dict[str, str | int | date] = {
        "count": tally.payments,
        "sum": tally.total_pence,
        "file_number": file.number,
        "made_on": file.made_on,
        "load_on": file.load_on,
    }
    if layout.header:
        yield _line(layout, layout.header, around)
    if layout.titles:
        yield _joined(layout, [_title(cell, layout) for cell in layout.columns])
    count = total = 0
    for count, load in enumerate(file.loads, start=1):
        total += load.amount_pence
        yield _line(layout, layout.columns, around | _values(load, count))
    if layout.trailer:
        yield _line(layout, layout.trailer, around)
    if tally != (count, total):
        raise RuntimeError(f"The loads changed while they were written: {tally} became {count} of {total} pence")


def _values(load: Load, row: int) -> dict[str, str | int | date]:
    return {
        "card": load.card,
        "name": load.name,
        "amount": load.amount_pence,
        "reference": load.reference,
        "row": row,
    }


def _line(layout: Layout, cells: tuple[Cell, ...], values: dict[str, str | int | date]) -> bytes:
    return _joined(
        layout,
        [
            write_cell(cell, cell.text if cell.holds == "text" else values[cell.holds], delimiter=layout.delimiter)
            for cell in cells
        ],
    )


def _joined(layout: Layout, cells: list[str]) -> bytes:
    return (layout.delimiter.join(cells) + layout.line_end).encode("ascii")


def _title(cell: Cell, layout: Layout) -> str:
    title = cell.title or cell.holds
    return title if layout.delimiter else title[: cell.width].ljust(cell.width)


def _look_over(file: LoadFile, layout: Layout) -> Tally:
    found, repeats = Findings(), Repeats()
    number = total = 0
    for number, load in enumerate(file.loads, start=1):
        where = f"load {number}"
        found.extend(_about_a_load(load, where))
        try:
            _line(layout, layout.columns, _values(load, number) | {"made_on": file.made_on, "load_on": file.load_on})
        except CellRefused as refusal:
            found.add(Problem(where=where, field="width", message=str(refusal)))
        total += load.amount_pence if type(load.amount_pence) is int else 0
        repeats.note(load.card)
    if not number:
        found.add(Problem(where="the file", field="loads", message="There is nothing to load in this file."))
    if repeats.may_be:
        again = repeats.see_again()
        for place, load in enumerate(file.loads, start=1):
            if first := again.first_of(load.card):
                said = f"It goes onto the same card as load {first}. Put the two together, or take one out."
                found.add(Problem(where=f"load {place}", field="card", message=said, code="AM05"))
    if found.errors:
        raise PaymentFileRefused(found.all())
    return Tally(number, total)


def _about_a_load(load: Load, where: str) -> Iterator[Problem]:
    if _LONG_CARD_NUMBER.fullmatch(load.card):
        said = "This looks like a whole card number. Use the provider's own number for the card or the person."
        yield Problem(where=where, field="card", message=said)
    elif not _CARD.fullmatch(load.card):
        said = "A card is named by 1 to 35 letters, digits and hyphens."
        yield Problem(where=where, field="card", message=said, code="AC01")
    if type(load.amount_pence) is not int or not 0 < load.amount_pence <= _MOST_PENCE:
        said = "The amount is not in whole pence, or is nothing, or is more than a file can say."
        yield Problem(where=where, field="amount_pence", message=said, code="AM12")
