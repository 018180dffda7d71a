"""Reviews of a direct payment are written down, and the council's own clock follows from them."""

from datetime import date

import pytest
from tests.factories.agreements import make_agreement
from tests.reading import text_of

from ownway.journey.agreements import operations
from ownway.journey.agreements.models import ReviewHeld
from ownway.journey.agreements.queries import get_review_state

FIRST_PAYMENT = date(2026, 4, 6)


@pytest.fixture
def agreed(amina, dev):
    """Amina's agreement holds since 6 April 2026."""
    return make_agreement(person=amina, by=dev)


@pytest.fixture
def review(council, amina, dev, now, today):
    """`review(date(2026, 8, 3))`: Dev writes a review of that day down."""

    def write(held_on, words="It goes well."):
        return operations.record_review(
            council=council, person_id=amina.pk, held_on=held_on, words=words, today=today, by=dev, at=now
        )

    return write


def state(amina, today, first_payment_on=FIRST_PAYMENT):
    return get_review_state(council=amina.council, person_id=amina.pk, today=today, first_payment_on=first_payment_on)


def test_the_first_is_due_six_months_after_the_first_payment(agreed, amina, today):
    found = state(amina, today)
    assert (found.due.due_on, found.is_overdue, found.held_on) == (date(2026, 10, 6), False, ())


def test_after_a_review_the_next_is_due_a_year_later(agreed, amina, review, today):
    review(date(2026, 8, 3))
    found = state(amina, today)
    assert (found.due.due_on, found.held_on) == (date(2027, 8, 3), (date(2026, 8, 3),))


def test_it_says_by_how_much_the_council_is_late(agreed, amina):
    found = state(amina, date(2026, 10, 16))
    assert (found.is_overdue, found.days_overdue) == (True, 10)


def test_nothing_is_due_before_anything_was_paid(agreed, amina, today):
    found = state(amina, today, first_payment_on=None)
    assert (found.due, found.is_overdue, found.days_overdue) == (None, False, 0)


def test_a_review_under_an_agreement_before_still_counts(amina, dev, review, today):
    make_agreement(person=amina, by=dev, ends_on=date(2026, 8, 31))
    make_agreement(person=amina, by=dev, starts_on=date(2026, 9, 1))
    review(date(2026, 8, 3))
    assert state(amina, today).due.due_on == date(2027, 8, 3)


def test_another_councils_reviews_are_not_seen(agreed, amina, review, other_council, today):
    review(date(2026, 8, 3))
    found = get_review_state(council=other_council, person_id=amina.pk, today=today, first_payment_on=FIRST_PAYMENT)
    assert found.held_on == ()


@pytest.mark.parametrize(
    ("held_on", "words"),
    [(date(2026, 9, 2), "still to come"), (date(2026, 4, 5), "no agreement on that day")],
)
def test_a_day_that_cannot_be_is_refused(agreed, review, held_on, words):
    with pytest.raises(operations.ReviewRefused, match=words):
        review(held_on)
    assert not ReviewHeld.objects.exists()


def test_the_same_day_is_written_down_once(agreed, review):
    review(date(2026, 8, 3))
    with pytest.raises(operations.ReviewRefused, match="written down already"):
        review(date(2026, 8, 3))


def test_dev_writes_it_down_in_the_browser(agreed, as_, dev, amina):
    day = {"held_on_day": "3", "held_on_month": "8", "held_on_year": "2026"}
    browser = as_(dev)
    browser.post(f"/people/{amina.pk}/reviews/record/", day | {"words": "She swims again."})
    row = ReviewHeld.objects.get()
    assert (row.held_on, row.words, row.by) == (date(2026, 8, 3), "She swims again.", dev)
    wrong = browser.post(f"/people/{amina.pk}/reviews/record/", day | {"held_on_year": "2027", "words": "Later."})
    assert "This day is still to come" in text_of(wrong)
    assert "Later." in wrong.content.decode()


@pytest.mark.parametrize(("who", "status"), [("amina", 403), ("harriet", 403), ("carys", 403), ("esi", 404)])
def test_only_a_social_worker_writes_it_down(who, status, request, agreed, as_, amina):
    assert as_(request.getfixturevalue(who)).get(f"/people/{amina.pk}/reviews/record/").status_code == status
