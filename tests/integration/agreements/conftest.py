"""An offer to Amina, worked out by hand in tests/factories/offers.py, made by Dev on 1 September 2026."""

import pytest
from tests.factories.offers import make_offer, make_ready
from tests.unit.letters import samples


@pytest.fixture
def fonts():
    if not (samples.FONTS / "NotoSans-Regular.ttf").exists():
        pytest.skip("the typefaces of letters are not here yet: ./run fetches them")


@pytest.fixture
def ready(amina, dev, today, fonts):
    """Amina's plan is costed, and what she can pay is known."""
    return make_ready(amina, dev)


@pytest.fixture
def offer(amina, dev, ready):
    """The open offer: £388.92 every 4 weeks from 5 October 2026."""
    return make_offer(amina, dev)


@pytest.fixture
def at_offer(as_, amina):
    """`at_offer(dev, "preview/")`: somebody opens a page of Amina's offers in their browser; with words, sends it."""
    browsers = {}

    def go(who, place="", **typed):
        address = f"/people/{amina.pk}/offer/{place}"
        browser = browsers.get(who) or browsers.setdefault(who, as_(who))
        return browser.post(address, typed) if typed else browser.get(address)

    return go
