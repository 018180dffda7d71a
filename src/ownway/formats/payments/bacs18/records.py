"""One data record of a Bacs Standard 18 file: taken apart when it is right, and every field named that is not."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ownway.formats.payments.bacs18.layout import CONTRA, CREDIT, DATA_FIELDS, DIRECT_DEBITS, INSTRUCTIONS, cut
from ownway.formats.payments.values import Problem

_ALLOWED = r"[A-Z0-9.&/\- ]"
# A record with nothing to say about it: most stop here, for speed.
_FINE = re.compile(
    rf"([0-9]{{6}})([0-9]{{8}})0(99|17)([0-9]{{6}})([0-9]{{8}})(?: {{4}}|0000|/{_ALLOWED}{{3}})([0-9]{{11}})"
    rf"({_ALLOWED}{{18}})([A-Z0-9]{_ALLOWED}{{17}})([A-Z0-9]{_ALLOWED}{{17}})(?: [0-9]{{5}})?"
)
_LETTERS = re.compile(rf"{_ALLOWED}*")
_FREE_FORMAT = re.compile(rf"|0000|/{_ALLOWED}{{3}}")
_DIGITS = {
    "sort_code": "RC01",
    "account": "AC01",
    "originator_sort_code": "RC01",
    "originator_account": "AC01",
    "amount_pence": "AM12",
}


class Bacs18Record(NamedTuple):
    """One line of money: a credit to someone, or the contra that pays for the credits of a day."""

    is_contra: bool
    sort_code: str
    account: str
    amount_pence: int
    originator_sort_code: str
    originator_account: str
    originator_name: str
    reference: str
    name: str
    processing_on: date


def read_fine(line: str, day: date) -> Bacs18Record | None:
    """The record of a line that a quick look finds nothing wrong with; None when `look_closely` has to look."""
    match = _FINE.fullmatch(line)
    if match is None:
        return None
    sort_code, account, code, from_sort_code, from_account, pence, from_name, reference, name = match.groups()
    reference = reference.rstrip()
    is_contra = code == CONTRA
    if is_contra != (account == from_account and sort_code == from_sort_code) or not int(pence):
        return None
    if not is_contra and (len(set(reference)) < 2 or reference.startswith("DDIC")):
        return None
    return Bacs18Record(
        is_contra,
        sort_code,
        account,
        int(pence),
        from_sort_code,
        from_account,
        from_name.rstrip(),
        reference,
        name.rstrip(),
        day,
    )


def look_closely(line: str, where: str, day: date) -> tuple[Bacs18Record | None, list[Problem]]:
    """A line of the right length: its record, when it can be read, and what is wrong with it, field by field."""
    fields = cut(line, DATA_FIELDS)
    problems = list(_problems_of(fields, where))
    if any(problem.level == "error" for problem in problems):
        return None, problems
    record = Bacs18Record(
        fields["transaction_code"] == CONTRA,
        fields["sort_code"],
        fields["account"],
        int(fields["amount_pence"]),
        fields["originator_sort_code"],
        fields["originator_account"],
        fields["originator_name"],
        fields["reference"],
        fields["name"],
        day,
    )
    return record, problems


def _problems_of(fields: dict[str, str], where: str) -> Iterator[Problem]:
    own = (fields["sort_code"], fields["account"]) == (fields["originator_sort_code"], fields["originator_account"])
    code = fields["transaction_code"]
    if code != CREDIT and not (code == CONTRA and own):
        yield Problem(where=where, field="transaction_code", message=_about_the_code(code))
    yield from _about_digits(fields, where)
    if fields["amount_pence"] == "0" * 11:
        yield Problem(where=where, field="amount_pence", message="The amount is nothing.", code="AM01")
    yield from _about_letters(fields, where)
    if code == CREDIT:
        if own:
            said = "It pays the account that the money comes from."
            yield Problem(where=where, field="account", message=said, level="warning")
        if not fields["name"]:
            yield Problem(where=where, field="name", message="There is no name to pay.", code="BE22")
        yield from _about_the_reference(fields["reference"], where)


def _about_the_code(code: str) -> str:
    if code in DIRECT_DEBITS:
        return f"The transaction code {code} takes money from somebody (a direct debit). Only payments are read here."
    if code in INSTRUCTIONS:
        return f"The transaction code {code} is about a direct debit. Only payments are read here."
    return f"The transaction code {code} is not a payment to someone (99) or its contra (17)."


def _about_digits(fields: dict[str, str], where: str) -> Iterator[Problem]:
    for name, reason in _DIGITS.items():
        first, last = DATA_FIELDS[name]
        text, length = fields[name], last - first + 1
        if len(text) != length or not (text.isascii() and text.isdigit()):
            yield Problem(where=where, field=name, message=f"“{text}” is not {length} digits.", code=reason)
    if fields["account_type"] != "0":
        said = f"The kind of account is “{fields['account_type']}”. Banks ask for 0 there."
        yield Problem(where=where, field="account_type", message=said, level="warning")
    if not _FREE_FORMAT.fullmatch(fields["free_format"]):
        said = f"“{fields['free_format']}” stands where only spaces, 0000, or / and 3 characters may stand."
        yield Problem(where=where, field="free_format", message=said)


def _about_letters(fields: dict[str, str], where: str) -> Iterator[Problem]:
    for name in ("originator_name", "reference", "name"):
        text = fields[name]
        if not _LETTERS.fullmatch(text):
            only = "small letters, which Bacs makes capitals"
            said = only if _LETTERS.fullmatch(text.upper()) else "letters that Bacs does not know and makes spaces"
            yield Problem(where=where, field=name, message=f"“{text}” has {said}.", level="warning")


def _about_the_reference(reference: str, where: str) -> Iterator[Problem]:
    said = ""
    if not reference:
        said = "There is no reference, so the person cannot see what the payment is for."
    elif not reference[0].isalnum():
        said = f"The reference “{reference}” does not start with a letter or a digit."
    elif reference.startswith("DDIC"):
        said = "A reference that starts with DDIC means a direct debit indemnity claim."
    elif len(set(reference)) == 1 and len(reference) > 1:
        said = f"The reference “{reference}” is one letter over and over."
    if said:
        yield Problem(where=where, field="reference", message=said, level="warning")
