"""Begin a plan, choose its route and its first day, say what employing will be like, and begin the next one."""

from copy import copy
from datetime import date
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Max

from ownway.ground.people.models import Person
from ownway.journey.plans.facts import plan_facts
from ownway.journey.plans.models import Assistant, Heading, Line, Plan, PlanStatus, Route
from ownway.journey.plans.operations.drafting import Change, refuse_if_changed
from ownway.journey.plans.operations.refusals import AlreadyADraft, NothingThere

RowT = TypeVar("RowT", Assistant, Heading, Line)


@transaction.atomic
def start_plan(*, change: Change, route: Route, route_reason: str, starts_on: date) -> Plan:
    """Begin the person's next plan. Raises AlreadyADraft when one is being written."""
    row = _new_draft(change, route=route, route_reason=route_reason, starts_on=starts_on)
    change.note("start_plan", f"Began plan {row.number}: {_lower(row.get_route_display())}.", number=row.number)
    return row


@transaction.atomic
def choose_route(*, change: Change, route: Route, route_reason: str, stamp: str = "") -> Plan:
    """Choose how the personal budget of the draft is held, and why. Raises NotADraft or ChangedMeanwhile."""
    row = change.lock_draft()
    refuse_if_changed(stamp=stamp, now=plan_facts(row).stamp)
    row.route, row.route_reason = route, route_reason
    row.save(update_fields=["route", "route_reason"])
    change.note("choose_route", f"Chose the route: {_lower(row.get_route_display())}.", number=row.number)
    return row


@transaction.atomic
def choose_start(*, change: Change, starts_on: date, stamp: str = "") -> Plan:
    """Choose the day from which the draft is to hold. Raises NotADraft or ChangedMeanwhile."""
    row = change.lock_draft()
    refuse_if_changed(stamp=stamp, now=plan_facts(row).stamp)
    row.starts_on = starts_on
    row.save(update_fields=["starts_on"])
    change.note("choose_start", f"The plan is to start on {starts_on:%d/%m/%Y}.", number=row.number)
    return row


@transaction.atomic
def describe_employing(*, change: Change, only_care: bool, claims_allowance: bool, stamp: str = "") -> Plan:
    """Say whether assistants do only care, and whether the Employment Allowance is claimed for them.

    Raises NotADraft or ChangedMeanwhile.
    """
    row = change.lock_draft()
    refuse_if_changed(stamp=stamp, now=plan_facts(row).stamp)
    row.only_care, row.claims_allowance = only_care, claims_allowance
    row.save(update_fields=["only_care", "claims_allowance"])
    change.note("describe_employing", "Changed what being an employer will be like.", number=row.number)
    return row


@transaction.atomic
def change_plan(*, change: Change, today: date) -> Plan:
    """Begin a new draft with all that is in the newest plan, which stays as it is.

    Raises AlreadyADraft, or NothingThere when there is no plan to begin from.
    """
    rows = Plan.objects.filter(person__council=change.council, person_id=change.person_id)
    before = rows.exclude(status__in=[PlanStatus.DRAFT, PlanStatus.REPLACED]).order_by("-number").first()
    if before is None:
        raise NothingThere
    row = _new_draft(
        change,
        route=Route(before.route),
        route_reason=before.route_reason,
        starts_on=max(before.starts_on, today),
        only_care=before.only_care,
        claims_allowance=before.claims_allowance,
    )
    _copy_parts(before, row)
    change.note("change_plan", f"Began plan {row.number} from plan {before.number}.", number=row.number)
    return row


def _new_draft(change: Change, **fields: Any) -> Plan:
    Person.objects.select_for_update().get(council=change.council, pk=change.person_id)
    plans = Plan.objects.filter(person_id=change.person_id)
    if plans.filter(status=PlanStatus.DRAFT).exists():
        raise AlreadyADraft
    last = plans.aggregate(last=Max("number"))["last"] or 0
    return Plan.objects.create(
        person_id=change.person_id, number=last + 1, made_by=change.by, made_at=change.at, **fields
    )


def _copy_parts(before: Plan, after: Plan) -> None:
    assistants: dict[int | None, Assistant] = {}
    for one in Assistant.objects.filter(plan=before).order_by("pk"):
        assistants[one.pk] = _copied(one, plan=after)
    headings: dict[int, Heading] = {}
    for heading in Heading.objects.filter(plan=before).order_by("position", "pk"):
        headings[heading.pk] = _copied(heading, plan=after)
    for line in Line.objects.filter(heading__plan=before).order_by("pk"):
        _copied(line, heading=headings[line.heading_id], assistant=assistants.get(line.assistant_id))


def _copied(row: RowT, **changes: Any) -> RowT:
    """The row saved once more as a new one, but for these changes."""
    fresh = copy(row)
    fresh.pk = None
    for name, value in changes.items():
        setattr(fresh, name, value)
    fresh.save(force_insert=True)
    return fresh


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
