"""A statement that somebody wants to take back: what hangs on its lines, and so what stands in the way."""

from datetime import timedelta

from django.db.models import F, Q

from ownway.formats.statements.overlap import NEAR_DAYS
from ownway.ground.access.models import Council
from ownway.ground.design.words import day, many, short_pounds
from ownway.journey.accounts.facts import StatementFacts, TakingBack, statement_facts
from ownway.journey.accounts.models import Line, Receipt, Statement


def find_taking_back(
    *, council: Council, person_id: int, id: int, by_id: int, is_worker: bool
) -> tuple[StatementFacts, TakingBack] | None:
    """A statement that was not taken back, and what taking it back would do. Four queries.

    `is_worker`: whether who asks may take back what others added.
    """
    rows = Statement.objects.filter(person__council=council, person_id=person_id, taken_back_at__isnull=True)
    row = rows.select_related("read_by", "taken_back_by").filter(pk=id).first()
    if row is None:
        return None
    lines = Line.objects.filter(statement=row)
    reasons = [
        *([] if is_worker or row.read_by_id == by_id else [_added_by(row.read_by.name)]),
        *_receipts(row),
        *_later(row),
    ]
    sorted_lines = lines.filter(Q(matched_by__isnull=False) | ~Q(note="")).count()
    return statement_facts(row), TakingBack(lines=row.lines_added, sorted_lines=sorted_lines, reasons=tuple(reasons))


def _added_by(name: str) -> str:
    return f"{name} added this statement, so only {name} or a worker of the council can take it back. Please ask them."


def _receipts(row: Statement) -> list[str]:
    """Somebody keeps photos with its lines: they were added on purpose, and who did so can take them back."""
    shown = Receipt.objects.filter(line__statement=row, taken_back_at__isnull=True).select_related("line")
    receipts = list(shown.defer("image").order_by("line__on", "pk"))
    if not receipts:
        return []
    line = receipts[0].line
    which = f"{short_pounds(abs(line.pence))} on {day(line.on)}"
    if len(receipts) == 1:
        return [f"A photo of a receipt is kept with {which}. Take the photo back first."]
    return [
        f"{many(len(receipts), 'photo')} of receipts are kept with its lines, the first with {which}. Take them back first."
    ]


def _later(row: Statement) -> list[str]:
    """A statement that was added later and left out lines because they were there: without this one they would be lost."""
    near = timedelta(days=NEAR_DAYS)
    later = Statement.objects.filter(
        person_id=row.person_id,
        taken_back_at__isnull=True,
        pk__gt=row.pk,
        lines_added__lt=F("lines_read"),
        from_on__lte=row.to_on + near,
        to_on__gte=row.from_on - near,
    )
    return [
        f"The statement of {day(each.from_on)} to {day(each.to_on)} was added later, without the lines that were there "
        "already. Take that one back first, and add it again after."
        for each in later.order_by("pk")
    ]
