"""What is found wrong while a payment file is gone through: the first of it kept, all of it counted."""

from collections.abc import Iterable

from ownway.formats.payments.values import Level, Problem

MOST_KEPT = 1000


class Findings:
    """Problems in the order they are found. However many there are, no more than MOST_KEPT of them are kept."""

    def __init__(self) -> None:
        self._kept: list[Problem] = []
        self.errors = 0
        self.warnings = 0

    def add(self, problem: Problem) -> None:
        """Count a problem, and keep it when there is room."""
        if problem.level == "error":
            self.errors += 1
        else:
            self.warnings += 1
        if len(self._kept) < MOST_KEPT:
            self._kept.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add each of these."""
        for problem in problems:
            self.add(problem)

    def all(self) -> tuple[Problem, ...]:
        """What was kept, and last, when that is not everything, how many more there are."""
        left_out = self.errors + self.warnings - len(self._kept)
        if not left_out:
            return tuple(self._kept)
        said = f"There are {left_out:,} more problems. Put the ones above right first, then check the file again."
        level: Level = "error" if self.errors else "warning"
        return (*self._kept, Problem(where="the file", field="problems", message=said, level=level))
