"""Something that is there for each changing part of an address about a person: for tests that open every door.

A room adds a line for its own: the name of the part, and a function that makes one for the person and gives its number.
"""

from collections.abc import Callable
from typing import Any

from django.utils import timezone
from tests.factories.accounts import (
    make_columns,
    make_line,
    make_receipt,
    make_sheet,
    make_statement,
    make_undated,
    make_waiting,
)
from tests.factories.offers import make_open_offer, make_question
from tests.factories.payments import make_answer_item, make_written_run
from tests.factories.plans import make_plan

from ownway.ground.access.models import User
from ownway.ground.people.models import Person, Relation
from ownway.journey.needs.models import CareActArea
from ownway.journey.needs.operations import add_outcome
from ownway.journey.plans.facts import PlanFacts
from ownway.journey.plans.queries import find_current_plan, get_plan


def make_outcome(person: Person, by: User) -> int:
    """Something the person wants."""
    outcome = add_outcome(
        council=person.council,
        person_id=person.pk,
        words="I want to swim again",
        area=CareActArea.COMMUNITY,
        by=by,
        at=timezone.now(),
    )
    return outcome.pk


def plan_of(person: Person, by: User) -> PlanFacts:
    """The person's plan, made when there is none."""
    found = find_current_plan(council=person.council, person_id=person.pk)
    return found or get_plan(council=person.council, id=make_plan(person, by).pk)


EXAMPLES: dict[str, Callable[[Person, User], Any]] = {
    "person_id": lambda person, by: person.pk,
    "outcome_id": make_outcome,
    "heading_id": lambda person, by: plan_of(person, by).headings[0].id,
    "line_id": lambda person, by: plan_of(person, by).lines[0].id,
    "assistant_id": lambda person, by: plan_of(person, by).assistants[0].id,
    "version": lambda person, by: make_open_offer(person, by).version,
    "question_id": lambda person, by: make_question(person, by).pk,
    "relationship_id": lambda person, by: person.relationships.get(relation=Relation.SELF).pk,
    "set_up_step": lambda person, by: "insurance",
    "bank_line_id": make_line,
    "receipt_id": make_receipt,
    "statement_id": make_statement,
    "waiting_id": make_waiting,
    "sheet_id": make_sheet,
    "undated_id": make_undated,
    "columns_id": make_columns,
    "run_id": lambda person, by: make_written_run(person=person, by=by).pk,
    "payment_id": lambda person, by: make_written_run(person=person, by=by).lines.get().pk,
    "change_id": lambda person, by: make_written_run(person=person, by=by).changes.get().pk,
    "answer_id": lambda person, by: make_answer_item(person=person, by=by).answer_id,
    "item_id": lambda person, by: make_answer_item(person=person, by=by).pk,
    "worker_id": lambda person, by: by.pk,
    "file_kind": lambda person, by: "pain001",
}


def make_examples(*, person: Person, by: User) -> dict[str, Any]:
    """One of each."""
    return {part: make(person, by) for part, make in EXAMPLES.items()}
