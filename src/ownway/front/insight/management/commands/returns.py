"""`ownway returns check`: what is in a return of client level data, what is wrong with it, and ASCOF 3D from its rows."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from ownway.formats.returns import Return, check_return, describe, describe_in_words
from ownway.formats.returns.found import IN_PART, REFUSED, WHOLE

EXIT_CODES = {WHOLE: 0, IN_PART: 1, REFUSED: 2}


class Command(BaseCommand):
    """Exit code 0 when no cell failed a check, 1 when some did, 2 when a file is no such return."""

    help = "Check returns of adult social care client level data, and work out ASCOF 3D from them. Nothing is kept."
    requires_system_checks = []  # noqa: RUF012 - Django declares it for each command, not for the class

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("verb", choices=["check"])
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument("--json", action="store_true", dest="as_json", help="print JSON, one object a line")

    def handle(self, *_args: Any, files: list[Path], as_json: bool, **_options: Any) -> None:
        worst = 0
        for number, file in enumerate(files):
            found = read(file)
            worst = max(worst, EXIT_CODES[found.outcome])
            if as_json:
                self.stdout.write(json.dumps({"file": str(file), **describe(found)}, ensure_ascii=False))
                continue
            if len(files) > 1:
                self.stdout.write(f"{'' if number == 0 else chr(10)}{file}")
            self.stdout.write("\n".join(describe_in_words(found)))
        if worst:
            sys.exit(worst)


def read(file: Path) -> Return:
    """What is in the file; a refusal when it cannot be opened."""
    try:
        with file.open("rb") as opened:
            return check_return(opened, name=file.name)
    except OSError as error:
        return Return(refusal=f"It cannot be opened. {error.strerror}.")
