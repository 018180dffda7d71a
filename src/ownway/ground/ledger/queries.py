"""Questions about the ledger."""

from datetime import date

from django.db.models import Q, Sum

from ownway.ground.access.models import Council
from ownway.ground.ledger.models import Account, AccountKind, Entry, Posting


def get_balance(
    *, council: Council, kind: AccountKind, person_id: int | None = None, at_end_of: date | None = None
) -> int:
    """The sum of an account's postings in pence, up to and with a day; 0 for an account that has none."""
    whose = Q(account__person__isnull=True) if person_id is None else Q(account__person_id=person_id)
    postings = Posting.objects.filter(whose, entry__council=council, account__council=council, account__kind=kind)
    if at_end_of is not None:
        postings = postings.filter(entry__happened_on__lte=at_end_of)
    return int(postings.aggregate(total=Sum("pence"))["total"] or 0)


def find_entry(*, council: Council, key: str) -> Entry | None:
    """The entry of that cause, if it was posted."""
    return Entry.objects.filter(council=council, key=key).first()


def list_accounts(*, council: Council, kind: AccountKind, person_ids: list[int]) -> dict[int, Account]:
    """The accounts of that kind of these people, by person."""
    rows = Account.objects.filter(council=council, kind=kind, person_id__in=person_ids)
    return {row.person_id: row for row in rows if row.person_id is not None}
