"""Amina reads the offer on a phone without JavaScript, asks, and says yes; axe finds nothing on any page of it."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from tests.browsers import CHROMIUM
from tests.factories.offers import answer, ask

from ownway.journey.agreements.models import Acceptance, Question

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: ./run test finds or installs one"),
    pytest.mark.skipif(not (Path(settings.STATICFILES_DIRS[0]) / "govuk").is_dir(), reason="./run fetches the styles"),
]


@pytest.fixture
def browse(chromium, transactional_db, live_server, as_):
    """`browse(amina, PHONE)`: a page of a real browser in which they are signed in."""

    def open_for(who, size, **options):
        session = as_(who).cookies["sessionid"].value
        context = chromium.new_context(viewport=size, base_url=live_server.url, **options)
        context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        return context.new_page()

    return open_for


def is_cut_off(page):
    """Whether anything stands outside of the screen to the right."""
    return page.locator("html").evaluate("page => page.scrollWidth > page.clientWidth")


def test_amina_does_it_all_on_a_phone_without_javascript(browse, offer, amina):
    page = browse(amina, PHONE, java_script_enabled=False)
    page.goto(f"/people/{amina.pk}/offer/")
    assert page.get_by_text("£388.92, every 4 weeks").is_visible()
    page.get_by_text("How we worked this out").or_(page.get_by_text("What the support costs")).first.click()
    page.get_by_role("button", name="Ask a question").click()
    page.get_by_label("What would you like to know?").fill("Can Carys come on Sundays?")
    page.get_by_role("button", name="Send the question").click()
    assert page.get_by_text("Not answered yet.").is_visible()
    page.get_by_role("button", name="Yes, I accept this offer").click()
    assert page.get_by_text("Thank you. You said yes to this offer.").is_visible()
    assert (Question.objects.count(), Acceptance.objects.count()) == (1, 1)


PAGES = {
    "offer/": "amina",
    "offer/preview/": "amina",
    "offer/1/ask/": "amina",
    "nominated-person/": "amina",
    "set-up/insurance/": "amina",
    "offer/make/": "dev",
    "offer/1/take-back/": "dev",
    "offer/1/accept-for-council/": "dev",
}


def test_axe_finds_nothing_and_nothing_is_cut_off(browse, offer, amina, brian, dev):
    answer(amina, ask(amina, brian), dev)
    wrong = []
    for size in (PHONE, DESK):
        pages = {"amina": browse(amina, size, bypass_csp=True), "dev": browse(dev, size, bypass_csp=True)}
        for address, name in PAGES.items():
            page = pages[name]
            page.goto(f"/people/{amina.pk}/{address}")
            found = Axe().run(page).response["violations"]
            wrong += [f"{address} at {size['width']}: {one['id']}" for one in found]
            if is_cut_off(page):
                wrong.append(f"{address} at {size['width']}: cut off")
    assert wrong == []
