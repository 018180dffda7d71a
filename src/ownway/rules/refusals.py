"""Refusals of the rulebook: what is wrong, in words fit for the person who reads them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class Refused(Exception):
    """The rulebook cannot answer, and its message says why and what to do next."""


@dataclass(frozen=True, slots=True)
class InputProblem:
    """One thing to put right, by the field it was typed in (a dotted path such as `lines.2.minutes_weekly`).

    With `asks`, the answer may well be right but is unusual: ask the person to look again, and let them go on.
    """

    field: str
    sentence: str
    asks: bool = False


class BadInput(Refused):
    """What was given cannot be worked out; `problems` lists everything to put right, all at once."""

    def __init__(self, problems: Iterable[InputProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(problem.sentence for problem in self.problems))


def refuse_if_wrong(problems: Iterable[InputProblem]) -> None:
    """Raise `BadInput` with every problem that is more than a question."""
    wrong = [problem for problem in problems if not problem.asks]
    if wrong:
        raise BadInput(wrong)
