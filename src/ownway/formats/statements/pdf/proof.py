"""The proof that a printed statement was read right: every balance it prints must follow from the lines before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ownway.formats.statements.amounts import write_pounds
from ownway.formats.statements.pdf.around import Around
from ownway.formats.statements.pdf.movements import Printed
from ownway.formats.statements.reading import Reading

_NOTHING_PROVES = (
    "The statement prints no balances that prove it was read right, so we took nothing from it. "
    "Your bank may offer it as CSV or OFX."
)


@dataclass(slots=True)
class _Count:
    """The sum so far: `running` is the balance when one is known, `moved` the pence since the last one printed."""

    running: int | None
    opening: int | None
    moved: int = 0
    lines_since: int = 0
    unproved_first: int = 0
    balances: int = 0


def prove(printed: Sequence[Printed], around: Around, reading: Reading) -> None:
    """Hold every balance to the lines before it, and fill in the opening and closing balance of the reading.

    What does not follow refuses the statement. `printed` is in order of time.
    """
    stated = _only(around.opening_pence)
    count = _Count(running=stated, opening=stated)
    for one in printed:
        if one.line is not None:
            count.moved += one.line.pence
            count.lines_since += 1
        if one.balance_pence is not None:
            _take_balance(count, one, one.balance_pence, reading)
    reading.opening_pence = count.opening
    reading.closing_pence = count.running if not count.lines_since else None
    _prove_end(count, around, reading)
    _prove_start(count, around, reading)


def count_breaks(printed: Sequence[Printed]) -> int:
    """How many balances do not follow from the lines before them, when read in this order."""
    breaks = moved = 0
    last: int | None = None
    for one in printed:
        moved += one.line.pence if one.line else 0
        if one.balance_pence is not None:
            breaks += last is not None and last + moved != one.balance_pence
            last, moved = one.balance_pence, 0
    return breaks


def _take_balance(count: _Count, one: Printed, balance: int, reading: Reading) -> None:
    """A balance that is printed: the first tells what the statement opens with, each other is held to its lines."""
    count.balances += 1
    place = one.line.place if one.line else 0
    if count.running is None:
        count.opening = balance - count.moved
        count.unproved_first = count.lines_since
    elif count.running + count.moved != balance:
        by_lines = write_pounds(count.running + count.moved)
        reason = f"{one.place_in_words()}: by the lines before it the balance is {by_lines}; {write_pounds(balance)} is printed."
        reading.refuse(place, reason, one.text)
    count.running, count.moved, count.lines_since = balance, 0, 0


def _prove_end(count: _Count, around: Around, reading: Reading) -> None:
    """The lines after the last balance, held to what the statement says that it closes with."""
    closing = None if count.running is None else count.running + count.moved
    if closing is None or (count.lines_since and not around.closing_pence):
        reading.refuse(0, _NOTHING_PROVES)
        return
    if around.closing_pence and closing not in around.closing_pence:
        stated = " or ".join(write_pounds(pence) for pence in sorted(around.closing_pence)[:3])
        reading.refuse(0, f"By its lines the statement closes with {write_pounds(closing)}; it says {stated}.")
        return
    reading.closing_pence = closing
    if not count.balances:
        reading.note(
            0, "No running balances are printed, so only the sum of all lines is proved, and no line by itself."
        )


def _prove_start(count: _Count, around: Around, reading: Reading) -> None:
    """The lines before the first balance, where the statement does not print what it opens with."""
    if around.opening_pence and count.opening is not None and count.opening not in around.opening_pence:
        stated = " or ".join(write_pounds(pence) for pence in sorted(around.opening_pence)[:3])
        opens = write_pounds(count.opening)
        reading.refuse(0, f"By its lines the statement opens with {opens}; it says {stated}.")
    elif count.unproved_first > 1 and not around.opening_pence:
        reading.refuse(
            0,
            f"The statement does not print what it opens with, so nothing proves its first {count.unproved_first} lines.",
        )
    elif count.unproved_first and not around.opening_pence:
        reading.note(0, "The statement does not print what it opens with, so its first line is not proved.")


def _only(sums: frozenset[int]) -> int | None:
    return next(iter(sums)) if len(sums) == 1 else None
