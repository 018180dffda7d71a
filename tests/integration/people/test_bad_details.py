"""What cannot be so is refused beside its field, with nothing lost and nothing saved."""

import html5lib
import pytest
from tests.factories.details import NADIA, SISTER, day

from ownway.ground.audit.models import Event
from ownway.ground.people.models import Person, Relationship
from ownway.ground.people.queries import get_person

PEOPLE = [
    ({"reference": ""}, "reference", "Enter reference"),
    ({"reference": "9" * 21}, "reference", "Reference must be 20 characters or fewer. You have written 21"),
    ({"name": " \t "}, "name", "Enter full name"),
    ({"name": "\x00\x0b"}, "name", "Enter full name"),
    ({"name": "N" * 121}, "name", "Full name must be 120 characters or fewer"),
    ({"known_as": "N" * 61}, "known_as", "must be 60 characters or fewer"),
    (day("born_on", "", "", ""), "born_on", "Enter date of birth"),
    (day("born_on", "30", "2", "1984"), "born_on", "30 February 1984 is not a real date"),
    (day("born_on", "5", "May", "84"), "born_on", "enter a year with 4 numbers, like 2026"),
    (day("born_on", "31", "12", "1899"), "born_on", "Date of birth must be 1 January 1900 or later"),
    (day("born_on", "2", "9", "2026"), "born_on", "This day is still to come. Enter today or a day before it"),
    ({"client_group": ""}, "client_group", "Choose an answer for “Group”"),
    ({"client_group": "vikings"}, "client_group", "Choose one of the answers in the list"),
    ({"letter_format": "stone"}, "letter_format", "Choose one of the answers in the list"),
    ({"email": "nadia at home"}, "email", "Enter an email address like name@example.com"),
    ({"email": f"{'n' * 250}@home.example"}, "email", "Email must be 254 characters or fewer"),
    ({"phone": "ring me"}, "phone", "Enter a phone number, like 01632 960 044"),
    ({"phone": "0" * 41}, "phone", "Phone must be 40 characters or fewer"),
    ({"address": "\n".join("abcdefgh")}, "address", "An address has at most 7 lines. This one has 8"),
    ({"address": "x" * 501}, "address", "Address must be 500 characters or fewer"),
    ({"contact_notes": "x" * 1001}, "contact_notes", "How to be in touch must be 1000 characters or fewer"),
]
WHO = [
    ({"relation": ""}, "relation", "Answer the question “How do they stand to the person?”"),
    ({"relation": "friend"}, "relation", "Choose one of the answers in the list"),
    ({"name": " "}, "name", "Enter their full name"),
    ({"name": "S" * 121}, "name", "Full name must be 120 characters or fewer"),
    ({"email": ""}, "email", "Enter email"),
    ({"email": "sara"}, "email", "Enter an email address like name@example.com"),
    (day("from_on", "", "", ""), "from_on", "Answer the question “Since when?”"),
    (day("from_on", "31", "6", "2026"), "from_on", "31 June 2026 is not a real date"),
    (day("from_on", "2", "9", "2026"), "from_on", "must be 1 September 2026 or earlier"),
]
ENDS = [
    ({}, "when", "Answer the question “When does this end?”"),
    ({"when": "on a day", "why": "x"}, "until_on", "Enter the last day"),
    ({"when": "on a day", "why": "x"} | day("until_on", "5", "1", "2025"), "until_on", "This began on 6 January 2025"),
    ({"when": "now", "why": " "}, "why", "Write why this ends"),
    ({"when": "now", "why": "x" * 301}, "why", "This answer must be 300 characters or fewer"),
]


def error_beside(page, field):
    """The words of the error beside a field."""
    found = [one for one in page.iter() if one.get("id") == f"id_{field}-error"]
    return " ".join(" ".join(found[0].itertext()).split()) if found else ""


def kept_in(page):
    """What stands in the boxes that take any words, by name."""
    kept = {box.get("name"): box.get("value", "") for box in page.iter("input") if box.get("type") in ("text", "email")}
    return kept | {box.get("name"): (box.text or "").removeprefix("\n") for box in page.iter("textarea")}


def refused(answer, sent, field, told):
    """It says so by the field, and what was sent still stands there (what nobody can see apart)."""
    assert answer.status_code == 200
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(answer.content.decode())
    assert told in error_beside(page, field)
    kept = kept_in(page)
    seen = {name: value.replace("\x00", "").replace("\x0b", "") for name, value in sent.items() if name in kept}
    assert {name: kept[name].strip() for name in seen} == {name: value.strip() for name, value in seen.items()}


@pytest.mark.parametrize(("wrong", "field", "told"), PEOPLE, ids=[f"{f}: {told}" for _, f, told in PEOPLE])
def test_somebody_new(as_, dev, wrong, field, told):
    sent = NADIA | wrong
    refused(as_(dev).post("/people/add/", sent), sent, field, told)
    assert not Person.objects.exists()


@pytest.mark.parametrize(("wrong", "field", "told"), PEOPLE, ids=[f"{f}: {told}" for _, f, told in PEOPLE])
def test_what_is_put_right(as_, dev, amina, wrong, field, told):
    before = Person.objects.values().get()
    stamp = get_person(council=amina.council, id=amina.pk).stamp
    sent = NADIA | {"why": "She has moved.", "stamp": stamp} | wrong
    refused(as_(dev).post(f"/people/{amina.pk}/details/change/", sent), sent, field, told)
    assert Person.objects.values().get() == before


@pytest.mark.parametrize(("wrong", "field", "told"), WHO, ids=[f"{f}: {told}" for _, f, told in WHO])
def test_who_acts_for_her(as_, dev, amina, wrong, field, told):
    before = Relationship.objects.count()
    sent = SISTER | wrong
    refused(as_(dev).post(f"/people/{amina.pk}/who-acts/add/", sent), sent, field, told)
    assert Relationship.objects.count() == before


@pytest.mark.parametrize(("sent", "field", "told"), ENDS, ids=[f"{f}: {told}" for _, f, told in ENDS])
def test_the_end_of_it(as_, dev, amina, brian, sent, field, told):
    one = brian.relationships.get()
    refused(as_(dev).post(f"/people/{amina.pk}/who-acts/{one.pk}/end/", sent), sent, field, told)
    one.refresh_from_db()
    assert one.until_on is None
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (day("died_on", "", "", ""), "Answer the question “On which day did they die?”"),
        (day("died_on", "2", "9", "2026"), "must be 1 September 2026 or earlier"),
        (day("died_on", "13", "3", "1979"), "They were born on 14 March 1979, so this day cannot be before that"),
        (day("died_on", "30", "2", "2026"), "30 February 2026 is not a real date"),
    ],
)
def test_a_death(as_, dev, amina, sent, told):
    refused(as_(dev).post(f"/people/{amina.pk}/death/", sent), sent, "died_on", told)
    assert Person.objects.get().died_on is None
