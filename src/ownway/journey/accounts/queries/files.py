"""Files of an account: statements that were read, those that wait for an answer, and photos of receipts."""

from django.db.models import Q, QuerySet

from ownway.formats.statements.column_map_json import MapRefusedError, read_map
from ownway.ground.access.models import Council
from ownway.journey.accounts.facts import ColumnsFacts, ReceiptFacts, StatementFacts, WaitingFacts, statement_facts
from ownway.journey.accounts.models import ConfirmedColumns, Receipt, Statement, WaitingFile


def list_statements(*, council: Council, person_id: int) -> list[StatementFacts]:
    """Every statement that was read, the newest days first. One query."""
    rows = Statement.objects.filter(person__council=council, person_id=person_id)
    rows = rows.select_related("read_by", "taken_back_by")
    return [statement_facts(row) for row in rows.order_by("-to_on", "-pk")]


def list_waiting(*, council: Council, person_id: int) -> list[WaitingFacts]:
    """The files that wait for an answer, oldest first, without what is in them. One query."""
    rows = WaitingFile.objects.filter(person__council=council, person_id=person_id).select_related("brought_by")
    return [_waiting(row) for row in rows.defer("content").order_by("pk")]


def find_waiting(*, council: Council, person_id: int, id: int) -> tuple[WaitingFacts, bytes] | None:
    """That file with what is in it, while it waits. One query."""
    rows = WaitingFile.objects.filter(person__council=council, person_id=person_id).select_related("brought_by")
    row = rows.filter(pk=id).first()
    return (_waiting(row), bytes(row.content)) if row is not None else None


def list_columns(*, council: Council, person_id: int) -> list[ColumnsFacts]:
    """What was said of the columns of layouts and holds for a person's next files, the newest first. One query."""
    rows = ConfirmedColumns.objects.filter(Q(person=None) | Q(person_id=person_id), council=council)
    latest = rows.order_by("shape", "-pk").distinct("shape").select_related("confirmed_by")
    found = [facts for row in latest if (facts := _columns(row)) is not None]
    return sorted(found, key=lambda facts: -facts.id)


def _columns(row: ConfirmedColumns) -> ColumnsFacts | None:
    """The row as a value; None for one that is forgotten, or that was for one file without headings."""
    try:
        headings = read_map(row.columns).headings
    except MapRefusedError:
        return None
    if not headings:
        return None
    return ColumnsFacts(
        id=row.pk,
        headings=headings,
        for_all=row.person_id is None,
        confirmed_by=row.confirmed_by.name,
        confirmed_at=row.confirmed_at,
    )


def list_receipts(*, council: Council, person_id: int, line_id: int) -> list[ReceiptFacts]:
    """The receipts of a line that were not taken back, oldest first, without their pictures. One query."""
    return [_receipt(row) for row in _shown(council, person_id).filter(line_id=line_id).order_by("pk")]


def find_receipt(*, council: Council, person_id: int, id: int) -> ReceiptFacts | None:
    """A receipt of this person that was not taken back, without its picture. One query."""
    row = _shown(council, person_id).filter(pk=id).first()
    return _receipt(row) if row is not None else None


def find_photo(*, council: Council, person_id: int, id: int) -> tuple[bytes, str] | None:
    """The picture of a receipt of this person and what kind of file it is; none once taken back. One query."""
    rows = Receipt.objects.filter(line__person__council=council, line__person_id=person_id, taken_back_at__isnull=True)
    row = rows.filter(pk=id).first()
    return (bytes(row.image), row.content_type) if row is not None else None


def _shown(council: Council, person_id: int) -> QuerySet[Receipt]:
    rows = Receipt.objects.filter(line__person__council=council, line__person_id=person_id, taken_back_at__isnull=True)
    return rows.defer("image").select_related("added_by")


def _receipt(row: Receipt) -> ReceiptFacts:
    return ReceiptFacts(
        id=row.pk,
        line_id=row.line_id,
        width=row.width,
        height=row.height,
        added_by_id=row.added_by_id,
        added_by=row.added_by.name,
        added_at=row.added_at,
    )


def _waiting(row: WaitingFile) -> WaitingFacts:
    return WaitingFacts(
        id=row.pk, name=row.name, day_order=row.day_order, brought_by=row.brought_by.name, brought_at=row.brought_at
    )
