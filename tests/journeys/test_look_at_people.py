"""Every page of a person's record, also when it has something to say: valid, axe finds nothing, and it fits a phone."""

from datetime import date

import pytest
from tests.factories.persons import relate
from tests.journeys.pages.people import WhoActsPage

from ownway.ground.people.models import Relation


@pytest.fixture(params=[False, True], ids=["at a desk", "on a phone"])
def at(request, walk):
    """`at(dev)`: a walker, at a desk or on a phone."""
    return lambda who: walk(who, on_phone=request.param)


def test_the_pages_of_a_worker(at, dev, amina, brian, carys):
    relate(person=amina, user=brian, relation=Relation.PA)
    walker = at(dev).goes_to("/people/add/").presses("Add this person").reads("There is a problem")
    walker.types("Reference", "p04711").types("Full name", "Amina Okafor").dates("Date of birth", date(1979, 3, 14))
    walker.chooses("Older people").presses("Add this person").reads("Amina Okafor has this reference")
    walker.types("Reference", "P1").presses("Add this person").reads("We have a record of Amina Okafor")
    walker.chooses("This is somebody else").presses("Add this person").reads("The record is made")
    walker.goes_to(f"/people/{amina.pk}/details/change/").presses("Save").reads("Write why this changes")
    walker.goes_to(f"/people/{amina.pk}/who-acts/").reads("Brian Okafor acts for Amina and is paid by Amina.")
    walker.follows("May Brian Okafor be paid?").presses("See what the law says").reads("There is a problem")
    walker.chooses("Brother or sister").chooses("Yes").presses("See what the law says").reads("To Amina: The law has")
    who = WhoActsPage(walker.goes_to(f"/people/{amina.pk}/who-acts/"))
    who.add(relation="Acts for the person", name="C Bevan", email=carys.email, from_on=date(2026, 8, 24))
    walker.reads("is the email address of Carys Bevan").chooses("Yes, this is who I mean").presses("Add")
    walker.reads("Carys Bevan would act for this person and also").chooses("I know that they are both").presses("Add")
    walker.presses("Send Carys Bevan a new link").reads("We sent a link to")
    who.end_now("It was a slip.")


def test_the_pages_about_a_death(at, dev, amina):
    walker = at(dev).goes_to(f"/people/{amina.pk}/").follows("Write down that they have died")
    walker.presses("Write this down").reads("There is a problem")
    walker.dates("On which day did they die?", date(2026, 8, 28)).presses("Write this down")
    walker.follows("What to think of after a death").follows("Take it back").presses("Take it back")
    walker.types("How did the mistake come about?", "It was another Amina.").presses("Take it back")
    walker.reads("It is taken back.").does_not_read("No new payment is made")


def test_the_pages_of_the_person(at, amina, brian, carys):
    walker = at(amina).goes_to(f"/people/{amina.pk}/").follows("Change how to be in touch")
    walker.types("Phone (optional)", "ring me").presses("Save").reads("Enter a phone number, like 01632 960 044")
    walker.types("Phone (optional)", "07700 900 123").chooses("Large print").presses("Save").reads(
        "your worker can see it"
    )
    walker.follows("Who acts for you").reads("Brian Okafor", "Please tell your worker")
    walker.follows("May Carys Bevan be paid?")
