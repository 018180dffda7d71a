"""Questions about sick pay and holiday, as GOV.UK and employment guides print them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ownway.rules.employing import FIXED_HOURS, IRREGULAR_HOURS
from ownway.rules.published.asking import Asked, Found, Published
from ownway.rules.published.said import hours, hundredths, pounds, to_two_places, yes
from ownway.rules.published.told import Told
from ownway.rules.sick_pay import WEEK_DAYS

BEFORE_APRIL_2026 = date(2025, 6, 1)
"""A day in the last year of the old rules, for questions that say no more than that they hold."""
THE_FORM = "SSP1"
WEEKS_AVERAGED = 8


def _absence(rule: str) -> Published:
    return Published(lambda told: _days(rule, told))


def _days(rule: str, told: Told) -> Asked:
    old = told.has("before_2026_04_06") and told.yes_no("before_2026_04_06")
    on = BEFORE_APRIL_2026 if old and not told.has("date") else told.on()
    qualifying = [day for day in WEEK_DAYS if day in told.several("qualifying_days")]
    for place, day in enumerate(told.several("qualifying_days")):
        if day not in WEEK_DAYS:
            told.problem(f"qualifying_days.{place}", f"This should be one of {', '.join(WEEK_DAYS)}.")
    days = {day.lower(): day for day in WEEK_DAYS}
    first, last = told.choice("sick_from", days), told.choice("sick_to", days)
    if WEEK_DAYS.index(last) < WEEK_DAYS.index(first):
        told.problem("sick_to", "This rule is about an absence within one week, Monday to Sunday.")
    inputs = {
        "on": on.isoformat(),
        "qualifying_days": qualifying,
        "sick_from": first,
        "sick_to": last,
        "linked": told.yes_no("linked", default=False),
    }
    sick = [day for day in qualifying if WEEK_DAYS.index(first) <= WEEK_DAYS.index(day) <= WEEK_DAYS.index(last)]
    return Asked(rule, inputs, lambda answers: _paid(answers, sick))


def _paid(answers: Mapping[str, Any], sick: list[str]) -> Found:
    """The waiting days come first, so the paid days are the last ones."""
    paid = answers["paid_days"].value
    return {
        "waiting_days": answers["waiting_days"].value,
        "payable_days": paid,
        "payable": ", ".join(sick[len(sick) - paid :]),
    }


def _eligible(told: Told) -> Asked:
    on = told.on()
    inputs = {"on": on.isoformat(), "pay_pence": told.pounds("earnings_in_8_weeks"), "weeks": WEEKS_AVERAGED}
    confirmed = (told.figure("ni.lel_week", on, told.pounds("lel")),) if told.has("lel") else ()
    return Asked("ssp.eligibility", inputs, _entitled, confirmed)


def _entitled(answers: Mapping[str, Any]) -> Found:
    entitled = yes(answers["entitled"])
    return {
        "average_weekly_earnings": pounds(answers["average"]),
        "entitled": entitled,
        "form": None if entitled else THE_FORM,
    }


def _weekly(told: Told) -> Asked:
    inputs = {"on": told.on().isoformat(), "pay_pence": told.pounds("average_weekly_earnings"), "weeks": 1}
    return Asked("ssp.weekly_rate", inputs, _a_week, also="ssp.eligibility")


def _a_week(answers: Mapping[str, Any]) -> Found:
    """Who does not earn enough has none."""
    entitled = yes(answers["entitled"])
    return {"weekly": pounds(answers["weekly"]) if entitled else 0, "entitled": entitled}


def _accrued(told: Told) -> Asked:
    told.words("pay_period", "")  # what is earned depends on the hours alone
    inputs = {
        "on": told.on().isoformat(),
        "minutes_worked": told.hours("hours_worked"),
        "hours_kind": _hours_kind(told, usual=True),
    }
    return Asked("holiday.irregular_accrual", inputs, _earned)


def _earned(answers: Mapping[str, Any]) -> Found:
    exact = hours(answers["before_rounding"])
    return {
        "accrued_hours_unrounded": exact,
        "accrued_2dp": to_two_places(exact),
        "accrued_whole_hours": hours(answers["accrued"]),
    }


def _fixed(told: Told) -> Asked:
    inputs = {"on": told.on().isoformat(), "days_weekly": told.count("days_per_week")}
    return Asked("holiday.fixed_hours", inputs, lambda answers: {"entitlement_days": hundredths(answers["days"])})


def _rolled_up(told: Told) -> Asked:
    starts_on = told.on("leave_year_start").isoformat()
    inputs = {
        "on": starts_on,
        "pay_pence": told.pounds("pay_in_period"),
        "hours_kind": _hours_kind(told),
        "leave_year_starts_on": starts_on,
    }
    return Asked("holiday.rolled_up_pay", inputs, lambda answers: {"holiday_pay": pounds(answers["holiday_pay"])})


def _hours_kind(told: Told, *, usual: bool | None = None) -> str:
    return IRREGULAR_HOURS if told.yes_no("irregular_hours", default=usual) else FIXED_HOURS


LEAVE = {
    "ssp.waiting_days": _absence("ssp.waiting_days"),
    "ssp.payable_days": _absence("ssp.payable_days"),
    "ssp.eligibility": Published(_eligible),
    "ssp.weekly_rate": Published(_weekly),
    "holiday.irregular_accrual": Published(_accrued),
    "holiday.fixed_hours": Published(_fixed),
    "holiday.rolled_up_pay": Published(_rolled_up),
}
