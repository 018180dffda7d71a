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
# Finance officers and approvers, who decide who is paid, neither add people nor say where their letters go or who acts
# for them: whoever made somebody up could not pay them, and letters about a payment reach the person.
add_person = staff_may("add_person", roles=(Role.SOCIAL_WORKER,))
change_details = person_may("change_details", roles=(Role.SOCIAL_WORKER,))
change_contact = person_may("change_contact", relations=PERSON_SIDE)
see_who_acts = person_may("see_who_acts", roles=WORKERS, relations=(*PERSON_SIDE, Relation.ADVISER))
change_who_acts = person_may("change_who_acts", roles=(Role.SOCIAL_WORKER,))
# Whoever hears of a death first stops the payments. To start them again takes somebody who does not pay.
record_death = person_may("record_death", roles=WORKERS)
take_back_death = person_may("take_back_death", roles=(Role.SOCIAL_WORKER,))
see_who_looked = person_may("see_who_looked", roles=(Role.ADMINISTRATOR,), relations=PERSON_SIDE)
