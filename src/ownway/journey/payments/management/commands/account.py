"""`ownway account`: whether a sort code and an account number fit together. Nothing is kept, no database is asked."""

import json
import sys
from argparse import ArgumentParser
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from ownway.formats.accounts.details import BankDetails, DetailsRefused, TenDigitBank, parse_bank_details
from ownway.formats.accounts.loaded import LoadedTable, loaded_table, what_is_missing
from ownway.formats.accounts.modulus import check_account
from ownway.formats.accounts.report import describe, describe_in_words
from ownway.formats.accounts.weights import WeightTable, WeightTableRefused, load_weights

EXIT_CODES = {"valid": 0, "cannot_be_checked": 1, "invalid": 2}
BAD_INPUT = 2
NOT_READ = "not_read"
LARGEST_TABLE_BYTES = 4 * 1024 * 1024
BANKS = {"natwest": TenDigitBank.NATWEST, "co-op": TenDigitBank.COOPERATIVE, "leeds": TenDigitBank.LEEDS}
WHICH_BANK = "Add --bank natwest, --bank co-op or --bank leeds."


class NotReadable(Exception):
    """What was typed or named cannot be read: for each field, a sentence that says what to put right."""

    def __init__(self, *problems: tuple[str, str]) -> None:
        self.problems = problems
        super().__init__(*problems)


@dataclass(frozen=True, slots=True)
class Lists:
    """The operator's table, and what is known of the file it came from (None when there is no file)."""

    table: WeightTable
    loaded: LoadedTable | None


class Command(BaseCommand):
    """Exit code 0 when they fit, 1 when they cannot be checked, 2 when they do not fit or cannot be read."""

    help = "Check a sort code and an account number with the banks’ list of checks (Vocalink’s valacdos.txt)."
    requires_system_checks = []  # noqa: RUF012 - Django declares it for each command, not for the class

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("sort_code", metavar="SORTCODE", help="6 digits; dashes and spaces do not matter")
        parser.add_argument("number", metavar="NUMBER", help="the account number as printed: 6 to 10 digits")
        parser.add_argument("--weights", metavar="FILE", help="valacdos.txt (else OWNWAY_MODULUS_WEIGHTS)")
        parser.add_argument("--substitutions", metavar="FILE", help="scsubtab.txt (else OWNWAY_MODULUS_SUBSTITUTIONS)")
        parser.add_argument("--bank", choices=sorted(BANKS), help="whose account number of 10 digits it is")
        parser.add_argument("--json", action="store_true", dest="as_json", help="print JSON")

    def handle(self, *_args: Any, sort_code: str, number: str, bank: str | None, as_json: bool, **options: Any) -> None:
        today = timezone.localdate()
        try:
            details = typed_details(sort_code, number, bank=bank)
            lists = operators_lists(weights=options["weights"], substitutions=options["substitutions"])
        except NotReadable as refusal:
            self.refuse(refusal, as_json=as_json)
        check = check_account(sort_code=details.sort_code, account_number=details.account_number, table=lists.table)
        missing = what_is_missing(exceptions=check.exceptions, table=lists.table)
        if as_json:
            found = describe(check, details, lists.loaded, missing=missing, today=today)
            self.stdout.write(json.dumps(found, ensure_ascii=False))
        else:
            told = describe_in_words(check, details, lists.loaded, missing=missing, today=today)
            self.stdout.write("\n".join(told))
        if EXIT_CODES[check.result]:
            sys.exit(EXIT_CODES[check.result])

    def refuse(self, refusal: NotReadable, *, as_json: bool) -> NoReturn:
        """Say what to put right, and end."""
        if as_json:
            told = [{"field": field, "sentence": sentence} for field, sentence in refusal.problems]
            self.stdout.write(json.dumps({"valid": None, "checked": False, "result": NOT_READ, "problems": told}))
        for _, sentence in () if as_json else refusal.problems:
            self.stderr.write(sentence)
        sys.exit(BAD_INPUT)


def typed_details(sort_code: str, number: str, *, bank: str | None) -> BankDetails:
    """Both as payment files write them. Raises NotReadable with a sentence for each that cannot be read."""
    try:
        return parse_bank_details(
            sort_code=sort_code, account_number=number, bank=BANKS[bank] if bank is not None else None
        )
    except DetailsRefused as refusal:
        told = [(problem.field, problem.message) for problem in refusal.problems]
        hints = [("bank", WHICH_BANK) for field, _ in told if field == "bank"]
        raise NotReadable(*told, *hints) from refusal


def operators_lists(*, weights: str | None, substitutions: str | None) -> Lists:
    """The lists at these paths, or where the settings say; an empty table when there is none. Raises NotReadable."""
    path = weights or settings.MODULUS_WEIGHTS
    if not path:
        return Lists(WeightTable(), None)
    # Lists named in the settings belong together: a list named here is not mixed with the settings' substitutions.
    other = substitutions or ("" if weights else settings.MODULUS_SUBSTITUTIONS)
    try:
        table = load_weights(text_of(path), text_of(other) if other else "")
    except WeightTableRefused as refusal:
        raise NotReadable(("weights", str(refusal))) from refusal
    return Lists(table, loaded_table(name=Path(path).name, changed_on=changed_on(path), table=table))


def text_of(path: str) -> str:
    """A list's text. Raises NotReadable when there is none, or too much of it."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(LARGEST_TABLE_BYTES + 1)
    except OSError as error:
        raise NotReadable(("weights", f"{path}: cannot be opened. {error.strerror}.")) from error
    if len(data) > LARGEST_TABLE_BYTES:
        most = LARGEST_TABLE_BYTES // (1024 * 1024)
        raise NotReadable(("weights", f"{path}: larger than {most} MB, which no list of checks is."))
    return data.decode("utf-8", errors="replace")


def changed_on(path: str) -> date:
    """The day on which a file last changed, here."""
    return timezone.localtime(
        datetime.fromtimestamp(Path(path).stat().st_mtime, tz=timezone.get_current_timezone())
    ).date()
