"""Work out figures by a rule and keep the decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ownway.ground.access.models import Council, User
from ownway.ground.decisions.models import Decision
from ownway.rules import RULEBOOK_VERSION, registry
from ownway.rules.parameters import Figures
from ownway.rules.steps import Step, answers_to_json, used_parameters


@dataclass(frozen=True, slots=True)
class NewDecision:
    """Something to decide: which rule, with which inputs (plain JSON), and the figures in force."""

    person_id: int
    rule: str
    inputs: Mapping[str, Any]
    figures: Figures


def make_decision(
    *, council: Council, decision: NewDecision, by: User, at: datetime
) -> tuple[Decision, dict[str, Step]]:
    """Work it out and keep it, in the caller's transaction. Raises the rulebook's Refused, and then keeps nothing."""
    row, workings = worked_out(council=council, decision=decision, by=by, at=at)
    row.save(force_insert=True)
    return row, workings


def worked_out(*, council: Council, decision: NewDecision, by: User, at: datetime) -> tuple[Decision, dict[str, Step]]:
    """The decision as a row that is not kept yet, for loading many at once, and its workings."""
    inputs = {**decision.inputs, "on": decision.figures.day.isoformat()}
    workings = registry.answer(decision.rule, inputs, decision.figures)
    row = Decision(
        council=council,
        person_id=decision.person_id,
        rule=decision.rule,
        inputs=inputs,
        parameters=[used.to_json() for used in used_parameters(*workings.values())],
        workings=answers_to_json(workings),
        answers={name: step.value for name, step in workings.items()},
        rulebook_version=RULEBOOK_VERSION,
        as_at_on=decision.figures.day,
        made_by=by,
        made_at=at,
    )
    return row, workings
