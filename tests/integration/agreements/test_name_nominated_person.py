"""Amina's side names who helps with the money, changes it and ends it; they must agree first."""

import pytest
from django.db import IntegrityError, transaction
from tests.reading import text_of

from ownway.ground.audit.models import Event
from ownway.journey.agreements import operations
from ownway.journey.agreements.models import NominatedPerson
from ownway.journey.agreements.queries import find_nominated_person

NOOR = {"name": "Noor Okafor", "relationship": "my cousin", "phone": "", "email": "noor@home.example", "agrees": "on"}


@pytest.fixture
def name(as_, amina):
    """`name(brian, name="Noor")`: somebody sends the form about who helps."""

    def send(who, **changes):
        typed = {key: value for key, value in (NOOR | changes).items() if value is not None}
        return as_(who).post(f"/people/{amina.pk}/nominated-person/", typed)

    return send


def named(amina):
    return find_nominated_person(council=amina.council, person_id=amina.pk)


@pytest.mark.parametrize("who", ["amina", "brian", "dev"])
def test_her_side_names_somebody_and_a_social_worker_can_help(who, request, name, amina, as_):
    name(request.getfixturevalue(who))
    assert (named(amina).name, named(amina).relationship) == ("Noor Okafor", "my cousin")
    assert "Noor Okafor (my cousin) helps with the money." in text_of(as_(amina).get(f"/people/{amina.pk}/offer/"))


def test_they_must_agree(name, amina):
    page = name(amina, agrees=None)
    assert "Ask them first. They must agree" in text_of(page)
    assert "Noor Okafor" in page.content.decode(), "what she typed is still there"
    assert named(amina) is None


def test_the_operation_and_the_database_hold_that_too(amina, council, brian, now, today):
    given = {"name": "Noor", "relationship": "cousin", "agrees": False}
    with pytest.raises(operations.MustAgree):
        operations.name_nominated_person(
            council=council,
            person_id=amina.pk,
            nominee=operations.Nominee(**given),
            today=today,
            by=brian,
            at=now,
        )
    with pytest.raises(IntegrityError, match="nominated_person_agrees"), transaction.atomic():
        NominatedPerson.objects.create(person=amina, named_by=brian, named_at=now, **given)


def test_naming_another_ends_the_one_before(name, amina, today):
    name(amina)
    name(amina, name="Piotr Nowak", relationship="a friend")
    before, after = NominatedPerson.objects.order_by("pk")
    assert (before.ended_on, after.ended_on, after.name) == (today, None, "Piotr Nowak")


def test_saving_the_same_again_changes_nothing(name, amina):
    name(amina)
    name(amina)
    assert NominatedPerson.objects.count() == 1
    assert Event.objects.filter(what="name_nominated_person").count() == 1


def test_nobody_has_to_be_named(name, as_, amina, today):
    name(amina)
    browser = as_(amina)
    assert "Should Noor Okafor stop" in text_of(browser.get(f"/people/{amina.pk}/nominated-person/end/"))
    assert named(amina) is not None, "asking is not ending"
    browser.post(f"/people/{amina.pk}/nominated-person/end/")
    assert named(amina) is None
    assert NominatedPerson.objects.get().ended_on == today
    assert browser.post(f"/people/{amina.pk}/nominated-person/end/").status_code == 302, "twice does no harm"


def test_it_is_on_the_timeline(name, amina, brian):
    name(brian)
    event = Event.objects.get(what="name_nominated_person")
    assert (event.by, event.words) == (brian, "Named Noor Okafor (my cousin) to help with the payment.")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [({"name": ""}, "Write their name"), ({"relationship": ""}, "Say who they are"), ({"email": "noor@"}, "email")],
)
def test_what_is_missing_is_said_beside_it(name, amina, change, sentence):
    assert sentence in text_of(name(amina, **change))
    assert named(amina) is None


@pytest.mark.parametrize(("who", "status"), [("carys", 403), ("gwen", 403), ("harriet", 403), ("esi", 404)])
def test_others_do_not_name_anybody_for_her(who, status, request, name):
    assert name(request.getfixturevalue(who)).status_code == status
