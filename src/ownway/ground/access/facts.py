"""Who is acting and who works here, as values that rooms and pages can hold; and what each role is for."""

from dataclasses import dataclass
from datetime import date, datetime

from ownway.ground.access.models import Role

# What each role may do, in a sentence: for whoever gives the roles.
WHAT_ROLES_DO = {
    Role.SOCIAL_WORKER: "Writes down with people what matters to them, plans their support and makes them an offer.",
    Role.FINANCE_OFFICER: "Sets up payments, proposes payment runs, holds financial check-ups and confirms figures.",
    Role.FINANCE_APPROVER: "Approves payment runs, but none that they proposed. Says yes to offers for the council.",
    Role.SUPPORT_ADVISER: "Advises people, and reads the records of those who asked for advice.",
    Role.COMMISSIONER: "Sees how things go for all people together, and nobody’s own record.",
    Role.ADMINISTRATOR: "Opens accounts, says who has which role, confirms figures, and sees who looked at a record.",
}


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


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role that somebody holds today, and its last day when that is known."""

    role: Role
    until_on: date | None

    @property
    def words(self) -> str:
        """The role's name."""
        return str(self.role.label)


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody who works for the council, or did: their account, their roles today, and how they sign in."""

    id: int
    name: str
    email: str
    roles: tuple[HeldRole, ...]
    is_open: bool
    is_made_up: bool
    has_password: bool
    has_second_factor: bool
    last_signed_in_at: datetime | None

    @property
    def staying_roles(self) -> frozenset[Role]:
        """The roles that have no last day."""
        return frozenset(held.role for held in self.roles if held.until_on is None)

    @property
    def how_far(self) -> str:
        """In a few words, how far they are with signing in."""
        if not self.is_open:
            return "Account closed"
        if self.last_signed_in_at is None:
            return "Has not signed in yet"
        if self.is_made_up:
            return "Made up for the demonstration"
        return "Second factor set up" if self.has_second_factor else "No second factor yet"


@dataclass(frozen=True, slots=True)
class TeamPage:
    """One page of the workers found, and how many there are in all."""

    workers: tuple[Worker, ...]
    count: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was done about an account: when, by whom, in a sentence."""

    at: datetime
    by: str
    words: str
