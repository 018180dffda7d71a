"""`ownway extract check`: what is in extracts of a case system, and which rows cannot be taken and why. Nothing is kept."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ownway.formats.extracts import (
    Found,
    MapRefusedError,
    check_extract,
    check_together,
    describe,
    describe_in_words,
    describe_together,
    describe_together_in_words,
    read_map,
)
from ownway.formats.extracts.found import IN_PART, REFUSED, WHOLE
from ownway.formats.statements.column_map_json import MOST_LETTERS

EXIT_CODES = {WHOLE: 0, IN_PART: 1, REFUSED: 2}

_NO_FILE = "It is not a file that stays in its place"


class Command(BaseCommand):
    """Exit code 0 when every row can be taken, 1 when some are set aside, 2 when a file or a map was refused."""

    help = (
        "Check extracts of people, services, plans and payments from a case system, each by its map. Nothing is kept."
    )
    requires_system_checks = []  # noqa: RUF012 - Django declares it for each command, not for the class

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("verb", choices=["check"])
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument(
            "--map",
            action="append",
            required=True,
            dest="maps",
            metavar="MAP.json",
            type=Path,
            help="what the columns of a file are; once for each file, in their order",
        )
        parser.add_argument("--json", action="store_true", dest="as_json", help="print JSON, one object a line")

    def handle(self, *_args: Any, files: list[Path], maps: list[Path], as_json: bool, **_options: Any) -> None:
        if len(files) != len(maps):
            raise CommandError("Give one --map for each file, in the same order.", returncode=2)
        extracts = []
        for number, (file, map_file) in enumerate(zip(files, maps, strict=True)):
            extracts.append(check(file, map_file))
            self.tell(extracts[-1], heading=f"{'' if number == 0 else chr(10)}{file}", as_json=as_json)
        worst = max(EXIT_CODES[found.outcome] for found in extracts)
        if len(extracts) > 1:
            worst = max(worst, self.tell_together(extracts, as_json=as_json))
        if worst:
            sys.exit(worst)

    def tell(self, found: Found, *, heading: str, as_json: bool) -> None:
        """Print one extract."""
        if as_json:
            self.stdout.write(json.dumps({"file": found.name, **describe(found)}, ensure_ascii=False))
        else:
            self.stdout.write("\n".join([heading, *describe_in_words(found)]))

    def tell_together(self, extracts: list[Found], *, as_json: bool) -> int:
        """Print what does not fit between extracts. Returns 1 when there is something to look at."""
        together = check_together(extracts)
        if as_json:
            self.stdout.write(json.dumps({"together": describe_together(together)}, ensure_ascii=False))
        else:
            self.stdout.write("\n".join(["\nTogether", *describe_together_in_words(together)]))
        return 1 if together.count else 0


def check(file: Path, map_file: Path) -> Found:
    """What is in the file by its map; a refusal when one of them cannot be opened, or the map is wrong."""
    refused = Found("", str(file))
    try:
        extract_map = read_map(text_of(map_file))
        with file.open("rb") as opened:
            return check_extract(opened, extract_map, name=str(file))
    except MapRefusedError as error:
        for place, reason in error.errors.items():
            refused.refuse(0, f"The map, {place}: {reason}" if place else f"The map: {reason}")
    except OSError as error:
        refused.refuse(0, f"{error.filename or file} cannot be opened. {error.strerror or _NO_FILE}.")
    return refused


def text_of(map_file: Path) -> str:
    """The text of a map, and no more of it than shows that it is too long."""
    with map_file.open("rb") as opened:
        return opened.read(4 * MOST_LETTERS + 4).decode("utf-8-sig", "replace")
