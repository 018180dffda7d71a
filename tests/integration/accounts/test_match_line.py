"""Say what a line was for: it wins, it is remembered, and what was said before is kept."""

from datetime import date, timedelta

import pytest
from tests.factories.accounts import make_line
from tests.factories.bank_files import lloyds

from ownway.journey.accounts.models import Line, Payee
from ownway.journey.plans.models import Heading

MONDAY = date(2026, 8, 3)
THREE = lloyds(
    (MONDAY, "SHEAFDALE LEISURE 0308", -650),
    (MONDAY + timedelta(days=7), "SHEAFDALE LEISURE 1008", -650),
    (MONDAY + timedelta(days=8), "SHEAFDALE LIESURE CTR", -700),
)


@pytest.fixture
def exercise(plan):
    return Heading.objects.get(plan=plan, words__startswith="Exercise")


@pytest.fixture
def first(add, exercise, line):
    """The first of three lines of one payee, one of them with a slip."""
    add(THREE)
    return line("0308")


def say(send, line, heading, **more):
    return send(f"lines/{line.pk}/match/", choice=f"heading:{heading.pk}", **more)


def test_it_wins_and_says_who_said_it(first, exercise, send, see, brian):
    say(send, first, exercise)
    first.refresh_from_db()
    assert (first.match, first.heading, first.matched_by) == ("heading", exercise, brian)
    assert "Brian Okafor said so" in see().content.decode()


def test_the_like_lines_are_offered_and_not_taken(first, exercise, send, see):
    answer = say(send, first, exercise)
    assert answer["Location"].endswith(f"/lines/{first.pk}/like/")
    assert "The same for 1 more line?" in see(f"lines/{first.pk}/like/").content.decode()
    assert Line.objects.filter(match="not_known").count() == 2


def test_one_click_says_the_same_of_them(first, exercise, send):
    say(send, first, exercise)
    send(f"lines/{first.pk}/like/")
    assert Line.objects.filter(heading=exercise).count() == 2


def test_it_is_remembered_for_the_next_file_also_with_a_slip(first, exercise, send, add, line):
    say(send, first, exercise)
    add(lloyds((date(2026, 8, 20), "SHEAFDALE LIESURE", -650)))
    new = Line.objects.get(on=date(2026, 8, 20))
    assert (new.heading, new.payee.matches, new.matched_by) == (exercise, "SHEAFDALE LEISURE", None)


def test_it_can_be_said_otherwise_and_then_forgotten(first, exercise, send):
    say(send, first, exercise)
    send(f"lines/{first.pk}/match/", choice="transfer")
    assert (Payee.objects.get().kind, Payee.objects.get().heading) == ("transfer", None)
    send(f"lines/{first.pk}/match/", choice="not_known")
    assert Payee.objects.count() == 0


def test_what_was_said_is_kept(first, exercise, send, see):
    say(send, first, exercise)
    send(f"lines/{first.pk}/match/", choice="transfer")
    page = see(f"lines/{first.pk}/").content.decode()
    told = page[page.index("What was said about it") :]
    assert told.index("Not known yet") < told.index("Exercise") < told.index("Between your own accounts")


def test_cash_with_a_heading_stays_cash_and_is_not_remembered(add, exercise, send, line):
    add(lloyds((MONDAY, "CASH WITHDRAWAL HIGH ST", -2_000, "CPT")))
    cash = line("CASH")
    assert cash.match == "cash"
    say(send, cash, exercise)
    cash.refresh_from_db()
    assert (cash.match, cash.heading) == ("cash", exercise)
    assert Payee.objects.count() == 0


def test_a_note_is_kept_and_a_click_in_the_list_leaves_it(first, exercise, send):
    say(send, first, exercise, note="Ten swims")
    say(send, first, exercise)
    first.refresh_from_db()
    assert first.note == "Ten swims"


@pytest.mark.parametrize("choice", ["", "heading:999999", "heading:x", "a yacht"])
def test_what_is_no_choice_is_said(choice, first, send):
    answer = send(f"lines/{first.pk}/match/", choice=choice)
    assert answer.status_code == 200
    assert "There is a problem" in answer.content.decode()
    first.refresh_from_db()
    assert first.match == "not_known"


def test_a_line_of_somebody_else_is_not_found(send, council, dev, now):
    from tests.factories.persons import make_person

    other = make_line(make_person(council=council, name="Lena Hart"), dev)
    assert send(f"lines/{other}/match/", choice="tax").status_code == 404
    assert Line.objects.get(pk=other).match != "tax"
