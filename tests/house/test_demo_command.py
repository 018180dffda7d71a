"""`ownway` says what it can do, ours first."""

import os
import subprocess
import sys

import pytest

from ownway.config.command import OURS, overview

START = [sys.executable, "-c", "from ownway.config.command import main; main()"]


@pytest.mark.parametrize("words", [[], ["--help"], ["help"]])
def test_help_names_our_commands(words):
    done = subprocess.run([*START, *words], capture_output=True, text=True)
    assert done.returncode == 0
    assert done.stdout == overview()
    assert all(f"ownway {name}" in done.stdout for name in OURS)


@pytest.mark.parametrize("name", sorted(set(OURS) - {"web", "worker"}))
def test_each_is_there(name):
    done = subprocess.run([*START, name, "--help"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "usage:" in done.stdout


def test_a_number_of_people_that_is_none_is_answered_plainly():
    done = subprocess.run(
        [*START, "demo", "load"], env=os.environ | {"OWNWAY_DEMO_PEOPLE": "many"}, capture_output=True, text=True
    )
    assert done.returncode != 0
    assert "OWNWAY_DEMO_PEOPLE should be a whole number of people, and is “many”." in done.stderr
