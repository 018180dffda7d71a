"""Questions about National Insurance, as HMRC and payroll guides print them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ownway.rules import frequencies
from ownway.rules.parameters import Confirmed
from ownway.rules.published.asking import Asked, Found, Published
from ownway.rules.published.said import pounds
from ownway.rules.published.told import Told

PAID = {
    "weekly_pay": frequencies.WEEK,
    "two_weekly_pay": frequencies.TWO_WEEKS,
    "fortnightly_pay": frequencies.TWO_WEEKS,
    "four_weekly_pay": frequencies.FOUR_WEEKS,
    "monthly_pay": frequencies.MONTH,
}
LIMITS = {"pt": "ni.primary_threshold_week", "uel": "ni.uel_week"}
RATES = {"main": "ni.employee_main_rate", "upper": "ni.employee_upper_rate"}


def _employer(told: Told) -> Asked:
    return Asked("ni.employer", _pay(told), lambda answers: {"employer_ni": pounds(answers["employer"])})


def _employee(told: Told) -> Asked:
    """The limits and rates may be told with the question, for years that the rulebook does not know."""
    return Asked("ni.employee", _pay(told), _parts, _told_figures(told, told.on()))


def _pay(told: Told) -> dict[str, Any]:
    """What is paid in one pay period, said once."""
    said = [name for name in PAID if told.has(name)] or ["weekly_pay"]
    if len(said) > 1:
        told.problem(said[1], "Say what is paid once: by the week, or for another pay period.")
    return {
        "on": told.on().isoformat(),
        "category": told.words("category").strip().upper(),
        "pay_pence": told.pounds(said[0]),
        "pay_period": PAID[said[0]],
    }


def _told_figures(told: Told, on: date) -> tuple[Confirmed, ...]:
    limits = [told.figure(figure, on, told.pounds(name)) for name, figure in LIMITS.items() if told.has(name)]
    rates = [told.figure(figure, on, told.rate(name)) for name, figure in RATES.items() if told.has(name)]
    return (*limits, *rates)


def _parts(answers: Mapping[str, Any]) -> Found:
    return {
        "main_part": pounds(answers["main"]),
        "upper_part": pounds(answers["upper"]),
        "total": pounds(answers["total"]),
    }


def _allowance(told: Told) -> Asked:
    only_care = told.yes_no("care_and_support_employer")
    if not told.yes_no("domestic_employment", default=True) and not only_care:
        told.problem("domestic_employment", "This rule is for people who employ somebody in their own home.")
    inputs = {
        "on": told.on().isoformat(),
        "due_yearly_pence": told.pounds("employer_ni_year"),
        "only_care": only_care,
    }
    return Asked("ni.employment_allowance", inputs, _used)


def _used(answers: Mapping[str, Any]) -> Found:
    return {"allowance_used": pounds(answers["used"]), "employer_ni_payable": pounds(answers["payable"])}


NATIONAL_INSURANCE = {
    "ni.employer": Published(_employer),
    "ni.employee": Published(_employee),
    "ni.employment_allowance": Published(_allowance),
}
