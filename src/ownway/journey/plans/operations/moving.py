"""Move a plan on: it is offered, and then agreed. Called by the agreements room."""

from datetime import datetime

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.journey.plans.models import Plan, PlanStatus
from ownway.journey.plans.operations.refusals import CostNotWorkedOut, RouteHasNoOffer
from ownway.journey.plans.queries import find_latest_cost, is_costed, whole_plan
from ownway.rules.lifecycles import require_move


@transaction.atomic
def mark_offered(*, council: Council, plan_id: int, by: User, at: datetime) -> Plan:
    """A costed draft is offered; an older offered plan is replaced by it. An offered plan may be offered again.

    Raises RouteHasNoOffer, CostNotWorkedOut or MoveRefused.
    """
    row = _locked(council, plan_id)
    plan = whole_plan(row)
    if not plan.may_be_offered:
        raise RouteHasNoOffer(
            f"This plan’s route is “{plan.route_words}”. Only a direct payment, or a mixture, is offered here."
        )
    if not is_costed(plan=plan, cost=find_latest_cost(council=council, plan_id=plan.id)):
        raise CostNotWorkedOut
    if row.status != PlanStatus.OFFERED:
        _replace_others(row, status=PlanStatus.OFFERED)
        _move(row, PlanStatus.OFFERED)
        _note(council, row, by=by, at=at, what="mark_offered", words=f"Offered plan {row.number}.")
    return row


@transaction.atomic
def mark_agreed(*, council: Council, plan_id: int, by: User, at: datetime) -> Plan:
    """Both sides accepted: the plan holds, and one agreed before is replaced by it. Raises MoveRefused."""
    row = _locked(council, plan_id)
    require_move("plan", row.status, PlanStatus.AGREED)
    _replace_others(row, status=PlanStatus.AGREED)
    _move(row, PlanStatus.AGREED)
    _note(council, row, by=by, at=at, what="mark_agreed", words=f"Both sides agreed plan {row.number}.")
    return row


def _locked(council: Council, plan_id: int) -> Plan:
    return Plan.objects.select_for_update().get(person__council=council, pk=plan_id)


def _replace_others(row: Plan, *, status: PlanStatus) -> None:
    others = Plan.objects.select_for_update().filter(person_id=row.person_id, status=status).exclude(pk=row.pk)
    for other in others:
        _move(other, PlanStatus.REPLACED)


def _move(row: Plan, status: PlanStatus) -> None:
    require_move("plan", row.status, status)
    row.status = status
    row.save(update_fields=["status"])


def _note(council: Council, row: Plan, *, by: User, at: datetime, what: str, words: str) -> None:
    record_event(
        council=council, by=by, at=at, what=what, words=words, person_id=row.person_id, about=f"plan {row.number}"
    )
