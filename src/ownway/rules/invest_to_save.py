"""Invest to save: what a service costs and what it is thought to save, year by year, and added up as the years go by.

The layout is that of a council's published report (Sheffield, Direct Payment Support Services, 20 October 2021, 4.2.1):
what is spent less what is saved is the impact on the budget, below nought when money is saved. Savings are hoped for,
costs are agreed to: so the range stands on how much of each saving comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from ownway.rules.arithmetic import Value
from ownway.rules.ranges import AS_GIVEN, WAYS, Range, range_problems
from ownway.rules.refusals import InputProblem, refuse_if_wrong
from ownway.rules.steps import BASIS_POINTS, COUNT, PENCE_YEARLY, Step
from ownway.rules.vocabulary import (
    NEAREST_PENNY,
    add_up,
    choose,
    given,
    is_more_than,
    part_of,
    reaches,
    smaller_of,
    take_away,
)

COST, SAVING = "cost", "saving"
MOST_YEARS = 30
_ALL_OF_IT = 10_000
_TEN_TIMES = 100_000
_REPORT = "the business case"


@dataclass(frozen=True, slots=True)
class Driver:
    """A saving worked out instead of stated: a part of a yearly amount, the part growing by so much each year.

    `first_basis_points` of `base_yearly_pence` in the first year, `rise_basis_points` more in each year after it.
    """

    base_yearly_pence: int
    first_basis_points: int
    rise_basis_points: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: a cost or a saving, in pence a year, stated year by year or worked out by a driver.

    A cost below nought is a cost that was there before and ends. A year that is not stated is nothing. `comes` is how
    much of a saving is thought to come; a cost comes whole.
    """

    label: str
    kind: str
    years_pence: tuple[int, ...] = ()
    driver: Driver | None = None
    comes: Range = AS_GIVEN


@dataclass(frozen=True, slots=True)
class InvestInputs:
    """The rows, and how many years the table has."""

    years: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """One year of one way that things may turn out, in pence a year: spent, saved, the impact, and all impacts so far."""

    spent: Step
    saved: Step
    impact: Step
    so_far: Step


@dataclass(frozen=True, slots=True)
class Outcome:
    """The years of one way that things may turn out.

    `earned_back_from` is the year (counted from 1) after which all that was spent is earned back and stays so to the
    end of the table; 0 when that lies beyond it.
    """

    years: tuple[Year, ...]
    earned_back_from: Step


@dataclass(frozen=True, slots=True)
class InvestToSave:
    """Three outcomes: little of the savings comes (low), about what is thought (middle), or much (high)."""

    low: Outcome
    middle: Outcome
    high: Outcome


def invest_to_save(inputs: InvestInputs) -> InvestToSave:
    """The table, three ways. Raises BadInput by field for a table that cannot be worked out."""
    refuse_if_wrong(_problems(inputs))
    low, middle, high = (_outcome(inputs, way) for way in WAYS)
    return InvestToSave(low, middle, high)


def _outcome(inputs: InvestInputs, way: str) -> Outcome:
    years: list[Year] = []
    for place in range(inputs.years):
        spent = _together("Spent", inputs, COST, place, way)
        saved = _together("Saved", inputs, SAVING, place, way)
        impact = take_away(f"Impact on the budget in year {place + 1}", spent, saved)
        before = [years[-1].so_far] if years else []
        years.append(Year(spent, saved, impact, add_up(f"Impact so far, after year {place + 1}", *before, impact)))
    return Outcome(tuple(years), _earned_back_from(years))


def _together(label: str, inputs: InvestInputs, kind: str, place: int, way: str) -> Step:
    parts = [_amount(line, place, way) for line in inputs.lines if line.kind == kind]
    return add_up(f"{label} in year {place + 1}", *parts, unit=PENCE_YEARLY)


def _amount(line: Line, place: int, way: str) -> Step:
    stated = _driven(line.label, line.driver, place) if line.driver else _stated(line, place)
    if line.kind == COST or line.comes == AS_GIVEN:
        return stated
    part = line.comes.step("How much of it comes", way)
    return part_of(f"{line.label}, as it comes", stated, part, rounding=NEAREST_PENNY)


def _stated(line: Line, place: int) -> Step:
    pence: Value = line.years_pence[place] if place < len(line.years_pence) else 0
    return given(line.label, pence, PENCE_YEARLY, source=_REPORT)


def _driven(label: str, driver: Driver, place: int) -> Step:
    """The part of the base that is saved in that year; never more than the whole base."""
    rate = smaller_of(
        "The part that is saved",
        add_up(
            "First part, and what each year adds",
            given("In the first year", driver.first_basis_points, BASIS_POINTS, source=_REPORT),
            given(f"{place} years on", place * driver.rise_basis_points, BASIS_POINTS, source=_REPORT),
        ),
        given("All of it", _ALL_OF_IT, BASIS_POINTS),
    )
    base = given(f"{label}: of this, a year", driver.base_yearly_pence, PENCE_YEARLY, source=_REPORT)
    return part_of(label, base, rate, rounding=NEAREST_PENNY)


def _earned_back_from(years: list[Year]) -> Step:
    nothing, not_yet = given("Nothing", 0, PENCE_YEARLY), given("Not yet", 0, COUNT)
    since = not_yet
    for place, year in enumerate(years, start=1):
        is_back = reaches(f"All is earned back after year {place}", nothing, year.so_far)
        before = is_more_than("It was so the year before", since, not_yet)
        stays = choose("Since", before, yes=since, no=given("This year", place, COUNT))
        since = choose(f"Earned back, after year {place}", is_back, yes=stays, no=not_yet)
    return since


def _problems(inputs: InvestInputs) -> Iterator[InputProblem]:
    if not 1 <= inputs.years <= MOST_YEARS:
        yield InputProblem("years", f"A table has from 1 to {MOST_YEARS} years.")
    if not inputs.lines:
        yield InputProblem("lines", "Enter at least one cost or saving.")
    for place, line in enumerate(inputs.lines):
        yield from _line_problems(line, f"lines.{place}", inputs.years)


def _line_problems(line: Line, at: str, years: int) -> Iterator[InputProblem]:
    if line.kind not in (COST, SAVING):
        yield InputProblem(f"{at}.kind", f"“{line.kind}” is not a kind of row. Choose cost or saving.")
    if bool(line.years_pence) == bool(line.driver):
        yield InputProblem(f"{at}.years_pence", "State the amounts of each year, or what they are worked out from.")
    if len(line.years_pence) > years:
        yield InputProblem(f"{at}.years_pence", f"There are more amounts than the {years} years of the table.")
    if line.kind == SAVING and any(pence < 0 for pence in line.years_pence):
        yield InputProblem(f"{at}.years_pence", "A saving cannot be less than nothing. Enter it as a cost.")
    if line.driver:
        for field in fields(line.driver):
            if getattr(line.driver, field.name) < 0:
                yield InputProblem(f"{at}.driver.{field.name}", "This cannot be less than nothing.")
    yield from range_problems(line.comes, f"{at}.comes", least=0, most=_TEN_TIMES)
