"""A social worker puts a record right; the person puts right how to reach them."""

from datetime import date

import pytest
from tests.factories.details import NADIA, day
from tests.factories.persons import make_person
from tests.reading import text_of

from ownway.ground.audit.models import Event
from ownway.ground.people.models import Person
from ownway.ground.people.queries import get_person

AMINA = NADIA | {"reference": "P04711", "name": "Amina Okafor", "known_as": "Amina"} | day("born_on", "14", "3", "1979")
AMINA |= {"address": "4 Weir Lane\nSheafdale\nZZ1 4WL", "phone": "01632 960 044", "email": "amina@home.example"}
AMINA |= {"contact_notes": "", "why": "She has moved."}
CONTACT = {"phone": "07700 900 123", "email": "mina@home.example", "letter_format": "large_print", "contact_notes": ""}


@pytest.fixture
def stamp(amina, council):
    """How the record reads to who opens the page now."""
    return lambda: get_person(council=council, id=amina.pk).stamp


@pytest.fixture
def change(as_, dev, amina, stamp):
    """`change(phone="…")`: Dev saves Amina's record with these changes."""
    now = stamp()

    def changed(**wanted):
        return as_(dev).post(f"/people/{amina.pk}/details/change/", {**AMINA, "stamp": now, **wanted})

    return changed


def happened(what):
    """The words and the name of who did it, for the last event of that kind."""
    event = Event.objects.filter(what=what).latest("pk")
    return event.words, event.by.name


def test_it_is_saved_with_who_and_why(change, amina):
    assert change(address="9 Mill Row\n\n  Sheafdale ", phone="01632 960 777")["Location"] == f"/people/{amina.pk}/"
    amina.refresh_from_db()
    assert (amina.address, amina.phone) == ("9 Mill Row\nSheafdale", "01632 960 777")
    told = "Changed the phone number and the address. Why: She has moved."
    assert happened("change_details") == (told, "Dev Sharma")


def test_what_it_said_before_is_kept_with_who_and_why(change, amina, dev):
    change(name="Amina Okafor-Lee")
    first, last = Person.pgh_event_models["update"].objects.filter(pgh_obj=amina).order_by("pgh_id")
    assert (first.name, last.name) == ("Amina Okafor", "Amina Okafor-Lee")
    assert last.pgh_context.metadata["user"] == dev.pk
    assert last.pgh_context.metadata["why"] == "Changed the name. Why: She has moved."


def test_saving_what_it_says_already_is_no_event(change):
    assert change().status_code == 302
    assert not Event.objects.exists()


def test_the_page_opens_with_what_the_record_says(as_, dev, amina):
    page = as_(dev).get(f"/people/{amina.pk}/details/change/").content.decode()
    for words in ('value="P04711"', 'value="Amina Okafor"', 'value="1979"', "4 Weir Lane\nSheafdale\nZZ1 4WL"):
        assert words in page


def test_her_own_name_and_birthday_are_not_somebody_elses(change, council):
    make_person(council=council, name="Amina Okafor", reference="P1", born_on=date(1979, 3, 14))
    assert change(phone="01632 960 777").status_code == 302


def test_becoming_like_somebody_else_is_asked_about(change, council):
    make_person(council=council, name="Nadia Rahman", reference="P1", born_on=date(1979, 3, 14))
    assert "We have a record of Nadia Rahman" in text_of(change(name="Nadia Rahman"))
    assert change(name="Nadia Rahman", is_somebody_else="on").status_code == 302


def test_another_ones_reference_is_refused(change, council):
    make_person(council=council, name="Noor Ali", reference="P1")
    assert "Noor Ali has this reference." in text_of(change(reference="p1"))


def test_nobody_is_born_after_they_died(change, amina, stamp):
    Person.objects.filter(pk=amina.pk).update(died_on=date(2026, 8, 1))
    answer = change(**day("born_on", "2", "8", "2026"), stamp=stamp())
    assert "They died on 1 August 2026, so this day cannot be after that" in text_of(answer)


def test_who_had_it_open_while_another_changed_it_is_told_once_and_loses_nothing(as_, change, amina, stamp):
    assert as_(amina).post(f"/people/{amina.pk}/details/contact/", CONTACT | {"stamp": stamp()}).status_code == 302
    answer = change(address="9 Mill Row")
    assert "Somebody else changed this record while you had it open." in text_of(answer)
    assert "9 Mill Row" in answer.content.decode()
    assert Person.objects.get().phone == "07700 900 123"
    assert f'value="{stamp()}"' in answer.content.decode()
    assert change(address="9 Mill Row", stamp=stamp()).status_code == 302


def test_another_mistake_does_not_hide_that_it_was_changed(change, amina):
    Person.objects.filter(pk=amina.pk).update(phone="07700 900 123")
    assert "Write why this changes" in text_of(change(why="", address="9 Mill Row"))
    assert "Somebody else changed this record" in text_of(change(address="9 Mill Row"))


@pytest.mark.parametrize("who", ["amina", "brian"])
def test_she_and_her_brother_say_how_to_reach_her_and_dev_sees_it(request, as_, dev, amina, stamp, who):
    somebody = request.getfixturevalue(who)
    answer = as_(somebody).post(f"/people/{amina.pk}/details/contact/", CONTACT | {"stamp": stamp()})
    assert answer["Location"] == f"/people/{amina.pk}/"
    seen = text_of(as_(dev).get(f"/people/{amina.pk}/"))
    assert "Changed the email address, the phone number and the print of letters." in seen
    assert somebody.name in seen
    for words in ("07700 900 123", "mina@home.example", "Large print"):
        assert words in seen


def test_they_cannot_change_more_than_that(as_, amina, brian, stamp):
    for somebody in (amina, brian):
        assert as_(somebody).post(f"/people/{amina.pk}/details/change/", AMINA).status_code == 403
        sneaked = CONTACT | {"stamp": stamp(), "name": "Somebody Else", "address": "Nowhere"}
        as_(somebody).post(f"/people/{amina.pk}/details/contact/", sneaked)
    person = Person.objects.get()
    assert (person.name, person.address) == ("Amina Okafor", "4 Weir Lane\nSheafdale\nZZ1 4WL")


def test_nobody_else_changes_anything(everybody, amina, stamp):
    for address, allowed in (("change", {"dev"}), ("contact", {"amina", "brian"})):
        for name, browser in everybody.items():
            answer = browser.post(f"/people/{amina.pk}/details/{address}/", {"stamp": stamp()})
            assert (answer.status_code == 200) == (name in allowed), f"{name} at {address}"


def test_each_is_shown_only_what_they_can_change(as_, amina, dev, harriet, gwen):
    shown = {who: text_of(as_(who).get(f"/people/{amina.pk}/")) for who in (amina, dev, harriet, gwen)}
    assert {who for who, said in shown.items() if "Change these details" in said} == {dev}
    assert {who for who, said in shown.items() if "Change how to be in touch" in said} == {amina}
    assert {who for who, said in shown.items() if "Write down that they have died" in said} == {dev, harriet}
