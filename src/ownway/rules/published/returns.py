"""Questions about a council's returns, in the names of client level data and of ASCOF 3D."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from ownway.rules.published.asking import Asked, Found, Published
from ownway.rules.published.said import pounds
from ownway.rules.published.told import Told, plainly
from ownway.rules.self_directed_support import CARER, COMMUNITY, LONG_TERM, MECHANISMS, SERVICE_USER, TO_CARER
from ownway.rules.service_costs import FREQUENCIES

_FREQUENCIES = {plainly(one): one for one in FREQUENCIES}
_CLIENT_TYPES = {plainly(one): one for one in (SERVICE_USER, CARER)} | {"carer": CARER}
_FOUR_PLACES = Decimal("0.0001")


def _service(told: Told) -> dict[str, Any]:
    return {
        "unit_cost_pence": told.pounds("unit_cost"),
        "frequency": told.choice("cost_frequency", _FREQUENCIES),
        "units_hundredths": told.hundredths("planned_units_per_week", default=0),
    }


def _days(told: Told) -> dict[str, Any]:
    return {
        "started_on": told.day("event_start").isoformat(),
        "ended_on": told.day("event_end").isoformat() if told.has("event_end") else None,
        "period_start_on": told.day("period_start").isoformat(),
        "period_end_on": told.day("period_end").isoformat(),
    }


def _weekly(answers: Mapping[str, Any]) -> Found:
    return {"cost_per_week": pounds(answers["weekly"]) if "weekly" in answers else None}


def _total(answers: Mapping[str, Any]) -> Found:
    return {**_weekly(answers), "total_cost_period": pounds(answers["total"])}


def _weeks(answers: Mapping[str, Any]) -> Found:
    weeks = (Decimal(answers["days"].value) / 7).quantize(_FOUR_PLACES, rounding=ROUND_HALF_UP)
    return {"weeks": weeks}


def _supports(told: Told, *, counts: str, parts: tuple[str, ...], services: tuple[str, ...]) -> Asked:
    supports = [
        {
            "person": one.words("person"),
            "client_type": one.choice("client_type", _CLIENT_TYPES),
            "service_type": one.choice("service_type", {plainly(service): service for service in services}),
            "delivery_mechanism": one.choice(
                "delivery_mechanism", {"": "", **{plainly(each): each for each in MECHANISMS}}, default=""
            ),
            "service_component": one.words("service_component", default=""),
            "counts": one.yes_no(counts),
            "age_years": one.count("age") if one.has("age") else None,
        }
        for one in told.groups("events")
    ]
    return Asked(
        "returns.self_directed_support",
        {"supports": supports},
        lambda answers: {part: _share(answers[part]) for part in parts},
    )


def _share(share: Mapping[str, Any]) -> Found:
    tenths = share["tenths_of_a_percent"]
    return {
        "numerator": share["numerator"],
        "denominator": share["denominator"],
        "percent": None if tenths is None else Decimal(tenths) / 10,
    }


RETURNS = {
    "cld.cost_per_week": Published(
        lambda told: Asked("returns.service_cost", _service(told), _weekly), "What a service costs a week"
    ),
    "cld.weeks_of_service": Published(
        lambda told: Asked(
            "returns.service_cost", {"unit_cost_pence": 0, "frequency": "Weekly", **_days(told)}, _weeks
        ),
        "How many weeks of a service lie in a period",
    ),
    "cld.total_cost_period": Published(
        lambda told: Asked("returns.service_cost", {**_service(told), **_days(told)}, _total),
        "What a service costs in a period",
    ),
    "ascof.3D_clients": Published(
        lambda told: _supports(told, counts="open_at_period_end", parts=("3D_1a", "3D_2a"), services=LONG_TERM),
        "Of clients at home, how many direct their own support (ASCOF 3D, 1a and 2a)",
    ),
    "ascof.3D_carers": Published(
        lambda told: _supports(told, counts="in_year", parts=("3D_1b", "3D_2b"), services=(TO_CARER, COMMUNITY)),
        "Of unpaid carers, how many direct their own support (ASCOF 3D, 1b and 2b)",
    ),
}
