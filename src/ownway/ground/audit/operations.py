"""Write down what was done and who looked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING

import pghistory
from django.db import connection

from ownway.ground.audit.models import Event, Look

if TYPE_CHECKING:
    from ownway.ground.access.models import Council, User

WRITE_EVENTS = """
    INSERT INTO audit_event (council_id, by_id, at, what, about, person_id, words)
    SELECT %s, %s, %s, %s, %s, told.person_id, told.words
      FROM unnest(%s::bigint[], %s::text[]) WITH ORDINALITY AS told (person_id, words, place)
     ORDER BY told.place
"""


@contextmanager
def because(*, by: User | None, why: str) -> Iterator[None]:
    """What is written inside has this user and reason in its history, also outside of a request."""
    with pghistory.context(user=by.pk if by else None, why=why):
        yield


def record_event(
    *,
    council: Council,
    by: User | None,
    at: datetime,
    what: str,
    words: str,
    person_id: int | None = None,
    about: str = "",
) -> None:
    """Note an event in the caller's transaction. `what` is the operation's name, `words` a sentence for the timeline."""
    Event.objects.create(council=council, by=by, at=at, what=what, words=words, person_id=person_id, about=about)


def record_events(
    *, council: Council, by: User | None, at: datetime, what: str, told: Iterable[tuple[int, str]], about: str = ""
) -> None:
    """Note one event for each of many people in the caller's transaction: `told` holds (person, words). One query.

    PostgreSQL makes the rows: for 25,000 people that takes a fifth of the time of objects made here.
    """
    pairs = list(told)
    people, words = [person_id for person_id, _ in pairs], [said for _, said in pairs]
    with connection.cursor() as cursor:
        cursor.execute(WRITE_EVENTS, [council.pk, by.pk if by else None, at, what, about, people, words])


def note_look(*, council_id: int, by_id: int, person_id: int, page: str, at: datetime, on: date) -> None:
    """Note that a member of staff looked at a page about a person; a second look on the same day adds nothing."""
    Look.objects.bulk_create(
        [Look(council_id=council_id, by_id=by_id, person_id=person_id, page=page, on=on, at=at)],
        ignore_conflicts=True,
    )
