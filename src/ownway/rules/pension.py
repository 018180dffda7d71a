"""The workplace pension: whether an employer must pay in for an assistant, and how much.

The law looks at the pay of each pay period (`employer_each_period`); a plan, which knows only what a week is like, is
costed on a year's pay (`employer_weekly`). Source: Pensions Act 2008 s.1 to s.20, as recalled: its figures
are used only once a council has confirmed them.
"""

from __future__ import annotations

from collections.abc import Mapping

from ownway.rules import frequencies
from ownway.rules.employing import Assistant
from ownway.rules.parameters import Figures
from ownway.rules.steps import PENCE_WEEKLY, YEARS, Step
from ownway.rules.vocabulary import (
    NEAREST_PENNY,
    at_least,
    capped,
    choose,
    given,
    is_more_than,
    part_of,
    reaches,
    smaller_of,
    take_away,
)

_LAW = "Pensions Act 2008"
FIGURES = (
    "pension.ae_trigger",
    "pension.ae_lowest_age",
    "pension.qualifying_lower",
    "pension.qualifying_upper",
    "pension.min_employer",
)
_BY_PERIOD = ("ae_trigger", "qualifying_lower", "qualifying_upper")


def employer_weekly(*, assistant: Assistant, pay_weekly: Step, figures: Figures, year: str) -> Step:
    """What the employer pays into the pension, in pence a week. Refuses until the figures are confirmed."""
    if assistant.over_state_pension_age and not assistant.asks_for_pension:
        return given(f"No pension due for {assistant.name}: over State Pension age", 0, PENCE_WEEKLY, law=_LAW)
    figures.require(*FIGURES)
    pay = frequencies.each_period(f"Pay of {assistant.name} in a year", pay_weekly, every=frequencies.YEAR, year=year)
    lower = figures.step("pension.qualifying_lower")
    counted = capped("Pay up to the upper limit", pay, at=figures.step("pension.qualifying_upper"))
    qualifying = at_least("Pay that counts for the pension", take_away("Pay less the lower limit", counted, lower))
    yearly = part_of(
        "Employer’s pension payment", qualifying, figures.step("pension.min_employer"), rounding=NEAREST_PENNY, law=_LAW
    )
    return choose(
        f"Pension for {assistant.name}",
        _is_due(assistant, pay, figures),
        yes=frequencies.weekly(yearly, every=frequencies.YEAR, year=year),
        no=given("No pension due", 0, PENCE_WEEKLY),
        law=_LAW,
    )


def employer_each_period(*, assistant: Assistant, pay: Step, figures: Figures) -> Step:
    """What the employer pays into the pension for the pay of one pay period, in the unit of that pay.

    By that period's trigger and limits, not by the year. Refuses until the figures are confirmed.
    """
    none = given(f"No pension due for {assistant.name}", 0, pay.unit, law=_LAW)
    if assistant.over_state_pension_age and not assistant.asks_for_pension:
        return none
    figures.require(*figures_for(assistant.pay_period))
    limits = {name: figures.step(id_for(name, assistant.pay_period)) for name in _BY_PERIOD}
    counted = capped("Pay up to the upper limit", pay, at=limits["qualifying_upper"])
    above = take_away("Pay less the lower limit", counted, limits["qualifying_lower"])
    due = part_of(
        "Employer’s pension payment",
        at_least("Pay that counts for the pension", above),
        figures.step("pension.min_employer"),
        rounding=NEAREST_PENNY,
        law=_LAW,
    )
    return choose(f"Pension for {assistant.name}", _is_due_now(assistant, pay, limits, figures), yes=due, no=none)


def figures_for(pay_period: str) -> tuple[str, ...]:
    """The ids of the figures that a pension in this pay period is worked out with."""
    return ("pension.ae_lowest_age", "pension.min_employer", *(id_for(name, pay_period) for name in _BY_PERIOD))


def id_for(name: str, pay_period: str) -> str:
    """The id of a limit for pay periods of this length."""
    return f"pension.{name}_{pay_period.replace(' ', '_')}"


def _is_due_now(assistant: Assistant, pay: Step, limits: Mapping[str, Step], figures: Figures) -> Step:
    if assistant.asks_for_pension:
        return is_more_than("Pay is above the lower limit", pay, limits["qualifying_lower"])
    age = given(f"Age of {assistant.name}", assistant.age_years, YEARS, source="the plan")
    return smaller_of(
        "Must be enrolled",
        reaches("Old enough", age, figures.step("pension.ae_lowest_age")),
        reaches("Pay reaches the earnings trigger", pay, limits["ae_trigger"]),
    )


def _is_due(assistant: Assistant, pay_yearly: Step, figures: Figures) -> Step:
    """Enrolled by law when old enough and paid enough; otherwise when they ask and are paid above the lower limit."""
    if assistant.asks_for_pension:
        return is_more_than("Pay is above the lower limit", pay_yearly, figures.step("pension.qualifying_lower"))
    age = given(f"Age of {assistant.name}", assistant.age_years, YEARS, source="the plan")
    return smaller_of(
        "Must be enrolled",
        reaches("Old enough", age, figures.step("pension.ae_lowest_age")),
        reaches("Pay reaches the earnings trigger", pay_yearly, figures.step("pension.ae_trigger")),
    )
