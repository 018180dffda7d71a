"""What a person told about their money, and what was worked out from it, as values for pages and offers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ownway.ground.decisions.facts import DecisionFacts
from ownway.journey.contributions.models import Basis as Basis

EMPTY: dict[str, Any] = {"household": None, "income": [], "capital": [], "housing": [], "disability_costs": []}
SECTIONS = ("income", "capital", "housing", "disability_costs")


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers as told: a household (None until told) and the items of each section, each plain data."""

    household: Mapping[str, Any] | None
    sections: Mapping[str, tuple[Mapping[str, Any], ...]]

    @property
    def is_ready(self) -> bool:
        """Whether there is enough to work something out."""
        return self.household is not None


@dataclass(frozen=True, slots=True)
class AssessmentFacts:
    """The newest assessment: the most the person can be asked to pay a week, and its working."""

    id: int
    number: int
    basis: str
    basis_words: str
    most_weekly_pence: int
    pays_full_cost: bool
    from_on: date
    made_by: str
    made_at: datetime
    answers: Answers
    decision: DecisionFacts

    @property
    def decision_id(self) -> int:
        """The decision that holds the working."""
        return self.decision.id

    @property
    def is_full(self) -> bool:
        """Whether income, savings and costs were looked at together."""
        return self.basis == Basis.FULL


def answers_of(data: Mapping[str, Any] | None) -> Answers:
    """Stored answers as a value; what was never told is empty."""
    told = {**EMPTY, **(data or {})}
    return Answers(household=told["household"], sections={name: tuple(told[name]) for name in SECTIONS})


def rule_inputs(answers: Answers) -> dict[str, Any]:
    """The answers in the shape of the rule `charging.assessment`; disability costs that were not accepted stay out."""
    costs = [
        {key: cost[key] for key in ("label", "amount_pence", "every")}
        for cost in answers.sections["disability_costs"]
        if cost["accepted"]
    ]
    return {
        "finances": {
            "household": dict(answers.household or {}),
            "income": [dict(one) for one in answers.sections["income"]],
            "capital": [dict(one) for one in answers.sections["capital"]],
            "housing": [dict(one) for one in answers.sections["housing"]],
            "disability_costs": costs,
        }
    }
