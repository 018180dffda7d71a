"""The rules about how far a budget covers its plan that can be asked by name."""

from __future__ import annotations

from ownway.rules.answers import Answers, PlainAnswers, PlainRule, Rule
from ownway.rules.covering import CoverInputs, cover, findings
from ownway.rules.parameters import Figures

_STEPS = ("budget", "cost", "covered", "short", "needed", "lawful_cost", "lawful")


def _covered(asked: CoverInputs, figures: Figures) -> Answers:
    found = cover(asked, figures=figures)
    rates = {f"least_rates.{key}": rate for key, rate in found.least_rates}
    return {name: getattr(found, name) for name in _STEPS} | rates


def _findings(asked: CoverInputs, figures: Figures) -> PlainAnswers:
    found = cover(asked, figures=figures)
    return {"covers": not found.short.value, "findings": list(findings(found))}


_LAW = "Care Act 2014 s.26; National Minimum Wage Regulations 2015 (SI 2015/621)"
_EXAMPLE = {
    "on": "2026-06-01",
    "plan": {
        "assistants": [{"key": "carys", "name": "Carys", "age_years": 34}],
        "lines": [
            {
                "kind": "pa_hours",
                "heading": "Exercise",
                "label": "Swimming with Carys",
                "minutes_weekly": 180,
                "hourly_pence": 1_300,
                "assistant": "carys",
            }
        ],
    },
    "budget_weekly_pence": 4_200,
}

RULES = {
    "plan.covered": Rule(
        CoverInputs,
        _covered,
        title="How far a budget covers what a plan truly costs",
        says=(
            "We work out the whole cost of the plan and set the budget beside it: how much of the cost it covers, how"
            " much is missing, and what it would have to be. Then we work out the same plan with every assistant paid"
            " the least that the law allows. A budget that does not reach that cannot pay a lawful wage."
        ),
        law=_LAW,
        example=_EXAMPLE,
    )
}
PLAIN_RULES = {
    "plan.cover_findings": PlainRule(
        CoverInputs,
        _findings,
        title="What is wrong with a budget that does not cover its plan",
        says=(
            "A sentence for each thing to put right: how much is missing, and whether the budget can pay a lawful wage."
        ),
        law=_LAW,
        example=_EXAMPLE,
    )
}
