"""Reads a person's money as examples of charging print it: incomes by name, savings, housing and costs of disability."""

from __future__ import annotations

from typing import Any

from ownway.rules import frequencies
from ownway.rules.finances import DISREGARDED, INCOME_KINDS
from ownway.rules.published.told import Told, plainly, shortened

# How the name of an income begins → its kind. The first that fits counts.
INCOMES = {
    "esa": "esa",
    "employment and support allowance": "esa",
    "universal credit": "universal_credit",
    "uc": "universal_credit",
    "pip mobility": "pip_mobility",
    "pip daily living": "pip_daily_living",
    "dla mobility": "dla_mobility",
    "dla care": "dla_care",
    "attendance allowance": "attendance_allowance",
    "carer's allowance": "carers_allowance",
    "carers allowance": "carers_allowance",
    "state pension": "state_pension",
    "new state pension": "state_pension",
    "retirement pension": "state_pension",
    "pension credit": "pension_credit",
    "war pension": "war_pension",
    "private pension": "private_pension",
    "occupational pension": "private_pension",
    "works pension": "private_pension",
    "earnings": "earnings",
    "wages": "earnings",
    "salary": "earnings",
}
EVERY = {
    "weekly": frequencies.WEEK,
    "fortnightly": frequencies.TWO_WEEKS,
    "two_weekly": frequencies.TWO_WEEKS,
    "four_weekly": frequencies.FOUR_WEEKS,
    "monthly": frequencies.MONTH,
    "yearly": frequencies.YEAR,
    "annual": frequencies.YEAR,
}
HOUSING = {"housing_costs": "Housing", "rent": "Rent", "council_tax": "Council tax", "mortgage": "Mortgage"}
DISABILITY = {"dre": "Costs of disability", "housing_and_dre": "Housing and costs of disability"}
OTHER = "other"


def finances(told: Told) -> dict[str, Any]:
    """Incomes, savings and costs in the rulebook's words."""
    return {
        "income": incomes(told),
        "capital": _capital(told),
        "housing": _costs(told, HOUSING),
        "disability_costs": _costs(told, DISABILITY),
    }


def incomes(told: Told) -> list[dict[str, Any]]:
    """Each income with its kind. `disregarded_income` is all that does not count in a week, as the question says."""
    found = [_income(one) for one in told.groups("income")]
    if told.has("disregarded_income"):
        _leave_out(told, found)
    for place, one in enumerate(found):
        if one["kind"] == OTHER and not told.has("disregarded_income"):
            told.problem(
                f"income.{place}.type",
                f"We do not know the income “{shortened(one['label'])}”. Say how much of all income does not count"
                " in “disregarded_income”, or use one of: " + ", ".join(INCOMES) + ".",
            )
    return found


def _income(one: Told) -> dict[str, Any]:
    label = one.words("type")
    name = plainly(label)
    kind = next((kind for begin, kind in INCOMES.items() if name == begin or name.startswith(f"{begin} ")), OTHER)
    said = [every for every in EVERY if one.has(every)] or ["weekly"]
    if len(said) > 1:
        one.problem(said[1], "Say how much this is once: weekly, monthly or otherwise.")
    one.notes()
    return {"label": label, "kind": kind, "amount_pence": one.pounds(said[0]), "every": EVERY[said[0]]}


def _leave_out(told: Told, found: list[dict[str, Any]]) -> None:
    """Leave out of the incomes that count what the question leaves out beyond what the law does, the first ones first."""
    by_law = sum(one["amount_pence"] for one in found if _is_disregarded(one))
    more = told.pounds("disregarded_income") - by_law
    if more < 0:
        told.problem("disregarded_income", "Some of these incomes never count, and together they are more than this.")
    if more and any(one["every"] != frequencies.WEEK for one in found):
        told.problem("disregarded_income", "Give every income by the week to leave a part of it out.")
    for one in found:
        part = min(max(more, 0), 0 if _is_disregarded(one) else one["amount_pence"])
        if part:
            one |= {"disregard_pence": part, "disregard_reason": "left out in the question"}
            more -= part
    if more > 0:
        told.problem("disregarded_income", "This is more than all the income.")


def _is_disregarded(one: dict[str, Any]) -> bool:
    return INCOME_KINDS[one["kind"]][0] == DISREGARDED


def _capital(told: Told) -> list[dict[str, Any]]:
    own = {"capital": "Capital", "savings": "Savings"}
    found = [
        {"label": label, "kind": "savings", "amount_pence": told.pounds(name)}
        for name, label in own.items()
        if told.has(name)
    ]
    if told.has("joint_savings"):
        pence = told.pounds("joint_savings")
        found.append({"label": "Joint savings", "kind": "savings", "amount_pence": pence, "owners": 2})
    if not found:
        told.problem("capital", "Tell us “capital”: nothing, if there is none.")
    return found


def _costs(told: Told, names: dict[str, str]) -> list[dict[str, Any]]:
    return [{"label": label, "amount_pence": told.pounds(name)} for name, label in names.items() if told.has(name)]
