"""Post entries to the ledger. What was posted is never changed; a mistake is put right by an entry that reverses it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction

from ownway.ground.access.models import Council, User
from ownway.ground.ledger.models import Account, AccountKind, Entry, Posting

REVERSE = """
    WITH opposite AS (
        INSERT INTO ledger_entry (council_id, key, happened_on, words, reverses_id, made_by_id, made_at)
        SELECT posted.council_id, 'reverse:' || posted.key, posted.happened_on, %s, posted.id, %s, %s
          FROM ledger_entry AS posted
         WHERE posted.council_id = %s AND posted.key = ANY(%s::text[])
           AND NOT EXISTS (SELECT FROM ledger_entry AS known WHERE known.reverses_id = posted.id)
         ORDER BY posted.id
        RETURNING id, reverses_id
    ), legs AS (
        INSERT INTO ledger_posting (entry_id, account_id, pence)
        SELECT opposite.id, leg.account_id, -leg.pence
          FROM opposite JOIN ledger_posting AS leg ON leg.entry_id = opposite.reverses_id
         ORDER BY leg.id
    )
    SELECT count(*) FROM opposite
"""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry to post: what caused it, when, and pence by account number (positive in, negative out)."""

    key: str
    happened_on: date
    words: str
    legs: Mapping[int, int]


class AlreadyReversed(Exception):
    """The entry was reversed before."""


@transaction.atomic
def open_accounts(
    *, council: Council, kind: AccountKind, person_ids: Sequence[int | None]
) -> dict[int | None, Account]:
    """The council's accounts of that kind, one a person (or None for the council's own), opened where missing."""
    Account.objects.bulk_create(
        [Account(council=council, kind=kind, person_id=person_id) for person_id in person_ids], ignore_conflicts=True
    )
    rows = Account.objects.filter(council=council, kind=kind)
    if None not in person_ids:
        rows = rows.filter(person_id__in=[person_id for person_id in person_ids if person_id is not None])
    return {row.person_id: row for row in rows}


@transaction.atomic
def post_entries(*, council: Council, entries: Sequence[NewEntry], by: User | None, at: datetime) -> int:
    """Post entries that were not posted yet, by their key; the number added. All or none.

    PostgreSQL refuses (IntegrityError, `entry_adds_up`) an entry whose legs do not add up to nothing.
    """
    known = set(Entry.objects.filter(council=council, key__in=[e.key for e in entries]).values_list("key", flat=True))
    fresh = [entry for entry in entries if entry.key not in known]
    rows = Entry.objects.bulk_create(
        [
            Entry(council=council, key=e.key, happened_on=e.happened_on, words=e.words, made_by=by, made_at=at)
            for e in fresh
        ]
    )
    Posting.objects.bulk_create(
        [
            Posting(entry=row, account_id=account_id, pence=pence)
            for row, entry in zip(rows, fresh, strict=True)
            for account_id, pence in entry.legs.items()
        ],
        batch_size=len(fresh) * 4 or None,
    )
    return len(rows)


@transaction.atomic
def reverse_entry(*, entry: Entry, words: str, by: User, at: datetime) -> Entry:
    """Post the opposite of an entry. Raises AlreadyReversed."""
    if not reverse_entries(council=entry.council, keys=[entry.key], words=words, by=by, at=at):
        raise AlreadyReversed("This was already put right.")
    return Entry.objects.get(reverses=entry)


@transaction.atomic
def reverse_entries(*, council: Council, keys: Sequence[str], words: str, by: User, at: datetime) -> int:
    """Post the opposite of each entry of these causes that was posted and not reversed yet; the number added.

    One query, whatever their number.
    """
    with connection.cursor() as cursor:
        cursor.execute(REVERSE, [words, by.pk, at, council.pk, list(keys)])
        (number,) = cursor.fetchone()
    return int(number)
