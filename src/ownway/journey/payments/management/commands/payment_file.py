"""`ownway payment-file check`: print what payment files hold and what is wrong with them. Nothing is kept or sent."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from ownway.formats.payments import prepaid_load
from ownway.formats.payments.describing import days_that_passed, describe, figures, place_of, verdict
from ownway.formats.payments.door import examine_payment_file
from ownway.formats.payments.echoes import describe_echoes
from ownway.formats.payments.prepaid_load import Layout
from ownway.formats.payments.report import FileReport
from ownway.ground.figures.management import tables
from ownway.ground.figures.management.figures import a_day
from ownway.journey.payments.bank_holidays import english_bank_holidays
from ownway.journey.payments.management.bank_answers import as_data, exit_code_of, look_at_answer

EXIT_CODES = {None: 0, "warning": 1, "error": 2}
FIGURES = (16, 60)
PROBLEMS = (34, 8, 5, 64)
HEADS = ("Where", "What", "Code", "Why")
LEVELS = {"error": "stops", "warning": "look"}


class Command(BaseCommand):
    """Exit code 0 when nothing is wrong with any file, 1 when there is something to look at, 2 when one must not go."""

    help = (
        "Check payment files (pain.001 and Bacs Standard 18) as a bank would, and say what is in a bank's answer "
        "(pain.002, camt.054, Bacs reports). Nothing is kept or sent."
    )
    requires_system_checks = []  # noqa: RUF012 - Django declares it for each command, not for the class

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("what", choices=["check"])
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument("--json", action="store_true", dest="as_json", help="print JSON, one object a line")
        parser.add_argument("--on", type=a_day, metavar="DAY", help="as if the bank had it on this day")
        parser.add_argument("--layout", type=a_layout, metavar="FILE", help="prepaid-card loads in this layout (JSON)")
        parser.add_argument("--currency", metavar="GBP", help="what all payments must be in (the account’s own)")

    def handle(self, *_args: Any, files: list[Path], as_json: bool, **options: Any) -> None:
        worst = 0
        for number, path in enumerate(files):
            answer = look_at_answer(path)
            if answer is not None:
                worst = max(worst, exit_code_of(answer))
                lines = [json.dumps(as_data(path, answer), ensure_ascii=False)] if as_json else describe_echoes(answer)
                self.stdout.write("\n".join(lines))
                continue
            report = self.look_at(path, options["on"], options["currency"], options["layout"])
            if report is None:
                worst = EXIT_CODES["error"]
                continue
            worst = max(worst, EXIT_CODES[report.level])
            if as_json:
                self.stdout.write(json.dumps({"file": str(path), **describe(report)}, ensure_ascii=False))
                continue
            if len(files) > 1:
                self.stdout.write(f"{'' if number == 0 else chr(10)}{path}")
            self.stdout.write("\n".join(in_words(report)))
        if worst:
            sys.exit(worst)

    def look_at(self, path: Path, on: date | None, currency: str | None, layout: Layout | None) -> FileReport | None:
        """What a file holds; None, and a sentence, when it cannot be opened."""
        today = timezone.localdate()
        holidays = english_bank_holidays(on or today)
        try:
            with path.open("rb") as file:
                if layout is not None:
                    report = prepaid_load.examine(file, layout=layout)
                else:
                    report = examine_payment_file(file, today=on, currency=currency, bank_holidays=holidays)
        except OSError as error:
            self.stderr.write(f"{path}: cannot be opened. {error.strerror}.")
            return None
        note = "" if on else days_that_passed(report, today=today)
        return replace(report, notes=(note,)) if note else report


def a_layout(typed: str) -> Layout:
    """The layout in a file. Raises ArgumentTypeError, which the command says with the option's name."""
    try:
        return prepaid_load.layout_from_json(Path(typed).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ArgumentTypeError(f"“{typed}” cannot be read as text.") from error
    except prepaid_load.LayoutRefused as refusal:
        raise ArgumentTypeError(f"{typed}: {refusal}") from refusal


def in_words(report: FileReport) -> list[str]:
    """A report for a person to read: a sentence, what the file holds, and a table of what is wrong."""
    lines = [verdict(report), *tables.table(FIGURES, figures(report)), *report.notes]
    if report.problems:
        rows = [
            (place_of(report, problem), LEVELS[problem.level], problem.code or "", problem.message)
            for problem in report.problems
        ]
        lines += ["", *tables.table(PROBLEMS, [HEADS, *rows])]
    return lines
