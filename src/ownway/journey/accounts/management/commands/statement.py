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
from ownway.formats.statements.column_map import ColumnMap
from ownway.formats.statements.column_map_json import MOST_LETTERS, MapRefusedError, read_map
from ownway.formats.statements.column_map_reading import read_mapped, read_with_map
from ownway.formats.statements.door import Reader
from ownway.formats.statements.proposing_report import describe_proposal, describe_proposal_in_words, proposal_for
from ownway.formats.statements.report import describe, describe_in_words, describe_line
from ownway.formats.statements.values import Outcome

EXIT_CODES = {WHOLE: 0, IN_PART: 1, REFUSED: 2}


class Command(BaseCommand):
    """Exit code 0 when every file was read whole, 1 when one was read in part, 2 when one was refused."""

    help = (
        "Print what is read from bank statement files of any kind that Ownway knows, in any currency. Nothing is kept. "
        "Files too large for the web are read line by line, in the order of the file. "
        "Exit codes: 0 every file was read whole; 1 one was read in part, so there is something to look at; "
        "2 one was refused. For a sheet that no layout knows, a map of its columns is proposed."
    )
    requires_system_checks = []  # noqa: RUF012 - Django declares it for each command, not for the class

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument("--json", action="store_true", dest="as_json", help="print JSON, one object a line")
        parser.add_argument("--lines", action="store_true", help="print every payment too")
        parser.add_argument("--hint", metavar="KIND", help="the kind or layout it should be, where files may be two")
        parser.add_argument("--map", metavar="MAP.json", type=Path, help="read the files by this map of their columns")

    def handle(
        self, *_args: Any, files: list[Path], as_json: bool, lines: bool, hint: str | None, **options: Any
    ) -> None:
        columns = self.read_map(options["map"]) if options.get("map") else None
        worst = 0
        for number, file in enumerate(files):
            if len(files) > 1 and not as_json:
                self.stdout.write(f"{'' if number == 0 else chr(10)}{file}")
            try:
                outcome = self.tell(file, as_json=as_json, lines=lines, hint=hint, columns=columns)
            except OSError as error:
                outcome = self.tell_unopened(file, error, as_json=as_json)
            worst = max(worst, EXIT_CODES[outcome])
        if worst:
            sys.exit(worst)

    def read_map(self, file: Path) -> ColumnMap:
        """The column map in a file; says what is wrong with it, field by field, and ends with 2 when it is none."""
        try:
            with file.open(encoding="utf-8") as opened:
                return read_map(opened.read(MOST_LETTERS + 1))
        except MapRefusedError as refused:
            told = [f"{name}: {sentence}" if name else sentence for name, sentence in refused.errors.items()]
        except (OSError, UnicodeDecodeError):
            told = ["It cannot be read."]
        self.stderr.write("\n".join([f"{file} is no map of columns.", *told]))
        sys.exit(EXIT_CODES[REFUSED])

    def tell(
        self, file: Path, *, as_json: bool, lines: bool, hint: str | None, columns: ColumnMap | None = None
    ) -> Outcome:
        """Prints what is in a file and gives the outcome. Raises OSError when it cannot be opened."""
        with file.open("rb") as opened:
            if file.stat().st_size > settings.STATEMENT_MAX_BYTES:
                read = reader_by(columns) if columns else None
                stream = stream_statement(opened, name=file.name, hint=hint, currency=None, read=read)
                pieces = json_in_order if as_json else words_in_order
                for piece in pieces(file, stream, lines=lines):
                    self.stdout.write(piece, ending="")
                return stream.summary.outcome
            data_in = opened.read()
        if columns is None:
            statement = read_statement(data_in, name=file.name, hint=hint, currency=None)
        else:
            statement = read_with_map(data_in, columns, name=file.name, currency=None)
        proposal = proposal_for(statement, data_in, name=file.name)
        told = statement.lines if lines else ()
        if as_json:
            data = in_json(file, statement) | ({"lines": [describe_line(line) for line in told]} if lines else {})
            data |= {"proposal": describe_proposal(proposal)} if proposal else {}
            self.stdout.write(json.dumps(data, ensure_ascii=False))
        else:
            proposed = describe_proposal_in_words(proposal) if proposal else []
            self.stdout.write("\n".join([*describe_in_words(statement), *map(_row, told), *proposed]))
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


def reader_by(columns: ColumnMap) -> Reader:
    """A reader that goes by a column map, whatever the file looks like."""
    return lambda source, reading: read_mapped(source, columns, reading)


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
