"""A mistake is put right by the opposite entry; both stay."""

from datetime import date

import pytest

from ownway.ground.ledger.models import AccountKind, Entry
from ownway.ground.ledger.operations import (
    AlreadyReversed,
    NewEntry,
    open_accounts,
    post_entries,
    reverse_entries,
    reverse_entry,
)
from ownway.ground.ledger.queries import get_balance

HERS = AccountKind.DIRECT_PAYMENT


@pytest.fixture
def paid(council, amina, harriet, now):
    """A payment of £412.50 to Amina."""
    bank = open_accounts(council=council, kind=AccountKind.COUNCIL_BANK, person_ids=[None])[None]
    hers = open_accounts(council=council, kind=HERS, person_ids=[amina.pk])[amina.pk]
    legs = {bank.pk: -41_250, hers.pk: 41_250}
    entry = NewEntry(key="run:1:4", happened_on=date(2026, 9, 1), words="Payment", legs=legs)
    post_entries(council=council, entries=[entry], by=harriet, at=now)
    return Entry.objects.get()


def test_both_balances_are_as_before(paid, council, amina, farah, now):
    reverse_entry(entry=paid, words="Paid by mistake", by=farah, at=now)
    assert get_balance(council=council, kind=HERS, person_id=amina.pk) == 0
    assert get_balance(council=council, kind=AccountKind.COUNCIL_BANK) == 0


def test_it_says_what_it_reverses_and_who_did_it(paid, farah, now):
    row = reverse_entry(entry=paid, words="Paid by mistake", by=farah, at=now)
    assert (row.reverses, row.made_by, row.words, row.key) == (paid, farah, "Paid by mistake", "reverse:run:1:4")
    assert Entry.objects.count() == 2


def test_it_is_reversed_once(paid, council, amina, farah, now):
    reverse_entry(entry=paid, words="Paid by mistake", by=farah, at=now)
    with pytest.raises(AlreadyReversed):
        reverse_entry(entry=paid, words="Again", by=farah, at=now)
    assert get_balance(council=council, kind=HERS, person_id=amina.pk) == 0


def test_a_reversal_can_itself_be_reversed(paid, council, amina, farah, now):
    undone = reverse_entry(entry=paid, words="Paid by mistake", by=farah, at=now)
    reverse_entry(entry=undone, words="It was right after all", by=farah, at=now)
    assert get_balance(council=council, kind=HERS, person_id=amina.pk) == 41_250


def test_many_are_reversed_in_one_query_and_those_that_were_before_are_left(
    paid, council, other_council, amina, farah, now, django_assert_num_queries
):
    hers = open_accounts(council=council, kind=HERS, person_ids=[amina.pk])[amina.pk].pk
    bank = open_accounts(council=council, kind=AccountKind.COUNCIL_BANK, person_ids=[None])[None].pk
    more = [
        NewEntry(key=f"run:1:{place}", happened_on=date(2026, 9, 1), words="Payment", legs={bank: -100, hers: 100})
        for place in (5, 6, 7)
    ]
    post_entries(council=council, entries=more, by=farah, at=now)
    reverse_entry(entry=paid, words="Paid by mistake", by=farah, at=now)
    asked = {"words": "Withdrawn", "by": farah, "at": now, "keys": ["run:1:4", "run:1:5", "run:1:6", "never posted"]}
    with django_assert_num_queries(3):  # the other two begin and end a savepoint
        assert reverse_entries(council=council, **asked) == 2
    assert get_balance(council=council, kind=HERS, person_id=amina.pk) == 100  # of run:1:7, which nobody named
    assert reverse_entries(council=council, **asked) == 0
    assert reverse_entries(council=other_council, **asked | {"keys": ["run:1:7"]}) == 0
