"""Questions about the minimum wage, as HMRC and payroll guides print them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ownway.rules.minimum_wage import figure_for
from ownway.rules.parameters import Confirmed
from ownway.rules.published.asking import Asked, Found, Published
from ownway.rules.published.said import pounds, yes
from ownway.rules.published.told import Told
from ownway.rules.steps import walk

GROWN_UP = 30
APRIL, OCTOBER = 4, 10
LAST_YEAR_FROM_OCTOBER = "2015/16"
OFFSET = "nmw.accommodation_offset_daily"
A_YEAR = "365/7"


def _rate(told: Told) -> Asked:
    told.day("period_end", told.today)  # a rise inside the period waits for the next one
    inputs = {
        "on": told.day("period_start").isoformat(),
        "age_years": told.count("age"),
        "apprentice": told.yes_no("apprentice", default=False),
    }
    return Asked("nmw.rate_for_pay_reference_period", inputs, lambda answers: {"rate": pounds(answers["rate"])})


def _live_in(told: Told) -> Asked:
    """The rates may be told with the question, for years that the rulebook does not know."""
    october = told.has("rate_year") and told.words("rate_year") <= LAST_YEAR_FROM_OCTOBER
    on = told.on(year="rate_year", month=OCTOBER if october else APRIL)
    age = told.count("age", GROWN_UP if told.has("nmw") else None)
    apprentice = told.yes_no("apprentice", default=False)
    minutes, days = _minutes(told), told.count("accommodation_days")
    told.count("pay_period_days", days)
    inputs = {
        "on": on.isoformat(),
        "age_years": age,
        "apprentice": apprentice,
        "pay_pence": _pay(told, minutes),
        "minutes": minutes,
        "days": days,
        "charged_pence": _charged(told, days),
    }
    figure = figure_for(age_years=age, apprentice=apprentice, on=on)
    return Asked("nmw.accommodation", inputs, _lived_in, _rates(told, on, nmw=figure, offset_day=OFFSET))


def _minutes(told: Told) -> int:
    if told.has("hours"):
        return told.hours("hours")
    return told.hours("hours_per_week") * told.count("pay_period_weeks")


def _pay(told: Told, minutes: int) -> int:
    """All pay of the period, in pence, from the hourly pay and the time."""
    pence, left = divmod(told.pounds("hourly") * minutes, 60)
    if left:
        told.problem("hours", "These hours at this rate do not come to whole pence.")
    return pence


def _charged(told: Told, days: int) -> int:
    if told.has("rent") and told.has("charge_per_day"):
        told.problem("rent", "Say what is charged once: “rent” for the period, or “charge per day”.")
    return told.pounds("rent") if told.has("rent") else told.pounds("charge_per_day") * days


def _rates(told: Told, on: date, **figures: str) -> tuple[Confirmed, ...]:
    """The figures that the question tells, by the name that it tells them under."""
    return tuple(told.figure(figure, on, told.pounds(name)) for name, figure in figures.items() if told.has(name))


def _lived_in(answers: Mapping[str, Any]) -> Found:
    change = answers["change"]
    offset = next(step for step in walk(change) if step.label == "Accommodation offset")
    return {
        "offset_total": pounds(offset),
        "excess_total": pounds(change) if change is not offset else 0,
        "nmw_pay": pounds(answers["pay"]),
        "weekly_pay": pounds(answers["pay"]),
        "nmw_hourly": pounds(answers["hourly"]),
        "compliant": yes(answers["enough"]),
    }


def _weekly_cap(told: Told) -> Asked:
    on = told.on()
    confirmed = _rates(told, on, offset_day=OFFSET)
    return Asked(
        "nmw.accommodation_weekly_cap",
        {"on": on.isoformat()},
        lambda answers: {"offset_week": pounds(answers["offset_week"])},
        confirmed,
    )


def _rise(told: Told) -> Asked:
    if told.words("weeks", A_YEAR) != A_YEAR:
        told.problem("weeks", f"A year is counted as {A_YEAR} weeks here.")
    inputs = {
        "minutes_weekly": told.hours("hours_per_week"),
        "old_pence": told.pounds("old"),
        "new_pence": told.pounds("new"),
    }
    return Asked("nmw.annual_increase", inputs, _risen)


def _risen(answers: Mapping[str, Any]) -> Found:
    """Governments print the yearly rise in whole pounds, leaving the pence off."""
    return {
        "annual_gross_increase": int(pounds(answers["yearly"])),
        "monthly_gross_increase": pounds(answers["monthly"]),
    }


MINIMUM_WAGE = {
    "nmw.rate_for_pay_reference_period": Published(_rate),
    "nmw.accommodation": Published(_live_in),
    "nmw.accommodation_weekly_cap": Published(_weekly_cap),
    "nmw.annual_increase": Published(_rise),
}
