"""What every verb about accounts keeps: its event, and an administrator for the council."""

from datetime import date, datetime

from django.db.models import Q

from ownway.ground.access.models import Council, Membership, Role, User
from ownway.ground.access.operations.refusals import LastAdministrator
from ownway.ground.audit.operations import record_event


def note(user: User, *, by: User | None, at: datetime, what: str, words: str) -> None:
    """Write down what was done about an account."""
    record_event(council=user.council, by=by, at=at, what=what, words=words, about=f"account {user.pk}")


def keep_an_administrator(*, user: User, today: date) -> None:
    """Refuse when nobody else of the council is an administrator tomorrow. One at a time for each council.

    Raises LastAdministrator. Nothing is refused about somebody who is no administrator.
    """
    one_at_a_time(user)
    after_today = Q(until_on__isnull=True) | Q(until_on__gt=today)
    staying = Membership.objects.filter(
        after_today, council_id=user.council_id, role=Role.ADMINISTRATOR, user__is_active=True
    )
    holders = set(staying.values_list("user_id", flat=True))
    if holders == {user.pk}:
        raise LastAdministrator


def one_at_a_time(user: User) -> None:
    """Whoever else changes roles or closes accounts at this council waits until this is done."""
    Council.objects.select_for_update(no_key=True).get(pk=user.council_id)
