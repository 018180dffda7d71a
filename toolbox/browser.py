"""A Chromium for the browser tests: one that is here, or Debian's, or the one that Playwright fetches."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from toolbox.shell import PYTHON, TroubleError, run_quietly, step

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def find_or_install() -> str:
    """The path of a Chromium that starts."""
    found = _find()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        with step("Installing a browser for the tests (Debian's chromium)"):
            run_quietly(["apt-get", "update", "-q"])
            run_quietly(["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"])
        found = _find()
    if found is None:
        with step("Fetching a browser for the tests (Playwright's Chromium)"):
            run_quietly([PYTHON, "-m", "playwright", "install", "chromium"])
        found = _find()
    if found is None:
        raise TroubleError("The browser that was installed does not start. Install Chromium and run ./run test again.")
    return found


def _find() -> str | None:
    return next((path for path in _candidates() if path and _starts(path)), None)


def _candidates() -> Iterator[str | None]:
    yield os.environ.get("OWNWAY_CHROMIUM")
    yield from map(shutil.which, NAMES)
    yield str(MAC)
    yield _playwrights_own()


def _playwrights_own() -> str:
    try:
        return run_quietly([PYTHON, "-c", ASK_PLAYWRIGHT]).strip()
    except TroubleError:
        return ""


def _starts(path: str) -> bool:
    try:
        return subprocess.run([path, "--version"], capture_output=True, check=False, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
