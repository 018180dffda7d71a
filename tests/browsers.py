"""The one browser of a worker: every test that looks at pages asks for it, for two at once cannot be in one thread."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("OWNWAY_CHROMIUM") or shutil.which("chromium")
STARTED_AS_ROOT = ["--no-sandbox"] if os.geteuid() == 0 else []
QUIET = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@pytest.fixture(scope="session")
def only_chromium():
    """The browser, started by the first test that needs it."""
    if not CHROMIUM:
        pytest.skip("no Chromium here: ./run test finds or installs one")
    # Playwright keeps an event loop in the thread of the test, where the tables are read too; nothing of ours is async.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=STARTED_AS_ROOT + QUIET)
        yield browser
        browser.close()


@pytest.fixture
def chromium(only_chromium):
    """The browser for one test: whoever was signed in is forgotten after it."""
    yield only_chromium
    for context in only_chromium.contexts:
        context.close()
