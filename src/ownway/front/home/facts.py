"""What stands on a start page: for the person's side what comes next, for a worker what waits."""

from dataclasses import dataclass
from datetime import date

from ownway.ground.people.facts import PersonFacts
from ownway.ground.people.models import Relation


@dataclass(frozen=True, slots=True)
class Mine:
    """A person to whom somebody stands so today."""

    person: PersonFacts
    relations: frozenset[Relation]

    @property
    def is_self(self) -> bool:
        """Whether it is they themselves."""
        return Relation.SELF in self.relations

    @property
    def is_my_side(self) -> bool:
        """Whether it is they themselves, or somebody for whom they act."""
        return bool(self.relations & {Relation.SELF, Relation.REPRESENTATIVE})

    @property
    def is_advised(self) -> bool:
        """Whether they advise the person and may read the record."""
        return Relation.ADVISER in self.relations


@dataclass(frozen=True, slots=True)
class MinePage:
    """One page of the people to whom somebody stands so."""

    people: tuple[Mine, ...]
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: the words of the link, its address, and a sentence on why."""

    words: str
    href: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class NextPayment:
    """The next payment that is planned: when, and how many pence."""

    on: date
    pence: int


@dataclass(frozen=True, slots=True)
class SafeToSpend:
    """What was safe to spend, and in the account, on the last day that is known. Unit: pence."""

    on: date
    pence: int
    balance_pence: int


@dataclass(frozen=True, slots=True)
class OwnPage:
    """One person's start page: what is theirs to do now, what the council's, and their next payment if one is planned.

    `safe` is None when no file and nobody has said what is in the account.
    """

    person: PersonFacts
    yours: tuple[Place, ...]
    councils: tuple[str, ...]
    next_payment: NextPayment | None
    newest_letter: Place | None
    has_lines: bool
    safe: SafeToSpend | None


@dataclass(frozen=True, slots=True)
class DeskLine:
    """Work that waits at a desk: how many, in words that follow the number, and where."""

    count: int
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One piece of work that waits: whom it is about, what it is, since or by which day if one is known, and where."""

    name: str
    reference: str
    words: str
    on: date | None
    href: str


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """One page of what waits, and how many there are in all."""

    lines: tuple[WaitingLine, ...]
    count: int
    number: int
    pages: int
