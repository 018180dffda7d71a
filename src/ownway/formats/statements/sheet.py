"""Reading a CSV statement: find the layout by its headings, then hand the rows below them to the line reader."""

import re
from dataclasses import dataclass

from ownway.formats.statements.amounts import UnreadableError, read_pence
from ownway.formats.statements.layouts import WITH_HEADINGS, WITHOUT_HEADINGS
from ownway.formats.statements.layouts.layout import heading
from ownway.formats.statements.reading import Reading, refused, stopping
from ownway.formats.statements.rows import DELIMITERS, BrokenRowError, first_rows, iterate_rows
from ownway.formats.statements.sheet_lines import Found, Start, read_rows
from ownway.formats.statements.texts import Source
from ownway.formats.statements.values import Note, Problem

KIND = "CSV"
_ROWS_BEFORE_HEADINGS = 20
_LOOKS_LIKE_A_DAY = re.compile(r"\s*[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{2,4}\s*").fullmatch
_UNKNOWN = (
    "We do not know this layout. It is not a CSV statement as Barclays, First Direct, HSBC, Lloyds, Monzo, Nationwide, "
    "NatWest or Starling write it. Your bank may offer OFX as well, which we can read."
)


def read_sheet(source: Source) -> Reading:
    """A Reading of a CSV file; its problems stop it when no layout fits or a row cannot be read."""
    text = source.text
    start = find_start(text)
    if start is None:
        return _unknown(text)
    found = read_rows(text, start=start)
    return _as_reading(start, found=found, top=_read_above(start), name=source.name)


def find_start(text: str) -> Start | None:
    """The first row that some layout knows as its headings, or a first row that the layout without headings fits."""
    for delimiter in DELIMITERS:
        rows = first_rows(text, delimiter=delimiter, most=_ROWS_BEFORE_HEADINGS)
        for used, (_, _, cells) in enumerate(rows):
            headings = _headings(cells)
            layout = next((layout for layout in WITH_HEADINGS if layout.fits(headings)), None)
            if layout is not None:
                return Start(layout, headings, tuple(rows[:used]), delimiter, used + 1)
    return _start_without_headings(text)


@dataclass(frozen=True, slots=True)
class Top:
    """What the rows above the headings said."""

    account: str = ""
    closing_pence: int | None = None
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()


def _read_above(start: Start) -> Top:
    said: dict[str, str] = {}
    problems: list[Problem] = []
    notes: list[Note] = []
    for place, _, cells in start.above:
        text = start.delimiter.join(cells)
        label = heading(cells[0])
        if label in start.layout.preamble:
            said[start.layout.preamble[label]] = " ".join("".join(cells[1:2]).split())
        elif any(_LOOKS_LIKE_A_DAY(cell) for cell in cells):
            problems.append(stopping(place, "This line stands above the headings, so we do not know it.", text))
        else:
            notes.append(Note(place, "A line above the headings, which is not needed.", text))
    closing = None
    if said.get("closing"):
        try:
            closing = read_pence(said["closing"])
        except UnreadableError as error:
            notes.append(Note(0, f"The balance above the headings was not used. {error}", said["closing"]))
    return Top(said.get("account", ""), closing, tuple(problems), tuple(notes))


def _as_reading(start: Start, *, found: Found, top: Top, name: str) -> Reading:
    layout = start.layout
    return Reading(
        kind=KIND,
        layout=layout.name,
        bank=layout.bank,
        account=found.account or top.account or layout.account_from_name(name),
        currency="GBP",
        lines=tuple(found.lines),
        opening_pence=found.opening_pence,
        closing_pence=found.closing_pence if found.closing_pence is not None else top.closing_pence,
        problems=(*top.problems, *found.problems),
        notes=(*top.notes, *found.notes),
    )


def _start_without_headings(text: str) -> Start | None:
    for _, _, cells in first_rows(text, delimiter=",", most=1):
        for layout in WITHOUT_HEADINGS:
            if len(cells) == len(layout.columns) and _LOOKS_LIKE_A_DAY(cells[0]):
                return Start(layout, layout.columns, (), ",", 0)
    return None


def _headings(cells: list[str]) -> tuple[str, ...]:
    headings = [heading(cell) for cell in cells]
    while headings and not headings[-1]:
        headings.pop()
    return tuple(headings)


def _unknown(text: str) -> Reading:
    try:
        place, _, cells = next(iterate_rows(text, delimiter=","), (0, 0, []))
    except BrokenRowError as broken:
        return refused(KIND, str(broken), place=broken.place)
    return refused(KIND, _UNKNOWN, place=place, text=",".join(cells))
