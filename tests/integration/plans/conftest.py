"""Amina's draft in a browser: what the tests of this room type and read."""

import pytest
from tests.factories.plans import make_draft, make_heading, make_outcome
from tests.reading import page_of


@pytest.fixture
def draft(amina, dev, now):
    """Amina's empty draft."""
    return make_draft(amina, dev)


@pytest.fixture
def outcome(amina, dev, now):
    """Amina wants to swim again."""
    return make_outcome(amina, dev)


@pytest.fixture
def exercise(draft, amina, dev):
    """A heading of the draft: exercise."""
    return make_heading(amina, dev)


@pytest.fixture
def devs_browser(as_, dev):
    """The browser in which Dev works."""
    return as_(dev)


@pytest.fixture
def send(devs_browser, amina):
    """`send("route/", route="isf")`: Dev's browser sends a page of Amina's plan."""
    return lambda page, **typed: devs_browser.post(f"/people/{amina.pk}/plan/{page}", typed)


@pytest.fixture
def see(as_, devs_browser, amina):
    """`see("cost/")`: Dev's browser opens a page of Amina's plan; `see("", amina)` another's."""
    return lambda page="", who=None: (as_(who) if who else devs_browser).get(f"/people/{amina.pk}/plan/{page}")


@pytest.fixture
def stamp_on():
    """`stamp_on(page)`: the hidden mark of how things read when the page was made."""

    def read(page):
        [box] = [one for one in page_of(page).iter("input") if one.get("name") == "stamp"]
        return box.get("value")

    return read
