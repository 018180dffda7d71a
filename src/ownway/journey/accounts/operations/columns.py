"""Forget what was said of the columns of a layout, so that its next file is asked about again."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.journey.accounts.models import ConfirmedColumns

FORGOTTEN = ""


class ColumnsGone(Exception):
    """There is nothing to forget there, or it is for all of the council and not this one’s to forget."""


@transaction.atomic
def forget_columns(*, council: Council, person_id: int, columns_id: int, for_all: bool, by: User, at: datetime) -> None:
    """Ask again about the columns of the next file with these headings. What was said stays in the history.

    `for_all`: whether this one may forget what holds for all of the council. Raises ColumnsGone.
    """
    rows = ConfirmedColumns.objects.filter(Q(person=None) | Q(person_id=person_id), council=council)
    row = rows.filter(pk=columns_id).exclude(columns=FORGOTTEN).first()
    if row is None or (row.person_id is None and not for_all):
        raise ColumnsGone("These columns are not there any more, or only a worker can forget them.")
    ConfirmedColumns.objects.create(
        council=council,
        person_id=row.person_id,
        shape=row.shape,
        columns=FORGOTTEN,
        confirmed_by=by,
        confirmed_at=at,
    )
    words = "Said to ask again what the columns of a bank statement hold."
    record_event(council=council, by=by, at=at, what="forget_columns", words=words, person_id=person_id)
