"""The frame of a letter comes from what the council knows: its own address, the person's, and the print they want."""

from datetime import date

import pytest

from ownway.ground.letters.content.correspondence import FactsDisagree, Recipient
from ownway.ground.letters.facts import frame_for
from ownway.ground.people.facts import person_facts
from ownway.ground.people.models import LetterFormat

DAY = date(2026, 9, 1)


def test_it_is_to_the_person_at_their_address(council, amina):
    frame = frame_for(council=council, person=person_facts(amina), written_on=DAY)
    assert frame.recipient.name == frame.about == "Amina Okafor"
    assert frame.recipient.address.lines == ("4 Weir Lane", "Sheafdale", "ZZ1 4WL")
    assert frame.reference == "P04711"


def test_it_is_from_the_council_and_its_team(council, amina):
    sender = frame_for(council=council, person=person_facts(amina), written_on=DAY).sender
    assert (sender.council, sender.contact.name) == ("Sheafdale Council", "Direct Payments Team")
    assert (sender.contact.phone, sender.contact.email) == ("01632 960 100", "payments@sheafdale.example")
    assert sender.address.lines == ("Town Hall", "Sheafdale", "ZZ1 1AA")


def test_somebody_else_can_get_it(council, amina):
    frame = frame_for(
        council=council, person=person_facts(amina), written_on=DAY, recipient=Recipient(name="Brian Okafor")
    )
    assert (frame.recipient.name, frame.about) == ("Brian Okafor", "Amina Okafor")
    assert not frame.is_to_the_person


def test_it_is_in_the_print_the_person_asked_for(council, amina):
    assert not frame_for(council=council, person=person_facts(amina), written_on=DAY).large_print
    amina.letter_format = LetterFormat.LARGE_PRINT
    assert frame_for(council=council, person=person_facts(amina), written_on=DAY).large_print


def test_an_address_that_is_not_known_is_left_out(council, amina):
    amina.address = ""
    assert frame_for(council=council, person=person_facts(amina), written_on=DAY).recipient.address is None


def test_a_council_without_an_address_cannot_write(council, amina):
    council.address = " "
    with pytest.raises(FactsDisagree, match="1 to 7 lines"):
        frame_for(council=council, person=person_facts(amina), written_on=DAY)
