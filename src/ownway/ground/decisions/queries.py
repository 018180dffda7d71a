"""Questions about decisions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from ownway.ground.access.models import Council
from ownway.ground.decisions.facts import DecisionFacts, decision_facts
from ownway.ground.decisions.models import Decision
from ownway.rules import registry
from ownway.rules.refusals import Refused
from ownway.rules.steps import UsedFigure, answers_to_json


@dataclass(frozen=True, slots=True)
class DecisionSummary:
    """A decision in a list."""

    id: int
    title: str
    made_by: str
    made_at: datetime


# What each rule decides, in the words of a list.
TITLES = {
    "plan.cost": "What the support plan costs",
    "charging.assessment": "What the person can pay",
    "charging.full_cost": "What the person can pay",
    "offer.gross_net": "What the council offers",
    "accounts.surplus": "Money that may not be needed",
}


def find_decision(*, council: Council, person_id: int, id: int) -> DecisionFacts | None:
    """That decision about the person, with its working, if there is one."""
    row = Decision.objects.select_related("made_by").filter(council=council, person_id=person_id, pk=id).first()
    return decision_facts(row) if row is not None else None


def list_decisions(*, council: Council, person_id: int) -> list[DecisionSummary]:
    """What was decided about a person, newest first."""
    rows = Decision.objects.filter(council=council, person_id=person_id).order_by("-made_at", "-pk")
    found = rows.values_list("pk", "rule", "made_by__name", "made_at")[:200]
    return [DecisionSummary(id=pk, title=TITLES[rule], made_by=by, made_at=at) for pk, rule, by, at in found]


@dataclass(frozen=True, slots=True)
class Difference:
    """A stored decision that comes out differently when it is worked out again."""

    decision_id: int
    council: str
    rule: str
    made_with: str
    words: str


def replay_decisions() -> Iterator[Difference | None]:
    """Work every stored decision out again from its inputs and parameters: None when it is the same, else what differs.

    Reads in batches, so memory does not grow with the number of decisions.
    """
    rows = Decision.objects.select_related("council").order_by("pk")
    for row in rows.iterator(chunk_size=500):
        yield difference(row)


def difference(row: Decision) -> Difference | None:
    """What would differ if the decision were made again today, to the last step; None when nothing would."""
    used = [UsedFigure.from_json(figure) for figure in row.parameters]
    try:
        again = registry.replay(row.rule, row.inputs, used)
    except Refused as refusal:
        words = str(refusal)
    else:
        if answers_to_json(again) == row.workings:
            return None
        answers = {name: step.value for name, step in again.items()}
        changed = sorted(
            name for name in row.answers.keys() | answers.keys() if row.answers.get(name) != answers.get(name)
        )
        was_now = [f"{name}: {row.answers.get(name)} then, {answers.get(name)} now" for name in changed]
        words = "; ".join(was_now) or "The same answers, with another working"
    return Difference(
        decision_id=row.pk, council=row.council.name, rule=row.rule, made_with=row.rulebook_version, words=words
    )
