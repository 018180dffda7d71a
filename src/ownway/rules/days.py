"""Days: how they read in words, months added to them, and spans of days set against each other."""

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """A span of days, from the first to the last, both in it. Raises ValueError when it ends before it starts."""

    from_on: date
    to_on: date

    def __post_init__(self) -> None:
        if self.to_on < self.from_on:
            raise ValueError(f"These days end on {day_in_words(self.to_on)}, before they start")

    def __len__(self) -> int:
        return (self.to_on - self.from_on).days + 1

    def __contains__(self, day: date) -> bool:
        return self.from_on <= day <= self.to_on

    def overlaps(self, other: "Days") -> bool:
        """True when at least one day is in both."""
        return self.from_on <= other.to_on and other.from_on <= self.to_on


def day_in_words(day: date) -> str:
    """“3 June 2026”."""
    return f"{day.day} {day:%B %Y}"


def days_in_words(days: Days) -> str:
    """“3 June 2026”, or “3 June 2026 to 9 June 2026”."""
    if days.from_on == days.to_on:
        return day_in_words(days.from_on)
    return f"{day_in_words(days.from_on)} to {day_in_words(days.to_on)}"


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months on, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def left_over(days: Days, without: Iterable[Days]) -> Iterator[Days]:
    """The parts of a span that are in none of the others, in order."""
    start = days.from_on
    for taken in sorted(without):
        if taken.to_on < start or taken.from_on > days.to_on:
            continue
        if taken.from_on > start:
            yield Days(start, taken.from_on - ONE_DAY)
        start = taken.to_on + ONE_DAY
        if start > days.to_on:
            return
    if start <= days.to_on:
        yield Days(start, days.to_on)
