"""Making a table for indicative budgets from a council's past plans, and trying it on plans that it has not seen.

Two steps. The points: by how much each level of each area raises the cost of the plan in the middle. What a point is
worth: at the lower end, in the middle and at the upper end. Both are quantile regressions, so that a few very large
plans do not pull everybody's budget up or down. More need never gives less, because only rises are fitted, and none
of them is below nought. The result is rounded to whole points and whole pence before anybody uses it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import median_low

from ownway.rules import quantiles
from ownway.rules.allocation import indicative_budget
from ownway.rules.allocation import problems as problems_of_needs
from ownway.rules.allocation_tables import AllocationTable, AreaPoints, Checked
from ownway.rules.needs import AREAS, LEVELS, NONE, Need
from ownway.rules.refusals import InputProblem, Refused, refuse_if_wrong

FEWEST_PLANS = 200
"""Fewer past plans than this are not enough for ten areas of three levels. Our own choice: the law names no number."""
FEW_AT_A_LEVEL = 10
"""A level that fewer people had is named, because its points stand on little."""

_WHOLE = 10_000
_HELPED = tuple(level for level in LEVELS if level != NONE)
_RISES = tuple((area, level) for area in AREAS for level in _HELPED)
Rises = dict[tuple[str, str], float]


class NotEnoughPlans(Refused):
    """There are too few past plans to make a table from."""


@dataclass(frozen=True, slots=True)
class PastPlan:
    """An agreed plan of the past: the answers for the ten areas, what it cost a week, and whose it was.

    The three groups are used for the fairness table and for nothing else: a table has no place for them. An empty word
    says that it is not known.
    """

    key: str
    needs: tuple[Need, ...]
    weekly_pence: int
    age_band: str = ""
    ethnicity: str = ""
    client_group: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the council chooses before a table is made.

    The range as percentiles of past plans; about what a point shall be worth (pence a week); the part of an area's
    points that informal help takes away; and that one plan in so many is kept back to try the table on. The numbers
    here are only where a council may start.
    """

    version: str
    from_on: date
    review_by: date
    source: str
    lower_percentile: int = 25
    upper_percentile: int = 75
    point_pence: int = 100
    informal_some_basis_points: int = 3_000
    informal_most_basis_points: int = 7_000
    kept_back_one_in: int = 5


@dataclass(frozen=True, slots=True)
class Calibration:
    """A table with what stands behind it: how many plans made it, which were kept back, and levels that few people had."""

    table: AllocationTable
    made_from: int
    kept_back: tuple[PastPlan, ...]
    seldom: tuple[tuple[str, str, int], ...]


def calibrate(plans: Sequence[PastPlan], *, choices: Choices) -> Calibration:
    """A table made from most of the plans and tried on the rest. The same plans and choices give the same table.

    Raises NotEnoughPlans, BadInput for answers or choices to put right, and AnalystExtraMissing without scipy.
    """
    refuse_if_wrong([*_problems_of_choices(choices), *_problems_of_plans(plans)])
    made_from, kept_back = split(plans, one_in=choices.kept_back_one_in)
    if len(made_from) < FEWEST_PLANS:
        raise NotEnoughPlans(
            f"There are {len(made_from)} past plans to make a table from, after those that are kept back to try it on."
            f" At least {FEWEST_PLANS} are needed, or the table would be about a few people."
        )
    table = _table(made_from, choices)
    return Calibration(
        table=replace(table, checked=tried_on(kept_back, table=table)) if kept_back else table,
        made_from=len(made_from),
        kept_back=tuple(kept_back),
        seldom=tuple(_seldom(made_from)),
    )


def split(plans: Iterable[PastPlan], *, one_in: int) -> tuple[list[PastPlan], list[PastPlan]]:
    """The plans to make a table from, and one in so many to try it on: by a digest of the key, so nobody chooses."""
    sides: tuple[list[PastPlan], list[PastPlan]] = ([], [])
    for plan in plans:
        place = int(hashlib.sha256(plan.key.encode()).hexdigest(), 16)
        sides[place % one_in == 0].append(plan)
    return sides


def tried_on(plans: Sequence[PastPlan], *, table: AllocationTable) -> Checked:
    """How far the table is from what these plans came to. There must be at least one plan."""
    budgets = [(indicative_budget(needs=plan.needs, table=table), plan.weekly_pence) for plan in plans]
    within = sum(budget.lower.value <= cost <= budget.upper.value for budget, cost in budgets)
    too_low = sum(cost > budget.middle.value for budget, cost in budgets)
    return Checked(
        people=len(plans),
        within_range_basis_points=within * _WHOLE // len(plans),
        too_low_basis_points=too_low * _WHOLE // len(plans),
        median_error_pence=median_low(abs(budget.middle.value - cost) for budget, cost in budgets),
    )


def _table(plans: Sequence[PastPlan], choices: Choices) -> AllocationTable:
    bare = AllocationTable(
        version=choices.version,
        from_on=choices.from_on,
        review_by=choices.review_by,
        source=choices.source,
        lower_pence=0,
        middle_pence=choices.point_pence,
        upper_pence=choices.point_pence,
        lower_percentile=choices.lower_percentile,
        upper_percentile=choices.upper_percentile,
        informal_some_basis_points=choices.informal_some_basis_points,
        informal_most_basis_points=choices.informal_most_basis_points,
        areas=tuple(AreaPoints(area, 0, 0, 0) for area in AREAS),
    )
    with_points = replace(bare, areas=tuple(_areas(_fitted_rises(plans, bare), choices.point_pence)))
    lower, middle, upper = _fitted_worth(plans, with_points)
    return replace(with_points, lower_pence=lower, middle_pence=middle, upper_pence=upper)


def _fitted_rises(plans: Sequence[PastPlan], table: AllocationTable) -> Rises:
    """By how many pence a week each level of each area raises the plan in the middle above the level before it."""
    rows = [_reached(plan, table) for plan in plans]
    found = quantiles.fit(rows, [plan.weekly_pence for plan in plans], quantiles=[0.5] * len(plans))
    return dict(zip(_RISES, found, strict=True))


def _reached(plan: PastPlan, table: AllocationTable) -> list[float]:
    """For each rise, how much of it the plan had to meet: nothing below its level, and less for informal help."""
    levels, left = list(LEVELS), {}
    for need in plan.needs:
        share = 1 - table.informal_share(need.informal) / _WHOLE
        for level in _HELPED:
            left[need.area, level] = share if levels.index(need.level) >= levels.index(level) else 0.0
    return [left[rise] for rise in _RISES]


def _areas(rises: Rises, point_pence: int) -> Iterator[AreaPoints]:
    for area in AREAS:
        upto, points = 0.0, []
        for level in _HELPED:
            upto += rises[area, level]
            points.append(round(upto / point_pence))
        yield AreaPoints(area, *points)


def _fitted_worth(plans: Sequence[PastPlan], table: AllocationTable) -> tuple[int, int, int]:
    """What a point is worth at the three places, fitted together as rises on the one below, so that they never cross."""
    points = [_points(plan, table) for plan in plans]
    costs = [plan.weekly_pence for plan in plans]
    rows = [[one * (place >= 0), one * (place >= 1), one * (place >= 2)] for place in range(3) for one in points]
    at = [share / 100 for share in (table.lower_percentile, 50, table.upper_percentile) for _ in plans]
    first, second, third = quantiles.fit(rows, costs * 3, quantiles=at)
    return round(first), round(first + second), round(first + second + third)


def _points(plan: PastPlan, table: AllocationTable) -> float:
    points = indicative_budget(needs=plan.needs, table=table).points
    return points.value / points.over


def _seldom(plans: Sequence[PastPlan]) -> Iterator[tuple[str, str, int]]:
    for area, level in _RISES:
        people = sum(Need(need.area, need.level) == Need(area, level) for plan in plans for need in plan.needs)
        if people < FEW_AT_A_LEVEL:
            yield area, level, people


def _problems_of_choices(choices: Choices) -> Iterator[InputProblem]:
    if choices.point_pence < 1:
        yield InputProblem("point_pence", "A point must be worth at least a penny.")
    if choices.kept_back_one_in < 2:
        yield InputProblem("kept_back_one_in", "Keep back one plan in two, or in more, to try the table on.")
    if not 0 < choices.lower_percentile < 50 < choices.upper_percentile < 100:
        yield InputProblem("lower_percentile", "The range is from a percentile below 50 to one above it.")
    if not 0 <= choices.informal_some_basis_points <= choices.informal_most_basis_points <= _WHOLE:
        yield InputProblem("informal_some_basis_points", "Doing most of it takes away no less than doing some of it.")
    for name in ("version", "source"):
        if not getattr(choices, name).strip():
            yield InputProblem(name, "Give the table a version, and say what it is made from.")
    if choices.review_by <= choices.from_on:
        yield InputProblem("review_by", "The day to look at the table again must be after the day it begins.")


def _problems_of_plans(plans: Sequence[PastPlan]) -> Iterator[InputProblem]:
    seen: set[str] = set()
    for place, plan in enumerate(plans):
        if plan.key in seen:
            yield InputProblem(f"plans.{place}.key", f"There are two plans with the key “{plan.key}”.")
        seen.add(plan.key)
        if plan.weekly_pence < 0:
            yield InputProblem(f"plans.{place}.weekly_pence", "This cannot be less than nothing.")
        for problem in problems_of_needs(plan.needs):
            yield InputProblem(f"plans.{place}.{problem.field}", problem.sentence)
