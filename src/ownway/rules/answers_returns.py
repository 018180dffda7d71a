"""The rules about a council's returns that can be asked by name: what a service costs, and who directs their own support."""

from __future__ import annotations

from dataclasses import dataclass

from ownway.rules import asked as asking
from ownway.rules.answers import Answers, PlainAnswers, PlainRule, Rule
from ownway.rules.parameters import Figures
from ownway.rules.self_directed_support import CARER, COMMUNITY, SERVICE_USER, TO_CARER, Share, Support, carers, clients
from ownway.rules.service_costs import ServiceCost, cost


@dataclass(frozen=True, slots=True)
class SupportTold:
    """One service of the return: see self_directed_support.Support."""

    person: str
    client_type: str
    service_type: str
    delivery_mechanism: str = ""
    service_component: str = ""
    counts: bool = True
    age_years: int | None = None


@dataclass(frozen=True, slots=True)
class SupportsTold:
    """All services of a council's return."""

    supports: tuple[SupportTold, ...]


def _cost(asked: ServiceCost, _: Figures) -> Answers:
    found = cost(asked)
    named = {"weekly": found.weekly, "days": found.days, "total": found.total}
    return {name: step for name, step in named.items() if step is not None}


def _self_directed(asked: SupportsTold, _: Figures) -> PlainAnswers:
    asking.check(asked)
    supports = [
        Support(
            one.person,
            one.client_type,
            one.service_type,
            one.delivery_mechanism,
            one.service_component,
            one.counts,
            one.age_years,
        )
        for one in asked.supports
    ]
    of_clients, of_carers = clients(supports), carers(supports)
    return {
        "3D_1a": _share(of_clients.self_directed),
        "3D_2a": _share(of_clients.direct_payment),
        "3D_1b": _share(of_carers.self_directed),
        "3D_2b": _share(of_carers.direct_payment),
    }


def _share(share: Share) -> dict[str, int | None]:
    return {
        "numerator": share.numerator,
        "denominator": share.denominator,
        "tenths_of_a_percent": share.tenths,
    }


_BY_DHSC = "Department of Health and Social Care, client level data scripts, June 2026: restated, not the law"

RULES = {
    "returns.service_cost": Rule(
        ServiceCost,
        _cost,
        title="What a service in the council’s return costs",
        says="The unit cost, by how often it is paid, as a week; or by the planned units, where it goes by the hour, day"
        " or session. The cost of a period is the weeks in it, counted in days, at that. A one-off has no week.",
        law=_BY_DHSC,
        example={
            "on": "2026-06-01",
            "unit_cost_pence": 52_000,
            "frequency": "Monthly",
            "started_on": "2026-01-15",
            "period_start_on": "2026-01-01",
            "period_end_on": "2026-03-31",
        },
    )
}
PLAIN_RULES = {
    "returns.self_directed_support": PlainRule(
        SupportsTold,
        _self_directed,
        title="How many people direct their own support (ASCOF 3D)",
        says="Each person counts once, by the support that stands highest. Of people supported at home on the last day,"
        " we count who has a direct payment, and who has that or a budget that the council manages. Of unpaid carers"
        " supported in the year, we count the same.",
        law=_BY_DHSC,
        example={
            "on": "2026-06-01",
            "supports": [
                {
                    "person": "Amina",
                    "client_type": SERVICE_USER,
                    "service_type": COMMUNITY,
                    "service_component": "Direct payment",
                    "age_years": 41,
                },
                {"person": "Leila", "client_type": SERVICE_USER, "service_type": COMMUNITY, "age_years": 67},
                {
                    "person": "Brian",
                    "client_type": CARER,
                    "service_type": TO_CARER,
                    "delivery_mechanism": "CASSR managed personal budget",
                    "service_component": "Other unpaid carer support",
                    "age_years": 44,
                },
            ],
        },
    )
}
