"""Confirm a figure, with where it was read."""

from datetime import date, datetime

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.figures.models import ConfirmedFigure
from ownway.rules.parameters import Confirmed, load_national


@transaction.atomic
def confirm_figure(
    *, council: Council, figure: str, from_on: date, value: int, source: str, by: User, at: datetime
) -> ConfirmedFigure:
    """Keep a council's confirmation of a figure from a day on, in the figure's own unit.

    Raises the rulebook's Refused for a figure it does not have, or a value that contradicts one read in the law.
    """
    confirmed = Confirmed(id=figure, from_on=from_on, value=value, source=source, by=by.name)
    known = load_national().with_confirmed([confirmed])
    row = ConfirmedFigure.objects.create(
        council=council, figure=figure, from_on=from_on, value=value, source=source, confirmed_by=by, confirmed_at=at
    )
    record_event(
        council=council,
        by=by,
        at=at,
        what="confirm_figure",
        words=f"Confirmed “{known.get(figure).name}” from {from_on:%d/%m/%Y}: {source}.",
        about=figure,
    )
    return row
