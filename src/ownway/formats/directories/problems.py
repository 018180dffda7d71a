"""What is wrong or odd in a directory: where it stands, and why, in plain words."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

Level = Literal["wrong", "look", "note"]
WRONG: Level = "wrong"
LOOK: Level = "look"
NOTE: Level = "note"
MOST_PROBLEMS = 1_000
LONGEST_TEXT = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right or to know.

    `place` is a JSON pointer ("/contents/3/name"), or a file and row ("services.csv row 4, name"). `level` is "wrong"
    (the standard does not allow it), "look" (allowed, and hardly meant) or "note" (kept as it came).
    """

    level: Level
    place: str
    reason: str
    text: str = ""


@dataclass(slots=True)
class Problems:
    """Collects problems, never more than MOST_PROBLEMS of them, and counts all."""

    found: list[Problem] = field(default_factory=list)
    counts: Counter[Level] = field(default_factory=Counter)
    unknown: dict[tuple[str, str], str] = field(default_factory=dict)
    times: Counter[tuple[str, str]] = field(default_factory=Counter)

    def wrong(self, place: str, reason: str, text: object = "") -> None:
        """The standard does not allow it."""
        self._add(WRONG, place, reason, text)

    def look(self, place: str, reason: str, text: object = "") -> None:
        """The standard allows it, and a person should look at it."""
        self._add(LOOK, place, reason, text)

    def note(self, place: str, reason: str, text: object = "") -> None:
        """Good to know; nothing to do."""
        self._add(NOTE, place, reason, text)

    def not_known(self, record: str, name: str, place: str) -> None:
        """An attribute that is not in the standard: told once for each kind of record, with how often it stands."""
        self.unknown.setdefault((record, name), place)
        self.times[record, name] += 1

    def told(self) -> tuple[Problem, ...]:
        """Everything found, worst first and else in the order of the file; at most MOST_PROBLEMS and one more."""
        kept = sorted([*self.found, *self._unknown()], key=lambda problem: _ORDER[problem.level])
        total = self.counts.total() + len(self.unknown)
        if total <= MOST_PROBLEMS:
            return tuple(kept)
        more = Problem(kept[0].level, "", f"{total:,} things were found. The first {MOST_PROBLEMS:,} are listed.")
        return (*kept[:MOST_PROBLEMS], more)

    def _add(self, level: Level, place: str, reason: str, text: object) -> None:
        self.counts[level] += 1
        if self.counts[level] <= MOST_PROBLEMS:
            self.found.append(Problem(level, place, reason, shortened(text)))

    def _unknown(self) -> list[Problem]:
        return [
            Problem(NOTE, place, f"The standard has no “{shortened(name)}” for {record}. It is kept. {_times(times)}")
            for ((record, name), place), times in zip(self.unknown.items(), self.times.values(), strict=True)
        ]


def shortened(text: object) -> str:
    """Somebody's words, short enough to show, on one line, without characters that steer a screen."""
    words = printable(" ".join(str(text)[: 2 * LONGEST_TEXT].split()))
    return words if len(words) <= LONGEST_TEXT else f"{words[: LONGEST_TEXT - 1]}…"


def printable(text: str) -> str:
    """The text with a replacement for each character that is not to be seen."""
    return text if text.isprintable() else "".join(char if char.isprintable() else "\ufffd" for char in text)


def _times(count: int) -> str:
    return "It stands here once." if count == 1 else f"It stands here {count:,} times."


_ORDER = {WRONG: 0, LOOK: 1, NOTE: 2}
