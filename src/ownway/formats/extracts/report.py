"""What was found in extracts, in words for a person and as plain data for a program."""

from collections.abc import Iterator
from typing import Any

from ownway.formats.directories.problems import printable, shortened
from ownway.formats.extracts.found import REFUSED, Found, Problem
from ownway.formats.extracts.together import Together
from ownway.formats.statements.amounts import write_pounds

_MOST_IN_WORDS = 50


def describe(found: Found) -> dict[str, Any]:
    """An extract as plain data, fit for JSON. Money is text in pounds and pence; at most 1,000 problems are listed."""
    return {
        "outcome": found.outcome,
        "kind": found.kind,
        "row_count": found.row_count,
        "taken_count": 0 if found.outcome == REFUSED else found.taken,
        "set_aside_count": found.row_count - found.taken,
        "sums": {}
        if found.outcome == REFUSED
        else {name: write_pounds(sum_) for name, sum_ in found.sums_pence.items()},
        "unused_columns": [printable(heading) for heading in found.unused],
        "notes": [printable(note) for note in found.notes],
        "problem_count": found.problem_count,
        "problems_by_field": dict(sorted(found.counts.items())),
        "problems": [problem._asdict() | _shown(problem) for problem in found.problems],
    }


def describe_in_words(found: Found) -> list[str]:
    """The same for a person, a sentence or a figure on each line."""
    if found.outcome == REFUSED:
        refusals = found.problems[: min(found.refusal_count, _MOST_IN_WORDS)]
        return ["Nothing may be used of this file.", *map(_in_words, refusals)]
    lines = [f"An extract of {found.kind}: {found.row_count:,} rows. {_aside(found)}"]
    lines += [f"{name.removesuffix('_pence')}: £{write_pounds(pence)}" for name, pence in found.sums_pence.items()]
    lines += [printable(note) for note in found.notes]
    if found.unused:
        lines.append(f"Columns that the map does not use: {', '.join(map(shortened, found.unused))}.")
    lines += map(_in_words, found.problems[:_MOST_IN_WORDS])
    more = found.problem_count - _MOST_IN_WORDS
    return [*lines, f"And {more:,} more."] if more > 0 else lines


def describe_together(together: Together) -> dict[str, Any]:
    """What does not fit between extracts, as plain data."""
    return {
        "reason": together.reason or None,
        "stray_count": together.count,
        "strays": [
            stray._asdict() | {"name": printable(stray.name), "person_reference": printable(stray.person_reference)}
            for stray in together.strays
        ],
    }


def describe_together_in_words(together: Together) -> list[str]:
    """The same for a person."""
    if together.reason:
        return [together.reason]
    if not together.count:
        return ["Everybody that the other extracts name is in the extract of people."]
    return list(_strays_in_words(together))


def _strays_in_words(together: Together) -> Iterator[str]:
    yield f"Somebody would not be there. Rows about them: {together.count:,}."
    for stray in together.strays[:_MOST_IN_WORDS]:
        place = f"{printable(stray.name)}, line {stray.place}"
        yield f"  {place}: {stray.reason} (“{shortened(stray.person_reference)}”)"
    if together.count > _MOST_IN_WORDS:
        yield f"  And {together.count - _MOST_IN_WORDS:,} more."


def _aside(found: Found) -> str:
    many = found.row_count - found.taken
    if not many:
        return "All can be taken."
    return f"{found.taken:,} can be taken, {many:,} {'is' if many == 1 else 'are'} set aside."


def _in_words(problem: Problem) -> str:
    where = f"  Line {problem.place}" if problem.place else "  The file"
    of = f", {shortened(problem.heading)} ({problem.field})" if problem.field else ""
    text = f" (“{shortened(problem.text)}”)" if problem.text and problem.text not in problem.reason else ""
    return f"{where}{of}: {printable(problem.reason)}{text}"


def _shown(problem: Problem) -> dict[str, str]:
    """The words of others on one line, without characters that steer a screen."""
    told = {"heading": problem.heading, "reason": problem.reason, "text": problem.text}
    return {name: printable(" ".join(words.split())) for name, words in told.items()}
