"""Questions about what matters."""

from ownway.ground.access.models import Council
from ownway.journey.needs.facts import NeedsFacts, OutcomeFacts
from ownway.journey.needs.models import Outcome, WhatMatters


def get_needs(*, council: Council, person_id: int) -> NeedsFacts:
    """What the person last said matters, and their open outcomes in the order they were added. Two queries."""
    last = WhatMatters.objects.filter(person__council=council, person_id=person_id).order_by("-pk").first()
    rows = Outcome.objects.filter(person__council=council, person_id=person_id, ended_on__isnull=True).order_by("pk")
    return NeedsFacts(
        what_matters=last.words if last else "",
        said_on=last.said_on if last else None,
        outcomes=tuple(
            OutcomeFacts(id=row.pk, words=row.words, area=row.area, area_words=row.get_area_display()) for row in rows
        ),
    )


def find_outcome(*, council: Council, person_id: int, id: int) -> Outcome | None:
    """That open outcome of the person, if there is one."""
    return Outcome.objects.filter(person__council=council, person_id=person_id, pk=id, ended_on__isnull=True).first()
