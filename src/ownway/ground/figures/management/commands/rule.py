"""`ownway rule`: list the rules, or ask one with facts as JSON on standard input. Needs no database without --council."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from ownway.formats.accounts.weights import WeightTable, WeightTableRefused, load_weights
from ownway.ground.figures.management import asking, tables
from ownway.ground.figures.management.figures import a_day, parameters_of
from ownway.rules.parameters import FigureNotKnown
from ownway.rules.published import Reply
from ownway.rules.refusals import BadInput, Refused
from ownway.rules.wording import Line

REFUSED = 2
TOLD = "each as id, from_on, value, source and by"
LIST_WIDTHS = (42, 56)
WORKING_WIDTHS = (34, 20, 42)


class Command(BaseCommand):
    """Exit code 0 with the answer, 2 with a sentence on standard error that says what is missing or wrong."""

    help = "List the rules, or ask one: facts as JSON on standard input, the answer as JSON on standard output."
    requires_system_checks = []  # noqa: RUF012 - Django declares it for each command, not for the class

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", nargs="?", help="the rule’s name; without one, all rules are listed")
        parser.add_argument("--working", action="store_true", help="print how the answer came about too")
        parser.add_argument(
            "--council", default="", metavar="SLUG", help="with the figures that this council confirmed"
        )
        parser.add_argument("--on", type=a_day, metavar="DAY", help="the day of a question that names none (today)")

    def handle(self, *_args: Any, name: str | None, working: bool, council: str, on: date | None, **_: Any) -> None:
        if name is None:
            self.stdout.write("\n".join(tables.table(LIST_WIDTHS, asking.titles().items())))
            return
        try:
            reply = answered(name, council=council, today=on or timezone.localdate())
        except BadInput as refusal:
            self.refuse(f"{one.field}: {one.sentence}" if one.field else one.sentence for one in refusal.problems)
        except FigureNotKnown as refusal:
            self.refuse(
                [str(refusal), f"Or add to the facts: “confirmed”, a list with {', '.join(refusal.ids)}, {TOLD}."]
            )
        except (Refused, WeightTableRefused) as refusal:
            self.refuse([str(refusal)])
        except OSError as error:
            self.refuse([f"We cannot open {error.filename}: {error.strerror}."])
        else:
            self.tell(reply, working=working)

    def refuse(self, sentences: Iterable[str]) -> None:
        """Say what is missing or wrong, and end."""
        for sentence in sentences:
            self.stderr.write(sentence)
        sys.exit(REFUSED)

    def tell(self, reply: Reply, *, working: bool) -> None:
        """The answer, and what it did not need."""
        self.stdout.write(asking.to_json(reply.found))
        if reply.not_used:
            self.stderr.write(f"Not needed for this rule: {', '.join(reply.not_used)}.")
        if working:
            self.stdout.write("\n".join(["", *in_a_table(reply)]))


def answered(name: str, *, council: str, today: date) -> Reply:
    """What the rule answers to the facts on standard input. Raises Refused, WeightTableRefused and OSError."""
    asking.require_rule(name)
    facts = asking.read_facts("" if sys.stdin.isatty() else standard_input())
    return asking.ask(name, facts, parameters=parameters_of(council), today=today, weights=operators_table)


def standard_input() -> str:
    """What was typed or sent. Raises NotAQuestion when it is not text in UTF-8."""
    try:
        return sys.stdin.read(asking.LARGEST_QUESTION + 1)
    except UnicodeDecodeError as error:
        raise asking.NotAQuestion("What came on standard input is not text in UTF-8.") from error


def operators_table() -> WeightTable:
    """The banks' list of checks that the operator loaded; an empty one when there is none."""
    if not settings.MODULUS_WEIGHTS:
        return WeightTable()
    paths = [Path(path) for path in (settings.MODULUS_WEIGHTS, settings.MODULUS_SUBSTITUTIONS) if path]
    return load_weights(*(path.read_text("utf-8") for path in paths))


def in_a_table(reply: Reply) -> Iterator[str]:
    """How the answer came about, as lines of text."""
    rows = [row_of(line) for line in asking.workings(reply.steps)]
    heads = ("What", "How much", "How, and where it is said")
    yield from tables.table(WORKING_WIDTHS, [heads, tuple("-" * width for width in WORKING_WIDTHS), *rows])


def row_of(line: Line) -> tuple[str, str, str]:
    """One row of a working."""
    where = "; ".join(dict.fromkeys(part for part in (line.law, line.source, line.standing) if part))
    source = f" [{where}]" if where and where != line.how else ""
    return "  " * line.depth + line.label, line.amount, line.how + source
