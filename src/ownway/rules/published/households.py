"""Reads who a question is about: single, a couple or a lone parent, of which age, with which premiums."""

from __future__ import annotations

from typing import Any

from ownway.rules.finances import COUPLE, LONE_PARENT, SINGLE
from ownway.rules.published.told import Told

KINDS = {"single": SINGLE, "couple": COUPLE, "member of a couple": COUPLE, "lone parent": LONE_PARENT}
YOUNG, MIDDLE, OLD = 18, 25, 67
# What a band of ages is called → an age in it, and whether pension credit age is reached.
AGE_BANDS = {
    "18 to 24": (YOUNG, False),
    "18 24": (YOUNG, False),
    "under 25": (YOUNG, False),
    "25 to pension age": (MIDDLE, False),
    "25 to pension credit age": (MIDDLE, False),
    "25 to under pension age": (MIDDLE, False),
    "25 to under pension credit age": (MIDDLE, False),
    "pension age": (OLD, True),
    "pension age plus": (OLD, True),
    "over pension age": (OLD, True),
    "state pension age": (OLD, True),
    "pension credit age": (OLD, True),
    "pension credit age plus": (OLD, True),
    "over pension credit age": (OLD, True),
}


def household(told: Told) -> dict[str, Any]:
    """The household in the rulebook's words. `age` or `age_band` must be told, unless it is said to be of pension age."""
    age, of_pension_age = _age(told)
    return {
        "kind": told.choice("household", KINDS),
        "age_years": age,
        "pension_credit_age": of_pension_age,
        "disability_premium": told.yes_no("disability_premium", default=False),
        "enhanced_disability_premium": told.yes_no("enhanced_disability_premium", default=False),
        "carer_premium": told.yes_no("carer", default=False),
        "children": told.count("children", 0),
    }


def _age(told: Told) -> tuple[int, bool]:
    """An age, and whether pension credit age is reached: by the day of birth between 60 and 67, so that must be told."""
    if told.has("age_band"):
        return told.choice("age_band", AGE_BANDS)
    reached = told.has("pension_credit_age") and told.yes_no("pension_credit_age")
    if reached and not told.has("age"):
        return OLD, True
    age = told.count("age")
    if not told.has("pension_credit_age") and 60 <= age < OLD:
        told.problem("pension_credit_age", "Tell us “pension credit age”: at this age it depends on the day of birth.")
    return age, reached or age >= OLD
