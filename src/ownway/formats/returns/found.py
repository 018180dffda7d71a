"""What was found in a return: rows, what cells failed by, and what is measured from them."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from ownway.rules.self_directed_support import SelfDirected

Outcome = Literal["whole", "in part", "refused"]
WHOLE: Outcome = "whole"
IN_PART: Outcome = "in part"
REFUSED: Outcome = "refused"

# The Department's result of a check: 1 or more is valid, 0 is blank where it may be.
VALID, BLANK, BLANK_MANDATORY, INVALID, RELEASE_1 = 1, 0, -1, -2, -7
MOST_KEPT = 50


class Finding(NamedTuple):
    """What one cell failed by. `place` is the line of the file; 0 is the file itself. `code` as in the Department's report."""

    place: int
    column: str
    code: int
    reason: str
    text: str = ""


@dataclass(slots=True)
class Return:
    """A file as it was read. `checks` counts the cells by column and code; `findings` are the first ones of all.

    `events` counts rows by event type. `clients` and `carers` are ASCOF 3D; None when nothing could be measured.
    `weekly_pence` is what services open on the last day cost a week by direct payment.
    """

    rows: int = 0
    period_start_on: date | None = None
    period_end_on: date | None = None
    events: Counter[str] = field(default_factory=Counter)
    checks: dict[str, Counter[int]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    count: int = 0
    refusal: str = ""
    clients: SelfDirected | None = None
    carers: SelfDirected | None = None

    @property
    def outcome(self) -> Outcome:
        """Whole when no cell failed; refused when it is no such return."""
        if self.refusal:
            return REFUSED
        return IN_PART if self.count else WHOLE

    def find(self, place: int, column: str, code: int, reason: str, text: str = "") -> None:
        """Keep a finding; the first ones are kept whole, all are counted."""
        self.count += 1
        if len(self.findings) < MOST_KEPT:
            self.findings.append(Finding(place, column, code, reason, text[:200]))
