"""The measures of a day, as values."""

from dataclasses import dataclass
from datetime import date, datetime

from ownway.journey.plans.models import LineKind

# The eleven kinds of use that councils count, each with the kinds of line of a plan that belong to it.
USES: dict[str, tuple[LineKind, ...]] = {
    "Financial fees": (LineKind.PAYROLL, LineKind.INSURANCE, LineKind.MONEY_HELP),
    "Personal assistants": (LineKind.PA_HOURS, LineKind.TRAINING),
    "Activities": (LineKind.ACTIVITY,),
    "Agency home care": (LineKind.AGENCY_HOURS,),
    "Transport": (LineKind.TRANSPORT,),
    "Short breaks": (LineKind.SHORT_BREAK,),
    "Supported living": (LineKind.SUPPORTED_LIVING,),
    "Appointeeship fees": (LineKind.APPOINTEESHIP,),
    "Childcare": (LineKind.CHILDCARE,),
    "Other": (LineKind.OTHER, LineKind.START_UP, LineKind.CONTINGENCY),
    "Equipment and technology": (LineKind.EQUIPMENT,),
}
WEEKS_YEARLY = 52


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """A client group: people with a direct payment on the day, and what is agreed for them, in pence a week."""

    words: str
    people: int
    payments_weekly_pence: int
    budgets_weekly_pence: int


@dataclass(frozen=True, slots=True)
class UseFacts:
    """A kind of use: how many people's agreed plans have it."""

    words: str
    people: int


@dataclass(frozen=True, slots=True)
class Insight:
    """What the measures say of a day, and when they were counted."""

    on: date
    counted_at: datetime
    groups: tuple[GroupFacts, ...]
    uses: tuple[UseFacts, ...]
    days_to_first_payment: int | None

    @property
    def people(self) -> int:
        """People with a direct payment."""
        return sum(group.people for group in self.groups)

    @property
    def payments_weekly_pence(self) -> int:
        """What the council pays them a week, as agreed."""
        return sum(group.payments_weekly_pence for group in self.groups)

    @property
    def budgets_weekly_pence(self) -> int:
        """What their support costs a week, as agreed."""
        return sum(group.budgets_weekly_pence for group in self.groups)

    @property
    def payments_yearly_pence(self) -> int:
        """What the council pays them in 52 weeks, as agreed."""
        return WEEKS_YEARLY * self.payments_weekly_pence

    @property
    def uses_in_all(self) -> int:
        """Uses of all kinds; most people have more than one."""
        return sum(use.people for use in self.uses)
