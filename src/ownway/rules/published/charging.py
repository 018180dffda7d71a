"""Questions about charging, as councils' worked examples print them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ownway.rules.finances import Household
from ownway.rules.minimum_income import figures_needed
from ownway.rules.parameters import Confirmed
from ownway.rules.published.asking import Asked, Found, Published
from ownway.rules.published.households import household
from ownway.rules.published.money import finances
from ownway.rules.published.said import pounds, yes
from ownway.rules.published.told import Told
from ownway.rules.refusals import BadInput, InputProblem

OWN_HOME = {"own home": True, "community": True}
ENOUGH = 10**9
"""A cost so high that it never limits a contribution, for questions that give none."""
FIVE_PENCE = 5


def _contribution(told: Told) -> Asked:
    on = told.on()
    told.choice("setting", OWN_HOME, "own home")
    cost = told.pounds("cost_of_care") if told.has("cost_of_care") else None
    own = next((name for name in ("mig", "mig_local") if told.has(name)), None)
    who = household(told)
    inputs = {
        "on": on.isoformat(),
        "finances": {"household": who, **finances(told)},
        "policy": {} if own is None else {"guarantee_weekly_pence": told.pounds(own)},
        "cost_weekly_pence": ENOUGH if cost is None else cost,
    }
    confirmed = () if own is None else _instead_of_unconfirmed(told, who, on, told.pounds(own))
    return Asked("charging.contribution", inputs, lambda answers: _paid(answers, cost), confirmed)


def _instead_of_unconfirmed(told: Told, who: Mapping[str, Any], on: date, guarantee: int) -> tuple[Confirmed, ...]:
    """The guarantee that the question tells stands for the one in law where nobody has confirmed that yet."""
    needed = figures_needed(Household(**who))
    values = [told.parameters.get(figure_id).on(on) for figure_id in needed]
    if all(value is not None and value.value is not None for value in values):
        return ()
    return tuple(told.figure(one, on, 0 if place else guarantee) for place, one in enumerate(needed))


def _paid(answers: Mapping[str, Any], cost: int | None) -> Found:
    if cost is None and yes(answers["above_upper_limit"]):
        raise BadInput([InputProblem("cost_of_care", "Tell us “cost of care”: with these savings all of it is paid.")])
    kept = sum(pounds(answers[name]) for name in ("housing", "disability_costs", "guarantee"))
    found = {
        "total_income": pounds(answers["total_income"]),
        "total_allowances": kept,
        "tariff_income": pounds(answers["tariff"]),
        "contribution": pounds(answers["contribution"]),
    }
    return found if cost is None else found | {"council_pays": pounds(answers["council_pays"])}


def _tariff(told: Told) -> Asked:
    inputs = {"on": told.on().isoformat(), "capital_pence": told.pounds("capital")}
    return Asked("charging.tariff_income", inputs, _assumed)


def _assumed(answers: Mapping[str, Any]) -> Found:
    """Above the upper limit nothing is assumed, because the full cost is paid."""
    above = yes(answers["above_upper_limit"])
    return {"tariff_income": None if above else pounds(answers["tariff_income"]), "council_support": not above}


def _guarantee(told: Told) -> Asked:
    inputs = {"on": told.on().isoformat(), **household(told)}
    return Asked("charging.mig_total", inputs, lambda answers: {"mig": pounds(answers["guarantee"])})


def _uprated(told: Told) -> Asked:
    if told.pounds("round_to", FIVE_PENCE) != FIVE_PENCE:
        told.problem("round_to", "The minimum income guarantee is rounded to the nearest 5 pence: 0.05.")
    inputs = {"amount_weekly_pence": told.pounds("base"), "factor_basis_points": told.rate("factor")}
    return Asked("charging.mig_uprating", inputs, lambda answers: {"mig": pounds(answers["guarantee"])})


def _night_care(told: Told) -> Asked:
    inputs = {
        "rate_paid_pence": told.pounds("rate_paid"),
        "lower_rate_pence": told.pounds("lower_rate"),
        "council_arranges_night_care": told.yes_no("council_provides_night_care"),
        "on": told.on().isoformat(),
    }
    return Asked("charging.night_care_disregard", inputs, lambda answers: {"disregard": pounds(answers["disregard"])})


def _annualised(told: Told) -> Asked:
    weeks = told.facts.get("weeks")
    year = "365/7" if told.has("weeks") and weeks == "365/7" else "52"
    if year == "52" and told.count("weeks", 52) != 52:
        told.problem("weeks", "A year is counted as 52 weeks here, or as “365/7”.")
    inputs = {"amount_weekly_pence": told.pounds("weekly"), "year": year, "on": told.on().isoformat()}
    return Asked("benefit.annualise", inputs, lambda answers: {"annual": pounds(answers["yearly"])})


CHARGING = {
    "charging.community_contribution": Published(_contribution, title="What a person at home pays each week"),
    "charging.tariff_income": Published(_tariff),
    "charging.mig_total": Published(_guarantee),
    "charging.mig_uprating": Published(_uprated),
    "charging.night_care_disregard": Published(_night_care),
    "benefit.annualise": Published(_annualised),
}
