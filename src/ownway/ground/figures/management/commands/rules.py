"""`ownway rules --people N`: work a rule out for many made-up people, to see how quick it is on this machine."""

import sys
import time
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ownway.ground.figures.management.figures import a_day
from ownway.rules.cohort import Cohort
from ownway.rules.made_up import SUPPOSED, people_like_amina
from ownway.rules.parameters import load_national
from ownway.rules.registry import RULES
from ownway.rules.wording import money

RULE = "offer.whole"
ANSWERS = {"weekly": "Support costs", "contribution": "People pay", "net_payment": "The council pays"}
MOST_PEOPLE = 20_000_000
BAR = 40


class Command(BaseCommand):
    """Exit code 0. The figures that nobody has confirmed are supposed, and it says so."""

    help = "Work out the whole offer of made-up people, in blocks, and say how long it took."
    requires_system_checks = []  # noqa: RUF012 - Django declares it for each command, not for the class

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--people", type=how_many, default=100_000, metavar="N", help="how many (100,000)")
        parser.add_argument("--threads", type=how_many, default=1, metavar="N", help="who share the people out (1)")
        parser.add_argument("--compiled", action="store_true", help="as one compiled loop (needs numba)")
        parser.add_argument("--on", type=a_day, metavar="DAY", help="the day of the figures (today)")

    def handle(self, *_args: Any, people: int, threads: int, compiled: bool, on: date | None, **_: Any) -> None:
        figures = load_national().on(on or timezone.localdate()).supposing(SUPPOSED)
        cohort = Cohort(RULES[RULE], people_like_amina(people, seed=1), people, figures)
        try:
            loop = cohort.compiled(*ANSWERS) if compiled else None
        except ImportError as missing:
            self.stderr.write(str(missing))
            sys.exit(2)
        bar = Bar(self, people)
        begun = time.perf_counter()
        found = loop(threads=threads) if loop else cohort.answers(*ANSWERS, threads=threads, progress=bar.more)
        took = time.perf_counter() - begun
        bar.end()
        self.stdout.write(f"{people:,} made-up people in {took:.3f} s: {people / took:,.0f} a second.")
        for name, words in ANSWERS.items():
            self.stdout.write(f"{words} {money(int(found[name].sum()))} a week in all.")
        self.stdout.write("Figures that nobody has confirmed are supposed here. These totals are about nobody.")


class Bar:
    """A progress bar on standard error; none where nobody looks."""

    def __init__(self, command: BaseCommand, people: int) -> None:
        self.command, self.people, self.done = command, people, 0
        self.is_seen = sys.stderr.isatty()

    def more(self, people: int) -> None:
        """So many more people are done."""
        self.done += people
        if self.is_seen:
            full = BAR * self.done // self.people
            self.command.stderr.write(f"\r{'█' * full}{'░' * (BAR - full)} {self.done:,}", ending="")

    def end(self) -> None:
        """Leave the line."""
        if self.is_seen:
            self.command.stderr.write("")


def how_many(typed: str) -> int:
    """A whole number of more than nothing. Raises ArgumentTypeError, which the command says with the option's name."""
    digits = typed.replace(",", "").replace("_", "")
    if not (digits.isascii() and digits.isdigit()) or not 0 < int(digits) <= MOST_PEOPLE:
        raise ArgumentTypeError(f"“{typed}” should be a whole number from 1 to {MOST_PEOPLE:,}")
    return int(digits)
