"""Payments are started, changed, paused, taken up again and ended, and each day is paid once."""

from datetime import date

import pytest
from tests.factories.agreements import make_agreement
from tests.factories.payments import HOLIDAYS

from ownway.ground.people.facts import person_facts
from ownway.journey.payments import operations, queries
from ownway.journey.payments.models import RunLine, Schedule
from ownway.journey.payments.operations import refusals

OCTOBER = {"pay_on": date(2026, 10, 5), "today": date(2026, 9, 28)}


@pytest.fixture
def who(council, amina, harriet, now, today):
    return {"council": council, "person_id": amina.pk, "by": harriet, "at": now, "today": today}


def spans(person):
    lines = RunLine.objects.filter(person=person, live=True).order_by("from_on")
    return list(lines.values_list("from_on", "to_on", "amount_pence"))


def test_payments_start_from_the_agreement(amina, harriet, who):
    # £200.00 a week, 4-weekly: £800.00.
    make_agreement(person=amina, by=harriet)
    operations.start_payments(first_on=date(2026, 9, 7), bank_holidays=HOLIDAYS, **who)
    schedule = Schedule.objects.get()
    assert (schedule.every, schedule.amount_pence, schedule.weekly_pence) == ("4 weeks", 80_000, 20_000)


def test_starting_twice_is_refused(amina, paid, who):
    paid(amina)
    with pytest.raises(refusals.AlreadyStarted):
        operations.start_payments(first_on=date(2026, 9, 7), bank_holidays=HOLIDAYS, **who)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 8, 31), "has passed"),
        (date(2026, 9, 5), "next day is 7 September 2026"),  # a Saturday
        (date(2026, 12, 25), "next day is 29 December 2026"),
    ],
)
def test_the_first_payment_is_on_a_bank_day_to_come(amina, harriet, who, day, said):
    make_agreement(person=amina, by=harriet)
    with pytest.raises(refusals.DayRefused, match=said):
        operations.start_payments(first_on=day, bank_holidays=HOLIDAYS, **who)
    assert not Schedule.objects.exists()


def test_nothing_starts_without_an_agreement(who):
    with pytest.raises(refusals.NothingAgreed):
        operations.start_payments(first_on=date(2026, 9, 7), bank_holidays=HOLIDAYS, **who)


def test_a_pause_and_a_resume_pay_each_day_once(amina, paid, pay, who):
    # Paid to 4 October. Paused from 12 October, taken up again on 19 October.
    # 5 to 11 October: 7 of 28 days of £800.00 = £200.00. 19 October to 1 November: 14 of 28 = £400.00.
    paid(amina)
    pay()
    operations.pause_payments(from_on=date(2026, 10, 12), why="In hospital", **who)
    pay(**OCTOBER)
    operations.resume_payments(resume_on=date(2026, 10, 19), why="Home again", **who)
    pay(date(2026, 10, 19), today=date(2026, 10, 13))
    assert spans(amina) == [
        (date(2026, 9, 7), date(2026, 10, 4), 80_000),
        (date(2026, 10, 5), date(2026, 10, 11), 20_000),
        (date(2026, 10, 19), date(2026, 11, 1), 40_000),
    ]


def test_taking_up_on_the_first_day_of_a_pause_undoes_it(amina, paid, who):
    schedule = paid(amina)
    operations.pause_payments(from_on=date(2026, 9, 14), why="A holiday", **who)
    operations.resume_payments(resume_on=date(2026, 9, 14), why="Not going", **who)
    assert not schedule.pauses.exists()


def test_a_second_pause_is_refused(amina, paid, who):
    paid(amina)
    operations.pause_payments(from_on=date(2026, 9, 14), why="A holiday", **who)
    with pytest.raises(refusals.AlreadyPaused):
        operations.pause_payments(from_on=date(2026, 9, 21), why="A holiday", **who)


def test_a_change_pays_the_new_amount_after_the_days_that_are_paid(amina, paid, pay, who):
    paid(amina)
    pay()
    change = {"every": "4 weeks", "amount_pence": 88_000, "why": "More hours", "bank_holidays": HOLIDAYS}
    with pytest.raises(refusals.DayRefused, match="up to 4 October 2026 are paid already"):
        operations.change_payments(from_on=date(2026, 9, 21), **change, **who)
    operations.change_payments(from_on=date(2026, 10, 5), **change, **who)
    run = pay(**OCTOBER)
    assert run.lines.get().amount_pence == 88_000
    assert run.changes.get().words.endswith("£80.00 more. More hours.")
    assert not run.changes.get().needs_looking_at


def test_an_end_pays_the_last_days_by_the_day(amina, paid, pay, who):
    # 5 to 18 October is 14 of 28 days: £400.00.
    paid(amina)
    pay()
    operations.end_payments(until_on=date(2026, 10, 18), why="Moving away", **who)
    assert pay(**OCTOBER).lines.get().amount_pence == 40_000


def test_what_comes_next_is_what_is_not_paid(amina, council, paid, pay, today):
    paid(amina)
    pay()
    facts = queries.find_payments_facts(council=council, person_id=amina.pk, today=today)
    assert [(due.due_on, due.amount_pence) for due in facts.coming] == [
        (date(2026, 10, 5), 80_000),
        (date(2026, 11, 2), 80_000),
        (date(2026, 11, 30), 80_000),
    ]
    assert [payment.amount.value for payment in facts.past] == [80_000]


@pytest.mark.parametrize("page", ["start", "change", "pause", "resume", "end"])
def test_an_empty_form_asks_for_what_is_missing(as_, amina, harriet, paid, page):
    paid(amina)
    answer = as_(harriet).post(f"/people/{amina.pk}/payments/{page}/", {})
    assert answer.status_code == 200
    assert "There is a problem" in answer.content.decode()


def test_a_refused_change_keeps_what_was_typed(as_, amina, harriet, paid):
    paid(amina)
    told = {"amount_pence": "650", "every": "week", "why": "More hours"}
    day = {"first_on_day": "5", "first_on_month": "9", "first_on_year": "2026"}  # a Saturday
    page = as_(harriet).post(f"/people/{amina.pk}/payments/change/", told | day).content.decode()
    assert 'value="650"' in page
    assert 'href="#id_first_on_day"' in page
    assert Schedule.objects.count() == 1


def test_the_page_shows_next_payments_with_their_working(as_, amina, paid, pay):
    paid(amina)
    pay()
    page = as_(amina).get(f"/people/{amina.pk}/payments/").content.decode()
    assert "£800.00 every 4 weeks" in page
    assert "It is due on 5 October 2026" in page
    assert "Agreed payment, every 4 weeks" in page


def test_the_set_up_list_knows_the_account_and_the_first_payment(as_, amina, paid, pay, council):
    paid(amina)
    pay()
    page = as_(amina).get(f"/people/{amina.pk}/set-up/").content.decode()
    assert "Tell us the bank account" in page
    found = queries.get_set_up(council=council, person=person_facts(amina), today=date(2026, 9, 7))
    done = {task.words: task.done for task in found.tasks}
    assert done["Tell us the bank account"]
    assert done["The council checks the bank account"]
    assert done["The council makes the first payment"]
