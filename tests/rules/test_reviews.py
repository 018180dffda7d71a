"""The council looks again within six months of the first payment, then at least once a year."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ownway.rules import reviews
from ownway.rules.reviews import days_overdue, is_review_overdue, review_due

EXAMPLES = Path(__file__).resolve().parents[3] / "shared" / "reference" / "examples.yaml"
FIRST_PAYMENT = date(2026, 4, 1)


def test_it_answers_the_shared_example():
    if not EXAMPLES.exists():
        pytest.skip("the shared reference examples are not here")
    listed = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))["examples"]
    mine = [each for each in listed if each["rule"] in reviews.RULES]
    assert [each["id"] for each in mine] == ["DP-001"]
    for each in mine:
        assert reviews.RULES[each["rule"]](each["inputs"]) == each["expected"]


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
