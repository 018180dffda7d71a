"""Find the draft that is being written, and hold it so that nobody else changes it at the same moment."""

from dataclasses import dataclass
from datetime import datetime

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.journey.plans.models import Assistant, Heading, Line, Plan, PlanStatus
from ownway.journey.plans.operations.refusals import ChangedMeanwhile, NotADraft, NothingThere


@dataclass(frozen=True, slots=True)
class Change:
    """Who changes whose plan, and when. The draft is the person's only one."""

    council: Council
    person_id: int
    by: User
    at: datetime

    def lock_draft(self) -> Plan:
        """The person's draft, held until the transaction ends. Raises NotADraft."""
        drafts = Plan.objects.select_for_update().filter(
            person__council=self.council, person_id=self.person_id, status=PlanStatus.DRAFT
        )
        draft = drafts.first()
        if draft is None:
            raise NotADraft
        return draft

    def note(self, what: str, words: str, *, number: int) -> None:
        """Write on the person's timeline what was done to the plan."""
        record_event(
            council=self.council,
            by=self.by,
            at=self.at,
            what=what,
            words=words,
            person_id=self.person_id,
            about=f"plan {number}",
        )


def heading_of(plan: Plan, id: int) -> Heading:
    """That heading of the plan. Raises NothingThere."""
    row = Heading.objects.select_related("outcome").filter(plan=plan, pk=id).first()
    if row is None:
        raise NothingThere
    return row


def line_of(plan: Plan, id: int) -> Line:
    """That line of the plan, with its heading and assistant. Raises NothingThere."""
    row = Line.objects.select_related("heading", "assistant").filter(heading__plan=plan, pk=id).first()
    if row is None:
        raise NothingThere
    return row


def assistant_of(plan: Plan, id: int) -> Assistant:
    """That assistant of the plan. Raises NothingThere."""
    row = Assistant.objects.filter(plan=plan, pk=id).first()
    if row is None:
        raise NothingThere
    return row


def refuse_if_changed(*, stamp: str, now: str) -> None:
    """Raise ChangedMeanwhile unless it still reads as it did when the page was opened. An empty stamp asks nothing."""
    if stamp and stamp != now:
        raise ChangedMeanwhile
