"""Questions about the list of a run that finance keys by hand."""

from ownway.ground.access.models import Council
from ownway.journey.payments.facts import EmergencyFacts
from ownway.journey.payments.models import EmergencyList

MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


def find_emergency_list(*, council: Council, run_id: int) -> EmergencyFacts | None:
    """The emergency list of a run, if one was made. Two queries."""
    rows = EmergencyList.objects.filter(run__council=council, run_id=run_id).select_related("made_by")
    row = rows.defer("xlsx", "pdf").first()
    if row is None:
        return None
    end = row.ends.select_related("said_by").first()
    return EmergencyFacts(
        why=row.why,
        digest=row.digest,
        made_by=row.made_by.name,
        made_at=row.made_at,
        was_used=end.was_used if end else None,
        said_by=end.said_by.name if end else "",
        said_at=end.said_at if end else None,
    )
