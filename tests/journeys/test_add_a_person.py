"""Dev adds Nadia and says that her sister acts for her; her sister signs in by the link and sees Nadia's page."""

import re
from datetime import date

import pytest
from django.core import mail
from tests.journeys.pages.people import ChoosePassword, PeoplePage

from ownway.ground.people.models import Person

PASSWORD = "seven quiet geese on a hill"
SARA = "sara@home.example"


def link_in(message):
    """The first address in an email, without the program's own."""
    return re.search(r"https?://[^/]+(/\S+)", message.body)[1]


@pytest.mark.parametrize("way", [{}, {"on_phone": True, "without_script": True}], ids=["at a desk", "on a phone"])
def test_from_nobody_to_a_sister_who_sees_her_page(walk, dev, way):
    nadia = PeoplePage(walk(dev, **way)).add(
        name="Nadia Rahman", reference="P20001", born_on=date(1984, 5, 5), group="Physical disability"
    )
    nadia.change("She told me on the phone.", Address="9 Mill Row\nSheafdale\nZZ1 9MR", Phone="01632 960 555")
    nadia.walker.reads("9 Mill Row, Sheafdale, ZZ1 9MR", "01632 960 555", "Why: She told me on the phone.")
    who = nadia.who_acts().add(
        relation="Acts for the person", name="Sara Rahman", email=SARA, from_on=date(2026, 8, 24)
    )
    who.walker.reads("Sara Rahman is on the list.", "24 August 2026")

    [message] = mail.outbox
    assert message.to == [SARA]
    at_sara = walk(None, **way)
    own = ChoosePassword(at_sara, link_in(message)).choose(PASSWORD).sign_in(SARA, PASSWORD)
    own.reads("Nadia’s money and support")
    own.follows("Name, address and what has happened").reads("Nadia Rahman", "9 Mill Row")
    own.follows("Change how to be in touch").types(
        "How to be in touch (optional)", "Please ring me, her sister, first."
    )
    own.presses("Save").reads("Please ring me, her sister, first.")

    at_dev = walk(dev, **way).goes_to(f"/people/{Person.objects.get().pk}/")
    at_dev.reads("Changed how to be in touch.", "Sara Rahman")
