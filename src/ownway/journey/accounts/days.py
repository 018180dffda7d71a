"""A file whose days can be read in two ways, such as 03/04/2026, and what each way would make of it."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from ownway.formats.statements import Statement, read_statement
from ownway.formats.statements.qif.days import DAY_FIRST, MONTH_FIRST, UNKNOWN, find_order, read_qif_day
from ownway.formats.statements.qif.reader import KIND
from ownway.formats.statements.source import Source

ORDERS = (DAY_FIRST, MONTH_FIRST)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read the days: `order` is DAY_FIRST or MONTH_FIRST, `on` the day asked about; the file then runs so."""

    order: str
    on: date
    from_on: date
    to_on: date


@dataclass(frozen=True, slots=True)
class TwoWays:
    """A day as the file writes it, and the two ways to read it; no ways when something else is wrong with the file too."""

    written: str
    ways: tuple[Way, ...]


def find_two_ways(statement: Statement, data: bytes, *, name: str) -> TwoWays | None:
    """The two ways to read the days of a file that was refused; None when this is not what is wrong with it."""
    if statement.kind != KIND:
        return None
    order, written = find_order(Source(BytesIO(data), name=name).text(), "")
    if order != UNKNOWN:
        return None
    ways = tuple(way for each in ORDERS if (way := _read_so(data, name, written, each)) is not None)
    return TwoWays(written, ways if len(ways) == len(ORDERS) else ())


def _read_so(data: bytes, name: str, written: str, order: str) -> Way | None:
    """The file read in one way; None when there is something else wrong with it."""
    statement = read_statement(data, name=name, hint=order)
    if not statement.is_taken or statement.from_on is None or statement.to_on is None:
        return None
    on = read_qif_day(written, day_first=order == DAY_FIRST)
    return Way(order, on, from_on=statement.from_on, to_on=statement.to_on)
