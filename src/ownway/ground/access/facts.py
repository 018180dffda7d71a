"""Who is acting, as a value that rooms can hold."""

from dataclasses import dataclass

from ownway.ground.access.models import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody at a door: who they are, for which council, with which staff roles today."""

    user_id: int
    name: str
    council_id: int
    roles: frozenset[Role]
    is_demo: bool = False

    @property
    def is_staff(self) -> bool:
        """Whether they work for the council."""
        return bool(self.roles)
