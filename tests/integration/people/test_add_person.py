"""A social worker adds somebody the council supports."""

from datetime import date

import pytest
from tests.factories.details import NADIA, day
from tests.factories.persons import make_person
from tests.reading import text_of

from ownway.ground.audit.models import Event
from ownway.ground.people.models import Person

ADD = "/people/add/"


def known():
    """Who is known, but Amina."""
    return Person.objects.exclude(reference="P04711")


def test_dev_adds_nadia_and_comes_to_her_record(as_, dev, council):
    browser = as_(dev)
    answer = browser.post(ADD, NADIA, follow=True)
    nadia = Person.objects.get()
    assert answer.redirect_chain == [(f"/people/{nadia.pk}/", 302)]
    assert (nadia.council, nadia.name, nadia.born_on) == (council, "Nadia Rahman", date(1984, 5, 5))
    said = text_of(answer)
    for words in (
        "P20001",
        "9 Mill Row, Sheafdale, ZZ1 9MR",
        "01632 960 555",
        "Please send a text first.",
        "Added Nadia Rahman’s record.",
    ):
        assert words in said


def test_she_is_called_by_her_first_name_unless_she_wishes_otherwise(as_, dev):
    as_(dev).post(ADD, NADIA)
    as_(dev).post(ADD, NADIA | {"reference": "P2", "name": "  Bo   Adeyemi ", "known_as": "B"})
    assert list(Person.objects.order_by("pk").values_list("name", "known_as")) == [
        ("Nadia Rahman", "Nadia"),
        ("Bo Adeyemi", "B"),
    ]


def test_who_added_her_is_in_the_history_too(as_, dev):
    as_(dev).post(ADD, NADIA)
    kept = Person.pgh_event_models["insert"].objects.get()
    assert kept.name == "Nadia Rahman"
    assert kept.pgh_context.metadata["user"] == dev.pk
    assert kept.pgh_context.metadata["why"] == "Added Nadia Rahman’s record."


def test_only_a_social_worker_adds_people(everybody, council):
    statuses = {name: browser.post(ADD, NADIA).status_code for name, browser in everybody.items() if name != "esi"}
    assert {name for name, status in statuses.items() if status == 302} == {"dev", "anonymous"}
    assert [event.by.name for event in Event.objects.filter(what="add_person")] == ["Dev Sharma"]
    assert [person.name for person in known()] == ["Nadia Rahman"]


def test_who_may_not_add_is_not_shown_the_link(as_, dev, harriet):
    assert "Add a person" in text_of(as_(dev).get("/people/"))
    assert "Add a person" not in text_of(as_(harriet).get("/people/"))


def test_esi_adds_to_her_own_council_only(as_, esi, council, other_council):
    make_person(council=council, name="Nadia Rahman", reference="P20001", born_on=date(1984, 5, 5))
    assert as_(esi).post(ADD, NADIA).status_code == 302
    assert Person.objects.get(council=other_council).reference == "P20001"


@pytest.mark.parametrize("reference", ["P04711", "p04711", " P04711 "])
def test_a_reference_that_somebody_has_is_refused_with_whose_it_is(as_, dev, amina, reference):
    answer = as_(dev).post(ADD, NADIA | {"reference": reference})
    assert "Amina Okafor has this reference." in text_of(answer)
    assert f'href="/people/{amina.pk}/"' in answer.content.decode()
    assert not known().exists()


@pytest.mark.parametrize("name", ["Nadia Rahman", "nadia  RAHMAN"])
def test_the_same_name_and_birthday_are_asked_about(as_, dev, council, name):
    first = make_person(council=council, name="Nadia Rahman", reference="P1", born_on=date(1984, 5, 5))
    answer = as_(dev).post(ADD, NADIA | {"name": name})
    assert "We have a record of Nadia Rahman, born on 5 May 1984, with reference P1." in text_of(answer)
    assert f'href="/people/{first.pk}/"' in answer.content.decode()
    assert Person.objects.count() == 1


def test_they_can_go_on_when_it_is_somebody_else(as_, dev, council):
    make_person(council=council, name="Nadia Rahman", reference="P1", born_on=date(1984, 5, 5))
    page = as_(dev).post(ADD, NADIA)
    assert 'name="is_somebody_else"' in page.content.decode()
    assert as_(dev).post(ADD, NADIA | {"is_somebody_else": "on"}).status_code == 302
    assert Person.objects.filter(name="Nadia Rahman").count() == 2


def test_the_box_is_not_there_before_it_is_asked(as_, dev):
    assert "is_somebody_else" not in as_(dev).get(ADD).content.decode()


def test_the_same_name_on_another_day_is_somebody_else(as_, dev, council):
    make_person(council=council, name="Nadia Rahman", reference="P1", born_on=date(1984, 5, 6))
    assert as_(dev).post(ADD, NADIA).status_code == 302


def test_somebody_born_today_is_known_and_somebody_born_tomorrow_is_not(as_, dev, today):
    answer = as_(dev).post(ADD, NADIA | day("born_on", "2", "9", "2026"))
    assert "This day is still to come." in text_of(answer)
    assert as_(dev).post(ADD, NADIA | day("born_on", "1", "9", "2026")).status_code == 302
