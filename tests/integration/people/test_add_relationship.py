"""A social worker says who acts for a person; somebody new gets an account and the link to sign in."""

from datetime import date

import pytest
from django.core import mail
from tests.factories.councils import make_user, make_worker
from tests.factories.details import SISTER
from tests.factories.persons import make_person, relate
from tests.reading import text_of

from ownway.ground.access.models import Role, User
from ownway.ground.audit.models import Event
from ownway.ground.people.models import Relation, Relationship


@pytest.fixture
def add(as_, dev, amina, django_capture_on_commit_callbacks):
    """`add(relation="pa")`: Dev adds Amina's sister Sara so; what would be sent is sent."""

    def added(**wanted):
        with django_capture_on_commit_callbacks(execute=True):
            return as_(dev).post(f"/people/{amina.pk}/who-acts/add/", SISTER | wanted, follow=True)

    return added


@pytest.fixture
def sara(council):
    """Amina's sister, who has an account."""
    return make_user(council=council, name="Sara Okafor", email="sara@home.example")


def stands(user):
    return sorted(user.relationships.filter(until_on__isnull=True).values_list("person__name", "relation"))


def test_somebody_new_gets_an_account_and_a_link(add, amina, council):
    said = text_of(add())
    sara = User.objects.get(email="sara@home.example")
    row = sara.relationships.get()
    assert (sara.name, sara.council, sara.has_usable_password()) == ("Sara Okafor", council, False)
    assert (row.person, row.relation, row.from_on) == (amina, Relation.REPRESENTATIVE, date(2026, 8, 24))
    assert "Sara Okafor is on the list." in said
    assert "Since 24 August 2026" in said
    [message] = mail.outbox
    assert message.to == ["sara@home.example"]
    assert "/sign-in/new-password/" in message.body


def test_it_is_an_event_with_who_and_why(add, amina, dev):
    add()
    event = Event.objects.get(what="add_relationship")
    assert (event.by, event.person_id) == (dev, amina.pk)
    assert event.words == "Sara Okafor from 24 August 2026: Acts for the person."
    kept = Relationship.pgh_event_models["insert"].objects.latest("pgh_id")
    assert kept.pgh_context.metadata["user"] == dev.pk


@pytest.mark.parametrize(
    ("relation", "opens"), [("representative", 200), ("adviser", 200), ("pa", 403)], ids=["for her", "advises", "pa"]
)
def test_they_see_what_goes_with_it(add, as_, amina, relation, opens):
    add(relation=relation)
    sara = User.objects.get(email="sara@home.example")
    assert as_(sara).get(f"/people/{amina.pk}/").status_code == opens


def test_somebody_known_is_linked_and_gets_no_new_link(add, amina, sara):
    add(email="SARA@Home.example")
    assert stands(sara) == [("Amina Okafor", "representative")]
    assert User.objects.filter(name="Sara Okafor").count() == 1
    assert mail.outbox == []


def test_another_name_with_that_address_is_asked_about(add, sara):
    said = text_of(add(name="Zara Okonjo"))
    assert "sara@home.example is the email address of Sara Okafor." in said
    assert stands(sara) == []
    add(name="Zara Okonjo", is_theirs="on")
    assert stands(sara) == [("Amina Okafor", "representative")]


def test_an_address_of_another_council_is_refused_without_a_word_on_whose_it_is(add, esi):
    answer = add(email=esi.email, name="Esi Mensah", is_theirs="on")
    assert "an account has it already. Ask them for another one" in text_of(answer)
    assert "Millbeck" not in text_of(answer)
    assert stands(esi) == []


def test_a_closed_account_is_not_linked(add, sara):
    User.objects.filter(pk=sara.pk).update(is_active=False)
    assert "The account with this email address is closed." in text_of(add())
    assert stands(sara) == []


def test_no_worker_lets_themselves_in(add, dev):
    assert "This is you. Ask another worker" in text_of(add(email=dev.email, name=dev.name))
    assert stands(dev) == []


def test_the_same_twice_is_refused(add, sara):
    add()
    assert "Sara Okafor stands to this person in this way already." in text_of(add())
    assert sara.relationships.count() == 1


def test_after_an_end_it_can_begin_again(add, amina, sara):
    relate(person=amina, user=sara, relation=Relation.REPRESENTATIVE, until_on=date(2026, 8, 23))
    add()
    assert sara.relationships.count() == 2


def test_until_its_last_day_it_has_not_ended(add, amina, sara):
    relate(person=amina, user=sara, relation=Relation.REPRESENTATIVE, until_on=date(2026, 9, 30))
    assert "stands to this person in this way already" in text_of(add())


@pytest.mark.parametrize(("first", "then"), [("pa", "representative"), ("representative", "pa")])
def test_acting_for_her_and_being_paid_is_asked_about_and_then_allowed(add, amina, sara, first, then):
    relate(person=amina, user=sara, relation=first)
    said = text_of(add(relation=then))
    assert "look after the money that pays them. That is allowed." in said
    assert stands(sara) == [("Amina Okafor", first)]
    said = text_of(add(relation=then, knows_both="on"))
    assert stands(sara) == [("Amina Okafor", "pa"), ("Amina Okafor", "representative")]
    assert "Sara Okafor acts for Amina and is paid by Amina." in said


def test_being_paid_by_somebody_else_is_no_question(add, council, sara):
    relate(person=make_person(council=council, name="Noor Ali"), user=sara, relation=Relation.PA)
    add()
    assert stands(sara) == [("Amina Okafor", "representative"), ("Noor Ali", "pa")]


@pytest.fixture
def noor(council):
    """Somebody without an account."""
    return make_person(council=council, name="Noor Ali")


@pytest.fixture
def add_noor(as_, dev, noor, django_capture_on_commit_callbacks):
    """`add_noor(email="…")`: Dev gives Noor an account of their own."""

    def added(**wanted):
        own = SISTER | {"relation": "self", "name": "", "email": "noor@home.example"}
        with django_capture_on_commit_callbacks(execute=True):
            return as_(dev).post(f"/people/{noor.pk}/who-acts/add/", own | wanted, follow=True)

    return added


def test_the_person_gets_an_account_in_their_own_name(add_noor, as_, noor):
    add_noor(name="Typed By Mistake")
    account = User.objects.get(email="noor@home.example")
    assert account.name == "Noor Ali"
    assert as_(account).get(f"/people/{noor.pk}/details/contact/").status_code == 200
    assert [message.to for message in mail.outbox] == [["noor@home.example"]]


def test_a_second_account_of_their_own_is_refused(add_noor):
    add_noor()
    said = text_of(add_noor(email="noor@work.example"))
    assert "This person signs in with noor@home.example already." in said
    assert not User.objects.filter(email="noor@work.example").exists()


def test_nobodys_own_account_is_somebody_elses_too(add_noor, amina):
    hers = User.objects.get(relationships__person=amina)
    said = text_of(add_noor(email=hers.email, is_theirs="on"))
    assert "each need an account of their own" in said
    assert stands(hers) == [("Amina Okafor", "self")]


def test_who_acts_for_somebody_is_not_that_person(add_noor, noor, sara):
    relate(person=noor, user=sara, relation=Relation.REPRESENTATIVE)
    assert "each need an account of their own" in text_of(add_noor(email=sara.email, is_theirs="on"))


def test_nobody_acts_for_themselves(add, amina):
    hers = User.objects.get(relationships__person=amina)
    assert "each need an account of their own" in text_of(add(email=hers.email, is_theirs="on"))


def test_amina_may_act_for_noor(as_, dev, noor, amina):
    hers = User.objects.get(relationships__person=amina)
    as_(dev).post(f"/people/{noor.pk}/who-acts/add/", SISTER | {"name": "amina  OKAFOR", "email": hers.email})
    assert stands(hers) == [("Amina Okafor", "self"), ("Noor Ali", "representative")]


def test_a_worker_may_advise(add, council):
    gwen = make_worker(council=council, name="Gwen Parry", role=Role.SUPPORT_ADVISER)
    add(relation="adviser", name="Gwen Parry", email=gwen.email)
    assert stands(gwen) == [("Amina Okafor", "adviser")]


def test_only_a_social_worker_says_who_acts(everybody, amina):
    added = set()
    for name, browser in everybody.items():
        browser.post(f"/people/{amina.pk}/who-acts/add/", SISTER | {"email": f"{name}@x.example"})
        if User.objects.filter(email=f"{name}@x.example").exists():
            added.add(name)
    assert added == {"dev"}


@pytest.mark.django_db(transaction=True)
def test_when_the_mail_server_is_down_all_is_kept_and_it_says_so(as_, dev, amina, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # nobody answers there
    said = text_of(as_(dev).post(f"/people/{amina.pk}/who-acts/add/", SISTER, follow=True))
    assert "What you asked for is saved, but we could not send the email with the link just now." in said
    assert stands(User.objects.get(email="sara@home.example")) == [("Amina Okafor", "representative")]
