"""A plan is written by outcome: each heading says what money is for and which of the person's outcomes it serves."""

import pytest
from tests.factories.persons import make_person
from tests.factories.plans import change_of, make_heading, make_outcome
from tests.reading import text_of

from ownway.journey.needs.operations import end_outcome
from ownway.journey.plans import operations, queries
from ownway.journey.plans.models import Heading, Line
from ownway.journey.plans.operations import Change, NewHeading, NewLine

WORDS = "Exercise, 3 hours a week"


def test_it_is_added_under_something_she_wants(send, see, draft, outcome, amina):
    assert send("headings/add/", words=WORDS, outcome_id=outcome.pk)["Location"] == f"/people/{amina.pk}/plan/"
    page = text_of(see())
    assert WORDS in page
    assert "Helps with: I want to swim again" in page


def test_the_page_explains_an_outcome_is_not_a_shopping_list(see, draft, outcome):
    assert "Write what they will do, not what is bought." in text_of(see("headings/add/"))


def test_without_anything_she_wants_the_page_says_to_write_that_first(see, draft):
    page = see("headings/add/")
    assert "Write what they want first" in text_of(page)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Write what this part is for"),
        ({"words": WORDS}, "Choose one of the things they want"),
        ({"words": "x" * 201, "outcome_id": "1"}, "200 characters or fewer"),
        ({"words": WORDS, "outcome_id": "999999"}, "Choose one of the answers in the list"),
        ({"words": WORDS, "outcome_id": "DROP TABLE"}, "Choose one of the answers in the list"),
    ],
)
def test_what_cannot_be_kept_is_told_by_its_field(send, draft, outcome, typed, said):
    assert said in text_of(send("headings/add/", **typed))
    assert not Heading.objects.exists()


def test_the_same_words_twice_are_refused_kindly(send, exercise, outcome):
    page = send("headings/add/", words=WORDS, outcome_id=outcome.pk)
    assert "These words are in the plan already." in text_of(page)
    assert Heading.objects.count() == 1


def test_somebody_elses_outcome_is_refused(draft, amina, dev, council, now):
    other = make_outcome(make_person(council=council, name="Zoe Hall"), dev, "I want a garden")
    with pytest.raises(operations.PlanProblems, match="Choose one of the things they want"):
        operations.add_heading(change=change_of(amina, dev), heading=NewHeading(WORDS, other.pk))


def test_its_words_are_changed(send, exercise, outcome):
    send(f"headings/{exercise.pk}/change/", words="Swimming twice a week", outcome_id=outcome.pk)
    assert Heading.objects.get().words == "Swimming twice a week"


def test_an_outcome_that_has_ended_may_stay_but_not_be_chosen_anew(send, see, exercise, outcome, council, dev, now):
    end_outcome(council=council, outcome=outcome, today=now.date(), by=dev, at=now)
    assert "I want to swim again" in text_of(see(f"headings/{exercise.pk}/change/"))
    assert send(f"headings/{exercise.pk}/change/", words="Swim", outcome_id=outcome.pk).status_code == 302
    page = text_of(send("headings/add/", words="More", outcome_id=outcome.pk))
    assert "Nothing they want is written yet" in page
    assert Heading.objects.count() == 1


def test_taking_it_out_asks_first_and_takes_its_lines(send, see, exercise, amina, dev):
    line = NewLine("activity", "Swimming club", amount_pence=600, every="week")
    operations.add_line(change=change_of(amina, dev), heading_id=exercise.pk, line=line)
    page = text_of(see(f"headings/{exercise.pk}/remove/"))
    assert f"Take “{WORDS}” out of the plan?" in page
    assert "Everything written under it is taken out too." in page
    assert Heading.objects.count() == 1
    send(f"headings/{exercise.pk}/remove/")
    assert (Heading.objects.count(), Line.objects.count()) == (0, 0)


def test_two_workers_take_it_out_and_the_second_is_told(exercise, amina, dev):
    operations.remove_heading(change=change_of(amina, dev), id=exercise.pk)
    with pytest.raises(operations.NothingThere, match="no longer in the plan"):
        operations.remove_heading(change=change_of(amina, dev), id=exercise.pk)


def test_headings_stay_in_the_order_in_which_they_were_written(draft, amina, dev, council):
    for words in ("Swimming", "Friends", "Breakfast"):
        make_heading(amina, dev, words)
    plan = queries.find_current_plan(council=council, person_id=amina.pk)
    assert [heading.words for heading in plan.headings] == ["Swimming", "Friends", "Breakfast"]


def test_another_councils_worker_reaches_nothing(exercise, amina, esi, other_council, now):
    theirs = Change(council=other_council, person_id=amina.pk, by=esi, at=now)
    with pytest.raises(operations.NotADraft):
        operations.remove_heading(change=theirs, id=exercise.pk)
    assert queries.find_current_plan(council=other_council, person_id=amina.pk) is None


def test_words_that_look_like_code_are_only_words(see, draft, amina, dev):
    make_heading(amina, dev, "<script>alert(1)</script>")
    assert "<script>alert" not in see().content.decode()
    assert "<script>alert(1)</script>" in text_of(see())
