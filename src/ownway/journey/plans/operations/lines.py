"""Write the lines of a draft: what each outcome is expected to cost."""

from dataclasses import asdict, dataclass

from django.db import transaction

from ownway.journey.plans.costing import rule_assistant, rule_line
from ownway.journey.plans.facts import assistant_facts, line_facts
from ownway.journey.plans.models import Line, LineKind, Plan
from ownway.journey.plans.operations.drafting import Change, assistant_of, heading_of, line_of, refuse_if_changed
from ownway.journey.plans.operations.refusals import PlanProblems
from ownway.rules import plans
from ownway.rules.refusals import InputProblem


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line as it was typed: time in minutes a week, money in pence, a share in basis points (see `LineFacts`)."""

    kind: LineKind
    words: str = ""
    assistant_id: int | None = None
    day_kind: str = ""
    minutes_weekly: int | None = None
    minutes_awake_weekly: int | None = None
    hourly_pence: int | None = None
    amount_pence: int | None = None
    every: str = ""
    share_bp: int | None = None


@transaction.atomic
def add_line(*, change: Change, heading_id: int, line: NewLine) -> Line:
    """Add a line under a heading. Raises NotADraft, NothingThere, or PlanProblems with what to put right by field."""
    plan = change.lock_draft()
    row = Line(heading=heading_of(plan, heading_id))
    _write(plan, row, line)
    row.save(force_insert=True)
    change.note("add_line", f"Added {_told(row)} to “{row.heading.words}”.", number=plan.number)
    return row


@transaction.atomic
def change_line(*, change: Change, id: int, line: NewLine, stamp: str = "") -> Line:
    """Change a line. Raises NotADraft, NothingThere, ChangedMeanwhile or PlanProblems."""
    plan = change.lock_draft()
    row = line_of(plan, id)
    refuse_if_changed(stamp=stamp, now=line_facts(row).stamp)
    _write(plan, row, line)
    row.save()
    change.note("change_line", f"Changed {_told(row)} under “{row.heading.words}”.", number=plan.number)
    return row


@transaction.atomic
def remove_line(*, change: Change, id: int) -> None:
    """Take a line out. Raises NotADraft or NothingThere."""
    plan = change.lock_draft()
    row = line_of(plan, id)
    told, heading = _told(row), row.heading.words
    row.delete()
    change.note("remove_line", f"Took {told} out of “{heading}”.", number=plan.number)


def _write(plan: Plan, row: Line, line: NewLine) -> None:
    row.assistant = assistant_of(plan, line.assistant_id) if line.assistant_id is not None else None
    for name, value in asdict(line).items():
        if name != "assistant_id":
            setattr(row, name, value)
    facts = line_facts(row)
    assistants = (rule_assistant(assistant_facts(row.assistant), on=plan.starts_on),) if row.assistant else ()
    asked = plans.Plan(lines=(rule_line(facts, heading=row.heading.words),), assistants=assistants)
    found = [problem for problem in plans.problems(asked) if problem.field.startswith("lines.0.") and not problem.asks]
    if found:
        raise PlanProblems(tuple(InputProblem(_field(problem.field), problem.sentence) for problem in found))


def _field(path: str) -> str:
    name = path.removeprefix("lines.0.")
    return {"basis_points": "share_bp", "assistant": "assistant_id"}.get(name, name)


def _told(row: Line) -> str:
    facts = line_facts(row)
    return f"“{facts.label}”, {facts.how_much},"
