"""An outcome that the person no longer wants ends, and its history says who ended it, and why."""

import pytest
from django.apps import apps
from tests.factories.persons import make_person
from tests.reading import text_of

from ownway.journey.needs.models import CareActArea, Outcome
from ownway.journey.needs.operations import add_outcome, end_outcome
from ownway.journey.needs.queries import find_outcome, get_needs

SWIM = "I want to swim again"


@pytest.fixture
def swimming(dev, amina, council, now):
    """Amina wants to swim again."""
    return add_outcome(council=council, person_id=amina.pk, words=SWIM, area=CareActArea.COMMUNITY, by=dev, at=now)


def history_of(outcome):
    """What was kept about it, oldest first."""
    rows = apps.get_model("needs", "OutcomeEvent").objects.filter(pgh_obj_id=outcome.pk).order_by("pgh_id")
    return [(row.pgh_label, row.ended_on, row.pgh_context.metadata) for row in rows.select_related("pgh_context")]


def test_it_asks_once_more_and_then_ends_it(as_, dev, amina, council, swimming, today):
    address = f"/people/{amina.pk}/needs/outcomes/{swimming.pk}/end/"
    browser = as_(dev)
    assert f"End “{SWIM}”?" in text_of(browser.get(address))
    assert get_needs(council=council, person_id=amina.pk).outcomes
    assert browser.post(address)["Location"] == f"/people/{amina.pk}/needs/"
    assert get_needs(council=council, person_id=amina.pk).outcomes == ()
    assert Outcome.objects.get().ended_on == today


def test_it_cannot_end_twice(as_, dev, amina, swimming):
    address = f"/people/{amina.pk}/needs/outcomes/{swimming.pk}/end/"
    browser = as_(dev)
    browser.post(address)
    assert browser.post(address).status_code == 404


def test_the_same_words_may_be_said_again_afterwards(dev, amina, council, swimming, today, now):
    end_outcome(council=council, outcome=swimming, today=today, by=dev, at=now)
    again = add_outcome(council=council, person_id=amina.pk, words=SWIM, area=CareActArea.COMMUNITY, by=dev, at=now)
    assert again.pk != swimming.pk


def test_the_history_names_who_and_why_without_any_request(dev, amina, council, swimming, today, now):
    end_outcome(council=council, outcome=swimming, today=today, by=dev, at=now)
    assert history_of(swimming) == [
        ("insert", None, {"user": dev.pk, "why": f"Added “{SWIM}”."}),
        ("update", today, {"user": dev.pk, "why": f"Ended “{SWIM}”."}),
    ]


def test_the_history_names_who_and_where_from_a_page(as_, dev, amina, swimming):
    address = f"/people/{amina.pk}/needs/outcomes/{swimming.pk}/end/"
    as_(dev).post(address)
    _label, _ended_on, context = history_of(swimming)[-1]
    assert context == {"user": dev.pk, "url": address, "why": f"Ended “{SWIM}”."}


def test_an_outcome_is_found_only_with_its_person_and_council(amina, council, other_council, swimming):
    bo = make_person(council=council, name="Bo Adeyemi")
    assert find_outcome(council=council, person_id=amina.pk, id=swimming.pk) == swimming
    assert find_outcome(council=council, person_id=bo.pk, id=swimming.pk) is None
    assert find_outcome(council=other_council, person_id=amina.pk, id=swimming.pk) is None


def test_what_another_council_wrote_is_never_shown(amina, other_council, swimming):
    assert get_needs(council=other_council, person_id=amina.pk).outcomes == ()
