"""The rules about a contribution that changes in the middle of a year that can be asked by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ownway.rules import by_day
from ownway.rules.answers import Answers, Rule
from ownway.rules.charging import contribution
from ownway.rules.days import Days
from ownway.rules.finances import Finances, LocalPolicy
from ownway.rules.parameters import Figures
from ownway.rules.refusals import InputProblem, refuse_if_wrong
from ownway.rules.steps import PENCE_WEEKLY, Step
from ownway.rules.vocabulary import given

_NOTHING_OF_ITS_OWN = LocalPolicy()


@dataclass(frozen=True, slots=True)
class AmountFrom:
    """A weekly amount in pence, and the day from which it holds."""

    from_on: date
    weekly_pence: int


@dataclass(frozen=True, slots=True)
class OverDaysInputs:
    """The first and the last of some days, and weekly amounts in the order of the days from which they hold."""

    from_on: date
    to_on: date
    amounts: tuple[AmountFrom, ...]


@dataclass(frozen=True, slots=True)
class AssessmentFrom:
    """A person's finances and what their support costs a week (pence), from a day."""

    from_on: date
    finances: Finances
    cost_weekly_pence: int


@dataclass(frozen=True, slots=True)
class AssessedOverDaysInputs:
    """The first and the last of some days, the assessments in the order of their days, and the council's policy.

    Each assessment uses the figures of the day from which it holds, so a rise in April is an assessment of its own.
    """

    from_on: date
    to_on: date
    assessments: tuple[AssessmentFrom, ...]
    policy: LocalPolicy = _NOTHING_OF_ITS_OWN


def _over_days(asked: OverDaysInputs, _: Figures) -> Answers:
    starts = [one.from_on for one in asked.amounts]
    wrong = by_day.problems(asked.from_on, asked.to_on, starts, field="amounts")
    pence = [one.weekly_pence for one in asked.amounts]
    refuse_if_wrong([*wrong, *_below_nothing("amounts", "weekly_pence", pence)])
    changes = [
        (one.from_on, given("What you pay", one.weekly_pence, PENCE_WEEKLY, source="the assessment"))
        for one in asked.amounts
    ]
    return _named(Days(asked.from_on, asked.to_on), changes)


def _assessed(asked: AssessedOverDaysInputs, figures: Figures) -> Answers:
    starts = [one.from_on for one in asked.assessments]
    wrong = by_day.problems(asked.from_on, asked.to_on, starts, field="assessments")
    pence = [one.cost_weekly_pence for one in asked.assessments]
    refuse_if_wrong([*wrong, *_below_nothing("assessments", "cost_weekly_pence", pence)])
    changes = [(one.from_on, _contribution(one, asked.policy, figures)) for one in asked.assessments]
    return _named(Days(asked.from_on, asked.to_on), changes)


def _contribution(one: AssessmentFrom, policy: LocalPolicy, figures: Figures) -> Step:
    cost = given("What the support costs", one.cost_weekly_pence, PENCE_WEEKLY, source="asked")
    at = figures.at(one.from_on)
    return contribution(finances=one.finances, policy=policy, cost_weekly=cost, figures=at).contribution


def _named(days: Days, changes: list[tuple[date, Step]]) -> Answers:
    total, parts = by_day.over_days(days, changes)
    named = {"total": total}
    for place, part in enumerate(parts):
        named |= {f"parts.{place}": part.amount, f"weekly.{place}": part.weekly}
    return named


def _below_nothing(field: str, name: str, pence: list[int]) -> list[InputProblem]:
    return [
        InputProblem(f"{field}.{place}.{name}", "This cannot be less than nothing.")
        for place, one in enumerate(pence)
        if one < 0
    ]


_SAYS = (
    "When what you pay changes in the middle of a year, each amount counts for its own days: a day is a seventh of a"
    " week. The whole is rounded once, so the parts always add up to it, wherever the change falls."
)
_LAW = "No law says how; counting by days is common practice. The council tells you why, and how (Care Act 2014 s.17)."
_AMINA = {
    "household": {"age_years": 34},
    "income": [{"label": "ESA", "kind": "esa", "amount_pence": 15_000}],
}

RULES = {
    "charging.over_days": Rule(
        OverDaysInputs,
        _over_days,
        title="What you pay when the amount changes in the middle of a year",
        says=_SAYS,
        law=_LAW,
        example={
            "from_on": "2026-04-06",
            "to_on": "2027-04-05",
            "amounts": [
                {"from_on": "2026-04-06", "weekly_pence": 1_234},
                {"from_on": "2026-09-01", "weekly_pence": 2_000},
            ],
        },
    ),
    "charging.assessed_over_days": Rule(
        AssessedOverDaysInputs,
        _assessed,
        title="What you pay when your money changes in the middle of a year",
        says=f"{_SAYS} Each assessment is made with the figures of the day from which it holds.",
        law=_LAW,
        example={
            "from_on": "2026-03-30",
            "to_on": "2026-04-12",
            "assessments": [
                {"from_on": "2026-01-01", "finances": _AMINA, "cost_weekly_pence": 20_000},
                {"from_on": "2026-04-06", "finances": _AMINA, "cost_weekly_pence": 20_000},
            ],
        },
    ),
}
