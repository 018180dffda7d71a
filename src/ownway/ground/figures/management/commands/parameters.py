"""`ownway parameters`: every figure that sums are done with, in force on a day. Needs no database without --council."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ownway.ground.figures.facts import FigureFacts, figure_facts
from ownway.ground.figures.management import tables
from ownway.ground.figures.management.figures import a_day, parameters_of
from ownway.rules.parameters import Figure
from ownway.rules.refusals import Refused

REFUSED = 2
WIDTHS = (28, 19, 13, 22, 10)
HEADS = ("Figure", "Value, and from when", "Standing", "Source", "Look again")


class Command(BaseCommand):
    """Exit code 0 with the list, 2 when there is no such council."""

    help = "List the figures that sums are done with: the value in force, how far it can be trusted, and who says so."
    requires_system_checks = []  # noqa: RUF012 - Django declares it for each command, not for the class

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--on", type=a_day, metavar="DAY", help="in force on this day (today)")
        parser.add_argument("--unconfirmed", action="store_true", help="only those with which sums are refused")
        parser.add_argument("--past-review", action="store_true", help="only those that somebody should look at again")
        parser.add_argument("--council", default="", metavar="SLUG", help="with what this council confirmed")
        parser.add_argument("--json", action="store_true", dest="as_json", help="print JSON")

    def handle(
        self, *_args: Any, on: date | None, unconfirmed: bool, past_review: bool, council: str, as_json: bool, **_: Any
    ) -> None:
        day = on or timezone.localdate()
        try:
            known = parameters_of(council).list_all()
        except Refused as refusal:
            self.stderr.write(str(refusal))
            sys.exit(REFUSED)
        figures = [(figure, figure_facts(figure, today=day)) for figure in known]
        shown = [
            (figure, facts)
            for figure, facts in figures
            if not (unconfirmed and facts.usable) and not (past_review and not facts.past_review)
        ]
        rows = in_json(shown, day=day) if as_json else in_words(shown)
        self.stdout.write("\n".join(rows))


def in_json(shown: Iterable[tuple[Figure, FigureFacts]], *, day: date) -> Iterator[str]:
    """The figures as a JSON list; `value` is in the figure's unit, and null when it may not be used."""
    data = []
    for figure, facts in shown:
        now = figure.on(day)
        data.append(
            {
                "id": figure.id,
                "name": figure.name,
                "topic": figure.topic,
                "unit": figure.unit,
                "value": now.value if now else None,
                "from_on": now.from_on.isoformat() if now else None,
                "standing": now.standing.value if now else None,
                "source": now.source if now else None,
                "address": now.address if now else None,
                "review_by": figure.review_by.isoformat(),
                "past_review": facts.past_review,
                "usable": facts.usable,
            }
        )
    yield json.dumps(data, ensure_ascii=False, indent=2)


def in_words(shown: Iterable[tuple[Figure, FigureFacts]]) -> Iterator[str]:
    """The figures as a table, no wider than a terminal."""
    yield from tables.table(WIDTHS, [HEADS, tuple("-" * width for width in WIDTHS)])
    for figure, facts in shown:
        yield from tables.table(WIDTHS, [row_of(figure, facts)])


def row_of(figure: Figure, facts: FigureFacts) -> tuple[str, ...]:
    """One figure. Before its first day nothing is in force."""
    now = facts.now
    again = f"{figure.review_by:%d/%m/%Y}" + (" (past)" if facts.past_review else "")
    if now is None:
        first = figure.values[0].from_on
        return f"{figure.name} ({figure.id})", f"nothing before {first:%d/%m/%Y}", "not known", "", again
    source = f"{now.source} ({now.by})" if now.by else now.source
    return f"{figure.name} ({figure.id})", f"{now.words}, from {now.from_on:%d/%m/%Y}", now.standing, source, again
