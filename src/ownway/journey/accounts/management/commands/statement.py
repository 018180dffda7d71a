"""`ownway statement`: print what is read from bank statement files. Nothing is kept, and no database is asked."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from ownway.formats.statements import IN_PART, REFUSED, WHOLE, Line, Statement, read_statement
from ownway.formats.statements.amounts import write_pounds
from ownway.formats.statements.report import describe, describe_in_words

EXIT_CODES = {WHOLE: 0, IN_PART: 1, REFUSED: 2}


class Command(BaseCommand):
    """Exit code 0 when every file was read whole, 1 when one was read in part, 2 when one was refused."""

    help = "Print what is read from bank statement files (CSV as banks write it, and OFX). Nothing is kept."
    requires_system_checks = []  # noqa: RUF012 - Django declares it for each command, not for the class

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument("--json", action="store_true", dest="as_json", help="print JSON, one object a line")
        parser.add_argument("--lines", action="store_true", help="print every payment too")

    def handle(self, *_args: Any, files: list[Path], as_json: bool, lines: bool, **_options: Any) -> None:
        worst = 0
        for number, file in enumerate(files):
            statement = self.read(file)
            if statement is None:
                worst = EXIT_CODES[REFUSED]
                continue
            worst = max(worst, EXIT_CODES[statement.outcome])
            if as_json:
                self.stdout.write(json.dumps(in_json(file, statement, lines=lines), ensure_ascii=False))
                continue
            if len(files) > 1:
                self.stdout.write(f"{'' if number == 0 else chr(10)}{file}")
            self.stdout.write("\n".join(in_words(statement, lines=lines)))
        if worst:
            sys.exit(worst)

    def read(self, file: Path) -> Statement | None:
        """The file as a statement; None, and a sentence, when there is none to read."""
        try:
            size = file.stat().st_size
            if size > settings.STATEMENT_MAX_BYTES:
                self.stderr.write(f"{file}: larger than {settings.STATEMENT_MAX_BYTES // (1024 * 1024)} MB.")
                return None
            return read_statement(file.read_bytes(), name=file.name)
        except OSError as error:
            self.stderr.write(f"{file}: cannot be opened. {error.strerror}.")
            return None


def in_json(file: Path, statement: Statement, *, lines: bool) -> dict[str, object]:
    """The statement as plain data, with its file."""
    data: dict[str, object] = {"file": str(file), **describe(statement)}
    if lines:
        data["lines"] = [
            {
                "on": line.on.isoformat(),
                "amount": write_pounds(line.pence),
                "words": line.words,
                "balance": None if line.balance_pence is None else write_pounds(line.balance_pence),
            }
            for line in statement.lines
        ]
    return data


def in_words(statement: Statement, *, lines: bool) -> list[str]:
    """The statement for a person to read."""
    return describe_in_words(statement) + ([_row(line) for line in statement.lines] if lines else [])


def _row(line: Line) -> str:
    return f"{line.on}  {write_pounds(line.pence):>12}  {line.words}"
