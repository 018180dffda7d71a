"""The council looks again within six months of the first payment, then at least once a year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.figures import confirmed

from ownway.rules.parameters import FigureNotConfirmed, Figures, load_national
from ownway.rules.refusals import BadInput
from ownway.rules.reviews import (
    EVENTS,
    FIRST_WITHIN_MONTHS,
    THEN_WITHIN_MONTHS,
    clock_of,
    days_overdue,
    is_review_overdue,
    review_after,
    review_due,
)

FIRST_PAYMENT = date(2026, 4, 1)
NATIONAL = load_national().on(date(2026, 6, 1))


def confirmed_by_our_council(**months: int) -> Figures:
    looked_up = [confirmed(f"review.{name}", value) for name, value in months.items()]
    return load_national().with_confirmed(looked_up).on(date(2026, 6, 1))


def test_nothing_is_due_before_the_first_payment():
    assert review_due(first_payment_on=None) is None
    assert not is_review_overdue(None, today=date(2030, 1, 1))
    assert days_overdue(None, today=date(2030, 1, 1)) == 0


def test_aminas_first_review_is_within_six_months_of_her_first_payment():
    due = review_due(first_payment_on=FIRST_PAYMENT)
    assert due.due_on == date(2026, 10, 1)
    assert due.reason == "The first review is within 6 months of the first payment."
    assert due.law == "SI 2014/2871 reg 7(1)(a)"
    assert due.standing == "reported", "the text of the law itself has not been read: it must not say confirmed"


def test_an_early_first_review_starts_the_year():
    due = review_due(first_payment_on=FIRST_PAYMENT, reviewed_on=[date(2026, 6, 15)])
    assert due.due_on == date(2027, 6, 15)
    assert due.reason == "Each review is within 12 months of the one before it."


def test_the_latest_review_counts_whatever_the_order_they_come_in():
    due = review_due(first_payment_on=FIRST_PAYMENT, reviewed_on=[date(2028, 3, 1), date(2026, 9, 1), date(2027, 8, 1)])
    assert due.due_on == date(2029, 3, 1)


def test_a_review_before_the_first_payment_does_not_count():
    due = review_due(first_payment_on=FIRST_PAYMENT, reviewed_on=[date(2026, 3, 31)])
    assert due.due_on == date(2026, 10, 1)


def test_the_council_still_has_the_last_day_itself():
    due = review_due(first_payment_on=FIRST_PAYMENT)
    assert not is_review_overdue(due, today=date(2026, 10, 1))
    assert days_overdue(due, today=date(2026, 10, 1)) == 0
    assert is_review_overdue(due, today=date(2026, 10, 2))
    assert days_overdue(due, today=date(2026, 10, 31)) == 30


@given(first=st.dates(date(2015, 4, 1), date(2040, 1, 1)), gaps=st.lists(st.integers(0, 500), max_size=6))
def test_the_next_review_is_always_after_the_last_one_and_never_more_than_a_year_on(first, gaps):
    held, day = [], first
    for gap in gaps:
        day += timedelta(days=gap)
        held.append(day)
    due = review_due(first_payment_on=first, reviewed_on=held)
    assert timedelta(days=180) < due.due_on - max(held, default=first) <= timedelta(days=366)


def test_the_months_for_adults_are_the_figures_that_were_reported():
    assert (FIRST_WITHIN_MONTHS, THEN_WITHIN_MONTHS) == (6, 12)
    clock = clock_of("adult", NATIONAL)
    assert (clock.first.value, clock.following.value, clock.standing) == (6, 12, "reported")
    assert review_due(first_payment_on=FIRST_PAYMENT, clock=clock) == review_due(first_payment_on=FIRST_PAYMENT)


@pytest.mark.parametrize("kind", ["child", "ehcp"])
def test_months_that_are_only_recalled_are_asked_for_both_at_once(kind):
    with pytest.raises(FigureNotConfirmed) as refused:
        clock_of(kind, NATIONAL)
    assert refused.value.ids == (f"review.{kind}_first", f"review.{kind}_next")


def test_months_that_the_council_confirmed_are_used_and_said_to_be_so():
    clock = clock_of("ehcp", confirmed_by_our_council(ehcp_first=3, ehcp_next=12))
    due = review_due(first_payment_on=FIRST_PAYMENT, clock=clock)
    assert (due.due_on, due.law) == (date(2026, 7, 1), "SI 2014/1652")
    assert due.standing == "confirmed by the council"
    again = review_due(first_payment_on=FIRST_PAYMENT, reviewed_on=[date(2026, 6, 20)], clock=clock)
    assert again.due_on == date(2027, 6, 20)


def test_a_childs_first_review_is_by_what_the_council_confirmed():
    clock = clock_of("child", confirmed_by_our_council(child_first=12, child_next=12))
    assert review_due(first_payment_on=date(2026, 2, 28), clock=clock).due_on == date(2027, 2, 28)


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_some_things_ask_for_a_review_at_once(event):
    due = review_after(event, told_on=date(2026, 6, 3))
    assert due.due_on == date(2026, 6, 3)
    assert due.reason == f"Look again now, because {EVENTS[event]}."
    assert due.standing == "reported"


def test_what_nobody_knows_is_told_with_the_list():
    with pytest.raises(BadInput, match="Choose one of: adult, child, ehcp"):
        clock_of("pet", NATIONAL)
    with pytest.raises(BadInput, match="Choose one of: breach, capacity lost"):
        review_after("boredom", told_on=date(2026, 6, 3))
