"""From a reader's Reading to the Statement: which way round it ran, ids used twice, balances, and the outcome."""

from collections import defaultdict
from dataclasses import replace

from ownway.formats.statements.amounts import write_pounds
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.values import (
    IN_PART,
    REFUSED,
    WHOLE,
    Line,
    Note,
    Outcome,
    Problem,
    Statement,
    find_breaks,
    is_out_of_order,
)

Lines = tuple[Line, ...]


def settle(lines: Lines, reading: Reading, *, digest: str) -> Statement:
    """The Statement of a reading and its lines. A refused one keeps its problems, notes and parts, and no lines or balances."""
    newest_first = runs_newest_first(lines)
    lines = lines[::-1] if newest_first else lines
    opening, closing, balance_notes = _balances(reading, lines)
    lines, repeated, id_notes = set_repeats_aside(lines)
    problems = (*reading.problems, *repeated)
    outcome = _outcome(problems)
    order = (Note(0, "Some lines are dated before the line above them, as the bank wrote them."),)
    notes = (*reading.notes, *balance_notes, *id_notes, *(order if is_out_of_order(lines) else ()))
    statement = Statement(
        kind=reading.kind,
        layout=reading.layout,
        bank=reading.bank,
        account=reading.account,
        currency=reading.currency,
        lines=lines,
        opening_pence=opening,
        closing_pence=closing,
        from_on=reading.from_on or min((line.on for line in lines), default=None),
        to_on=reading.to_on or max((line.on for line in lines), default=None),
        problems=tuple(sorted(problems, key=lambda problem: problem.place)),
        notes=notes,
        outcome=outcome,
        digest=digest,
        newest_first=newest_first,
        parts=tuple(reading.parts),
    )
    return statement if outcome != REFUSED else _emptied(statement)


def runs_newest_first(lines: Lines) -> bool:
    """Which way the file runs: as its running balances follow, else by its first and last day."""
    if len(lines) < 2:
        return False
    if sum(line.balance_pence is not None for line in lines) > 1:
        forward = len(find_breaks(lines))
        backward = len(find_breaks(lines[::-1])) if forward else 1
        if forward != backward:
            return backward < forward
    return lines[0].on > lines[-1].on


def set_repeats_aside(lines: Lines) -> tuple[Lines, tuple[Problem, ...], tuple[Note, ...]]:
    """Lines whose bank id came before with the same day and money are set aside; ids used for anything else prove nothing.

    Some banks give every line the same number: then every line is kept, without the number, and a note says so.
    """
    ids = [line.bank_id for line in lines if line.bank_id]
    if len(set(ids)) == len(ids):
        return lines, (), ()
    uses: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.bank_id:
            uses[line.bank_id].append(line)
    aside: set[Line] = set()
    unsure: set[str] = set()
    problems: list[Problem] = []
    notes: list[Note] = []
    for bank_id, same in uses.items():
        if len({(line.on, line.pence) for line in same}) > 1:
            unsure.add(bank_id)
            notes.append(
                Note(same[1].place, f"The bank used the number {bank_id[:60]} for {len(same)} different lines.")
            )
            continue
        aside.update(same[1:])
        problems.extend(_repeat(line) for line in same[1:])
    kept = (line._replace(bank_id=None) if line.bank_id in unsure else line for line in lines if line not in aside)
    return tuple(kept), tuple(problems), tuple(notes)


def _repeat(line: Line) -> Problem:
    reason = f"The bank's number {(line.bank_id or '')[:60]} is there twice with the same day and amount. Is it one payment or two?"
    return Problem(line.place, reason, f"{line.on} {write_pounds(line.pence)} {line.words}", stops=False)


def _balances(reading: Reading, lines: Lines) -> tuple[int | None, int | None, tuple[Note, ...]]:
    """Opening and closing balance: those that lines carry, else those stated; a note where the two differ."""
    opening, closing = _carried(lines)
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


def _carried(lines: Lines) -> tuple[int | None, int | None]:
    """The balance before the first line and after the last, by the nearest running balance on each side."""
    moved = 0
    opening = closing = None
    for line in lines:
        moved += line.pence
        if line.balance_pence is not None:
            opening = line.balance_pence - moved
            break
    moved = 0
    for line in reversed(lines):
        if line.balance_pence is not None:
            closing = line.balance_pence + moved
            break
        moved += line.pence
    return opening, closing


def _outcome(problems: tuple[Problem, ...]) -> Outcome:
    if any(problem.stops for problem in problems):
        return REFUSED
    return IN_PART if problems else WHOLE


def _emptied(statement: Statement) -> Statement:
    return replace(statement, lines=(), opening_pence=None, closing_pence=None, from_on=None, to_on=None)
