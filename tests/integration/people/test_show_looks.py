"""Who looked at a person's record is written down, and the person can see it."""

from datetime import UTC, datetime

import time_machine
from tests.factories.persons import make_person
from tests.house.doors import every_door
from tests.reading import text_of

from ownway.ground.audit.models import Look
from ownway.ground.people.facts import LOOKED_AT
from ownway.ground.people.permissions import PersonPermission


def pages_looked_at():
    return list(Look.objects.order_by("pk").values_list("page", flat=True))


def test_a_look_by_staff_is_noted_with_who_where_and_when(as_, dev, amina, council, today):
    as_(dev).get(f"/people/{amina.pk}/")
    look = Look.objects.get()
    assert (look.by, look.person_id, look.council) == (dev, amina.pk, council)
    assert (look.page, look.on) == ("see_person", today)


def test_it_is_noted_once_a_day_for_a_page(as_, dev, amina):
    browser = as_(dev)
    for _ in range(3):
        browser.get(f"/people/{amina.pk}/")
    assert pages_looked_at() == ["see_person"]


def test_another_page_is_another_look(as_, dev, amina):
    browser = as_(dev)
    browser.get(f"/people/{amina.pk}/")
    browser.get(f"/people/{amina.pk}/needs/")
    assert pages_looked_at() == ["see_person", "see_needs"]


def test_the_next_day_is_another_look(as_, dev, amina):
    browser = as_(dev)
    browser.get(f"/people/{amina.pk}/")
    with time_machine.travel(datetime(2026, 9, 1, 23, 5, tzinfo=UTC)):  # five past midnight in London
        as_(dev).get(f"/people/{amina.pk}/")
    assert [str(day) for day in Look.objects.order_by("pk").values_list("on", flat=True)] == [
        "2026-09-01",
        "2026-09-02",
    ]


def test_amina_and_those_she_has_at_her_side_are_not_noted(as_, amina, brian, gwen):
    for somebody in (amina, brian, gwen):
        assert as_(somebody).get(f"/people/{amina.pk}/").status_code == 200
    assert pages_looked_at() == []


def test_who_is_refused_has_not_looked(as_, imran, esi, amina):
    for somebody in (imran, esi):
        as_(somebody).get(f"/people/{amina.pk}/")
    assert pages_looked_at() == []


def test_amina_and_her_brother_can_read_who_looked(as_, dev, amina, brian):
    as_(dev).get(f"/people/{amina.pk}/")
    for somebody in (amina, brian):
        said = text_of(as_(somebody).get(f"/people/{amina.pk}/looks/"))
        assert "1 September 2026 Looked at the name and address." in said and "Dev Sharma" in said


def test_a_day_of_one_worker_is_one_line_in_plain_words(as_, dev, amina):
    for page in ("", "account/", "death/", "plan/"):
        as_(dev).get(f"/people/{amina.pk}/{page}")
    said = text_of(as_(amina).get(f"/people/{amina.pk}/looks/"))
    assert "Looked at the name and address, the account and the support plan." in said
    assert said.count("Dev Sharma") == 1


def test_every_door_of_a_record_that_staff_may_open_has_words_for_who_reads_this():
    doors = [door for door in every_door() if isinstance(door.may, PersonPermission) and door.may.roles]
    assert len(doors) > 50
    assert {door.may.name for door in doors} - LOOKED_AT.keys() == set()


def test_before_anybody_looked_the_page_says_so(as_, amina):
    assert "Nobody has looked yet." in text_of(as_(amina).get(f"/people/{amina.pk}/looks/"))


def test_looks_at_somebody_else_are_not_shown(as_, dev, amina, council):
    bo = make_person(council=council, name="Bo Adeyemi")
    as_(dev).get(f"/people/{bo.pk}/")
    assert "Nobody has looked yet." in text_of(as_(amina).get(f"/people/{amina.pk}/looks/"))
