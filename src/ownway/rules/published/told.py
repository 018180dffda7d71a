"""Reads the facts of a published example one by one; what is missing or wrong is kept, so that all of it is said at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from ownway.rules.parameters import Confirmed, Parameters
from ownway.rules.refusals import BadInput, InputProblem

T = TypeVar("T")
LARGEST = 10**10
MOST_SHOWN = 60
TOLD = "told with the question"
_WORDS_APART = re.compile(r"[\s_-]+")
_YEAR = re.compile(r"(\d{4})/(\d{2})")


class Told:
    """The facts of one question. A fact that is missing or wrong reads as nought until `refuse_problems` is called.

    `parameters` are what is known without the question, and `today` the day that counts when it names none.
    """

    def __init__(self, facts: Mapping[str, Any], *, parameters: Parameters, today: date, at: str = "") -> None:
        self.facts, self.parameters, self.today, self._at = facts, parameters, today, at
        self.problems: list[InputProblem] = []
        self._used: set[str] = set()

    def has(self, name: str) -> bool:
        """Whether the question says anything about this."""
        self._used.add(name)
        return self.facts.get(name) is not None

    @property
    def known(self) -> frozenset[str]:
        """The names that the rule has asked for so far."""
        return frozenset(self._used)

    def problem(self, name: str, sentence: str) -> None:
        """Keep something to put right, by the name that it was told under."""
        self.problems.append(InputProblem(self._at + name, sentence))

    def pounds(self, name: str, default: int | None = None) -> int:
        """An amount in pounds as whole pence."""
        return self._number(name, 100, default, "This should be pounds and pence, like 12.34.")

    def hours(self, name: str, default: int | None = None) -> int:
        """Time in hours as whole minutes."""
        return self._number(name, 60, default, "This should be hours that come to whole minutes, like 37.5.")

    def hundredths(self, name: str, default: int | None = None) -> int:
        """A number with up to two decimals as whole hundredths."""
        return self._number(name, 100, default, "This should be a number with no more than two decimals, like 3.5.")

    def rate(self, name: str, default: int | None = None) -> int:
        """A fraction (0.15, or 1.07) as whole basis points."""
        return self._number(name, 10_000, default, "This should be a fraction of one, like 0.15.")

    def count(self, name: str, default: int | None = None) -> int:
        """A whole number."""
        return self._number(name, 1, default, "This should be a whole number.")

    def yes_no(self, name: str, default: bool | None = None) -> bool:
        """True or false."""
        value = self._said(name, default)
        if value is not None and not isinstance(value, bool):
            self.problem(name, "This should be true or false.")
        return value is True

    def words(self, name: str, default: str | None = None) -> str:
        """Words as they were said."""
        value = self._said(name, default)
        if value is not None and not isinstance(value, str):
            self.problem(name, "This should be words.")
        return value if isinstance(value, str) else ""

    def choice(self, name: str, choices: Mapping[str, T], default: str | None = None) -> T:
        """What the words stand for among `choices`, whatever their case, spaces, underscores or hyphens."""
        said = self.words(name, default)
        found = choices.get(plainly(said))
        if found is None and said:
            self.problem(name, f"We do not know “{shortened(said)}” here. Choose one of: {', '.join(choices)}.")
        return next(iter(choices.values())) if found is None else found

    def day(self, name: str, default: date | None = None) -> date:
        """A day as YYYY-MM-DD."""
        value = self._said(name, default)
        return self.today if value is None else self._day(name, value)

    def days(self, name: str, default: Sequence[str] | None = None) -> list[date]:
        """A list of days."""
        return [self._day(f"{name}.{place}", one) for place, one in enumerate(self.several(name, default))]

    def several(self, name: str, default: Sequence[Any] | None = None) -> Sequence[Any]:
        """A list."""
        value = self._said(name, default)
        if value is None or isinstance(value, list | tuple):
            return value or ()
        self.problem(name, "This should be a list.")
        return ()

    def groups(self, name: str) -> list[Told]:
        """A list of groups of facts, each to be read in the same way; their problems are this question's."""
        found = []
        for place, one in enumerate(self.several(name)):
            if not isinstance(one, Mapping):
                self.problem(f"{name}.{place}", "This should be a group of named facts.")
                continue
            group = Told(one, parameters=self.parameters, today=self.today, at=f"{self._at}{name}.{place}.")
            group.problems = self.problems
            found.append(group)
        return found

    def on(self, name: str = "date", *, year: str = "tax_year", month: int = 6) -> date:
        """The day of the question: a day, or a year such as 2026/27 (the first of a month in it), or else today.

        June, because by then all the figures of an April are in force.
        """
        if self.has(name) or not self.has(year):
            return self.day(name, self.today)
        found = _YEAR.fullmatch(self.words(year))
        if found and (int(found[1]) + 1) % 100 == int(found[2]):
            return date(int(found[1]), month, 1)
        self.problem(year, "This should be a year like 2026/27.")
        return self.today

    def figure(self, figure_id: str, from_on: date, value: int) -> Confirmed:
        """A figure that the question itself tells, in the figure's own unit."""
        return Confirmed(figure_id, from_on, value, TOLD, by="whoever asks")

    def notes(self) -> list[str]:
        """The names that say nothing to this rule: words, or nothing. Numbers and yeses that it does not know are wrong."""
        unused = {name: value for name, value in self.facts.items() if name not in self._used}
        for name, value in unused.items():
            if value and not isinstance(value, str):
                self.problem(name, f"We do not know “{shortened(name)}” here, and it may change the answer.")
        return [name for name, value in unused.items() if not value or isinstance(value, str)]

    def refuse_problems(self) -> None:
        """Raise BadInput with everything that is missing or wrong."""
        if self.problems:
            raise BadInput(self.problems)

    def _said(self, name: str, default: Any) -> Any:
        if self.has(name):
            return self.facts[name]
        if default is None:
            self.problem(name, f"Tell us “{name.replace('_', ' ')}”.")
        return default

    def _number(self, name: str, times: int, default: int | None, should_be: str) -> int:
        """The number so many times; the default is so many times already."""
        if not self.has(name) and default is not None:
            return default
        value = self._said(name, None)
        if value is None:
            return 0
        if isinstance(value, bool) or not isinstance(value, int | Decimal | float):
            self.problem(name, should_be)
            return 0
        number = Decimal(str(value))
        if not number.is_finite() or abs(number) > LARGEST:
            self.problem(name, "This number is too large to be right.")
        elif number < 0:
            self.problem(name, "This cannot be less than nothing.")
        elif number * times != int(number * times):
            self.problem(name, should_be)
        else:
            return int(number * times)
        return 0

    def _day(self, name: str, value: Any) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            self.problem(name, "This should be a real day, like 2026-04-06.")
            return self.today


def plainly(words: str) -> str:
    """Words without what does not tell them apart: “25_to_pension_age” and “25 to pension age” are the same."""
    return _WORDS_APART.sub(" ", words.replace("’", "'")).strip().lower()


def shortened(words: str) -> str:
    """So much of what was said that the sentence about it can still be read."""
    return words if len(words) <= MOST_SHOWN else f"{words[:MOST_SHOWN]}…"
