"""People made up to try the rulebook on: a plan and finances in which the amounts differ, the same every time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ownway.rules.answers_charging import OfferInputs
from ownway.rules.arithmetic import Value
from ownway.rules.columns import as_value
from ownway.rules.employing import Assistant
from ownway.rules.finances import Capital, Finances, Household, Income, LocalPolicy, Regular
from ownway.rules.frequencies import MONTH, YEAR
from ownway.rules.plans import (
    ACTIVITY,
    AGENCY_HOURS,
    CONTINGENCY,
    INSURANCE,
    PA_HOURS,
    Plan,
    PlanLine,
)

PLAN = Plan(
    assistants=(Assistant(key="carys", name="Carys", age_years=36),),
    lines=(
        PlanLine(PA_HOURS, "Exercise", "Weekdays", assistant="carys", minutes_weekly=600, hourly_pence=1_300),
        PlanLine(
            PA_HOURS,
            "Exercise",
            "Weekends",
            assistant="carys",
            day_kind="weekend",
            minutes_weekly=240,
            hourly_pence=1_500,
        ),
        PlanLine(AGENCY_HOURS, "Mornings", "Agency", minutes_weekly=120, hourly_pence=2_400),
        PlanLine(ACTIVITY, "Exercise", "Swimming", amount_pence=2_500, every=MONTH),
        PlanLine(INSURANCE, "Exercise", "Insurance", amount_pence=10_400, every=YEAR),
        PlanLine(CONTINGENCY, "What nobody foresees", "Contingency", basis_points=500),
    ),
)
FINANCES = Finances(
    Household(age_years=47, disability_premium=True),
    income=(
        Income("Employment and Support Allowance", "esa", 14_000),
        Income("PIP, daily living", "pip_daily_living", 10_100),
        Income("PIP, mobility", "pip_mobility", 7_700),
        Income("Pension", "private_pension", 12_000, every=MONTH),
    ),
    capital=(Capital("Savings", "savings", 1_600_000), Capital("Shares", "investments", 300_000, owners=2)),
    housing=(Regular("Rent", 5_000),),
    disability_costs=(Regular("Washing", 850), Regular("Heating", 12_000, every=YEAR)),
)
POLICY = LocalPolicy(percent_taken=9_000, least_weekly_pence=200, most_weekly_pence=60_000)
AMINA = OfferInputs(PLAN, FINANCES, POLICY)


def people_like_amina(size: int, *, seed: int) -> OfferInputs:
    """So many people whose hours, rates, incomes, savings and costs differ, some of them nought or at a limit."""
    chance = np.random.default_rng(seed)

    def between(least: int, most: int) -> Value:
        values = chance.integers(least, most, size, endpoint=True)
        values[chance.random(size) < 0.1] = least  # so that nought, and the limits, are met often
        return as_value(values)

    weekdays, weekends, agency, swimming, insurance, contingency = PLAN.lines
    plan = replace(
        PLAN,
        lines=(
            replace(weekdays, minutes_weekly=between(0, 2_400), hourly_pence=between(1_271, 1_800)),
            replace(weekends, minutes_weekly=between(0, 900), hourly_pence=between(1_271, 2_000)),
            replace(agency, minutes_weekly=between(0, 900), hourly_pence=between(1_800, 3_200)),
            replace(swimming, amount_pence=between(0, 20_000)),
            replace(insurance, amount_pence=between(0, 30_000)),
            contingency,
        ),
    )
    savings, shares = FINANCES.capital
    finances = replace(
        FINANCES,
        income=tuple(replace(one, amount_pence=between(0, 20_000)) for one in FINANCES.income),
        capital=(
            replace(savings, amount_pence=between(1_425_000, 2_400_000)),
            replace(shares, amount_pence=between(0, 900_000), owners=between(1, 3)),
        ),
        housing=tuple(replace(one, amount_pence=between(0, 9_000)) for one in FINANCES.housing),
        disability_costs=tuple(replace(one, amount_pence=between(0, 3_000)) for one in FINANCES.disability_costs),
    )
    return OfferInputs(plan, finances, POLICY)


SUPPOSED = {
    "pension.ae_trigger": 1_000_000,
    "pension.ae_lowest_age": 22,
    "pension.qualifying_lower": 624_000,
    "pension.qualifying_upper": 5_027_000,
    "pension.min_employer": 300,
    "mig.disability_premium_single": 5_155,
}
"""Figures that a council would have to confirm, made up as the people are."""
