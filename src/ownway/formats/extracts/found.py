"""What was found in an extract: how many rows were taken, and what is wrong with those that were set aside."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Outcome = Literal["whole", "in part", "refused"]
WHOLE: Outcome = "whole"
IN_PART: Outcome = "in part"
REFUSED: Outcome = "refused"

MOST_KEPT = 1_000
MOST_TEXT = 200


class Problem(NamedTuple):
    """Why a row was set aside, or the file refused. `place` is the line or row of the file; 0 is the file itself.

    `field` is ours and `heading` the file's; both are "" for the row as a whole. `text` is the cell as it came.
    """

    place: int
    field: str
    heading: str
    reason: str
    text: str = ""


@dataclass(slots=True)
class Found:
    """An extract as it was read, filled in while its rows are. `row_count`: rows under the headings, blank ones left out.

    `references`: where each reference stands first, by the reference in capitals. `set_aside`: those of rows that were
    not taken. `people`: the rows taken, by the person they are about, in capitals too. `sums_pence`: the money of the
    rows taken, by field. `problems` are the first MOST_KEPT; `counts` counts all by field.
    """

    kind: str
    name: str
    row_count: int = 0
    taken: int = 0
    refusal_count: int = 0
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    sums_pence: Counter[str] = field(default_factory=Counter)
    references: dict[str, int] = field(default_factory=dict)
    set_aside: set[str] = field(default_factory=set)
    people: dict[str, list[int]] = field(default_factory=dict)

    @property
    def outcome(self) -> Outcome:
        """Whole when every row was taken; refused when nothing of the file may be used."""
        if self.refusal_count:
            return REFUSED
        return WHOLE if self.taken == self.row_count else IN_PART

    @property
    def problem_count(self) -> int:
        """All problems, those that are not kept too."""
        return self.counts.total()

    def refuse(self, place: int, reason: str, text: str = "") -> None:
        """A reason for which nothing of the file may be used."""
        self.refusal_count += 1
        self.counts[""] += 1
        # what stops the file is always told, however many rows were set aside before
        self.problems.insert(self.refusal_count - 1, Problem(place, "", "", reason, text[:MOST_TEXT]))
        del self.problems[MOST_KEPT:]

    def keep_aside(self, problems: Sequence[Problem], reference: str = "") -> None:
        """What is wrong with one row, which is not taken. `reference`: its own, unless another row has it already."""
        for problem in problems:
            self.counts[problem.field] += 1
            if len(self.problems) < MOST_KEPT:
                self.problems.append(problem._replace(text=problem.text[:MOST_TEXT]))
        if reference:
            self.set_aside.add(reference)
