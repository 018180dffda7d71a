"""Browsers in which people of the tests are signed in, against the program as it is served."""

import pytest
from django.conf import settings
from tests.browsers import CHROMIUM
from tests.journeys.pages.walker import Walker

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


def pytest_collection_modifyitems(items):
    """Every journey needs a browser, and the styles that `./run` fetches."""
    missing = (not CHROMIUM and "no Chromium here") or (
        not (settings.STATICFILES_DIRS[0] / "govuk").is_dir() and "no styles here"
    )
    for item in items:
        if "tests/journeys" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
            if missing:
                item.add_marker(pytest.mark.skip(reason=f"{missing}: ./run test sees to it"))


@pytest.fixture
def walk(chromium, transactional_db, live_server, as_, today):
    """`walk(dev)`: a Walker with the browser of that person; `on_phone`, and `without_script`, when asked."""

    def begin(who, *, on_phone=False, without_script=False):
        context = chromium.new_context(
            viewport=PHONE if on_phone else DESK, java_script_enabled=not without_script, base_url=live_server.url
        )
        if who is not None:
            cookie = as_(who).cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        context.set_default_timeout(10_000)
        return Walker(context.new_page(), looks_with_axe=not without_script)

    return begin
