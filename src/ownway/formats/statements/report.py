"""What was read from a statement, in words for a person and as plain data for a program."""

from ownway.formats.statements.amounts import write_pounds
from ownway.formats.statements.values import REFUSED, WHOLE, Note, Problem, Summary

Row = dict[str, str | int | bool]
Plain = str | int | bool | None | list[int] | list[Row]


def describe(statement: Summary) -> dict[str, Plain]:
    """A statement as plain data, fit for JSON. Sums are pounds with two decimals, as text; days are ISO."""
    return {
        "outcome": statement.outcome,
        "format": statement.kind,
        "layout": statement.layout,
        "bank": statement.bank,
        "account": statement.account,
        "currency": statement.currency,
        "from": statement.from_on.isoformat() if statement.from_on else None,
        "to": statement.to_on.isoformat() if statement.to_on else None,
        "transaction_count": statement.line_count,
        "sum": write_pounds(statement.sum_pence),
        "opening_balance": _pounds(statement.opening_pence),
        "closing_balance": _pounds(statement.closing_pence),
        "row_order": "newest first" if statement.newest_first else "oldest first",
        "reconciles": statement.reconciles,
        "running_balance_breaks_at_row": list(statement.running_balance_breaks),
        "problems": [_as_data(problem) for problem in statement.problems],
        "notes": [_note_as_data(note) for note in statement.notes],
        "digest": statement.digest,
    }


def describe_in_words(statement: Summary) -> list[str]:
    """The same for a person, a sentence or a figure on each line."""
    place = "Entry" if statement.kind == "OFX" else "Line"
    lines = [_verdict(statement), *_figures(statement)]
    lines += [
        f"{place} {problem.place}: {problem.reason}" if problem.place else problem.reason
        for problem in statement.problems
    ]
    lines += [f"{place} {note.place}: {note.words}" if note.place else note.words for note in statement.notes]
    return lines


def _verdict(statement: Summary) -> str:
    if statement.outcome == REFUSED:
        return "Nothing was taken from this file."
    if statement.outcome == WHOLE:
        return "The whole file was read."
    count = len(statement.problems)
    aside = "1 line was" if count == 1 else f"{count} lines were"
    return f"Part of the file was read. {aside} set aside for you to look at."


def _figures(statement: Summary) -> list[str]:
    if not statement.is_taken:
        return []
    named = (
        ("Bank", statement.bank),
        ("Account", statement.account),
        ("Format", f"{statement.kind} ({statement.layout})"),
        ("Days", f"{statement.from_on} to {statement.to_on}" if statement.from_on else ""),
        ("Payments", str(statement.line_count)),
        ("Sum", f"{write_pounds(statement.sum_pence)} {statement.currency}"),
        ("Opening balance", _pounds(statement.opening_pence) or "not in the file"),
        ("Closing balance", _pounds(statement.closing_pence) or "not in the file"),
        ("Adds up", {True: "yes", False: "no", None: "cannot be told from this file"}[statement.reconciles]),
    )
    lines = [f"{name}: {value}" for name, value in named if value]
    if breaks := statement.running_balance_breaks:
        lines.append(f"The running balance does not follow at: {', '.join(map(str, breaks[:20]))}")
    return lines


def _note_as_data(note: Note) -> Row:
    return {"place": note.place, "words": note.words, "text": note.text}


def _as_data(problem: Problem) -> Row:
    return {"place": problem.place, "reason": problem.reason, "text": problem.text, "stops": problem.stops}


def _pounds(pence: int | None) -> str | None:
    return None if pence is None else write_pounds(pence)
