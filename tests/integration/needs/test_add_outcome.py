"""What the person wants, in their own words, under one area of the Care Act."""

import pytest
from django.db import IntegrityError, transaction
from tests.reading import text_of

from ownway.ground.audit.models import Event
from ownway.journey.needs.models import CareActArea, Outcome
from ownway.journey.needs.operations import OutcomeAlreadySaid, add_outcome
from ownway.journey.needs.queries import get_needs

SWIM = "I want to swim again"


@pytest.fixture
def add(dev, amina, council, now):
    """Dev adds something that Amina wants."""
    return lambda words=SWIM: add_outcome(
        council=council, person_id=amina.pk, words=words, area=CareActArea.COMMUNITY, by=dev, at=now
    )


def test_it_is_added_in_her_words_under_its_area(as_, dev, amina, council):
    answer = as_(dev).post(f"/people/{amina.pk}/needs/outcomes/add/", {"words": SWIM, "area": "community"})
    assert answer["Location"] == f"/people/{amina.pk}/needs/"
    [outcome] = get_needs(council=council, person_id=amina.pk).outcomes
    assert (outcome.words, outcome.area_words) == (SWIM, "Getting out and using local places")


def test_the_same_words_twice_are_refused_kindly(as_, add, dev, amina):
    add()
    answer = as_(dev).post(f"/people/{amina.pk}/needs/outcomes/add/", {"words": SWIM, "area": "community"})
    assert "You have written this already." in text_of(answer)
    assert SWIM in answer.content.decode()
    assert Outcome.objects.count() == 1
    with pytest.raises(OutcomeAlreadySaid):
        add()


def test_the_database_promises_it_too(add, amina, dev, now):
    add()
    with pytest.raises(IntegrityError, match="outcome_said_once"), transaction.atomic():
        Outcome.objects.create(person=amina, words=SWIM, area="community", added_by=dev, added_at=now)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"words": "", "area": "community"}, "Write what the person wants"),
        ({"words": SWIM, "area": ""}, "Choose the part of daily life that this is about"),
        ({"words": SWIM, "area": "swimming"}, "Choose one of the answers in the list"),
        ({"words": "x" * 301, "area": "community"}, "300 characters or fewer"),
        ({}, "Write what the person wants"),
    ],
)
def test_what_cannot_be_kept_is_named_by_its_field(as_, dev, amina, typed, said):
    answer = as_(dev).post(f"/people/{amina.pk}/needs/outcomes/add/", typed or {"other": "thing"})
    assert said in text_of(answer)
    assert not Outcome.objects.exists()


def test_words_that_look_like_code_are_only_words(as_, add, amina):
    add("<script>alert(1)</script>")
    page = as_(amina).get(f"/people/{amina.pk}/needs/")
    assert "<script>alert" not in page.content.decode()
    assert "<script>alert(1)</script>" in text_of(page)


def test_an_event_is_kept_with_it_or_neither_is(add, amina):
    add()
    assert Event.objects.get(person_id=amina.pk).words == f"Added “{SWIM}”."
