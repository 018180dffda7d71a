"""`ownway directory check`: what is in a directory of services, and what is wrong with it. Nothing is kept, no database asked."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from ownway.formats.directories.files import MOST_BYTES, read_directory_file
from ownway.formats.directories.packages import DESCRIPTOR
from ownway.formats.directories.payloads import IN_PART, REFUSED, WHOLE, Directory, refused
from ownway.formats.directories.report import describe, describe_in_words

EXIT_CODES = {WHOLE: 0, IN_PART: 1, REFUSED: 2}


class Command(BaseCommand):
    """Exit code 0 when everything fits the standard, 1 when there is something to look at, 2 when one was refused."""

    help = "Check directories of services: Open Referral UK as JSON or tables, Outpost’s CSV, family hubs’ JSON."
    requires_system_checks = []  # noqa: RUF012 - Django declares it for each command, not for the class

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("verb", choices=["check"])
        parser.add_argument(
            "files", nargs="+", metavar="FILE", type=Path, help="a file, or a folder or ZIP with tables in it"
        )
        parser.add_argument("--json", action="store_true", dest="as_json", help="print JSON, one object a line")

    def handle(self, *_args: Any, files: list[Path], as_json: bool, **_options: Any) -> None:
        worst = 0
        for number, file in enumerate(files):
            directory = read(file)
            worst = max(worst, EXIT_CODES[directory.outcome])
            if as_json:
                self.stdout.write(json.dumps({"file": str(file), **describe(directory)}, ensure_ascii=False))
                continue
            if len(files) > 1:
                self.stdout.write(f"{'' if number == 0 else chr(10)}{file}")
            self.stdout.write("\n".join(describe_in_words(directory)))
        if worst:
            sys.exit(worst)


def read(file: Path) -> Directory:
    """The file as a directory; a package of tables where it is a folder, or the datapackage.json of one."""
    try:
        folder = file if file.is_dir() else file.parent if file.name == DESCRIPTOR else None
        if folder is None:
            return read_directory_file({file.name: bytes_of(file)})
        return read_directory_file(tables_in(folder))
    except OSError as error:
        return refused(f"It cannot be opened. {error.strerror}.")


def tables_in(folder: Path) -> dict[str, bytes]:
    """The tables of a folder and what describes them; no more of them than a package may hold."""
    found: dict[str, bytes] = {}
    for path in sorted(path for path in folder.iterdir() if path.suffix == ".csv" or path.name == DESCRIPTOR):
        if path.is_file() and sum(map(len, found.values())) <= MOST_BYTES:
            found[path.name] = bytes_of(path)
    return found


def bytes_of(file: Path) -> bytes:
    """What is in a file, and no more than one byte over the most that is read."""
    with file.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)
