"""Reading a CSV statement: find the layout by its headings, then hand the rows below them to the line reader."""

import re
from collections.abc import Iterator

from ownway.formats.statements.amounts import UnreadableError, read_pence
from ownway.formats.statements.layouts import WITH_HEADINGS, WITHOUT_HEADINGS
from ownway.formats.statements.layouts.layout import heading
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.rows import DELIMITERS, BrokenRowError, first_rows, iterate_rows
from ownway.formats.statements.sheet_lines import Start, read_rows
from ownway.formats.statements.source import Source
from ownway.formats.statements.values import Lines

_ROWS_BEFORE_HEADINGS = 20
_LOOKS_LIKE_A_DAY = re.compile(r"\s*[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4}\s*").fullmatch
_UNKNOWN = (
    "We do not know this layout. It is not a CSV statement as Barclays, Co-op, First Direct, HSBC, Lloyds, Metro, Monzo, "
    "Nationwide, NatWest, Starling, Tide or TSB write it. Your bank may offer OFX as well, which we can read."
)


def read_sheet(source: Source, reading: Reading) -> Iterator[Lines]:
    """The lines of a CSV file. It is refused when no layout fits or a row cannot be read."""
    start = find_start(source.head, hint=source.hint)
    if start is None:
        _refuse_unknown(source, reading)
        return
    yield from read_started(source, reading, start)


def read_started(source: Source, reading: Reading, start: Start) -> Iterator[Lines]:
    """The lines of a file whose layout is known."""
    layout = start.layout
    reading.layout, reading.bank, reading.currency = layout.name, layout.bank, layout.home_currency
    account = _read_above(start, reading)
    closing, reading.closing_pence = reading.closing_pence, None
    yield from read_rows(source, reading, start=start)
    reading.account = reading.account or account or layout.account_from_name(source.name)
    if reading.closing_pence is None:
        reading.closing_pence = closing


def find_start(text: str, *, hint: str = "") -> Start | None:
    """The first row that some layout knows as its headings, or a first row that the layout without headings fits.

    The layout called `hint` is asked before the others.
    """
    layouts = sorted(WITH_HEADINGS, key=lambda layout: layout.name != hint)
    for delimiter in DELIMITERS:
        rows = first_rows(text, delimiter=delimiter, most=_ROWS_BEFORE_HEADINGS)
        for used, (_, _, cells) in enumerate(rows):
            headings = _headings(cells)
            layout = next((layout for layout in layouts if layout.fits(headings)), None)
            if layout is not None:
                return Start(layout, headings, tuple(rows[:used]), delimiter, used + 1)
    return _start_without_headings(text)


def _read_above(start: Start, reading: Reading) -> str:
    """The account that the rows above the headings name, or ""; what else they say goes into the reading."""
    said: dict[str, str] = {}
    for place, _, cells in start.above:
        text = start.delimiter.join(cells)
        label = heading(cells[0])
        if label in start.layout.preamble:
            said[start.layout.preamble[label]] = " ".join("".join(cells[1:2]).split())
        elif any(_LOOKS_LIKE_A_DAY(cell) for cell in cells):
            reading.refuse(place, "This line stands above the headings, so we do not know it.", text)
        else:
            reading.note(place, "A line above the headings, which is not needed.", text)
    if said.get("closing"):
        try:
            reading.closing_pence = read_pence(said["closing"])
        except UnreadableError as error:
            reading.note(0, f"The balance above the headings was not used. {error}", said["closing"])
    return said.get("account", "")


def _start_without_headings(text: str) -> Start | None:
    for _, _, cells in first_rows(text, delimiter=",", most=1):
        for layout in WITHOUT_HEADINGS:
            if layout.fits_first_row(cells):
                return Start(layout, layout.columns, (), ",", 0)
    return None


def _headings(cells: list[str]) -> tuple[str, ...]:
    headings = [heading(cell) for cell in cells]
    while headings and not headings[-1]:
        headings.pop()
    return tuple(headings)


def _refuse_unknown(source: Source, reading: Reading) -> None:
    try:
        place, _, cells = next(iterate_rows(source.open_text(), delimiter=","), (0, 0, []))
    except BrokenRowError as broken:
        reading.refuse(broken.place, str(broken))
    else:
        reading.refuse(place, _UNKNOWN, ",".join(cells))
