"""The list to key by hand in a real browser: each page is looked over with axe, on a phone and at a desk."""

import pytest
from django.conf import settings
from tests.integration.payments import test_run_in_a_browser
from tests.integration.payments.test_run_in_a_browser import walk  # noqa: F401 - pytest finds it by its name

pytestmark = [
    *test_run_in_a_browser.pytestmark,
    pytest.mark.skipif(
        not (settings.FONTS / "NotoSans-Regular.ttf").exists(),
        reason="the typefaces are not here yet: ./run fetches them",
    ),
]


def test_farah_makes_it_and_harriet_puts_it_aside(walk, amina, harriet, farah, paid, pay):  # noqa: F811 - the fixture
    paid(amina)
    run = pay()
    walker = walk(farah).goes_to(f"/payments/{run.pk}/").follows("Make a list to key by hand")
    walker.presses("Make the list").reads("There is a problem", "Write why", "people are paid twice")
    walker.types("Why?", "The bank’s channel is down")
    walker.chooses("The bank has not paid from the files of this run, and nobody will send them").presses(
        "Make the list"
    )
    walker.reads("Emergency list", "The bank’s channel is down", "Everybody would be paid twice", "held back")
    at_harriet = walk(harriet).goes_to(f"/payments/{run.pk}/files/pain001/").reads("This file is held back")
    at_harriet.presses("Say what became of the list").presses("Save").reads("Choose what became of the list")
    at_harriet.chooses("Nobody was paid from it. The paper and the copies are destroyed").presses("Save")
    at_harriet.reads("Nobody was paid from it", "The file can be sent", "Send only one of these files")
