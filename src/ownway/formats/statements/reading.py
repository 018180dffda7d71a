"""What a reader of any kind hands to the door, before it is settled into a Statement."""

from dataclasses import dataclass
from datetime import date

from ownway.formats.statements.values import Line, Note, Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """Lines in the order of the file, and what was seen around them. Money in pence, None where not said."""

    kind: str
    layout: str = ""
    bank: str = ""
    account: str = ""
    currency: str = ""
    lines: tuple[Line, ...] = ()
    opening_pence: int | None = None
    closing_pence: int | None = None
    from_on: date | None = None
    to_on: date | None = None
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()


MOST_PROBLEMS = 50
MOST_TEXT = 2_000


def stopping(place: int, reason: str, text: str = "") -> Problem:
    """A problem for which the whole file is refused. `place` 0 is the file itself."""
    return Problem(place=place, reason=reason, text=text[:MOST_TEXT], stops=True)


def refused(kind: str, reason: str, *, text: str = "", place: int = 0, layout: str = "", bank: str = "") -> Reading:
    """A reading of which nothing is taken, with the one reason."""
    return Reading(kind=kind, layout=layout, bank=bank, problems=(stopping(place, reason, text),))
