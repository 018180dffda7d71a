"""`./run` serves the demo council, is there once a folder, and leaves nothing running, however it ends."""

import os
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request

import psutil
import pytest

from ownway.config import places

PATIENCE_SECONDS = 240
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def state(tmp_path_factory):
    """A folder for what this Ownway makes, with the assets built already; whatever was started there is ended."""
    folder = tmp_path_factory.mktemp("serving") / ".ownway"
    shutil.copytree(places.STATE / "assets", folder / "assets")
    yield folder
    for process in running_in(folder):
        process.kill()


def start(state):
    environment = os.environ | {"OWNWAY_STATE": str(state), "OWNWAY_DEMO_PEOPLE": "20", "PORT": "18000"}
    environment.pop("DATABASE_URL", None)
    output = state / "output.txt"
    with output.open("w") as file:
        command = [places.ROOT / "run"]
        return subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT, env=environment), output


def wait_for_address(ownway, output):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        for line in output.read_text().splitlines():
            if line.startswith("Ownway is at "):
                return line.removeprefix("Ownway is at ")
        assert ownway.poll() is None, output.read_text()
        time.sleep(0.2)
    pytest.fail(f"No address after {PATIENCE_SECONDS} s:\n{output.read_text()}")


def running_in(state):
    """The processes that were started for this folder, the database among them."""

    def belongs(process):
        try:
            return process.environ().get("OWNWAY_STATE") == str(state) or str(state) in " ".join(process.cmdline())
        except psutil.Error:
            return False

    return [process for process in psutil.process_iter() if belongs(process)]


def status_of(address):
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.status
    except urllib.error.HTTPError as answer:
        return answer.code


def test_it_serves_until_it_is_asked_to_stop(state):
    ownway, output = start(state)
    address = wait_for_address(ownway, output)
    assert status_of(f"{address}/") == 200
    assert status_of(f"{address}/readyz") == 200
    assert status_of(f"{address}/static/govuk/govuk-frontend.min.css") == 200
    assert "Amina" in output.read_text()

    second = subprocess.run(
        [places.ROOT / "run"], env=os.environ | {"OWNWAY_STATE": str(state)}, capture_output=True, text=True
    )
    assert second.returncode == 1
    assert f"already runs from this folder: {address}" in second.stderr

    ownway.send_signal(signal.SIGINT)
    assert ownway.wait(timeout=60) == 0
    assert "Everything is stopped." in output.read_text()
    assert running_in(state) == []


def test_what_a_killed_start_left_is_stopped_by_the_next(state):
    killed, output = start(state)
    wait_for_address(killed, output)
    killed.kill()
    killed.wait()
    left = {process.pid for process in running_in(state)}
    assert left

    ownway, output = start(state)
    address = wait_for_address(ownway, output)
    assert "Stopping what an earlier start left running" in output.read_text()
    assert status_of(f"{address}/readyz") == 200

    ownway.terminate()
    assert ownway.wait(timeout=60) == 0
    assert running_in(state) == []


def test_a_process_that_ends_by_itself_ends_everything_and_says_so(state):
    ownway, output = start(state)
    wait_for_address(ownway, output)
    (worker,) = [process for process in running_in(state) if "procrastinate" in process.cmdline()]
    worker.kill()
    assert ownway.wait(timeout=60) == 1
    assert "The worker process stopped by itself" in output.read_text()
    assert running_in(state) == []
