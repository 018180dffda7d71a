"""A sort code and an account number, read from what people type."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u2212._/]")


class TenDigitBank(StrEnum):
    """Banks that print ten-digit account numbers (Vocalink, Validating Account Numbers, section 2.1.2)."""

    NATWEST = "NatWest"
    COOPERATIVE = "The Co-operative Bank"
    LEEDS = "Leeds Building Society"


@dataclass(frozen=True, slots=True, kw_only=True)
class BankDetails:
    """`sort_code` of six digits and `account_number` of eight, as payment files write them."""

    sort_code: str
    account_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailProblem:
    """What to put right in one field: `field` is "sort_code", "account_number" or "bank"."""

    field: str
    message: str


class DetailsRefused(ValueError):
    """Bank details that cannot be read; `problems` has one entry a field."""

    def __init__(self, problems: Sequence[DetailProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(problem.message for problem in self.problems))


def parse_sort_code(typed: str) -> str:
    """Six digits from "12-34-56", "12 34 56" or "123456". DetailsRefused says what to put right."""
    return _read(typed, field="sort_code", wrong=_wrong_sort_code)


def parse_account_number(typed: str) -> str:
    """The six to ten digits of an account number as printed, not yet made eight. DetailsRefused says what is wrong."""
    return _read(typed, field="account_number", wrong=_wrong_account_number)


def parse_bank_details(*, sort_code: str, account_number: str, bank: TenDigitBank | None = None) -> BankDetails:
    """Both fields as typed, made the six and eight digits that payment files use.

    A ten-digit account number needs `bank`, because banks shorten it differently. DetailsRefused carries the
    problems of both fields at once, so that nobody has to correct them one at a time.
    """
    problems: list[DetailProblem] = []
    digits: dict[str, str] = {}
    for field, typed, parse in (
        ("sort_code", sort_code, parse_sort_code),
        ("account_number", account_number, parse_account_number),
    ):
        try:
            digits[field] = parse(typed)
        except DetailsRefused as refusal:
            problems.extend(refusal.problems)
    if problems:
        raise DetailsRefused(problems)
    return standardise(sort_code=digits["sort_code"], account_number=digits["account_number"], bank=bank)


def standardise(*, sort_code: str, account_number: str, bank: TenDigitBank | None = None) -> BankDetails:
    """An account number of six to ten digits made eight (Vocalink, Validating Account Numbers, section 2.1.2).

    Six and seven digits gain zeros in front. The first of nine digits replaces the last of the sort code
    (Santander, accounts once with Alliance & Leicester). Ten digits keep the last eight at NatWest and the first
    eight at the Co-operative Bank and Leeds Building Society.
    """
    if len(account_number) == 9:
        return BankDetails(sort_code=sort_code[:5] + account_number[0], account_number=account_number[1:])
    if len(account_number) == 10:
        if bank is None:
            raise DetailsRefused([DetailProblem(field="bank", message=_WHICH_BANK)])
        kept = account_number[2:] if bank is TenDigitBank.NATWEST else account_number[:8]
        return BankDetails(sort_code=sort_code, account_number=kept)
    return BankDetails(sort_code=sort_code, account_number=account_number.zfill(8))


def show_sort_code(sort_code: str) -> str:
    """Six digits as people write them: 12-34-56."""
    return f"{sort_code[:2]}-{sort_code[2:4]}-{sort_code[4:]}"


_WHICH_BANK = "This account number has 10 digits. Tell us which bank it is with, so that we can write it with 8."


def _read(typed: str, *, field: str, wrong: Callable[[str], str | None]) -> str:
    text = _SEPARATORS.sub("", typed)
    digits = "".join(_digit(character) for character in text)
    message = wrong(digits)
    if message is not None:
        raise DetailsRefused([DetailProblem(field=field, message=message)])
    return digits


def _digit(character: str) -> str:
    """Digits of every script as 0 to 9: a phone set to Urdu or Arabic types its own."""
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


def _wrong_sort_code(text: str) -> str | None:
    if not text:
        return "Enter a sort code. It has 6 digits, like 12-34-56."
    if not _only_digits(text):
        return "A sort code has only numbers, like 12-34-56."
    if len(text) != 6:
        return f"A sort code has 6 digits, like 12-34-56. This one has {len(text)}."
    return None


def _wrong_account_number(text: str) -> str | None:
    if not text:
        return "Enter an account number. It has 8 digits on most cards and statements."
    if not _only_digits(text):
        return "An account number has only numbers, like 12345678."
    if not 6 <= len(text) <= 10:
        return f"An account number has 6 to 10 digits. This one has {len(text)}."
    return None


def _only_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
