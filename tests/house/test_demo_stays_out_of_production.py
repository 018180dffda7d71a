"""In production the demonstration is not installed, and nobody can be signed in with one click."""

import os
import subprocess
import sys

from ownway.config import places

TRY = """
import django
django.setup()
from django.apps import apps
from django.conf import settings
from django.urls import Resolver404, resolve
assert not settings.DEMO
assert not apps.is_installed("ownway.demo")
for address in ("/demo/", "/demo/sign-in/1/"):
    try:
        resolve(address)
    except Resolver404:
        print("no such page")
"""
SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "ownway.config.settings",
    "OWNWAY_ENV": "production",
    "OWNWAY_SECRET_KEY": "a key for this test, long enough to be taken for one by every check",
    "OWNWAY_HOSTS": "testserver",
    "OWNWAY_LOG_LEVEL": "CRITICAL",
}


def tried(**more):
    """What a program says that asks for the pages of the demonstration."""
    return subprocess.run(
        [sys.executable, "-c", TRY], env=os.environ | SETTINGS | more, cwd=places.ROOT, capture_output=True, text=True
    )


def test_its_pages_are_not_there():
    done = tried()
    assert done.stdout.splitlines() == ["no such page", "no such page"], done.stderr


def test_asking_for_it_does_not_install_it():
    assert tried(OWNWAY_DEMO="yes").stdout.splitlines() == ["no such page", "no such page"]


def test_the_command_does_not_load_it():
    done = subprocess.run(
        [sys.executable, "-c", "from ownway.config.command import run; run(['demo', 'load'])"],
        env=os.environ | SETTINGS,
        cwd=places.ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0
    assert "Unknown command: 'demo'" in done.stderr
