"""An indicative budget: how much help is needed in each area of daily life, in points, and about what that may cost.

It is a first idea to plan with, said with how sure it is. It is never a ceiling: the budget is what meets the needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ownway.rules.allocation_tables import AllocationTable
from ownway.rules.allocation_tables import problems as problems_of_table
from ownway.rules.needs import AREAS, INFORMAL, LEVELS, NONE, Need
from ownway.rules.refusals import InputProblem, refuse_if_wrong
from ownway.rules.steps import BASIS_POINTS, COUNT, PENCE_WEEKLY, Step
from ownway.rules.vocabulary import NEAREST_PENNY, add_up, for_each, given, part_of, take_away
from ownway.rules.wording import in_words

LAW = "Care Act 2014 s.26, and the statutory guidance, chapter 11 (a guide, never a ceiling), as reported: not read"
_WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class IndicativeBudget:
    """What support may cost, in pence a week: about `middle`, most likely from `lower` to `upper`; and the points.

    `points` may be a part of a point, because help from family and friends takes a part of an area's points.
    """

    points: Step
    lower: Step
    middle: Step
    upper: Step


def indicative_budget(*, needs: Sequence[Need], table: AllocationTable) -> IndicativeBudget:
    """The indicative budget by a published table, with its working. Indicative, never a ceiling (see `sentences`).

    A level is a fact of kind, so a cohort is asked person by person. Raises BadInput for an area that is not answered,
    and for a table that breaks a promise (see allocation_tables.py).
    """
    refuse_if_wrong([*problems(needs), *problems_of_table(table)])
    by_area = {need.area: need for need in needs}
    points = add_up("Points in all", *(points_for(by_area[area], table) for area in AREAS))
    return IndicativeBudget(
        points=points,
        lower=_worth("The lower end, a week", points, "A point at the lower end", table.lower_pence, table),
        middle=_worth("About what your support may cost, a week", points, "A point", table.middle_pence, table),
        upper=_worth("The upper end, a week", points, "A point at the upper end", table.upper_pence, table),
    )


def points_for(need: Need, table: AllocationTable) -> Step:
    """The points of one area, less the part that family and friends are willing and able to go on doing."""
    points = given(
        f"{AREAS[need.area]}: {LEVELS[need.level]}", table.points(need.area, need.level), COUNT, source=_said_by(table)
    )
    if need.informal == NONE:
        return points
    share = table.informal_share(need.informal)
    by_family = given(f"Family and friends do {INFORMAL[need.informal]}", share, BASIS_POINTS, source=_said_by(table))
    left = take_away("The part that is left to meet", given("All of it", _WHOLE, BASIS_POINTS), by_family)
    return part_of(f"{AREAS[need.area]}, after what family and friends do", points, left, rounding="")


def sentences(budget: IndicativeBudget, *, table: AllocationTable, needs: Sequence[Need] = ()) -> tuple[str, ...]:
    """The answer for the person: about how much, how sure that is, and that it is no limit."""
    about, low, high = (in_words(step.value, step.unit) for step in (budget.middle, budget.lower, budget.upper))
    if not budget.points.value:
        return (
            "Your answers do not add up to a budget yet.",
            "This is only a first look. If you need help, tell us, and we look at it with you.",
        )
    said = [f"About {about} is a first idea of what your support may cost.", _how_sure(table, low, high)]
    if any(need.informal != NONE and need.level != NONE for need in needs):
        said.append("We counted the help of your family and friends. It counts only if they want to and can.")
    return (
        *said,
        "It is not a limit. Your plan says what you need and what that costs.",
        "If meeting your needs costs more, your budget is more.",
    )


def problems(needs: Sequence[Need]) -> Iterator[InputProblem]:
    """What to put right in the answers: each of the ten areas is answered once, in words that we know."""
    for place, need in enumerate(needs):
        known: tuple[tuple[str, str, Mapping[str, str]], ...] = (
            ("area", need.area, AREAS),
            ("level", need.level, LEVELS),
            ("informal", need.informal, INFORMAL),
        )
        for name, value, words in known:
            if value not in words:
                yield InputProblem(
                    f"needs.{place}.{name}", f"“{value}” is not an answer here. Choose one of: {', '.join(words)}."
                )
    answered = [need.area for need in needs]
    for area, plain in AREAS.items():
        if area not in answered:
            yield InputProblem("needs", f"Say how much help is needed with “{plain}”. “None” is an answer too.")
        elif answered.count(area) > 1:
            yield InputProblem("needs", f"“{plain}” is answered twice. Keep one answer.")


def _worth(label: str, points: Step, name: str, pence: int, table: AllocationTable) -> Step:
    each = given(f"{name} is worth", pence, PENCE_WEEKLY, source=_said_by(table))
    return for_each(label, points, each, rounding=NEAREST_PENNY, law=LAW)


def _said_by(table: AllocationTable) -> str:
    return f"the published table {table.version}"


def _how_sure(table: AllocationTable, low: str, high: str) -> str:
    if table.checked is None:
        return f"It may well be from {low} to {high}. Nobody has checked how often that is right."
    of_100 = (table.checked.within_range_basis_points + 50) // 100
    return (
        f"We are not sure of it. We tried this on {table.checked.people:,} plans of other people:"
        f" {of_100} of every 100 were within a range like yours, from {low} to {high}."
    )
