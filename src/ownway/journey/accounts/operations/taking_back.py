"""Take back a statement that was added by mistake: its lines count no longer, and nothing is deleted."""

from datetime import datetime

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.design.words import day, many
from ownway.journey.accounts.models import Line, Statement
from ownway.journey.accounts.operations.adding import lock_person
from ownway.journey.accounts.queries.taking_back import find_taking_back


class StatementGone(Exception):
    """There is no such statement, or it was taken back before."""


class StatementStays(Exception):
    """Something hangs on the statement; `reasons` say what, one sentence each."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@transaction.atomic
def take_back_statement(
    *, council: Council, person_id: int, statement_id: int, words: str, is_worker: bool, by: User, at: datetime
) -> int:
    """Let the lines of a statement count no longer, and say why; gives how many lines. It stays in the history.

    Its file can then be added again. `is_worker`: whether `by` may take back what others added. Raises StatementGone or
    StatementStays; the room of check-ups, which knows what was looked at, asks for this.
    """
    lock_person(council, person_id)
    found = find_taking_back(council=council, person_id=person_id, id=statement_id, by_id=by.pk, is_worker=is_worker)
    if found is None:
        raise StatementGone("This statement was taken back already.")
    statement, taking = found
    if taking.reasons:
        raise StatementStays(*taking.reasons)
    changed = Line.objects.filter(statement_id=statement.id).update(taken_back=True)
    row = Statement.objects.get(pk=statement.id)
    row.taken_back_by, row.taken_back_at, row.taken_back_words = by, at, words
    row.save(update_fields=["taken_back_by", "taken_back_at", "taken_back_words"])
    days = f"{day(statement.from_on)} to {day(statement.to_on)}"
    told = f"Took back a bank statement, {days}, with {many(changed, 'line')}: {words}"
    record_event(council=council, by=by, at=at, what="take_back_statement", words=told, person_id=person_id)
    return changed
