"""What matters, as values for pages, plans and letters."""

from dataclasses import dataclass
from datetime import date

from ownway.journey.needs.models import CareActArea

AREAS: list[tuple[str, str]] = [(area.value, str(area.label)) for area in CareActArea]
"""The areas of the Care Act, each with its plain words."""


@dataclass(frozen=True, slots=True)
class OutcomeFacts:
    """Something the person wants, in their words."""

    id: int
    words: str
    area: str
    area_words: str


@dataclass(frozen=True, slots=True)
class NeedsFacts:
    """What matters to a person now, and the outcomes they want."""

    what_matters: str
    said_on: date | None
    outcomes: tuple[OutcomeFacts, ...]
