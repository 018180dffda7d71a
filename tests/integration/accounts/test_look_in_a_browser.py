"""The account's pages as a browser shows them, at a desk and on a phone: axe finds nothing, and nothing is cut off."""

import os
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browsers import CHROMIUM
from tests.factories.accounts import make_columns, make_receipt, make_sheet, make_statement, make_undated, make_waiting
from tests.factories.bank_files import lloyds

from ownway.journey.accounts.models import Line

PAGES = [
    "",
    "statements/",
    "statements/add/",
    "statements/waiting/{waiting}/",
    "statements/waiting/{sheet}/columns/",
    "statements/waiting/{undated}/days/",
    "statements/{statement}/take-back/",
    "lines/{line}/",
    "balance/",
]
SIZES = [(1280, 900), (360, 740), (320, 640)]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: ./run test finds or installs one"),
]


@pytest.fixture
def pages(add, plan, amina, brian):
    add(
        lloyds(
            (date(2026, 8, 3), "SHEAFDALE COUNCIL DP", 80_000),
            (date(2026, 8, 28), "CARYS BEVAN WAGES", -62_400),
            (date(2026, 8, 30), "SOME SHOP", -325),
            opening=90_000,
        )
    )
    make_receipt(amina, brian)
    make_columns(amina, brian)
    waiting = {"waiting": make_waiting(amina, brian), "sheet": make_sheet(amina, brian)}
    waiting |= {"undated": make_undated(amina, brian), "statement": make_statement(amina, brian)}
    numbers = waiting | {"line": Line.objects.filter(person=amina).first().pk}
    return [f"/people/{amina.pk}/account/{page.format(**numbers)}" for page in PAGES]


def test_axe_finds_nothing_and_nothing_is_cut_off(chromium, pages, brians_browser, live_server):
    cookie = brians_browser.cookies["sessionid"].value
    for width, height in SIZES:
        context = chromium.new_context(viewport={"width": width, "height": height})
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        for number, address in enumerate(pages):
            look(context, live_server.url + address, name=f"{number}-{width}")


def look(context, address, *, name):
    page = context.new_page()
    assert page.goto(address).status == 200, address
    if folder := os.environ.get("OWNWAY_PICTURES"):
        page.screenshot(path=f"{folder}/account-{name}.png", full_page=True)
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == [], address
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address
    page.close()
