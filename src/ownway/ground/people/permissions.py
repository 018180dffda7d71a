"""Who may do what with a person's record: by staff role, or by how they stand to the person."""

from collections.abc import Iterable
from dataclasses import dataclass

from ownway.ground.access.facts import Actor
from ownway.ground.access.models import Role
from ownway.ground.access.permissions import staff_may
from ownway.ground.people.facts import Standing
from ownway.ground.people.models import Relation


@dataclass(frozen=True, slots=True)
class PersonPermission:
    """What a door about one person asks for: one of the roles at their council, or one of the relations."""

    name: str
    roles: frozenset[Role]
    relations: frozenset[Relation]

    def allows(self, *, actor: Actor, standing: Standing) -> bool:
        """Whether this actor, standing so to the person, may."""
        return bool(self.roles & actor.roles) or bool(self.relations & standing.relations)


def person_may(name: str, *, roles: Iterable[Role] = (), relations: Iterable[Relation] = ()) -> PersonPermission:
    """A permission about one person, held by these staff roles and these relations."""
    return PersonPermission(name=name, roles=frozenset(roles), relations=frozenset(relations))


PERSON_SIDE = (Relation.SELF, Relation.REPRESENTATIVE)
WORKERS = (Role.SOCIAL_WORKER, Role.FINANCE_OFFICER, Role.FINANCE_APPROVER)

find_people = staff_may("find_people", roles=WORKERS)
see_person = person_may("see_person", roles=WORKERS, relations=(*PERSON_SIDE, Relation.ADVISER))
see_who_looked = person_may("see_who_looked", roles=(Role.ADMINISTRATOR,), relations=PERSON_SIDE)
