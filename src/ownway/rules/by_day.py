"""Weekly amounts that change in the middle of a year, day by day: each counts for its own days, to the penny together.

Every day is a seventh of the week that it belongs to. The sum is rounded once, and each part is what the sum to its
last day is more than the sum before it, so however the days are split, the parts add up to the same whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ownway.rules.days import ONE_DAY, Days, day_in_words, days_in_words
from ownway.rules.refusals import InputProblem
from ownway.rules.steps import COUNT, PENCE, Step
from ownway.rules.vocabulary import (
    NEAREST_PENNY,
    add_up,
    before_rounding,
    convert,
    given,
    relabelled,
    rounded,
    take_away,
)

_DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Part:
    """Some days at one weekly amount, and what they come to in pence."""

    days: Days
    weekly: Step
    amount: Step


def over_days(days: Days, changes: Sequence[tuple[date, Step]]) -> tuple[Step, tuple[Part, ...]]:
    """What weekly amounts come to over some days, in pence, and each part of it in order.

    `changes` are days with the weekly amount from each, in order; the first is no later than the first of the days
    (see `problems`). A change after the last of the days is left out.
    """
    exact: list[Step] = []
    before: Step | None = None
    parts: list[Part] = []
    for span, weekly in _spans(days, changes):
        exact.append(_exact(span, weekly))
        so_far = rounded(f"Up to {day_in_words(span.to_on)}", _sum(exact, span.to_on), rounding=NEAREST_PENNY)
        amount = so_far if before is None else take_away("", so_far, before)
        parts.append(Part(span, weekly, relabelled(amount, f"For {days_in_words(span)}")))
        before = so_far
    total = rounded(f"For {days_in_words(days)}", _sum(exact, days.to_on), rounding=NEAREST_PENNY)
    return total, tuple(parts)


def problems(days_from: date, days_to: date, from_on: Iterable[date], *, field: str) -> Iterator[InputProblem]:
    """What is wrong with some days and the days from which amounts hold: `field` is the list of amounts."""
    if days_to < days_from:
        yield InputProblem("to_on", "The last day cannot be before the first.")
    starts = list(from_on)
    if not starts:
        yield InputProblem(field, "Tell us at least one amount, and from which day.")
    elif starts[0] > days_from:
        first = day_in_words(days_from)
        yield InputProblem(f"{field}.0.from_on", f"We also need the amount for the first day, {first}.")
    for place, (one, following) in enumerate(pairwise(starts), start=1):
        if following <= one:
            yield InputProblem(f"{field}.{place}.from_on", "Put the amounts in the order of their days, each day once.")


def _spans(days: Days, changes: Sequence[tuple[date, Step]]) -> Iterator[tuple[Days, Step]]:
    ends = [day - ONE_DAY for day, _ in changes[1:]] + [days.to_on]
    for (starts_on, weekly), ends_on in zip(changes, ends, strict=True):
        first, last = max(starts_on, days.from_on), min(ends_on, days.to_on)
        if first <= last:
            yield Days(first, last), weekly


def _exact(span: Days, weekly: Step) -> Step:
    return convert(
        f"{weekly.label}, {days_in_words(span)}",
        weekly,
        times=given("Days", len(span), COUNT, source="the calendar"),
        over=given("Days in a week", _DAYS_OF_A_WEEK, COUNT),
        unit=PENCE,
        rounding="",
    )


def _sum(exact: Sequence[Step], to_on: date) -> Step:
    return add_up(before_rounding(f"Up to {day_in_words(to_on)}"), *exact)
