"""`ownway what-if FILE`: the people of a file under two sets of figures and policies. Needs no database without --council."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ownway.formats.tables.reading import Table, TableRefused, read_table
from ownway.ground.figures.management import tables
from ownway.ground.figures.management.figures import a_day, parameters_of
from ownway.rules.parameters import Figures
from ownway.rules.refusals import Refused
from ownway.rules.registry import RULES
from ownway.rules.steps import Step
from ownway.rules.what_if import Compared, Difference, Supposed, compare, suppose
from ownway.rules.wording import in_words, lines

REFUSED = 2
WIDTHS = (26, 8, 15, 15, 14, 8, 8)
HEADS = ("Who", "People", "Before", "After", "Change", "More", "Less")
WORKING = (50, 20, 26)


class Command(BaseCommand):
    """Exit code 0 with the comparison, 2 with sentences on standard error that say what is wrong."""

    help = "Compare two sets of figures and policies over the people of a CSV or Parquet file."
    requires_system_checks = []  # noqa: RUF012 - Django declares it for each command, not for the class

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="people: a row each, columns named by the rule’s inputs")
        parser.add_argument("--rule", default="charging.contribution", choices=sorted(RULES), metavar="RULE")
        parser.add_argument("--answer", default="contribution", help="which of the rule’s answers to compare")
        parser.add_argument(
            "--set", action="append", default=[], type=supposed, metavar="NAME=VALUE", help="what would be different"
        )
        parser.add_argument(
            "--before", action="append", default=[], type=supposed, metavar="NAME=VALUE", help="what is, if not the law"
        )
        parser.add_argument("--by", default="", metavar="COLUMN", help="count by this column of the file too")
        parser.add_argument("--person", type=int, metavar="ROW", help="this row’s working before and after, from 1")
        parser.add_argument("--on", type=a_day, metavar="DAY", help="the day of the figures (today)")
        parser.add_argument("--council", default="", metavar="SLUG", help="with what this council confirmed")
        parser.add_argument("--json", action="store_true", dest="as_json", help="print JSON")

    def handle(self, *_args: Any, file: Path, on: date | None, council: str, **options: Any) -> None:
        try:
            table = read_table(file.read_bytes())
            figures = parameters_of(council).on(on or timezone.localdate())
            for line in told(table, figures, **options):
                self.stdout.write(line)
        except OSError as error:
            self.refuse(f"We cannot open {file}: {error.strerror}.")
        except (Refused, TableRefused) as refusal:
            self.refuse(str(refusal))

    def refuse(self, sentence: str) -> None:
        """Say what is wrong, and end."""
        self.stderr.write(sentence)
        sys.exit(REFUSED)


def supposed(typed: str) -> Supposed:
    """A name and a value as an option. Raises ArgumentTypeError, which the command says with the option's name."""
    name, is_there, value = typed.partition("=")
    if not is_there or not name:
        raise ArgumentTypeError(f"“{typed}” should be a name, = and a value, like policy.percent_taken=9000")
    digits = value.removeprefix("-")
    return Supposed(name, int(value) if digits.isascii() and digits.isdigit() else value)


def told(
    table: Table,
    figures: Figures,
    *,
    rule: str,
    answer: str,
    by: str,
    person: int | None,
    as_json: bool,
    **options: Any,
) -> Iterator[str]:
    """The comparison as lines of text. Raises Refused."""
    asked = RULES[rule]
    groups = groups_of(table, by)
    before = suppose(asked, figures, options["before"])
    compared = compare(asked, table, answer=answer, before=before, after=suppose(asked, figures, options["set"]))
    place = place_of(person, len(compared.before))
    differences = compared.by_group(groups) if by else compared.by_group(groups)[:1]
    if as_json:
        yield json.dumps(as_data(differences, answer=answer), indent=2, ensure_ascii=False)
        return
    unit = compared.explain(0)[0].unit
    rows = [row_of(one, unit) for one in differences]
    yield from tables.table(WIDTHS, [HEADS, tuple("-" * width for width in WIDTHS), *rows])
    yield from said_of(differences[0], compared, unit)
    if place is not None:
        for heading, step in zip(("before", "after"), compared.explain(place), strict=True):
            yield f"\nRow {place + 1} {heading}: {in_words(step.value, step.unit)}"
            yield from working_of(step)


def groups_of(table: Table, by: str) -> list[str]:
    """The group of each row; one for all when none is asked for. Raises Refused for a column that is not there."""
    if by and by not in table:
        raise Refused(f"The file has no column “{by}”. It has: {', '.join(table)}.")
    size = len(next(iter(table.values())))
    return [str(one) if one not in (None, "") else "not said" for one in table[by]] if by else [""] * size


def place_of(row: int | None, size: int) -> int | None:
    """The place of a row counted from 1. Raises Refused for a row that is not there."""
    if row is not None and not 1 <= row <= size:
        raise Refused(f"The file has rows 1 to {size}; there is no row {row}.")
    return None if row is None else row - 1


def row_of(one: Difference, unit: str) -> tuple[str, ...]:
    """A group as a row of the table."""
    amounts = (in_words(amount, unit) for amount in (one.before, one.after, one.change))
    return (one.group, f"{one.people:,}", *amounts, f"{one.more:,}", f"{one.less:,}")


def said_of(everybody: Difference, compared: Compared, unit: str) -> Iterator[str]:
    """Who is better and worse off, and by how much at most."""
    better, worse = (everybody.less, everybody.more) if compared.is_cost() else (everybody.more, everybody.less)
    yield f"\nBetter off: {better:,}. Worse off: {worse:,}. No change: {everybody.same:,}."
    most, least = in_words(everybody.most_more, unit), in_words(everybody.most_less, unit)
    yield f"The largest rise for one person is {most}, the largest fall {least}."


def working_of(step: Step) -> Iterator[str]:
    """A working as a table of text."""
    yield from tables.table(WORKING, [("  " * line.depth + line.label, line.amount, line.how) for line in lines(step)])


def as_data(differences: Sequence[Difference], *, answer: str) -> dict[str, Any]:
    """The comparison as plain data; amounts in the answer's own whole unit."""
    names = ("group", "people", "before", "after", "change", "more", "less", "same", "most_more", "most_less")
    return {"answer": answer, "groups": [{name: getattr(one, name) for name in names} for one in differences]}
