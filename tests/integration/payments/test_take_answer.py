"""A file from the bank is matched to what was sent; the books follow it once, and the person loses nothing."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.factories.payments import ANOTHER
from tests.factories.persons import make_person
from tests.integration.payments import bank_words

from ownway.ground.audit.models import Event
from ownway.ground.ledger.models import AccountKind, Entry
from ownway.ground.ledger.queries import get_balance
from ownway.ground.letters.models import Letter
from ownway.journey.payments import operations, queries
from ownway.journey.payments.models import AnswerItem, BankAnswer, EmergencyList
from ownway.journey.payments.operations.refusals import RunMoved


@pytest.fixture
def noor(council):
    return make_person(council=council, name="Noor Ali")


@pytest.fixture
def run(amina, noor, paid, pay):
    """£800.00 to Amina and £600.00 to Noor, for Monday 7 September."""
    paid(amina)
    paid(noor, budget_weekly_pence=15_000, account=ANOTHER)
    return pay()


@pytest.fixture
def take(council, harriet, now):
    """`take(bytes)`: Harriet adds a file from the bank."""

    def taken(data, name="answer.xml"):
        return operations.take_answer(council=council, name=name, data=data, by=harriet, at=now)

    return taken


def number_of(run, person):
    return run.lines.get(person=person).end_to_end_id


def balances(council, person):
    """What the books say of the person's direct payment, and of the council's bank, in pence."""
    return (
        get_balance(council=council, kind=AccountKind.DIRECT_PAYMENT, person_id=person.pk),
        get_balance(council=council, kind=AccountKind.COUNCIL_BANK),
    )


def test_money_that_came_back_is_in_the_books_to_the_penny(run, amina, council, take):
    take(bank_words.camt054((number_of(run, amina), "800.00", "AC04")))
    assert balances(council, amina) == (0, -60_000)  # Noor's £600.00 stays out
    entry = Entry.objects.get(key=f"returned:{number_of(run, amina)}")
    assert (entry.happened_on, entry.words) == (date(2026, 9, 9), "The bank sent this payment back")


def test_a_payment_that_was_never_made_is_reversed(run, amina, noor, council, take):
    taken = take(bank_words.pain002(run, (number_of(run, amina), "RJCT", "AC01"), (number_of(run, noor), "ACCP", "")))
    assert balances(council, amina) == (0, -60_000)
    answer = queries.get_answer(council=council, id=taken.answer_id)
    assert (answer.taken, answer.items, answer.open_items) == (1, 1, 1)


def test_a_file_refused_as_a_whole_puts_everything_back(run, amina, noor, council, take):
    take(bank_words.pain002(run, group="RJCT"))
    assert balances(council, amina) == (0, 0)
    assert balances(council, noor) == (0, 0)
    assert set(AnswerItem.objects.values_list("kind", "step")) == {("rejected", "our_file")}


def test_the_same_file_again_is_said_and_changes_nothing(run, amina, council, take):
    data = bank_words.camt054((number_of(run, amina), "800.00", "AC04"))
    take(data)
    with pytest.raises(operations.AnswerRefused, match="read already"):
        take(data)
    assert balances(council, amina) == (0, -60_000)
    assert BankAnswer.objects.count() == 1


def test_another_file_that_says_the_same_changes_nothing(run, amina, council, take):
    # The return is in a camt.054, in the next one again, and in the Bacs report too.
    name = number_of(run, amina)
    take(bank_words.camt054((name, "800.00", "AC04")))
    assert take(bank_words.camt054((name, "800.00", "AC04"), message="N-2")).told_before == 1
    assert take(bank_words.arucs(name, "800.00")).told_before == 1
    assert balances(council, amina) == (0, -60_000)
    assert AnswerItem.objects.count() == 1


def test_the_database_itself_keeps_a_second_return_out(run, amina, take):
    take(bank_words.camt054((number_of(run, amina), "800.00", "AC04")))
    item = AnswerItem.objects.get()
    item.pk = None
    with pytest.raises(IntegrityError, match="payment_comes_back_once"), transaction.atomic():
        item.save(force_insert=True)


def test_the_bacs_report_finds_the_payment_by_its_reference(run, amina, take):
    take(bank_words.arucs(number_of(run, amina), "800.00"))
    item = AnswerItem.objects.get()
    assert (item.run_line.person, item.kind, item.step) == (amina, "returned", "check_account")


def test_nothing_is_sent_and_nothing_ends_when_the_bank_says_that_somebody_died(run, amina, council, take):
    letters = Letter.objects.count()
    take(bank_words.camt054((number_of(run, amina), "800.00", "MD07")))
    amina.refresh_from_db()
    assert amina.died_on is None
    assert amina.schedules.get().until_on is None
    assert amina.bank_accounts.get().ended_on is None
    assert Letter.objects.count() == letters
    assert AnswerItem.objects.get().step == "gently"


def test_another_amount_is_asked_about_and_nothing_is_posted(run, amina, council, take):
    take(bank_words.camt054((number_of(run, amina), "799.99", "AC04")))
    item = AnswerItem.objects.get()
    assert item.run_line is None
    assert item.candidates == [run.lines.get(person=amina).pk]
    assert balances(council, amina) == (80_000, -140_000)


def test_a_stranger_s_payment_is_asked_about(run, amina, council, take):
    take(bank_words.camt054(("SUPPLIER-7", "12.00", "AC04")))
    item = AnswerItem.objects.get()
    assert (item.run_line, item.candidates, item.why) == (None, [], "No payment of ours fits.")
    assert balances(council, amina) == (80_000, -140_000)


def test_an_account_that_changed_is_told_and_not_changed(run, amina, take):
    take(bank_words.awacs())
    item = AnswerItem.objects.get()
    assert (item.run_line.person, item.kind) == (amina, "changed_account")
    assert (item.new_sort_code, item.new_account_number) == ("107999", "88837491")
    assert amina.bank_accounts.get(ended_on__isnull=True).account_number == "66374958"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda data: b"", "empty"),
        (lambda data: data[:-10], "before its end"),
        (lambda data: data.replace(b"GBP", b"EUR"), "Entry 1"),
    ],
)
def test_a_file_that_cannot_be_read_whole_adds_nothing(run, amina, council, take, change, words):
    data = bank_words.camt054((number_of(run, amina), "800.00", "AC04"))
    with pytest.raises(operations.AnswerRefused) as refusal:
        take(change(data))
    assert words in " ".join(refusal.value.reasons)
    assert not BankAnswer.objects.exists()
    assert balances(council, amina) == (80_000, -140_000)


def test_an_answer_to_a_file_that_is_not_ours_is_refused(run, take):
    data = bank_words.pain002(run, group="RJCT").replace(f"DP{run.council_id}-1".encode(), b"OTHER-9")
    with pytest.raises(operations.AnswerRefused, match="OTHER-9"):
        take(data)


def test_another_council_s_payment_is_never_found(run, amina, other_council, harriet, now):
    data = bank_words.camt054((number_of(run, amina), "800.00", "AC04"))
    operations.take_answer(council=other_council, name="a.xml", data=data, by=harriet, at=now)
    assert AnswerItem.objects.get().run_line is None
    assert balances(amina.council, amina) == (80_000, -140_000)


def test_it_stands_in_the_person_s_history_who_did_what(run, amina, harriet, take):
    take(bank_words.camt054((number_of(run, amina), "800.00", "AC04")))
    event = Event.objects.get(what="take_answer", person_id=amina.pk)
    assert event.by == harriet
    assert event.words == f"The bank sent back the payment {number_of(run, amina)}, £800.00."


def test_a_run_of_which_some_came_back_cannot_be_withdrawn(run, amina, council, farah, now, take):
    take(bank_words.camt054((number_of(run, amina), "800.00", "AC04")))
    with pytest.raises(RunMoved, match="came back"):
        operations.withdraw_run(council=council, run_id=run.pk, why="Late", by=farah, at=now)
    run.refresh_from_db()
    assert run.status == "files_written"


def test_a_run_refused_as_a_whole_can_be_withdrawn_and_is_not_reversed_twice(run, amina, council, farah, now, take):
    take(bank_words.pain002(run, group="RJCT"))
    operations.withdraw_run(council=council, run_id=run.pk, why="The bank refused it", by=farah, at=now)
    assert balances(council, amina) == (0, 0)


def test_the_number_of_queries_does_not_grow_with_the_payments(council, dev, today, pay, take, paid):
    many = [make_person(council=council, name=f"Person {number}") for number in range(6)]
    for person in many:
        paid(person)
    run = pay()
    back = [(number_of(run, person), "800.00", "AC04") for person in many]
    with CaptureQueriesContext(connection) as one:
        take(bank_words.camt054(back[0]))
    with CaptureQueriesContext(connection) as five:
        take(bank_words.camt054(*back[1:]))
    assert len(five.captured_queries) == len(one.captured_queries)


@pytest.mark.parametrize(("was_used", "asked"), [(None, 2), (True, 2), (False, 0)])
def test_who_may_be_paid_from_the_emergency_list_is_asked_about(run, amina, council, farah, now, take, was_used, asked):
    # The bank was down, so finance keyed the run by hand; then somebody sent its file too, and the bank refused it.
    held = {"why": "The bank is down", "xlsx": b"x", "pdf": b"x", "digest": "0" * 64, "made_by": farah, "made_at": now}
    made = EmergencyList.objects.create(run=run, **held)
    if was_used is not None:
        made.ends.create(was_used=was_used, said_by=farah, said_at=now)
    take(bank_words.pain002(run, group="RJCT"))
    assert AnswerItem.objects.filter(run_line__isnull=True).count() == asked
    assert balances(council, amina) == ((80_000, -140_000) if asked else (0, 0))
