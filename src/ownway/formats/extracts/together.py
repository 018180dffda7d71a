"""Extracts of one case system beside each other: rows about people who are in no extract of people."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ownway.formats.extracts.found import MOST_KEPT, REFUSED, Found
from ownway.formats.extracts.kinds import PEOPLE

_NOT_THERE = "This person is in no extract of people."
_SET_ASIDE = "This person’s own row was set aside."


class Stray(NamedTuple):
    """A row of services, plans or payments whose person would not be there. `name` and `place`: its file and row."""

    kind: str
    name: str
    place: int
    person_reference: str
    reason: str


@dataclass(slots=True)
class Together:
    """What does not fit between extracts. `reason`: why that cannot be said, "" when it can. `strays`: the first ones."""

    reason: str = ""
    count: int = 0
    strays: list[Stray] = field(default_factory=list)


def check_together(extracts: Sequence[Found]) -> Together:
    """Whether everybody that services, plans and payments name is in an extract of people. All have been gone through.

    References are the same in capitals and small letters. Rows that were set aside are told of in their own report.
    """
    people = [found for found in extracts if found.kind == PEOPLE]
    if not people or any(found.outcome == REFUSED for found in people):
        why = "was refused" if people else "is missing"
        return Together(f"Whether each person is there was not looked at: an extract of people {why}.")
    taken = {reference for found in people for reference in found.references.keys() - found.set_aside}
    aside = {reference for found in people for reference in found.set_aside} - taken
    together = Together()
    for found in extracts:
        if found.outcome != REFUSED:
            _look(found, taken, aside, together)
    return together


def _look(found: Found, taken: set[str], aside: set[str], together: Together) -> None:
    strays = [(place, person) for person, places in found.people.items() if person not in taken for place in places]
    together.count += len(strays)
    for place, person in sorted(strays)[: MOST_KEPT - len(together.strays)]:
        reason = _SET_ASIDE if person in aside else _NOT_THERE
        together.strays.append(Stray(found.kind, found.name, place, person, reason))
