"""Somebody decides about what came back: which payment it is, and whether it is paid again."""

from datetime import date

import pytest
from tests.factories.payments import ANOTHER, make_bank_account
from tests.integration.payments import bank_words

from ownway.ground.audit.models import Event
from ownway.ground.ledger.models import AccountKind
from ownway.ground.ledger.queries import get_balance
from ownway.journey.payments import operations, queries
from ownway.journey.payments.models import AnswerItem, RunLine
from ownway.journey.payments.operations import refusals

LATER = date(2026, 9, 10)


@pytest.fixture
def run(amina, paid, pay):
    """£800.00 to Amina for Monday 7 September."""
    paid(amina)
    return pay()


@pytest.fixture
def came_back(run, council, harriet, now):
    """`came_back("AC04")`: Amina's payment came back, for that reason; what there is to look at."""

    def item(reason="AC04", pounds="800.00"):
        data = bank_words.camt054((run.lines.get().end_to_end_id, pounds, reason))
        operations.take_answer(council=council, name="camt.xml", data=data, by=harriet, at=now)
        return AnswerItem.objects.get()

    return item


@pytest.fixture
def settle(council, harriet, now):
    def settled(item, ended="pay_again", **said):
        asked = {"ended": ended, "checked": True, "why": "We spoke"} | said
        return operations.settle_item(council=council, item_id=item.pk, by=harriet, at=now, **asked)

    return settled


@pytest.fixture
def name(council, harriet, now):
    def named(item, line_id):
        said = {"line_id": line_id, "why": "The bank told us", "by": harriet, "at": now}
        return operations.name_payment(council=council, item_id=item.pk, **said)

    return named


def test_a_payment_that_is_paid_again_falls_due_in_the_next_run(came_back, settle, propose, amina):
    settle(came_back())
    lines = list(propose(date(2026, 9, 14)).lines.order_by("from_on"))
    assert [(line.from_on, line.amount_pence) for line in lines] == [(date(2026, 9, 7), 80_000)]


def test_paying_again_gives_the_person_the_money_once(came_back, settle, pay, amina, council):
    settle(came_back())
    pay(date(2026, 9, 14))
    assert get_balance(council=council, kind=AccountKind.DIRECT_PAYMENT, person_id=amina.pk) == 80_000
    assert get_balance(council=council, kind=AccountKind.COUNCIL_BANK) == -80_000


def test_a_payment_that_is_left_does_not_fall_due_again(came_back, settle, propose):
    settle(came_back("MD07"), "left", why="Her daughter told us that she died")
    with pytest.raises(refusals.NobodyToPay):
        propose(date(2026, 9, 14))


def test_the_old_account_is_paid_again_only_when_it_was_checked(came_back, settle, amina, dev):
    item = came_back()
    with pytest.raises(refusals.CannotPayAgain, match="did not take the money"):
        settle(item, checked=False)
    amina.bank_accounts.update(ended_on=date(2026, 9, 9))
    make_bank_account(person=amina, by=dev, sort_code=ANOTHER[0], account_number=ANOTHER[1])
    settle(item, checked=False)
    assert not RunLine.objects.get().live


def test_a_part_that_came_back_is_not_paid_again_as_a_whole(came_back, settle, name, run):
    item = name(came_back(pounds="799.99"), run.lines.get().pk)
    with pytest.raises(refusals.CannotPayAgain, match=r"£799\.99"):
        settle(item)


def test_nobody_who_has_died_is_paid_again(came_back, settle, amina):
    item = came_back()
    amina.died_on = date(2026, 9, 8)
    amina.save()
    with pytest.raises(refusals.CannotPayAgain, match="has died"):
        settle(item)


def test_it_is_decided_once(came_back, settle):
    item = came_back()
    settle(item)
    with pytest.raises(refusals.AlreadyDecided):
        settle(item, "left")


def test_it_says_who_decided_and_why(came_back, settle, amina, harriet):
    settle(came_back())
    event = Event.objects.get(what="settle_item", person_id=amina.pk)
    assert event.by == harriet
    assert "pay it again" in event.words
    assert "We spoke" in event.words


def test_a_payment_that_is_named_is_in_the_books_by_what_came_back(came_back, name, run, amina, council):
    name(came_back(pounds="799.99"), run.lines.get().pk)
    assert get_balance(council=council, kind=AccountKind.DIRECT_PAYMENT, person_id=amina.pk) == 1  # 80,000 − 79,999


def test_a_payment_that_is_none_of_ours_changes_nothing(came_back, name, amina, council):
    item = name(came_back(pounds="799.99"), None)
    assert (item.ended, item.run_line) == ("not_ours", None)
    assert get_balance(council=council, kind=AccountKind.DIRECT_PAYMENT, person_id=amina.pk) == 80_000


def test_only_a_payment_that_was_offered_can_be_named(came_back, name, run):
    with pytest.raises(RunLine.DoesNotExist):
        name(came_back(pounds="799.99"), run.lines.get().pk + 1)


def test_a_payment_that_came_back_is_not_named_a_second_time(came_back, name, run, council, harriet, now):
    came_back()
    data = bank_words.camt054((run.lines.get().end_to_end_id, "799.99", "AC04"), message="N-2")
    operations.take_answer(council=council, name="b.xml", data=data, by=harriet, at=now)
    with pytest.raises(refusals.AlreadyDecided, match="came back already"):
        name(AnswerItem.objects.get(run_line__isnull=True), run.lines.get().pk)


def test_the_run_keeps_what_it_paid(came_back, settle, council, run):
    settle(came_back())
    summary = queries.get_summary(council=council, id=run.pk)
    assert (summary.run.payments, summary.run.total_pence) == (1, 80_000)
    assert (summary.came_back, summary.came_back_pence, summary.taken_out) == (1, 80_000, 0)


def test_the_next_run_stops_while_nobody_has_looked_at_why(came_back, settle, propose, approve, amina):
    item = came_back()
    run = propose(date(2026, 10, 5), today=LATER)
    change = run.changes.get(kind="came back")
    assert "£800.00 came back from this account" in change.words
    with pytest.raises(refusals.StillToExplain):
        approve(run, today=LATER)
    assert item.ended == ""


def test_the_next_run_goes_on_once_somebody_has(came_back, settle, propose):
    settle(came_back(), "left", why="Paid by hand on 10 September")
    assert not propose(date(2026, 10, 5), today=LATER).changes.filter(kind="came back").exists()


def test_a_changed_account_is_looked_at_and_that_is_all(run, council, harriet, now, settle):
    operations.take_answer(council=council, name="awacs.xml", data=bank_words.awacs(), by=harriet, at=now)
    item = AnswerItem.objects.get()
    with pytest.raises(refusals.CannotPayAgain):
        settle(item)
    assert settle(item, "done").ended == "done"
    assert RunLine.objects.get().live
