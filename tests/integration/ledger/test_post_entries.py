"""Entries are posted once each, all or none, and a balance is the sum of its postings."""

from datetime import date

import pytest
from django.db import IntegrityError
from tests.factories.persons import make_person

from ownway.ground.ledger.models import AccountKind, Entry, Posting
from ownway.ground.ledger.operations import NewEntry, open_accounts, post_entries
from ownway.ground.ledger.queries import find_entry, get_balance, list_accounts

BANK, AMINAS = AccountKind.COUNCIL_BANK, AccountKind.DIRECT_PAYMENT


@pytest.fixture
def bank(council):
    """The council's bank account."""
    return open_accounts(council=council, kind=BANK, person_ids=[None])[None]


@pytest.fixture
def hers(council, amina):
    """Amina's direct payment account."""
    return open_accounts(council=council, kind=AMINAS, person_ids=[amina.pk])[amina.pk]


@pytest.fixture
def post(council, harriet, bank, hers, now):
    """Harriet posts payments to Amina: pence by key and day."""

    def _post(*payments):
        entries = [
            NewEntry(key=key, happened_on=day, words="Payment", legs={bank.pk: -pence, hers.pk: pence})
            for key, day, pence in payments
        ]
        return post_entries(council=council, entries=entries, by=harriet, at=now)

    return _post


def test_a_payment_leaves_the_bank_and_reaches_her(post, council, amina):
    assert post(("run:1:4", date(2026, 9, 1), 41_250)) == 1
    assert get_balance(council=council, kind=AMINAS, person_id=amina.pk) == 41_250
    assert get_balance(council=council, kind=BANK) == -41_250


def test_posting_it_again_adds_nothing(post, council, amina):
    assert [post(("run:1:4", date(2026, 9, 1), 41_250)) for _ in range(3)] == [1, 0, 0]
    assert get_balance(council=council, kind=AMINAS, person_id=amina.pk) == 41_250
    assert Posting.objects.count() == 2


def test_only_what_is_missing_is_added(post, council, amina):
    post(("run:1:4", date(2026, 9, 1), 100))
    assert post(("run:1:4", date(2026, 9, 1), 100), ("run:2:4", date(2026, 9, 29), 250)) == 1
    assert get_balance(council=council, kind=AMINAS, person_id=amina.pk) == 350


def test_the_same_key_at_another_council_is_another_entry(post, other_council, esi, now):
    post(("run:1:4", date(2026, 9, 1), 100))
    bank = open_accounts(council=other_council, kind=BANK, person_ids=[None])[None]
    ola = make_person(council=other_council, name="Ola Reed")
    his = open_accounts(council=other_council, kind=AMINAS, person_ids=[ola.pk])[ola.pk]
    entry = NewEntry(key="run:1:4", happened_on=date(2026, 9, 1), words="Payment", legs={bank.pk: -70, his.pk: 70})
    assert post_entries(council=other_council, entries=[entry], by=esi, at=now) == 1
    assert get_balance(council=other_council, kind=BANK) == -70


def test_one_entry_that_does_not_add_up_keeps_out_the_others(council, harriet, bank, hers, now):
    good = NewEntry(key="good", happened_on=date(2026, 9, 1), words="", legs={bank.pk: -100, hers.pk: 100})
    bad = NewEntry(key="bad", happened_on=date(2026, 9, 1), words="", legs={bank.pk: -100, hers.pk: 99})
    with pytest.raises(IntegrityError, match="does not add up"):
        post_entries(council=council, entries=[good, bad], by=harriet, at=now)
    assert not Entry.objects.exists()


def test_a_balance_is_the_sum_of_its_postings_up_to_a_day(post, council, amina):
    post(("1", date(2026, 9, 1), 1_000), ("2", date(2026, 9, 2), 20), ("3", date(2026, 9, 3), 300))
    balances = [
        get_balance(council=council, kind=AMINAS, person_id=amina.pk, at_end_of=date(2026, 9, day))
        for day in (0 + 1, 2, 3)
    ]
    assert balances == [1_000, 1_020, 1_320]
    assert get_balance(council=council, kind=AMINAS, person_id=amina.pk, at_end_of=date(2026, 8, 31)) == 0


def test_many_entries_are_posted_in_a_few_questions(post, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        added = post(*[(f"run:1:{n}", date(2026, 9, 1), n + 1) for n in range(500)])
    assert added == 500


def test_accounts_are_opened_once(council, amina, bank, hers):
    again = open_accounts(council=council, kind=AMINAS, person_ids=[amina.pk])
    assert again == {amina.pk: hers}
    assert open_accounts(council=council, kind=BANK, person_ids=[None]) == {None: bank}
    assert list_accounts(council=council, kind=AMINAS, person_ids=[amina.pk]) == {amina.pk: hers}


def test_an_entry_is_found_by_its_cause_in_its_council(post, council, other_council):
    post(("run:1:4", date(2026, 9, 1), 100))
    assert find_entry(council=council, key="run:1:4").happened_on == date(2026, 9, 1)
    assert find_entry(council=other_council, key="run:1:4") is None
    assert find_entry(council=council, key="run:9:9") is None
