"""Metering towards a cap on care costs: a switch that is off, because no cap is in force.

Source: Care Act 2014 s.15 (its explanatory note was read) and SI that never came. What a person pays themself for
eligible needs was to count, so that is what is counted here: as recalled, to be read again if a cap ever comes.
"""

from __future__ import annotations

from dataclasses import dataclass

from ownway.rules.parameters import Figures
from ownway.rules.steps import COUNT, DAYS, PENCE, PENCE_DAILY, PENCE_WEEKLY, Step
from ownway.rules.vocabulary import (
    NEAREST_PENNY,
    add_up,
    capped,
    convert,
    for_each,
    given,
    reaches,
    relabelled,
    smaller_of,
    take_away,
)

_LAW = "Care Act 2014 s.15"


@dataclass(frozen=True, slots=True)
class CareCapInputs:
    """Days at what eligible care costs and what the person pays of it, in pence a week; and what was counted before."""

    days: int
    eligible_weekly_pence: int
    contribution_weekly_pence: int
    counted_before_pence: int = 0


@dataclass(frozen=True, slots=True)
class Metered:
    """Where a person stands: a daily amount, what these days count, all that is counted, and what is left to the cap."""

    daily: Step
    these_days: Step
    counted: Step
    left: Step
    is_reached: Step


def switch(figures: Figures) -> Step:
    """Whether a cap is in force on the day, as yes or no, named so that a reader sees why nothing is counted."""
    found = figures.step("care_cap.in_force")
    if found.value:
        return found
    return relabelled(found, "No cap on care costs is in force, so nothing is counted towards one")


def meter(inputs: CareCapInputs, figures: Figures) -> Metered:
    """Count some days towards the cap. Raises FigureNotConfirmed until somebody has confirmed the amount of the cap."""
    cap = figures.step("care_cap.amount")
    weekly = smaller_of(
        "What the person pays for eligible needs",
        given("Eligible care costs", inputs.eligible_weekly_pence, PENCE_WEEKLY, source="the personal budget"),
        given("What the person pays", inputs.contribution_weekly_pence, PENCE_WEEKLY, source="the assessment"),
        law=_LAW,
    )
    one, seven = given("Times", 1, COUNT), given("Days in a week", 7, COUNT)
    daily = convert("Counts each day", weekly, times=one, over=seven, unit=PENCE_DAILY, rounding="")
    days = given("Days", inputs.days, DAYS, source="the calendar")
    now = for_each("Counts for these days", days, daily, rounding=NEAREST_PENNY)
    before = given("Counted before", inputs.counted_before_pence, PENCE, source="the care account")
    counted = capped("Counted towards the cap", add_up("Before and now", before, now), at=cap)
    return Metered(
        daily=daily,
        these_days=now,
        counted=counted,
        left=take_away("Left until the cap", cap, counted),
        is_reached=reaches("The cap is reached", counted, cap, law=_LAW),
    )
