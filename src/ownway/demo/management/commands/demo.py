"""`ownway demo load` makes the made-up council; `ownway demo personas` says whom to sign in as."""

import os
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ownway.demo.counts import EVERYBODY
from ownway.demo.load import load_demo, look_again
from ownway.demo.personas import WALK, list_personas


class Command(BaseCommand):
    """Both are safe to repeat: loading twice adds nothing."""

    help = "The made-up council: load it, or say whom to sign in as."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["load", "personas"])
        parser.add_argument(
            "--people",
            type=int,
            default=None,
            help=f"how many people besides those to sign in as; else OWNWAY_DEMO_PEOPLE, else {EVERYBODY}",
        )

    def handle(self, *_args: Any, what: str, people: int | None, **_options: Any) -> None:
        if what == "personas":
            self.say_personas()
        else:
            self.load(how_many() if people is None else people)

    def load(self, number: int) -> None:
        """Make the council, saying what is made."""
        if number < 0:
            raise CommandError("There cannot be fewer than 0 people.")
        begun = time.monotonic()
        made = load_demo(number=number, today=timezone.localdate(), say=lambda words: self.tell(f"  {words}"))
        if made is None:
            self.tell("The demo council is there already.")
            return
        look_again()
        self.tell(f"  {made.council.name} is ready after {time.monotonic() - begun:.0f} s.")

    def say_personas(self) -> None:
        """Whom to sign in as, and what to try first."""
        self.tell("Sign in with one click, at /demo/, as:")
        for persona in list_personas():
            self.tell(f"  {persona.name:<18} {persona.what}")
        self.tell(f"\n{WALK}")

    def tell(self, words: str) -> None:
        """Print a line at once, also when the output is a file."""
        self.stdout.write(words)
        self.stdout.flush()


def how_many() -> int:
    """OWNWAY_DEMO_PEOPLE, or the number of the strategy."""
    said = os.environ.get("OWNWAY_DEMO_PEOPLE") or str(EVERYBODY)
    if not said.isdecimal():
        raise CommandError(f"OWNWAY_DEMO_PEOPLE should be a whole number of people, and is “{said}”.")
    return int(said)
