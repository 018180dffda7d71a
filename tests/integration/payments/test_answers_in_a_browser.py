"""The pages about what came back, in a real browser: each is valid HTML, and axe finds nothing."""

from pathlib import Path

import pytest
from django.conf import settings
from tests.browsers import CHROMIUM
from tests.integration.payments import bank_words
from tests.journeys.pages.walker import Walker

from ownway.journey.payments.models import AnswerItem

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: ./run test finds or installs one"),
    pytest.mark.skipif(not (Path(settings.STATICFILES_DIRS[0]) / "govuk").is_dir(), reason="./run fetches the styles"),
]


@pytest.fixture(params=[PHONE, DESK], ids=["on a phone", "at a desk"])
def walk(request, chromium, transactional_db, live_server, as_):
    """`walk(harriet)`: a Walker in whose browser they are signed in; it looks each page over as it comes to it."""

    def begin(who):
        context = chromium.new_context(viewport=request.param, base_url=live_server.url)
        cookie = as_(who).cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        return Walker(context.new_page(), looks_with_axe=True)

    return begin


def test_harriet_takes_in_a_file_and_decides_and_amina_reads_kind_words(walk, amina, harriet, paid, pay):
    paid(amina)
    run = pay()
    walker = walk(harriet).goes_to("/payments/").follows("What the bank says about payments")
    walker.presses("Add a file from the bank").presses("Add this file").reads("Choose the file from the bank")
    data = bank_words.camt054((run.lines.get().end_to_end_id, "800.00", "AC04"))
    sent = {"name": "camt054.xml", "mimeType": "application/xml", "buffer": data}
    walker.page.get_by_label("File from the bank").set_input_files(sent)
    walker.presses("Add this file").reads("1 thing to look at", "Amina Okafor", "The account is closed.")
    walk(amina).goes_to(f"/people/{amina.pk}/payments/").reads("You have done nothing wrong")
    walker.follows("Say what we do").presses("Save").reads("Choose what we do", "Write why")
    walker.page.get_by_label("Pay it again in the next run").check()
    walker.page.get_by_label("I checked the bank account with the person").check()
    walker.types("Why?", "Her bank mended it").presses("Save").reads("Pay it again in the next run. Her bank mended it")
    walker.goes_to("/payments/from-the-bank/").reads("camt054.xml")
    assert AnswerItem.objects.get().ended == "pay_again"


def test_harriet_says_which_payment_the_bank_means(walk, amina, harriet, paid, pay):
    paid(amina)
    run = pay()
    data = bank_words.camt054((run.lines.get().end_to_end_id, "799.99", "AC04"))
    walker = walk(harriet).goes_to("/payments/from-the-bank/add/")
    sent = {"name": "camt054.xml", "mimeType": "application/xml", "buffer": data}
    walker.page.get_by_label("File from the bank").set_input_files(sent)
    walker.presses("Add this file").follows("Say which payment it is").reads("Which payment does the bank mean?")
    walker.page.get_by_label("Amina Okafor").check()
    walker.types("How do you know?", "The bank told me").presses("Save").reads("Amina Okafor")
    assert AnswerItem.objects.get().run_line == run.lines.get()
