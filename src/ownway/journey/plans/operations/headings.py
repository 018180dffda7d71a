"""Write the outcomes of a draft: what the money is for."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from ownway.journey.needs.queries import find_outcome
from ownway.journey.plans.facts import heading_facts
from ownway.journey.plans.models import Heading
from ownway.journey.plans.operations.drafting import Change, heading_of, refuse_if_changed
from ownway.journey.plans.operations.refusals import PlanProblems
from ownway.rules.refusals import InputProblem


@dataclass(frozen=True, slots=True)
class NewHeading:
    """A heading in words, such as “Exercise, 3 hours a week”, and the person's own outcome that it serves."""

    words: str
    outcome_id: int


@transaction.atomic
def add_heading(*, change: Change, heading: NewHeading) -> Heading:
    """Add a heading at the end. Raises NotADraft, or PlanProblems for an outcome that is not the person's."""
    plan = change.lock_draft()
    _require_outcome(change, heading.outcome_id)
    last = Heading.objects.filter(plan=plan).aggregate(last=Max("position"))["last"] or 0
    row = Heading.objects.create(plan=plan, words=heading.words, outcome_id=heading.outcome_id, position=last + 1)
    change.note("add_heading", f"Added “{row.words}” to the plan.", number=plan.number)
    return row


@transaction.atomic
def change_heading(*, change: Change, id: int, heading: NewHeading, stamp: str = "") -> Heading:
    """Change a heading. Raises NotADraft, NothingThere, ChangedMeanwhile or PlanProblems."""
    plan = change.lock_draft()
    row = heading_of(plan, id)
    refuse_if_changed(stamp=stamp, now=heading_facts(row, []).stamp)
    if heading.outcome_id != row.outcome_id:
        _require_outcome(change, heading.outcome_id)
    row.words, row.outcome_id = heading.words, heading.outcome_id
    row.save(update_fields=["words", "outcome"])
    change.note("change_heading", f"Changed “{row.words}” in the plan.", number=plan.number)
    return row


@transaction.atomic
def remove_heading(*, change: Change, id: int) -> None:
    """Take a heading out with all its lines. Raises NotADraft or NothingThere."""
    plan = change.lock_draft()
    row = heading_of(plan, id)
    words = row.words
    row.delete()
    change.note("remove_heading", f"Took “{words}” out of the plan.", number=plan.number)


def _require_outcome(change: Change, outcome_id: int) -> None:
    if find_outcome(council=change.council, person_id=change.person_id, id=outcome_id) is None:
        raise PlanProblems((InputProblem("outcome_id", "Choose one of the things they want"),))
