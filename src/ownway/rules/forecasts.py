"""What may come: money returned in the years ahead, and what is promised to people in the months ahead, as a range.

Both start from what is known and go on by a rate that nobody is sure of, so each is worked out three ways.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ownway.rules.arithmetic import any_less
from ownway.rules.days import ONE_DAY, Days, add_months, day_in_words
from ownway.rules.ranges import NO_CHANGE, WAYS, Range, range_problems
from ownway.rules.refusals import InputProblem, refuse_if_wrong
from ownway.rules.steps import BASIS_POINTS, COUNT, PENCE, PENCE_WEEKLY, PENCE_YEARLY, Step
from ownway.rules.vocabulary import NEAREST_PENNY, add_up, at_least, convert, given, part_of, rounded, take_away

MOST_YEARS = 30
MOST_MONTHS = 120
_ALL_OF_IT = 10_000
_DAYS_IN_A_WEEK = given("Days in a week", 7, COUNT)
_MONTHS_IN_A_YEAR = given("Months in a year", 12, COUNT)


@dataclass(frozen=True, slots=True)
class ReturnsInputs:
    """Money returned in the year that is known, in pence; how many years to show, that one among them; how it falls.

    `falls` is the part by which each year is less than the one before; below nought it rises.
    """

    first_year_pence: int
    years: int
    falls: Range


@dataclass(frozen=True, slots=True)
class Returns:
    """Money returned year by year (pence a year): falling most (low), about as thought (middle), or least (high)."""

    low: tuple[Step, ...]
    middle: tuple[Step, ...]
    high: tuple[Step, ...]


def returns(inputs: ReturnsInputs) -> Returns:
    """Money returned in the years ahead. Raises BadInput by field.

    The report that this follows (Sheffield, Personalisation and Direct Payments Strategy 2022 to 2028) has £4.1m in
    2022/23 and 10% less each year, to £2,690,010 in 2026/27.
    """
    refuse_if_wrong(_returns_problems(inputs))
    low, middle, high = (_falling(inputs, way) for way in WAYS)
    return Returns(low=high, middle=middle, high=low)


def _falling(inputs: ReturnsInputs, way: str) -> tuple[Step, ...]:
    years = [given("Returned in year 1", inputs.first_year_pence, PENCE_YEARLY, source="what is known")]
    rate = inputs.falls.step("It falls by", way)
    for year in range(2, inputs.years + 1):
        less = part_of(f"Less in year {year}", years[-1], rate, rounding=NEAREST_PENNY)
        years.append(take_away(f"Returned in year {year}", years[-1], less))
    return tuple(years)


@dataclass(frozen=True, slots=True)
class Promise:
    """What is agreed with one person: pence a week, and the first and last day (no last day: until further notice)."""

    label: str
    payment_weekly_pence: int
    from_on: date
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class Rise:
    """A rise of every payment from a day on, by a rate that is not known yet."""

    from_on: date
    by: Range


@dataclass(frozen=True, slots=True)
class CommitmentsInputs:
    """What is agreed with each person, from the first of which month, over how many, and what may change.

    `people_yearly` is by how much the number of people grows in a year (below nought: falls), bit by bit each month.
    """

    promises: tuple[Promise, ...]
    from_on: date
    months: int
    rises: tuple[Rise, ...] = ()
    people_yearly: Range = NO_CHANGE


@dataclass(frozen=True, slots=True)
class Commitments:
    """What is promised in each month (pence), by the least, about, and at most that may be expected."""

    months_from_on: tuple[date, ...]
    low: tuple[Step, ...]
    middle: tuple[Step, ...]
    high: tuple[Step, ...]


def commitments(inputs: CommitmentsInputs) -> Commitments:
    """What is promised month by month, counted by day: a week's payment is seven days. Raises BadInput by field.

    Each month is rounded once, to the nearest penny.
    """
    refuse_if_wrong(_commitments_problems(inputs))
    weekly = [
        given(one.label, one.payment_weekly_pence, PENCE_WEEKLY, source="the agreement") for one in inputs.promises
    ]
    firsts = [add_months(inputs.from_on, place) for place in range(inputs.months)]
    spans = [_in_spans(first, inputs, weekly) for first in firsts]
    low, middle, high = (
        tuple(_month(place, spans[place], inputs, way) for place in range(len(firsts))) for way in WAYS
    )
    return Commitments(tuple(firsts), low, middle, high)


Span = tuple[Step, tuple[Rise, ...]]
"""What is promised on some days of a month at today's payments (exact), and the rises that have come by then."""


def _in_spans(first: date, inputs: CommitmentsInputs, weekly: list[Step]) -> list[Span]:
    """The month cut at the day of each rise in it."""
    month = Days(first, add_months(first, 1) - ONE_DAY)
    cuts = sorted({month.from_on, *(rise.from_on for rise in inputs.rises if rise.from_on in month)})
    ends = [cut - ONE_DAY for cut in cuts[1:]] + [month.to_on]
    return [
        (
            _promised(Days(start, end), inputs.promises, weekly),
            tuple(rise for rise in inputs.rises if rise.from_on <= start),
        )
        for start, end in zip(cuts, ends, strict=True)
    ]


def _promised(span: Days, promises: tuple[Promise, ...], weekly: list[Step]) -> Step:
    by_days: dict[int, list[Step]] = defaultdict(list)
    for promise, payment in zip(promises, weekly, strict=True):
        if days := _days_in(promise, span):
            by_days[days].append(payment)
    parts = [
        convert(
            f"Payments for {days} days",
            add_up(f"Payments a week of those paid for {days} days", *payments),
            times=given("Days", days, COUNT),
            over=_DAYS_IN_A_WEEK,
            unit=PENCE,
            rounding="",
        )
        for days, payments in sorted(by_days.items())
    ]
    return add_up(f"Promised from {day_in_words(span.from_on)} to {day_in_words(span.to_on)}", *parts, unit=PENCE)


def _days_in(promise: Promise, span: Days) -> int:
    first = max(promise.from_on, span.from_on)
    last = min(promise.to_on or span.to_on, span.to_on)
    return max(0, (last - first + timedelta(days=1)).days)


def _month(place: int, spans: list[Span], inputs: CommitmentsInputs, way: str) -> Step:
    dearer = [_with_rises(exact, rises, way) for exact, rises in spans]
    now = add_up("Promised to the people of today", *dearer, unit=PENCE)
    grows = part_of("More for a year of growth", now, inputs.people_yearly.step("People", way), rounding="")
    so_far = convert(
        "More for the growth so far",
        grows,
        times=given("Months since the first", place, COUNT),
        over=_MONTHS_IN_A_YEAR,
        unit=PENCE,
        rounding="",
    )
    exact = add_up("With more or fewer people", now, so_far)
    return at_least(f"Promised in month {place + 1}", rounded("To the penny", exact, rounding=NEAREST_PENNY))


def _with_rises(exact: Step, rises: tuple[Rise, ...], way: str) -> Step:
    for rise in rises:
        more = given("All of it and the rise", _ALL_OF_IT + rise.by.of(way), BASIS_POINTS, source=f"assumed, {way}")
        exact = part_of(f"With the rise of {day_in_words(rise.from_on)}", exact, more, rounding="")
    return exact


def _returns_problems(inputs: ReturnsInputs) -> Iterator[InputProblem]:
    if any_less(inputs.first_year_pence, 0):
        yield InputProblem("first_year_pence", "This cannot be less than nothing.")
    if not 1 <= inputs.years <= MOST_YEARS:
        yield InputProblem("years", f"Show from 1 to {MOST_YEARS} years.")
    yield from range_problems(inputs.falls, "falls", least=-_ALL_OF_IT, most=_ALL_OF_IT)


def _commitments_problems(inputs: CommitmentsInputs) -> Iterator[InputProblem]:
    if inputs.from_on.day != 1:
        yield InputProblem("from_on", "Start on the first day of a month.")
    if not 1 <= inputs.months <= MOST_MONTHS:
        yield InputProblem("months", f"Show from 1 to {MOST_MONTHS} months.")
    for place, one in enumerate(inputs.promises):
        if any_less(one.payment_weekly_pence, 0):
            yield InputProblem(f"promises.{place}.payment_weekly_pence", "This cannot be less than nothing.")
        if one.to_on is not None and one.to_on < one.from_on:
            yield InputProblem(f"promises.{place}.to_on", "This ends before it starts.")
    for place, rise in enumerate(inputs.rises):
        yield from range_problems(rise.by, f"rises.{place}.by", least=-_ALL_OF_IT, most=_ALL_OF_IT)
    yield from range_problems(inputs.people_yearly, "people_yearly", least=-_ALL_OF_IT, most=_ALL_OF_IT)
