"""Take back a bank statement that was added by mistake, unless a finished check-up looked at it."""

from datetime import datetime

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.journey.accounts import operations as accounts
from ownway.journey.checkups.operations.holding import hold_check_ups
from ownway.journey.checkups.queries import why_statement_stays


@transaction.atomic
def withdraw_statement(
    *, council: Council, person_id: int, statement_id: int, words: str, is_worker: bool, by: User, at: datetime
) -> int:
    """As accounts.operations.take_back_statement, which does it; gives how many lines count no longer.

    Raises StatementStays as well for one that a finished check-up looked at, and StatementGone.
    """
    hold_check_ups(council=council, person_id=person_id)
    reasons = why_statement_stays(council=council, person_id=person_id, statement_id=statement_id)
    if reasons:
        raise accounts.StatementStays(*reasons)
    return accounts.take_back_statement(
        council=council,
        person_id=person_id,
        statement_id=statement_id,
        words=words,
        is_worker=is_worker,
        by=by,
        at=at,
    )
