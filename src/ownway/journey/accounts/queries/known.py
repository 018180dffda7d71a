"""All that the lines of a new statement are matched with."""

from datetime import date, timedelta

from ownway.ground.access.models import Council
from ownway.journey.accounts import agreed as around
from ownway.journey.accounts.agreed import Agreed, get_agreed
from ownway.journey.accounts.matching import EARLY_DAYS, LATE_DAYS, Known, KnownPayee, KnownPayment
from ownway.journey.accounts.models import Line, LineMatch, Payee
from ownway.journey.payments.models import RunLine, RunStatus

PAID = (RunStatus.APPROVED, RunStatus.FILES_WRITTEN, RunStatus.CONFIRMED)


def get_known(*, council: Council, person_id: int, from_on: date, to_on: date, today: date) -> Known:
    """What is agreed, the payments of these days that no line is yet, and the names somebody put right. Nine queries."""
    agreed = get_agreed(council=council, person_id=person_id, today=today)
    return Known(
        payments=_payments(council, person_id, from_on, to_on),
        contributions_pence=around.contribution_amounts(agreed),
        payees=_payees(council, person_id, agreed),
        headings=around.known_headings(agreed),
        assistants=around.known_assistants(agreed),
    )


def _payments(council: Council, person_id: int, from_on: date, to_on: date) -> tuple[KnownPayment, ...]:
    days = (from_on - timedelta(days=LATE_DAYS), to_on + timedelta(days=EARLY_DAYS))
    taken = Line.objects.filter(person_id=person_id, run_line__isnull=False).values("run_line_id")
    rows = RunLine.objects.filter(
        person__council=council, person_id=person_id, live=True, run__status__in=PAID, run__pay_on__range=days
    ).exclude(pk__in=taken)
    return tuple(
        KnownPayment(run_line_id=pk, pay_on=pay_on, pence=pence)
        for pk, pay_on, pence in rows.values_list("pk", "run__pay_on", "amount_pence").order_by("pk")
    )


def _payees(council: Council, person_id: int, agreed: Agreed) -> tuple[KnownPayee, ...]:
    """The payees; a heading of an earlier plan is the one with the same words now, or none, and then nothing is known."""
    now = {heading.words: heading.id for heading in (agreed.plan.headings if agreed.plan else ())}
    rows = Payee.objects.filter(person__council=council, person_id=person_id).select_related("heading").order_by("pk")
    known = []
    for row in rows:
        heading_id = now.get(row.heading.words) if row.heading else None
        if row.kind == LineMatch.HEADING and heading_id is None:
            continue
        known.append(KnownPayee(id=row.pk, matches=row.matches, kind=row.kind, heading_id=heading_id))
    return tuple(known)
