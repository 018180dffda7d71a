"""Write who is to be employed: what the law needs to know to say what an employer pays."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from ownway.journey.plans.costing import age_on
from ownway.journey.plans.facts import assistant_facts
from ownway.journey.plans.models import Assistant, Every, HoursKind, Line
from ownway.journey.plans.operations.drafting import Change, assistant_of, refuse_if_changed
from ownway.journey.plans.operations.refusals import PlanProblems, StillUsed
from ownway.rules.refusals import InputProblem

YOUNGEST, OLDEST = 16, 100  # whom the rulebook costs (rules.plans)


@dataclass(frozen=True, slots=True)
class NewAssistant:
    """Somebody to employ; `born_on` is None while nobody is found."""

    name: str
    hours_kind: HoursKind
    pay_every: Every = Every.FOUR_WEEKS
    born_on: date | None = None
    over_state_pension_age: bool = False
    asks_for_pension: bool = False


@transaction.atomic
def add_assistant(*, change: Change, assistant: NewAssistant) -> Assistant:
    """Add somebody to employ. Raises NotADraft, or PlanProblems with what to put right by field."""
    plan = change.lock_draft()
    row = Assistant(plan=plan)
    _write(row, assistant)
    row.save(force_insert=True)
    change.note("add_assistant", f"Added {row.name} to the plan.", number=plan.number)
    return row


@transaction.atomic
def change_assistant(*, change: Change, id: int, assistant: NewAssistant, stamp: str = "") -> Assistant:
    """Change what is known of somebody to employ. Raises NotADraft, NothingThere, ChangedMeanwhile or PlanProblems."""
    plan = change.lock_draft()
    row = assistant_of(plan, id)
    refuse_if_changed(stamp=stamp, now=assistant_facts(row).stamp)
    _write(row, assistant)
    row.save()
    change.note("change_assistant", f"Changed what the plan says of {row.name}.", number=plan.number)
    return row


@transaction.atomic
def remove_assistant(*, change: Change, id: int) -> None:
    """Take somebody out of the plan. Raises NotADraft, NothingThere, or StillUsed while hours name them."""
    plan = change.lock_draft()
    row = assistant_of(plan, id)
    if Line.objects.filter(assistant=row).exists():
        raise StillUsed(
            f"The plan still has hours for {row.name}. Take those hours out first, or give them to another."
        )
    name = row.name
    row.delete()
    change.note("remove_assistant", f"Took {name} out of the plan.", number=plan.number)


def _write(row: Assistant, assistant: NewAssistant) -> None:
    for name, value in asdict(assistant).items():
        setattr(row, name, value)
    if assistant.born_on is None:
        return
    age = age_on(assistant.born_on, row.plan.starts_on)
    if not YOUNGEST <= age <= OLDEST:
        said = f"{assistant.name} would be {age} when the plan starts. Check the date of birth"
        raise PlanProblems((InputProblem("born_on", said),))
