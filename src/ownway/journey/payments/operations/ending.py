"""Confirm a run when the bank has paid it, or withdraw one that is not paid."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection, transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.ledger.operations import reverse_entries
from ownway.journey.payments.models import AnswerItem, EmergencyList, ItemEnd, ItemKind, Run, RunLine, RunStatus
from ownway.journey.payments.operations.refusals import RunMoved
from ownway.rules.lifecycles import require_move


@transaction.atomic
def confirm_run(*, council: Council, run_id: int, by: User, at: datetime) -> Run:
    """Say that the bank has paid a run. Raises MoveRefused."""
    run = _moved(council, run_id, RunStatus.CONFIRMED)
    run.save(update_fields=["status"])
    _note(council, run, by, at, "confirm_run", f"The bank confirmed payment run {run.number}.")
    return run


@transaction.atomic
def withdraw_run(*, council: Council, run_id: int, why: str, by: User, at: datetime) -> Run:
    """Withdraw a run that the bank has not paid: its payments fall due again, and what was posted is reversed.

    What the bank said of them is decided with it. Raises MoveRefused for a run that was confirmed or withdrawn, and
    RunMoved when the bank sent some of it back or people were paid from its emergency list.
    """
    run = _moved(council, run_id, RunStatus.WITHDRAWN)
    if AnswerItem.objects.filter(run_line__run=run, kind=ItemKind.RETURNED).exists():
        raise RunMoved("The bank has paid from these files: some of it came back. So this run cannot be withdrawn.")
    _require_list_put_aside(run)
    lines = RunLine.objects.filter(run=run, live=True)
    keys = list(lines.order_by("pk").values_list("end_to_end_id", flat=True))
    said = f"Payment run {run.number} was withdrawn"
    # First what has a history: it costs PostgreSQL a look through all checks that wait, for each row.
    with _checked_at_once():
        lines.update(live=False)
        AnswerItem.objects.filter(run_line__run=run, ended="").update(
            ended=ItemEnd.PAY_AGAIN, ended_why=said, ended_by=by, ended_at=at
        )
    reverse_entries(council=council, keys=keys, words=said, by=by, at=at)
    run.ended_why = why
    run.save(update_fields=["status", "ended_why"])
    _note(council, run, by, at, "withdraw_run", f"Withdrew payment run {run.number}. Why: {why}")
    return run


@contextmanager
def _checked_at_once() -> Iterator[None]:
    """Foreign keys written inside are checked with their statement, so that few checks wait. It saves a quarter of the time."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        yield
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _require_list_put_aside(run: Run) -> None:
    held = EmergencyList.objects.filter(run=run).exclude(ends__was_used=False)
    if held.filter(ends__was_used=True).exists():
        raise RunMoved("People were paid from the emergency list of this run, so it cannot be withdrawn.")
    if held.exists():
        raise RunMoved("An emergency list was made of this run. Say first what became of it.")


def _moved(council: Council, run_id: int, status: RunStatus) -> Run:
    run = Run.objects.select_for_update(no_key=True).get(council=council, pk=run_id)
    require_move("payment_run", run.status, status)
    run.status = status
    return run


def _note(council: Council, run: Run, by: User, at: datetime, what: str, said: str) -> None:
    record_event(council=council, by=by, at=at, what=what, words=said, about=f"payment run {run.number}")
