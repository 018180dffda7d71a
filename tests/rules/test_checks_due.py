"""Why this person is due for a financial check-up now: each reason a sentence, with its day."""

from datetime import date

from ownway.rules.checks.due import CheckUpHistory, CheckUpPolicy, why_due_now
from ownway.rules.checks.findings import Finding

POLICY = CheckUpPolicy(large_from_yearly_pence=5_000_000)
FIRST = date(2026, 4, 1)
TODAY = date(2026, 6, 10)
TALK = Finding("money_built_up", "There is £900.00 more in the account.", "Tell us.", "needs a conversation")
LOOK = Finding("cash_taken_out", "£20.00 was taken out of the account as cash.", "Tell us.", "good to know")


def due(history, *, today=TODAY, findings=(), policy=POLICY):
    return why_due_now(history, findings=findings, policy=policy, today=today)


def test_nothing_is_due_before_anything_is_paid():
    assert due(CheckUpHistory(first_payment_on=None)) is None


def test_the_first_is_twelve_weeks_after_the_first_payment():
    # 12 weeks after 1 April 2026 is 24 June 2026.
    found = due(CheckUpHistory(first_payment_on=FIRST))
    assert found.due_on == date(2026, 6, 24)
    assert found.reasons == ("The first one is 12 weeks after the first payment, to see that all has started well.",)
    assert not found.is_due(date(2026, 6, 23))
    assert found.is_due(date(2026, 6, 24))


def test_then_there_is_one_at_least_every_year():
    found = due(CheckUpHistory(first_payment_on=FIRST, last_check_up_on=date(2026, 6, 24)))
    assert found.due_on == date(2027, 6, 24)
    assert found.reasons == ("There is one at least every 12 months. The last one was on 24 June 2026.",)


def test_the_largest_budgets_have_them_more_often():
    large = CheckUpHistory(first_payment_on=FIRST, last_check_up_on=date(2026, 6, 24), yearly_pence=5_000_000)
    found = due(large)
    assert found.due_on == date(2026, 12, 24)
    assert found.reasons == ("The largest budgets have one every 6 months.",)
    small = CheckUpHistory(first_payment_on=FIRST, last_check_up_on=date(2026, 6, 24), yearly_pence=4_999_999)
    assert due(small).due_on == date(2027, 6, 24)
    assert due(large, policy=CheckUpPolicy()).due_on == date(2027, 6, 24), "no council is told what large is"


def test_a_year_late_both_reasons_are_given():
    large = CheckUpHistory(first_payment_on=FIRST, last_check_up_on=date(2026, 6, 24), yearly_pence=9_000_000)
    found = due(large, today=date(2027, 7, 1))
    assert found.due_on == date(2026, 12, 24)
    assert len(found.reasons) == 2


def test_a_finding_that_needs_a_conversation_makes_it_due_today():
    found = due(CheckUpHistory(first_payment_on=FIRST), findings=[TALK, LOOK])
    assert found.due_on == TODAY
    assert found.reasons == ("There is something to talk about: There is £900.00 more in the account.",)


def test_a_smaller_finding_waits_for_the_next_one():
    assert due(CheckUpHistory(first_payment_on=FIRST), findings=[LOOK]).due_on == date(2026, 6, 24)


def test_whoever_asks_gets_one_even_before_the_first_payment():
    found = due(CheckUpHistory(first_payment_on=None, asked_on=date(2026, 6, 3)))
    assert (found.due_on, found.reasons) == (date(2026, 6, 3), ("The person asked for one on 3 June 2026.",))


def test_what_was_asked_before_the_last_check_up_is_answered():
    answered = CheckUpHistory(first_payment_on=FIRST, last_check_up_on=date(2026, 6, 5), asked_on=date(2026, 6, 3))
    assert due(answered).due_on == date(2027, 6, 5)


def test_each_council_sets_its_own_times():
    policy = CheckUpPolicy(first_after_weeks=6, every_months=9)
    assert due(CheckUpHistory(first_payment_on=FIRST), policy=policy).due_on == date(2026, 5, 13)
    later = CheckUpHistory(first_payment_on=FIRST, last_check_up_on=date(2026, 6, 24))
    assert due(later, policy=policy).due_on == date(2027, 3, 24)
