"""What PostgreSQL itself refuses, whoever asks: each of these goes round our own code."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from ownway.ground.ledger.models import Account, AccountKind, Entry, Posting
from ownway.ground.ledger.operations import NewEntry, open_accounts, post_entries


@pytest.fixture
def accounts(council, amina):
    """The numbers of the council's bank account and of Amina's account."""
    bank = open_accounts(council=council, kind=AccountKind.COUNCIL_BANK, person_ids=[None])[None]
    hers = open_accounts(council=council, kind=AccountKind.DIRECT_PAYMENT, person_ids=[amina.pk])[amina.pk]
    return bank.pk, hers.pk


@pytest.fixture
def paid(council, accounts, harriet, now):
    """A payment of £10 to Amina."""
    legs = {accounts[0]: -1_000, accounts[1]: 1_000}
    entry = NewEntry(key="run:1:4", happened_on=date(2026, 9, 1), words="Payment", legs=legs)
    post_entries(council=council, entries=[entry], by=harriet, at=now)
    return Entry.objects.get()


@pytest.fixture
def new_entry(council, now):
    """A row for an entry, without legs."""
    return lambda key="bare": Entry.objects.create(
        council=council, key=key, happened_on=date(2026, 9, 1), words="", made_at=now
    )


def legs(entry, accounts, *pence):
    return [Posting(entry=entry, account_id=accounts[n % 2], pence=sum_) for n, sum_ in enumerate(pence)]


@pytest.mark.parametrize("pence", [(100,), (-100, 99), (1, 2, -4), (2**62, -(2**62), 1)])
def test_legs_that_do_not_add_up(new_entry, accounts, pence):
    with pytest.raises(IntegrityError, match="does not add up"), transaction.atomic():
        entry = new_entry()
        Posting.objects.bulk_create(legs(entry, accounts, *pence))


def test_a_leg_that_comes_late_even_when_the_late_ones_add_up(paid, accounts):
    with pytest.raises(IntegrityError, match="its legs came apart"), transaction.atomic():
        Posting.objects.bulk_create(legs(paid, accounts, -5, 5))


def test_legs_that_come_one_after_the_other(new_entry, accounts):
    with pytest.raises(IntegrityError, match="does not add up"), transaction.atomic():
        entry = new_entry()
        for leg in legs(entry, accounts, -5, 5):
            leg.save()


def test_a_leg_of_nothing(new_entry, accounts):
    with pytest.raises(IntegrityError, match="posting_is_not_nothing"), transaction.atomic():
        entry = new_entry()
        Posting.objects.bulk_create(legs(entry, accounts, 0, 0))


def test_an_entry_without_legs_at_the_end_of_the_transaction(new_entry):
    with pytest.raises(IntegrityError, match="has no legs"), transaction.atomic():
        new_entry()
        connection.check_constraints()  # what PostgreSQL does when a transaction ends
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE ledger_posting SET pence = 1",
        "DELETE FROM ledger_posting",
        "UPDATE ledger_entry SET words = 'Something else'",
        "DELETE FROM ledger_entry",
    ],
)
def test_any_change_to_what_was_posted(paid, sql):
    with pytest.raises(match="Cannot update or delete"), transaction.atomic(), connection.cursor() as it:
        it.execute(sql)
    assert Posting.objects.count() == 2
    assert Entry.objects.get().words == "Payment"


def test_a_second_entry_of_the_same_cause(paid, new_entry):
    with pytest.raises(IntegrityError, match="one_entry_a_cause"), transaction.atomic():
        new_entry(paid.key)


def test_a_second_account_of_a_kind(council, amina, accounts):
    for kind, person in ((AccountKind.COUNCIL_BANK, None), (AccountKind.DIRECT_PAYMENT, amina)):
        with pytest.raises(IntegrityError, match="one_account_a_kind_and_person"), transaction.atomic():
            Account.objects.create(council=council, kind=kind, person=person)


def test_an_account_that_does_not_say_whose_it_is(council, amina, db):
    for kind, person in ((AccountKind.COUNCIL_BANK, amina), (AccountKind.DIRECT_PAYMENT, None)):
        with pytest.raises(IntegrityError, match="account_names_its_person"), transaction.atomic():
            Account.objects.create(council=council, kind=kind, person=person)


def test_a_sum_beyond_all_money(new_entry, accounts):
    with pytest.raises(DatabaseError), transaction.atomic():
        entry = new_entry()
        Posting.objects.bulk_create(legs(entry, accounts, 2**63, -(2**63)))
