"""What was read from a directory, in words for a person and as plain data for a program."""

from dataclasses import asdict

from ownway.formats.directories.payloads import REFUSED, WHOLE, Directory
from ownway.formats.directories.problems import LOOK, NOTE, WRONG, Problem, printable

Plain = str | int | bool | None | dict[str, "Plain"] | list["Plain"]

HEADS = {
    WRONG: "The standard does not allow:",
    LOOK: "Somebody should look at:",
    NOTE: "Good to know:",
}


def describe(directory: Directory) -> dict[str, Plain]:
    """A directory as plain data, fit for JSON. `counts` has the nested records too; places are JSON pointers."""
    return {
        "outcome": directory.outcome,
        "kind": directory.kind or None,
        "counts": dict(directory.counts),
        "page": dict(asdict(directory.header)) if directory.header else None,
        "valid": not directory.refused and not any(problem.level == WRONG for problem in directory.problems),
        "problems": [dict(asdict(problem)) for problem in directory.problems],
    }


def describe_in_words(directory: Directory) -> list[str]:
    """The same for a person, a sentence or a figure on each line."""
    lines = [_verdict(directory)]
    lines += [f"{kind.capitalize()}: {count:,}" for kind, count in directory.counts.items()]
    for level, head in HEADS.items():
        found = [problem for problem in directory.problems if problem.level == level]
        if found and not directory.refused:
            lines += ["", head]
        lines += [_problem(problem) for problem in found]
    return lines


def _verdict(directory: Directory) -> str:
    if directory.outcome == REFUSED:
        return "Nothing was read from this file."
    kind = directory.kind[:1].upper() + directory.kind[1:]
    if directory.outcome == WHOLE:
        return f"{kind}. Everything in it fits the standard."
    return f"{kind}. It was read, and there is something to look at."


def _problem(problem: Problem) -> str:
    place = f"  {printable(problem.place)}: " if problem.place else "  "
    return f"{place}{problem.reason}{f' (“{problem.text}”)' if problem.text else ''}"
