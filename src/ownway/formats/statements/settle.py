"""From a reader's Reading and lines to the Statement: which way round it ran, numbers used twice, balances, the outcome."""

from collections import Counter
from typing import Any

from ownway.formats.statements.amounts import write_pounds
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.repeats import Repeats, find_repeats
from ownway.formats.statements.tally import Tally, in_batches
from ownway.formats.statements.values import IN_PART, REFUSED, WHOLE, Line, Note, Outcome, Statement, Summary

_OUT_OF_ORDER = "Some lines are dated before the line above them, as the bank wrote them."


def settle(lines: tuple[Line, ...], reading: Reading, *, digest: str) -> Statement:
    """The Statement of a reading and its lines. A refused one keeps problems, notes and parts, and no lines or balances."""
    tally = Tally()
    for batch in in_batches(lines):
        tally.take(batch)
    lines = lines[::-1] if tally.newest_first else lines
    repeats = Repeats() if reading.is_refused else find_repeats(_with_numbers_used_twice(lines), newest_first=False)
    if repeats.count or repeats.unsure:
        aside = set(repeats.lines)
        lines = tuple(
            line._replace(bank_id=None) if line.bank_id in repeats.unsure else line
            for line in lines
            if line not in aside
        )
    fields = _fields(tally, reading, repeats, digest)
    return Statement(**fields, lines=() if fields["outcome"] == REFUSED else lines)


def summarise(tally: Tally, reading: Reading, repeats: Repeats, *, digest: str) -> Summary:
    """The same without the lines, from what they came to."""
    return Summary(**_fields(tally, reading, repeats, digest))


def _with_numbers_used_twice(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Only the lines whose number another has too."""
    numbers = [line.bank_id for line in lines if line.bank_id]
    if len(set(numbers)) == len(numbers):
        return ()
    used = Counter(numbers)
    return tuple(line for line in lines if line.bank_id and used[line.bank_id] > 1)


def _fields(tally: Tally, reading: Reading, repeats: Repeats, digest: str) -> dict[str, Any]:
    _tell_repeats(repeats, reading)
    opening, closing, balance_notes = _balances(reading, tally)
    reading.tell_the_rest()
    outcome = _outcome(reading)
    newest_first = tally.newest_first
    out_of_order = tally.rises if newest_first else tally.falls
    breaks = tally.balances.backward.places[::-1] if newest_first else tally.balances.forward.places
    taken = outcome != REFUSED
    return {
        "kind": reading.kind,
        "layout": reading.layout,
        "bank": reading.bank,
        "account": reading.account,
        "currency": reading.currency,
        "line_count": tally.count - repeats.count if taken else 0,
        "sum_pence": tally.sum_pence - repeats.sum_pence if taken else 0,
        "opening_pence": opening if taken else None,
        "closing_pence": closing if taken else None,
        "from_on": (reading.from_on or tally.earliest_on) if taken else None,
        "to_on": (reading.to_on or tally.latest_on) if taken else None,
        "running_balance_breaks": tuple(breaks) if taken else (),
        "problems": tuple(sorted(reading.problems, key=lambda problem: problem.place)),
        "notes": (*reading.notes, *balance_notes, *((Note(0, _OUT_OF_ORDER),) if out_of_order else ())),
        "outcome": outcome,
        "digest": digest,
        "newest_first": newest_first,
        "parts": tuple(reading.parts),
    }


def _tell_repeats(repeats: Repeats, reading: Reading) -> None:
    """Repeats are set aside, as only a person knows if they are one payment or two; other uses of a number are noted."""
    for line in sorted(repeats.lines, key=lambda line: line.place):
        reason = f"The bank's number {(line.bank_id or '')[:60]} is there twice with the same day and amount. Is it one payment or two?"
        reading.set_aside(line.place, reason, f"{line.on} {write_pounds(line.pence)} {line.words}")
    reading.asides += repeats.count - len(repeats.lines)
    for number, (place, count) in sorted(repeats.unsure.items(), key=lambda item: item[1]):
        reading.note(place, f"The bank used the number {number[:60]} for {count} different lines.")


def _balances(reading: Reading, tally: Tally) -> tuple[int | None, int | None, tuple[Note, ...]]:
    """Opening and closing balance: those that lines carry, else those stated; a note where the two differ."""
    opening = tally.balances.opening(newest_first=tally.newest_first)
    closing = tally.balances.closing(newest_first=tally.newest_first)
    notes = []
    if closing is not None and reading.closing_pence not in (None, closing):
        stated = write_pounds(reading.closing_pence or 0)
        notes.append(Note(0, f"The file says the balance is {stated}; its last line says {write_pounds(closing)}."))
    if opening is not None and reading.opening_pence not in (None, opening):
        stated = write_pounds(reading.opening_pence or 0)
        notes.append(Note(0, f"The file says it opens with {stated}; its first line says {write_pounds(opening)}."))
    stated_opening = reading.opening_pence
    return (
        stated_opening if stated_opening is not None else opening,
        closing if closing is not None else reading.closing_pence,
        tuple(notes),
    )


def _outcome(reading: Reading) -> Outcome:
    if reading.is_refused:
        return REFUSED
    return IN_PART if reading.asides or reading.questions else WHOLE
