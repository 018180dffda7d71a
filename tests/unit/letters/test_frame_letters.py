"""Around every letter: who writes to whom, about whom, and how to reach them."""

import pytest
from tests.unit.letters import samples

from ownway.ground.letters.content.correspondence import (
    Contact,
    Correspondence,
    FactsDisagree,
    PostalAddress,
    Recipient,
    in_sentence,
)
from ownway.ground.letters.content.frame import ways_to_reach
from ownway.ground.letters.content.payment_notice import write_payment_notice


def written(letter: Correspondence):
    return write_payment_notice(samples.payment_notice(letter=letter))


def test_it_greets_the_person_and_is_signed_by_the_worker():
    letter = written(samples.LETTER)
    assert letter.greeting == "Dear Amina Khan,"
    assert letter.sign_off == ("Yours sincerely,", "Dev Patel", "Direct payments team")


def test_it_is_signed_by_the_team_when_nobody_in_particular_wrote_it():
    assert written(samples.letter(written_by="")).sign_off == ("Yours sincerely,", "Direct payments team")


def test_it_tells_whoever_acts_for_the_person_whose_money_it_is():
    letter = written(samples.letter(recipient=Recipient(name=samples.BRIAN)))
    assert letter.greeting == "Dear Brian Khan,"
    assert "You get this letter because you help Amina Khan with their direct payment." in letter.sentences()
    assert "When we say “you” in this letter, we mean Amina Khan." in letter.sentences()


def test_it_does_not_tell_the_person_who_they_are():
    assert "You get this letter because" not in written(samples.LETTER).sentences()


def test_every_page_carries_the_name_and_the_reference():
    assert written(samples.LETTER).footer == "Amina Khan · Your reference: HB-0001"


def test_ways_to_reach_leave_out_what_is_not_known():
    assert ways_to_reach(Contact(name="Team", phone="01632 960 001")) == ("Phone: 01632 960 001",)
    assert ways_to_reach(Contact(name="Team", website="havenbridge.example")) == ("Web: havenbridge.example",)


def test_an_address_is_read_a_line_at_a_time():
    typed = "12 Canal Row,\r\n\r\n  Havenbridge \r\nHB2 3CD"
    assert PostalAddress.from_text(typed) == PostalAddress(("12 Canal Row", "Havenbridge", "HB2 3CD"))
    assert PostalAddress.from_text("  \n") is None


@pytest.mark.parametrize("lines", [(), tuple("12345678"), ("12 Canal Row", " ")])
def test_an_address_that_fits_no_envelope_is_refused(lines):
    with pytest.raises(FactsDisagree, match="1 to 7 lines"):
        PostalAddress(lines)


def test_a_letter_does_not_claim_a_language_it_is_not_in():
    with pytest.raises(FactsDisagree, match="written in English"):
        samples.letter(language="ur")


def test_a_name_from_right_to_left_is_kept_in_its_place():
    assert in_sentence("Amina") == "Amina"
    assert in_sentence(samples.URDU) == f"\u2068{samples.URDU}\u2069"
