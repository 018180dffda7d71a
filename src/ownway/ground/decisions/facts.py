"""A decision as a value, with its working as steps."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ownway.ground.decisions.models import Decision
from ownway.rules.steps import Step, answers_from_json


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """What was decided, when, by whom, and the working of each answer."""

    id: int
    person_id: int
    rule: str
    as_at_on: date
    made_by: str
    made_at: datetime
    rulebook_version: str
    inputs: dict[str, Any]
    workings: dict[str, Step]

    def pence(self, name: str) -> int:
        """The value of one answer."""
        return int(self.workings[name].value)


def decision_facts(row: Decision) -> DecisionFacts:
    """The row as a value."""
    return DecisionFacts(
        id=row.pk,
        person_id=row.person_id,
        rule=row.rule,
        as_at_on=row.as_at_on,
        made_by=row.made_by.name,
        made_at=row.made_at,
        rulebook_version=row.rulebook_version,
        inputs=row.inputs,
        workings=answers_from_json(row.workings),
    )
