"""Who is due for a check-up, and why now."""

from datetime import UTC, date, datetime

import pytest

from ownway.journey.checkups.models import CheckUp
from ownway.journey.checkups.queries import find_due, list_due


@pytest.fixture
def due(council, paid):
    """`due(day)`: the lines of those who are due on that day."""
    return lambda day: list_due(council=council, today=day).lines


def test_the_first_comes_twelve_weeks_after_the_first_payment(due):
    # 6 April 2026 and 84 days: 29 June 2026
    assert due(date(2026, 6, 28)) == ()
    line = due(date(2026, 6, 29))[0]
    assert (line.name, line.due_on) == ("Amina Okafor", date(2026, 6, 29))
    assert "12 weeks after the first payment" in line.reasons[0]


def test_the_next_comes_a_year_after_the_last(due, agreement, harriet):
    CheckUp.objects.create(
        agreement=agreement,
        status="closed",
        reasons=[],
        from_on=date(2026, 4, 6),
        to_on=date(2026, 6, 30),
        opened_by=harriet,
        opened_at=datetime(2026, 6, 30, 9, 0, tzinfo=UTC),
        ended_words="All well.",
        ended_at=datetime(2026, 7, 1, 9, 0, tzinfo=UTC),
    )
    assert due(date(2027, 6, 30)) == ()
    assert due(date(2027, 7, 1))[0].due_on == date(2027, 7, 1)


def test_asking_makes_it_due_that_day(due, as_, brian, amina, today):
    as_(brian).post(f"/people/{amina.pk}/check-ups/ask/", {"words": "Am I doing this right?"})
    assert "asked for one" in " ".join(due(today)[0].reasons)


def test_nobody_is_due_whose_check_up_is_open(due, begin, today):
    assert len(due(today)) == 1
    begin()
    assert due(today) == ()


def test_nobody_is_due_before_anything_is_paid(council, agreement, today):
    assert list_due(council=council, today=today).count == 0


def test_the_list_and_the_rule_agree_on_the_day(council, amina, paid, today):
    listed = list_due(council=council, today=today).lines[0].due_on
    assert listed == find_due(council=council, person_id=amina.pk, today=today, findings=[]).due_on


def test_another_council_sees_nobody(other_council, paid, today):
    assert list_due(council=other_council, today=today).count == 0


def test_the_page_says_why(as_, harriet, paid, today):
    page = as_(harriet).get("/check-ups/").content.decode()
    assert "Amina Okafor" in page
    assert "12 weeks after the first payment" in page


@pytest.mark.parametrize("page", ["0", "99", "x", "-1", "9" * 40])
def test_a_page_that_is_not_there_shows_one_that_is(as_, harriet, paid, today, page):
    assert as_(harriet).get(f"/check-ups/?page={page}").status_code == 200
