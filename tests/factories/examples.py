"""Something that is there for each changing part of an address about a person: for tests that open every door.

A room adds a line for its own: the name of the part, and a function that makes one for the person and gives its number.
"""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from ownway.ground.access.models import User
from ownway.ground.people.models import Person
from ownway.journey.needs.models import CareActArea
from ownway.journey.needs.operations import add_outcome


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


EXAMPLES: dict[str, Callable[[Person, User], Any]] = {
    "person_id": lambda person, by: person.pk,
    "outcome_id": make_outcome,
}


def make_examples(*, person: Person, by: User) -> dict[str, Any]:
    """One of each."""
    return {part: make(person, by) for part, make in EXAMPLES.items()}
