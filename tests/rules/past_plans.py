"""A made-up council's past plans whose truth is known: what each level of each area really costs."""

from __future__ import annotations

from random import Random

from ownway.rules.calibration import PastPlan
from ownway.rules.needs import AREAS, INFORMAL, LEVELS, Need

# What each area costs a week at some help, a lot of help, and help with all of it, in whole pounds.
TRUTH = {
    "nutrition": (20, 45, 80),
    "hygiene": (15, 50, 90),
    "toilet": (25, 60, 120),
    "clothing": (10, 30, 55),
    "home_safely": (20, 40, 100),
    "home_care": (15, 25, 35),
    "relationships": (10, 20, 30),
    "work_learning": (20, 50, 85),
    "community": (15, 35, 70),
    "caring": (25, 60, 110),
}
LEFT = {"none": 1.0, "some": 0.7, "most": 0.3, "all": 0.0}
AGE_BANDS = ("18 to 24", "25 to 64", "65 and over")
ETHNICITIES = ("Asian or Asian British", "Black or Black British", "Mixed", "White")
CLIENT_GROUPS = ("Learning disability", "Mental health", "Older people", "Physical disability")


def made_up(many: int, *, seed: int = 2026, spread: float = 0.3, unfair_to: str = "") -> list[PastPlan]:
    """So many plans. The cost is the truth times a chance with 1 in its middle; for one age band half as much again."""
    chance = Random(seed)
    return [one_plan(chance, f"plan {number}", spread, unfair_to) for number in range(many)]


def one_plan(chance: Random, key: str, spread: float, unfair_to: str) -> PastPlan:
    needs = tuple(
        Need(
            area,
            chance.choices(list(LEVELS), weights=(4, 3, 2, 1))[0],
            chance.choices(list(INFORMAL), weights=(6, 2, 1, 1))[0],
        )
        for area in AREAS
    )
    age_band = chance.choice(AGE_BANDS)
    pounds = true_cost(needs) * chance.lognormvariate(0, spread) * (1.5 if age_band == unfair_to else 1)
    return PastPlan(
        key=key,
        needs=needs,
        weekly_pence=round(pounds * 100),
        age_band=age_band,
        ethnicity=chance.choices(ETHNICITIES, weights=(4, 4, 1, 20))[0],
        client_group=chance.choice(CLIENT_GROUPS),
    )


def true_cost(needs: tuple[Need, ...]) -> float:
    """In pounds a week."""
    places = {level: place for place, level in enumerate(LEVELS)}
    return sum((0, *TRUTH[need.area])[places[need.level]] * LEFT[need.informal] for need in needs)
