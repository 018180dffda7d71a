"""Payments that came back, in the books: once each, however often a bank says so."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from ownway.ground.access.models import Council, User
from ownway.ground.ledger.models import AccountKind
from ownway.ground.ledger.operations import NewEntry, open_accounts, post_entries, reverse_entries
from ownway.journey.payments.models import AnswerItem, ItemKind, RunLine


def put_in_the_books(*, council: Council, items: Sequence[AnswerItem], by: User, at: datetime) -> None:
    """A payment that was never made is reversed; money that came back goes from the person's account to the bank's.

    The entry's key names the payment, so that PostgreSQL itself keeps a second one out.
    """
    rejected = [item.run_line_id for item in items if item.run_line_id and item.kind == ItemKind.REJECTED]
    never = list(RunLine.objects.filter(pk__in=rejected).order_by("pk").values_list("end_to_end_id", flat=True))
    if never:
        reverse_entries(council=council, keys=never, words="The bank did not make this payment", by=by, at=at)
    returned = {item.run_line_id: item for item in items if item.run_line_id and item.kind == ItemKind.RETURNED}
    lines = RunLine.objects.in_bulk(list(returned))
    back = [(item, lines[line_id]) for line_id, item in returned.items()]
    if back:
        post_entries(council=council, entries=_entries(council, back, at), by=by, at=at)


def _entries(council: Council, back: Sequence[tuple[AnswerItem, RunLine]], at: datetime) -> list[NewEntry]:
    bank = open_accounts(council=council, kind=AccountKind.COUNCIL_BANK, person_ids=[None])[None].pk
    people = sorted({line.person_id for _, line in back})
    accounts = open_accounts(council=council, kind=AccountKind.DIRECT_PAYMENT, person_ids=people)
    return [
        NewEntry(
            key=f"returned:{line.end_to_end_id}",
            happened_on=item.on or timezone.localdate(at),
            words="The bank sent this payment back",
            legs={accounts[line.person_id].pk: -pence, bank: pence},
        )
        for item, line in back
        for pence in [line.amount_pence if item.amount_pence is None else item.amount_pence]
    ]
