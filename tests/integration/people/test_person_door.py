"""The door to a page about one person."""

from datetime import date

import pytest
from tests.factories.councils import give_role, make_user
from tests.factories.persons import make_person, relate
from tests.reading import text_of

from ownway.ground.access.models import Role
from ownway.ground.people.models import Relation, Relationship


@pytest.fixture
def sam(council):
    """Somebody of Sheafdale without a role or a relation."""
    return make_user(council=council, name="Sam Reed")


def test_a_worker_of_another_council_is_told_the_same_as_for_nobody(as_, esi, amina):
    browser = as_(esi)
    hers, nobodys = browser.get(f"/people/{amina.pk}/"), browser.get("/people/999999/")
    assert hers.status_code == nobodys.status_code == 404
    assert text_of(hers) == text_of(nobodys)
    assert "Amina" not in hers.content.decode()


def test_somebody_without_a_role_is_told_no_in_plain_words(as_, sam, amina):
    answer = as_(sam).get(f"/people/{amina.pk}/")
    assert answer.status_code == 403
    assert "Amina" not in answer.content.decode()
    assert "<h1" in answer.content.decode()


def test_somebody_who_is_not_signed_in_is_asked_to(anonymous, amina):
    assert anonymous.get(f"/people/{amina.pk}/")["Location"] == f"/sign-in/?next=/people/{amina.pk}/"


def test_a_number_too_large_for_any_person_is_not_found(as_, dev):
    assert as_(dev).get("/people/99999999999999999999999/").status_code == 404


def test_her_assistant_does_not_see_her_record(as_, carys, amina):
    assert as_(carys).get(f"/people/{amina.pk}/").status_code == 403


def test_her_representative_sees_hers_and_nobody_elses(as_, brian, amina, council):
    bo = make_person(council=council, name="Bo Adeyemi")
    browser = as_(brian)
    assert browser.get(f"/people/{amina.pk}/").status_code == 200
    assert browser.get(f"/people/{bo.pk}/").status_code == 403


def test_a_relation_holds_from_its_first_day_to_its_last(as_, sam, amina, today):
    address = f"/people/{amina.pk}/"
    ended = relate(person=amina, user=sam, relation=Relation.REPRESENTATIVE, until_on=date(2026, 8, 31))
    assert as_(sam).get(address).status_code == 403
    ended.until_on = today
    ended.save()
    assert as_(sam).get(address).status_code == 200
    Relationship.objects.filter(pk=ended.pk).update(from_on=date(2026, 9, 2), until_on=None)
    assert as_(sam).get(address).status_code == 403


def test_a_role_that_ended_opens_nothing(as_, sam, amina):
    give_role(user=sam, role=Role.SOCIAL_WORKER, until_on=date(2026, 8, 31))
    assert as_(sam).get(f"/people/{amina.pk}/").status_code == 403


def test_a_closed_account_opens_nothing(as_, dev, amina):
    browser = as_(dev)
    dev.is_active = False
    dev.save()
    assert browser.get(f"/people/{amina.pk}/")["Location"].startswith("/sign-in/")


def test_a_page_for_reading_takes_nothing_in(as_, dev, amina):
    assert as_(dev).post(f"/people/{amina.pk}/").status_code == 405


def test_a_form_from_another_site_is_refused_in_plain_words(dev, amina, as_):
    browser = as_(dev)
    browser.handler.enforce_csrf_checks = True
    answer = browser.post(f"/people/{amina.pk}/needs/outcomes/add/", {"words": "x", "area": "community"})
    assert answer.status_code == 403
    assert "<h1" in answer.content.decode()
    assert "CSRF" not in text_of(answer)
