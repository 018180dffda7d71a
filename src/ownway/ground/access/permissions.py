"""A permission: its name and the staff roles that hold it. Rooms declare theirs with `staff_may`."""

from collections.abc import Iterable
from dataclasses import dataclass

from ownway.ground.access.facts import Actor
from ownway.ground.access.models import Role


@dataclass(frozen=True, slots=True)
class Permission:
    """What a door asks for. `public` is open to all; `signed_in` to any account; else one of the roles is needed."""

    name: str
    roles: frozenset[Role] = frozenset()
    public: bool = False
    signed_in: bool = False

    def allows(self, actor: Actor | None) -> bool:
        """Whether this actor may, by role alone."""
        if self.public:
            return True
        if actor is None:
            return False
        return self.signed_in or bool(self.roles & actor.roles)


def staff_may(name: str, *, roles: Iterable[Role]) -> Permission:
    """A permission held by these staff roles."""
    return Permission(name=name, roles=frozenset(roles))


anybody = Permission(name="anybody", public=True)
anybody_signed_in = Permission(name="anybody_signed_in", signed_in=True)
any_staff = staff_may("any_staff", roles=Role)
manage_team = staff_may("manage_team", roles=[Role.ADMINISTRATOR])
