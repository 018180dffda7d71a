"""A run proposes what falls due and is not paid, and says what changed and why."""

from datetime import date, timedelta

import pytest
from tests.factories.payments import ANOTHER, HOLIDAYS, make_bank_account
from tests.factories.persons import make_person

from ownway.journey.payments import operations, queries
from ownway.journey.payments.models import BankAccount, Run, RunChange, RunLine
from ownway.journey.payments.operations import refusals
from ownway.rules.bank_days import NotABankDay, SubmissionRefused

OCTOBER = {"pay_on": date(2026, 10, 5), "today": date(2026, 9, 28)}


def kinds(run):
    return sorted(RunChange.objects.filter(run=run).values_list("kind", flat=True))


def lines(run):
    return list(RunLine.objects.filter(run=run).order_by("pk").values_list("amount_pence", "from_on", "to_on"))


def test_the_first_payment_is_new(amina, paid, propose):
    paid(amina)
    run = propose()
    assert lines(run) == [(80_000, date(2026, 9, 7), date(2026, 10, 4))]
    assert kinds(run) == ["new"]
    assert run.submit_by_on == date(2026, 9, 3)  # two bank days before Monday 7 September


def test_what_is_paid_is_not_proposed_again(amina, paid, pay, propose):
    paid(amina)
    pay()
    with pytest.raises(refusals.NobodyToPay):
        propose(date(2026, 9, 8))


def test_what_fell_due_and_was_missed_is_caught_up(amina, paid, propose):
    # Weekly from 7 September; the first run is for 5 October: 7, 14, 21, 28 September and 5 October.
    paid(amina, every="week", budget_weekly_pence=15_000)
    assert [pence for pence, *_ in lines(propose(**OCTOBER))] == [15_000] * 5


def test_what_falls_due_before_banks_open_again_is_paid_before(amina, paid, propose):
    # A payment due on Saturday 12 September can only come on Friday 11 September or later than it is due.
    schedule = paid(amina)
    schedule.first_on = date(2026, 9, 12)
    schedule.save()
    assert len(lines(propose(date(2026, 9, 11)))) == 1


def test_a_monthly_sum_paid_weekly_stops_the_run(amina, paid, pay, propose, dev, council, now):
    # £150.00 a week; somebody types the month's £650.00 (150 × 52 ÷ 12) and leaves it weekly.
    paid(amina, every="week", budget_weekly_pence=15_000)
    pay()
    operations.change_payments(
        council=council,
        person_id=amina.pk,
        every="week",
        amount_pence=65_000,
        from_on=date(2026, 9, 14),
        why="Agreed more hours",
        by=dev,
        today=date(2026, 9, 8),
        at=now,
        bank_holidays=HOLIDAYS,
    )
    run = propose(date(2026, 9, 14), today=date(2026, 9, 8))
    stopping = RunChange.objects.get(run=run, kind="looks like a slip")
    assert stopping.stops_the_run
    assert "monthly sum paid every week" in stopping.words


def test_a_changed_bank_account_stops_the_run(amina, paid, pay, propose, today):
    paid(amina)
    pay()
    BankAccount.objects.filter(person=amina).update(ended_on=today)
    make_bank_account(person=amina, by=amina.relationships.get().user, sort_code=ANOTHER[0], account_number=ANOTHER[1])
    run = propose(**OCTOBER)
    assert kinds(run) == ["bank account changed"]
    assert RunChange.objects.get(run=run).stops_the_run


def test_more_than_the_limit_stops_the_run(amina, paid, propose):
    paid(amina)
    run = propose(limit_pence=79_999)
    assert kinds(run) == ["new", "over the limit"]
    assert "£800.00 is more than £799.99" in RunChange.objects.get(run=run, kind="over the limit").words


def test_exactly_the_limit_is_within_it(amina, paid, propose):
    paid(amina)
    assert kinds(propose(limit_pence=80_000)) == ["new"]


def test_somebody_without_an_account_is_named_and_nobody_else_waits(amina, council, paid, propose):
    paid(amina)
    noor = make_person(council=council, name="Noor Ali")
    paid(noor, account=None)
    run = propose()
    assert [line.person for line in RunLine.objects.filter(run=run)] == [amina]
    assert RunChange.objects.get(run=run, kind="no bank account").person == noor


def test_somebody_who_died_is_not_paid_and_it_says_so_once(amina, council, paid, pay, propose):
    paid(amina)
    paid(make_person(council=council, name="Noor Ali"), every="week", budget_weekly_pence=15_000)
    pay()
    amina.died_on = date(2026, 9, 20)
    amina.save()
    first = pay(**OCTOBER)
    told = RunChange.objects.get(run=first, person=amina)
    assert (told.kind, told.needs_looking_at) == ("stopped", False)
    assert "died on 20 September 2026" in told.words
    second = propose(date(2026, 10, 12), today=date(2026, 10, 6))
    assert not RunChange.objects.filter(run=second, person=amina).exists()


def test_a_day_on_which_banks_are_closed_is_refused_with_the_nearest(amina, paid, propose):
    # Christmas Day 2026 is a Friday, and Boxing Day's holiday the Monday after.
    paid(amina)
    with pytest.raises(NotABankDay, match=r"Thursday 24 December 2026.*Tuesday 29 December 2026"):
        propose(date(2026, 12, 25), today=date(2026, 12, 10))


def test_a_day_that_the_file_cannot_reach_is_refused(amina, paid, propose):
    paid(amina)
    with pytest.raises(SubmissionRefused, match="Choose a later pay day"):
        propose(date(2026, 9, 2))


def test_two_runs_are_never_open_at_once(amina, paid, propose):
    paid(amina)
    propose()
    with pytest.raises(refusals.RunOpenAlready):
        propose()
    assert Run.objects.count() == 1


def test_a_council_without_an_account_is_told_so(amina, council, paid, propose):
    paid(amina)
    council.bank_account = ""
    council.save()
    with pytest.raises(refusals.CouncilCannotPay, match="8 digits"):
        propose()


def test_a_run_pays_only_its_own_council_s_people(amina, other_council, paid, propose):
    paid(amina)
    paid(make_person(council=other_council, name="Olu Ade"))
    assert [line.person for line in RunLine.objects.filter(run=propose())] == [amina]


def test_start_up_money_is_paid_once_beside_the_first_payment(amina, paid, pay, propose):
    paid(amina, one_off_pence=5_000)
    assert sorted(pence for pence, *_ in lines(pay())) == [5_000, 80_000]
    run = propose(**OCTOBER)
    assert [pence for pence, *_ in lines(run)] == [80_000]
    change = RunChange.objects.get(run=run)
    assert (change.before_pence, change.after_pence, change.needs_looking_at) == (85_000, 80_000, False)


def test_the_page_costs_the_same_for_one_person_and_for_sixty(
    amina, council, paid, propose, as_, farah, django_assert_max_num_queries
):
    paid(amina)
    for number in range(60):
        paid(make_person(council=council, name=f"Person {number}", reference=f"X{number}"))
    run = propose(limit_pence=1)
    browser = as_(farah)
    with django_assert_max_num_queries(20):
        page = browser.get(f"/payments/{run.pk}/").content.decode()
    assert page.count("Write why this is right<") == queries.PAGE_SIZE
    with django_assert_max_num_queries(20):
        second = browser.get(f"/payments/{run.pk}/people/?kind=new&page=2")
    assert second.content.decode().count("New this time:") == 61 - queries.PAGE_SIZE


def test_days_more_than_a_month_ahead_are_refused(amina, paid, propose):
    paid(amina)
    with pytest.raises(refusals.DayRefused):
        propose(due_to_on=date(2026, 9, 7) + timedelta(days=32))
