"""The team's pages as a browser shows them, at a desk and on a phone: axe finds nothing, and nothing is cut off."""

import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browsers import CHROMIUM
from tests.factories.councils import give_role

from ownway.ground.access import operations
from ownway.ground.access.models import Role

PAGES = ["/team/", "/team/add/", "/team/{dev}/", "/team/{dev}/change/", "/team/{dev}/roles/", "/team/{dev}/close/"]
SIZES = [(1280, 900), (360, 740)]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: ./run test finds or installs one"),
]


@pytest.fixture
def team(dev, harriet, farah, jo, today, now):
    """Dev approves too until today, Harriet's account is closed, and Farah has two roles."""
    give_role(user=farah, role=Role.COMMISSIONER)
    operations.change_roles(user=dev, roles=["social_worker", "finance_approver"], by=jo, at=now, today=today)
    operations.change_roles(user=dev, roles=["social_worker"], by=jo, at=now, today=today)
    operations.close_account(user=harriet, by=jo, at=now, today=today)
    return {"dev": dev.pk, "closed": harriet.pk}


@pytest.fixture
def jos_browser(chromium, as_, jo, live_server):
    """`jos_browser(width, height)`: a browser of that size in which Jo is signed in."""
    cookie = as_(jo).cookies["sessionid"].value

    def of(width, height):
        context = chromium.new_context(viewport={"width": width, "height": height})
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        return context.new_page()

    return of


def look(page, name):
    """Nothing is wrong on the page as it stands now."""
    if folder := os.environ.get("OWNWAY_PICTURES"):
        page.screenshot(path=f"{folder}/team-{name}.png", full_page=True)
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == [], name
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name


def test_axe_finds_nothing_and_nothing_is_cut_off(team, jos_browser, live_server):
    for width, height in SIZES:
        page = jos_browser(width, height)
        for number, address in enumerate([*PAGES, "/team/{closed}/", "/start/"]):
            assert page.goto(live_server.url + address.format(**team)).status == 200
            look(page, f"{number}-{width}")


def test_jo_adds_somebody_after_putting_right_what_was_wrong(team, jos_browser, live_server, mailoutbox):
    page = jos_browser(360, 740)
    page.goto(f"{live_server.url}/start/")
    page.get_by_role("link", name="Team").last.click()
    page.get_by_role("button", name="Add somebody").click()
    page.get_by_label("Name").fill("Sam Reed")
    page.get_by_role("button", name="Add them and send the link").click()
    page.locator(".govuk-error-summary").wait_for()  # the page with what is wrong, and not the one between
    look(page, "wrong-360")
    page.get_by_label("Email address").fill("sam.reed@sheafdale.example")
    page.get_by_label("Social worker").check()
    page.get_by_role("button", name="Add them and send the link").click()
    page.get_by_text("Sam Reed has an account now.").wait_for()
    look(page, "added-360")
    assert mailoutbox[0].to == ["sam.reed@sheafdale.example"]
