"""The page as a browser shows it: nothing for axe to find, nothing cut off on a phone, and nothing refused by the CSP."""

import os
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from tests.browsers import CHROMIUM
from tests.unit.design.sample import GOOD, EveryField, draw_page

import ownway

FETCHED = Path(settings.STATICFILES_DIRS[0])
OWN = Path(ownway.__file__).parent / "ground" / "design" / "static"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'"
)
SIZES = {"desk": (1280, 900), "phone": (360, 740), "small": (320, 640)}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium here: ./run test finds or installs one"),
    pytest.mark.skipif(not (FETCHED / "govuk").is_dir(), reason="no styles here: ./run fetches them"),
]


class Strict(SimpleHTTPRequestHandler):
    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    shutil.copytree(FETCHED, folder / "static")
    shutil.copytree(OWN, folder / "static", dirs_exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def address(folder):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def show(chromium, address, folder):
    """Show the sample page at a size; gives the browser's page, with what its console complained about."""
    shown = []

    def show(form, size="desk", **options):
        (folder / "sample.html").write_text(draw_page(form))
        width, height = SIZES[size]
        page = chromium.new_page(viewport={"width": width, "height": height}, **options)
        page.set_default_timeout(5_000)
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(f"{address}/sample.html", wait_until="networkidle")
        if os.environ.get("OWNWAY_LOOK"):  # a folder to keep pictures in
            page.screenshot(
                path=f"{os.environ['OWNWAY_LOOK']}/{size}-{'wrong' if form.errors else 'empty'}.png", full_page=True
            )
        shown.append(page)
        return page

    yield show
    for page in shown:
        page.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("answers", [None, {**GOOD, "name": "", "start_on_day": "30", "start_on_month": "2"}])
def test_axe_finds_nothing(show, answers, size):
    page = show(EveryField(answers), size)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("size", ["phone", "small"])
def test_nothing_is_cut_off_on_a_phone(show, size):
    page = show(EveryField({}), size)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]


def test_scripts_start_under_the_strict_policy(show):
    page = show(EveryField())
    assert page.complaints == []
    assert "govuk-frontend-supported" in page.locator("body").get_attribute("class")
    page.get_by_role("button", name="Show password").click()
    assert page.locator("#id_password").get_attribute("type") == "text"
    page.locator("#id_story").fill("x" * 201)
    page.get_by_text("You have 1 character too many").first.wait_for(state="attached")


def test_the_summary_takes_you_to_the_answer_to_put_right(show):
    page = show(EveryField({**GOOD, "start_on_year": "26"}))
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    page.get_by_role("link", name="Start date: enter a year with 4 numbers").click()
    assert page.evaluate("document.activeElement.id") == "id_start_on_year"


def test_the_menu_opens_on_a_phone_and_is_simply_there_without_scripts(show):
    with_scripts = show(EveryField(), "phone")
    link = with_scripts.get_by_role("link", name="Payments")
    assert not link.is_visible()
    with_scripts.get_by_role("button", name="Menu").click()
    assert link.is_visible()
    assert show(EveryField(), "phone", java_script_enabled=False).get_by_role("link", name="Payments").is_visible()


def test_a_working_opens_with_the_keyboard_alone(show):
    page = show(EveryField(), java_script_enabled=False)
    for summary in (0, 1):
        page.locator("details summary").nth(summary).focus()
        page.keyboard.press("Enter")
    assert page.get_by_text("21 hours a week × £15.00 an hour").first.is_visible()
