"""`ownway statement`: print what is read from bank statement files. Nothing is kept, and no database is asked."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from ownway.formats.statements import (
    IN_PART,
    REFUSED,
    WHOLE,
    Line,
    StatementStream,
    Summary,
    read_statement,
    stream_statement,
)
from ownway.formats.statements.amounts import write_pounds
from ownway.formats.statements.report import describe, describe_in_words, describe_line
from ownway.formats.statements.values import Outcome

EXIT_CODES = {WHOLE: 0, IN_PART: 1, REFUSED: 2}


class Command(BaseCommand):
    """Exit code 0 when every file was read whole, 1 when one was read in part, 2 when one was refused."""

    help = (
        "Print what is read from bank statement files of any kind that Ownway knows, in any currency. Nothing is kept. "
        "Files too large for the web are read line by line, in the order of the file. "
        "Exit codes: 0 every file was read whole; 1 one was read in part, so there is something to look at; "
        "2 one was refused."
    )
    requires_system_checks = []  # noqa: RUF012 - Django declares it for each command, not for the class

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument("--json", action="store_true", dest="as_json", help="print JSON, one object a line")
        parser.add_argument("--lines", action="store_true", help="print every payment too")
        parser.add_argument("--hint", metavar="KIND", help="the kind or layout it should be, where files may be two")

    def handle(
        self, *_args: Any, files: list[Path], as_json: bool, lines: bool, hint: str | None, **_options: Any
    ) -> None:
        worst = 0
        for number, file in enumerate(files):
            if len(files) > 1 and not as_json:
                self.stdout.write(f"{'' if number == 0 else chr(10)}{file}")
            try:
                outcome = self.tell(file, as_json=as_json, lines=lines, hint=hint)
            except OSError as error:
                outcome = self.tell_unopened(file, error, as_json=as_json)
            worst = max(worst, EXIT_CODES[outcome])
        if worst:
            sys.exit(worst)

    def tell(self, file: Path, *, as_json: bool, lines: bool, hint: str | None) -> Outcome:
        """Prints what is in a file and gives the outcome. Raises OSError when it cannot be opened."""
        with file.open("rb") as opened:
            if file.stat().st_size > settings.STATEMENT_MAX_BYTES:
                stream = stream_statement(opened, name=file.name, hint=hint, currency=None)
                pieces = json_in_order if as_json else words_in_order
                for piece in pieces(file, stream, lines=lines):
                    self.stdout.write(piece, ending="")
                return stream.summary.outcome
            statement = read_statement(opened.read(), name=file.name, hint=hint, currency=None)
        told = statement.lines if lines else ()
        if as_json:
            data = in_json(file, statement) | ({"lines": [describe_line(line) for line in told]} if lines else {})
            self.stdout.write(json.dumps(data, ensure_ascii=False))
        else:
            self.stdout.write("\n".join([*describe_in_words(statement), *map(_row, told)]))
        return statement.outcome

    def tell_unopened(self, file: Path, error: OSError, *, as_json: bool) -> Outcome:
        """A sentence about a file that there is no reading."""
        reason = f"cannot be opened. {error.strerror or error}."
        if as_json:
            problem = {"place": 0, "reason": f"The file {reason}", "text": "", "stops": True}
            self.stdout.write(json.dumps({"file": str(file), "outcome": REFUSED, "problems": [problem]}))
        else:
            self.stderr.write(f"{file}: {reason}")
        return REFUSED


def in_json(file: Path, statement: Summary) -> dict[str, object]:
    """The statement as plain data, with its file."""
    return {"file": str(file), **describe(statement)}


def json_in_order(file: Path, stream: StatementStream, *, lines: bool) -> Iterator[str]:
    """One JSON object in pieces: the lines as they are read, if asked for, and then the rest."""
    yield "{"
    if lines:
        yield '"lines": ['
        yield from _joined(json.dumps(describe_line(line), ensure_ascii=False) for line in stream)
        yield "], "
    yield json.dumps(in_json(file, stream.summary), ensure_ascii=False)[1:] + "\n"


def words_in_order(_file: Path, stream: StatementStream, *, lines: bool) -> Iterator[str]:
    """The lines as they are read, if asked for, and then the statement for a person to read."""
    if lines:
        for line in stream:
            yield _row(line) + "\n"
    yield "\n".join(describe_in_words(stream.summary)) + "\n"


def _joined(pieces: Iterable[str]) -> Iterator[str]:
    for number, piece in enumerate(pieces):
        yield f", {piece}" if number else piece


def _row(line: Line) -> str:
    return f"{line.on}  {write_pounds(line.pence):>12}  {line.words}"
