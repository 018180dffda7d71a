"""The rules about which law applies, and about several funders side by side, that can be asked by name."""

from __future__ import annotations

from dataclasses import dataclass

from ownway.rules import asked as asking
from ownway.rules import roles
from ownway.rules.answers import Answers, PlainAnswers, PlainRule, Rule
from ownway.rules.parameters import Figures
from ownway.rules.plain_data import to_plain
from ownway.rules.routes import RouteFacts, which_routes
from ownway.rules.three_funders import FirstPayment, FundersInputs, review_of, split


@dataclass(frozen=True, slots=True)
class FunderReviewsInputs:
    """What each funder has paid and looked at, and by which law the council pays its part."""

    funders: tuple[FirstPayment, ...]
    council_route: str


def _split(asked: FundersInputs, _: Figures) -> Answers:
    worked = split(asked)
    return {
        "whole": worked.whole,
        "contribution": worked.contribution,
        "council_pays": worked.council_pays,
        **{part.funder: part.total for part in worked.parts},
    }


def _routes(asked: RouteFacts, _: Figures) -> PlainAnswers:
    return {"routes": [to_plain(route) for route in which_routes(asked)]}


def _reviews(asked: FunderReviewsInputs, figures: Figures) -> PlainAnswers:
    asking.check(asked, asking.one_of("council_route", asked.council_route, roles.ROUTES))
    found = {one.funder: review_of(one, council_route=asked.council_route, figures=figures) for one in asked.funders}
    return {funder: to_plain(due) if due else None for funder, due in found.items()}


RULES = {
    "funders.split": Rule(
        FundersInputs,
        _split,
        title="Council, education and NHS: who pays which part",
        says="Each thing in the plan stands once, and says how it is shared. The shares come to the whole of it, so nothing is"
        " paid twice and nothing is left unpaid. A penny that cannot be shared is paid by the first of council, education"
        " and NHS that has a share. What you pay counts against the council’s part only, and never comes to more than it.",
        law="Care Act 2014 ss.14 and 26; Children and Families Act 2014 s.49 (reported); NHS care is free (as recalled)",
        example={
            "on": "2026-06-01",
            "council_route": "adult",
            "contribution_weekly_pence": 2_000,
            "lines": [
                {
                    "label": "Carys, mornings",
                    "cost_weekly_pence": 20_001,
                    "council_basis_points": 5_000,
                    "nhs_basis_points": 5_000,
                },
                {"label": "Speech therapy at college", "cost_weekly_pence": 6_000, "education_basis_points": 10_000},
            ],
        },
    ),
}

PLAIN_RULES = {
    "funders.routes": PlainRule(
        RouteFacts,
        _routes,
        title="Which rules apply to whom",
        says="Adults, carers, people with aftercare, children, and people with an education, health and care plan each have"
        " their own law. For each we say whether anything may be charged, who may hold the money, when the council looks"
        " again, and what else has to be so. One person may have several of them at once.",
        law="Care Act 2014; Mental Health Act 1983 s.117(2C); Children Act 1989; Children and Families Act 2014 s.49; each"
        " part says how far it was read",
        example={
            "on": "2026-06-01",
            "age_years": 19,
            "needs_support": True,
            "has_ehc_plan": True,
            "has_health_budget": True,
        },
    ),
    "funders.reviews": PlainRule(
        FunderReviewsInputs,
        _reviews,
        title="When each funder looks again",
        says="Each funder has its own clock, which starts when it first pays. The NHS says its own day. Months that are only"
        " recalled are first to be confirmed by the council.",
        law="SI 2014/2871 reg 7 (reported); SI 2009/1887 and SI 2014/1652 (as recalled)",
        example={
            "on": "2026-06-01",
            "council_route": "adult",
            "funders": [
                {"funder": "council", "first_payment_on": "2026-04-01"},
                {"funder": "nhs", "first_payment_on": "2026-05-01", "next_review_on": "2026-08-01"},
            ],
        },
    ),
}
