"""Entries to what they say: a line of money moved, a balance, or something that is no money and is noted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ownway.formats.statements.amounts import UnreadableError, clip
from ownway.formats.statements.pdf.around import Around
from ownway.formats.statements.pdf.cells import Cells
from ownway.formats.statements.pdf.entries import is_balance, is_totals
from ownway.formats.statements.pdf.labels import Role
from ownway.formats.statements.pdf.printed_days import place_in_time
from ownway.formats.statements.pdf.sums import Sum, read_sum
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.values import Line
from ownway.formats.statements.words import tidy


class Printed(NamedTuple):
    """A line, or (without one) a balance that is printed by itself, with where it stands and as it is written."""

    line: Line | None
    balance_pence: int | None
    page: int
    number: int
    text: str

    def place_in_words(self) -> str:
        return f"Page {self.page}, row {self.number}"


@dataclass(slots=True)
class _Days:
    """What is known of the days so far: the day of the row before, and a year printed alone above."""

    last: date | None = None
    year: int = 0


def read_movements(entries: Iterable[Cells], around: Around, reading: Reading) -> Iterator[Printed]:
    """Lines and balances in the order they are printed. What cannot be read refuses the statement, by page and row."""
    days = _Days()
    place = 0
    for cells in entries:
        place += 1
        if cells.year:
            days.year = cells.year
        try:
            found = _read(cells, around, days, place)
        except UnreadableError as error:
            reading.refuse(place, f"Page {cells.page}, row {cells.number}: {error}", cells.text)
            if reading.is_full:
                return
            continue
        if found:
            yield found
        elif not cells.year:
            words = "A line of totals." if is_totals(cells) else "A row without a sum, which is no money moved."
            reading.note(place, f"Page {cells.page}, row {cells.number}: {words}", cells.text)


def _read(cells: Cells, around: Around, days: _Days, place: int) -> Printed | None:
    """What an entry says; None when it says nothing of money. Raises UnreadableError."""
    if cells.strays:
        told = " ".join(cells.strays)
        raise UnreadableError(f"“{clip(told)}” does not stand under any of the headings, so we cannot tell what it is.")
    if is_totals(cells):
        return None
    balance = read_sum(cells.sums[Role.BALANCE]).pence if Role.BALANCE in cells.sums else None
    on = place_in_time(cells.day, period=around.period, last=days.last, year=days.year) if cells.day else days.last
    if not cells.moves:
        if balance is None:
            return None
        if cells.words and not is_balance(cells):
            raise UnreadableError("It has a balance, and no sum paid in or out.")
        days.last = on
        return Printed(None, balance, cells.page, cells.number, cells.text)
    if on is None:
        raise UnreadableError("It has no day, and no row above it has one.")
    days.last = on
    words = tidy(" ".join(cells.words)) or tidy(cells.type)
    line = Line(on, _moved(cells), words, type=tidy(cells.type), balance_pence=balance, place=place)
    return Printed(line, balance, cells.page, cells.number, cells.text)


def _moved(cells: Cells) -> int:
    """The pence that an entry moves; money in is positive. Raises UnreadableError when its direction is not clear."""
    if Role.AMOUNT in cells.sums:
        return read_sum(cells.sums[Role.AMOUNT]).pence
    out = _unsigned(cells.sums.get(Role.OUT))
    paid_in = _unsigned(cells.sums.get(Role.IN))
    if out and paid_in:
        raise UnreadableError("It has money both out and in.")
    return paid_in - out


def _unsigned(text: str | None) -> int:
    found = read_sum(text) if text else Sum(0, is_signed=False)
    if found.is_signed:
        raise UnreadableError(
            f"“{clip(text or '')}” has a sign in a column that has none, so its direction is not clear."
        )
    return found.pence
