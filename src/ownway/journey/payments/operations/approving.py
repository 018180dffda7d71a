"""Look at a proposed run: explain a finding, take a payment out, approve it as the second person."""

from collections.abc import Set
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.design import words
from ownway.journey.payments.models import Pause, Run, RunChange, RunLine, RunStatus
from ownway.journey.payments.operations.later import WRITE_FILES, do_later
from ownway.journey.payments.operations.refusals import (
    NobodyToPay,
    OutOfDate,
    RunMoved,
    SamePerson,
    StillToExplain,
    TooLate,
)
from ownway.rules.bank_days import SubmissionRefused, bank_day_on_or_after, require_submission
from ownway.rules.frequencies import ONCE
from ownway.rules.lifecycles import require_move


@transaction.atomic
def explain_change(*, council: Council, run_id: int, change_id: int, why: str, by: User, at: datetime) -> None:
    """Write why a finding is right, so that it no longer stops the run. Raises RunMoved."""
    run = _proposed(council, run_id)
    change = RunChange.objects.select_for_update(of=("self",)).get(run=run, pk=change_id)
    change.explained, change.explained_by = why, by
    change.save(update_fields=["explained", "explained_by"])
    _note(council, run, by, at, "explain_change", f"Wrote about “{change.kind}”: {why}", change.person_id)


@transaction.atomic
def take_out(*, council: Council, run_id: int, person_id: int, why: str, by: User, at: datetime) -> int:
    """Take a person's payments out of a proposed run; they fall due again in the next one. The number taken out.

    Raises RunMoved.
    """
    run = _proposed(council, run_id)
    number = RunLine.objects.filter(run=run, person_id=person_id, live=True).update(live=False)
    if number:
        said = f"Took the payment out of run {run.number}. Why: {why}"
        _note(council, run, by, at, "take_out", said, person_id)
    return number


@transaction.atomic
def approve_run(*, council: Council, run_id: int, by: User, at: datetime, today: date, bank_holidays: Set[date]) -> Run:
    """Approve a proposed run as a second person; its files are then written by the worker.

    Raises SamePerson, StillToExplain, OutOfDate, TooLate, NobodyToPay, and MoveRefused when it was approved before.
    """
    run = Run.objects.select_for_update(no_key=True).get(council=council, pk=run_id)
    require_move("payment_run", run.status, RunStatus.APPROVED)
    if run.proposed_by_id == by.pk:
        raise SamePerson("You proposed this run, so somebody else must approve it.")
    _require_ready(run)
    try:
        require_submission(bank_day_on_or_after(today, bank_holidays), run.pay_on, bank_holidays)
    except SubmissionRefused as refusal:
        raise TooLate(f"{refusal} Withdraw this run and propose it for that day.") from refusal
    run.status, run.approved_by, run.approved_at = RunStatus.APPROVED, by, at
    run.save(update_fields=["status", "approved_by", "approved_at"])
    _note(council, run, by, at, "approve_run", f"Approved payment run {run.number}.")
    do_later(WRITE_FILES, run_id=run.pk)
    return run


def to_explain(run_id: int) -> QuerySet[RunChange]:
    """The findings that stop a run: nobody has written about them, and the person is still in it."""
    paid = RunLine.objects.filter(run_id=run_id, person_id=OuterRef("person_id"), live=True)
    return RunChange.objects.filter(Exists(paid), run_id=run_id, stops_the_run=True, explained="")


def _require_ready(run: Run) -> None:
    waiting = to_explain(run.pk).count()
    if waiting:
        things = words.many(waiting, "finding")
        raise StillToExplain(f"{things} must be explained, or taken out, before this run can be approved.")
    lines = RunLine.objects.filter(run=run, live=True)
    if not lines.exists():
        raise NobodyToPay("Every payment was taken out. Withdraw this run.")
    stale = lines.filter(_changed_since()).values("person_id").distinct().count()
    if stale:
        raise OutOfDate(
            f"The payments of {words.many(stale, 'person', 'people')} have changed since this run was proposed: an "
            "account, a pause or an end. Withdraw the run and propose it again, so that nobody is paid wrongly."
        )


def _changed_since() -> Q:
    paused = Pause.objects.filter(
        Q(until_on__isnull=True) | Q(until_on__gte=OuterRef("from_on")),
        schedule_id=OuterRef("schedule_id"),
        from_on__lte=OuterRef("to_on"),
    )
    return (
        Q(bank_account__ended_on__isnull=False)
        | Q(person__died_on__isnull=False)
        | (Q(schedule__until_on__lt=F("to_on")) & ~Q(schedule__every=ONCE))
        | Q(Exists(paused))
    )


def _proposed(council: Council, run_id: int) -> Run:
    run = Run.objects.select_for_update(no_key=True).get(council=council, pk=run_id)
    if run.status != RunStatus.PROPOSED:
        raise RunMoved("This run has moved on, so its payments cannot be changed any more.")
    return run


def _note(
    council: Council, run: Run, by: User, at: datetime, what: str, said: str, person_id: int | None = None
) -> None:
    about = f"payment run {run.number}"
    record_event(council=council, by=by, at=at, what=what, words=said, person_id=person_id, about=about)
