"""`ownway replay`: work out every stored decision again and list what would differ."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from ownway.ground.decisions.queries import replay_decisions


class Command(BaseCommand):
    """Exit code 0 when every decision comes out the same, 1 when one does not."""

    help = "Work out every stored decision again, from its own inputs and figures, and list what would differ."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--quiet", action="store_true", help="print only the count at the end")

    def handle(self, *_args: Any, quiet: bool, **_options: Any) -> None:
        count = differing = 0
        for difference in replay_decisions():
            count += 1
            if difference is None:
                continue
            differing += 1
            if not quiet:
                told = f"{difference.council}: decision {difference.decision_id} ({difference.rule}, made with {difference.made_with})"
                self.stdout.write(f"{told}: {difference.words}")
        self.stdout.write(f"{count} decisions worked out again, {differing} would differ.")
        if differing:
            sys.exit(1)
