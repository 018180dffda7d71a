"""What was read from a statement, in words for a person and as plain data for a program."""

from datetime import date

from ownway.formats.statements.amounts import write_pounds
from ownway.formats.statements.reading import MOST_PROBLEMS
from ownway.formats.statements.values import REFUSED, WHOLE, Line, Note, Part, Problem, Summary

Row = dict[str, str | int | bool | None]
Plain = str | int | bool | None | list[int] | list[Row]
_MOST_PARTS_TOLD = 50
_PLACES = {"OFX": "Entry", "camt": "Entry", "Open Banking": "Entry", "XLSX": "Row"}


def describe(statement: Summary) -> dict[str, Plain]:
    """A statement as plain data, fit for JSON. Sums are pounds with two decimals, as text; days are ISO.

    `statements` is there when the file holds several, one row for each.
    """
    described: dict[str, Plain] = {
        "outcome": statement.outcome,
        "format": statement.kind,
        "layout": statement.layout,
        "bank": statement.bank,
        "account": statement.account,
        "currency": statement.currency,
        "from": _day(statement.from_on),
        "to": _day(statement.to_on),
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
    if statement.parts:
        described["statements"] = [_part_as_data(part) for part in statement.parts]
    return described


def describe_line(line: Line) -> Row:
    """A line as plain data, fit for JSON."""
    return {
        "place": line.place,
        "on": line.on.isoformat(),
        "amount": write_pounds(line.pence),
        "words": line.words,
        "payee": line.payee,
        "reference": line.reference,
        "type": line.type,
        "balance": _pounds(line.balance_pence),
        "bank_id": line.bank_id,
    }


def describe_in_words(statement: Summary) -> list[str]:
    """The same for a person, a sentence or a figure on each line."""
    kind = statement.kind
    lines = [_verdict(statement), *_figures(statement), *_parts_in_words(statement)]
    lines += [tell_place(kind, problem.place, problem.reason) for problem in statement.problems]
    return lines + [tell_place(kind, note.place, note.words) for note in statement.notes]


def tell_place(kind: str, place: int, words: str) -> str:
    """Words about a place of a file of some kind, with the place before them; place 0 is the file itself."""
    return f"{_PLACES.get(kind, 'Line')} {place}: {words}" if place else words


def _verdict(statement: Summary) -> str:
    if statement.outcome == REFUSED:
        return "Nothing was taken from this file."
    if statement.outcome == WHOLE:
        return "The whole file was read."
    asked = sum(problem.kept for problem in statement.problems)
    aside = len(statement.problems) - asked
    if not aside:
        return f"Every line was taken. {_count(asked, 'question is', 'questions are')} left for you to look at."
    left_out = f"Part of the file was read. {_count(aside, 'line was', 'lines were')} set aside"
    if not asked:
        return f"{left_out} for you to look at."
    return f"{left_out}, and {_count(asked, 'question is', 'questions are')} left for you to look at."


def _count(count: int, one: str, many: str) -> str:
    """How many; of many, no more are kept than MOST_PROBLEMS and one that says that there are others."""
    if count > MOST_PROBLEMS:
        return f"More than {MOST_PROBLEMS} {many}"
    return f"{count} {one if count == 1 else many}"


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


def _parts_in_words(statement: Summary) -> list[str]:
    if len(statement.parts) < 2:
        return []
    return [
        f"Statement {number}: account {part.account or 'not named'}, "
        f"{part.line_count} {'payment' if part.line_count == 1 else 'payments'}, "
        f"sum {write_pounds(part.sum_pence)} {part.currency}".rstrip()
        for number, part in enumerate(statement.parts[:_MOST_PARTS_TOLD], 1)
    ]


def _part_as_data(part: Part) -> Row:
    return {
        "account": part.account,
        "id": part.id,
        "currency": part.currency,
        "from": _day(part.from_on),
        "to": _day(part.to_on),
        "transaction_count": part.line_count,
        "sum": write_pounds(part.sum_pence),
        "opening_balance": _pounds(part.opening_pence),
        "closing_balance": _pounds(part.closing_pence),
        "reconciles": part.reconciles,
    }


def _note_as_data(note: Note) -> Row:
    return {"place": note.place, "words": note.words, "text": note.text}


def _as_data(problem: Problem) -> Row:
    return {
        "place": problem.place,
        "reason": problem.reason,
        "text": problem.text,
        "stops": problem.stops,
        "kept": problem.kept,
    }


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _pounds(pence: int | None) -> str | None:
    return None if pence is None else write_pounds(pence)
