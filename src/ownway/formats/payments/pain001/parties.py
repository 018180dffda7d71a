"""Account numbers inside a pain.001: IBAN check digits, and UK sort codes with their account numbers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ownway.formats.payments.values import Problem

_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}")


@dataclass(frozen=True, slots=True)
class AccountPaths:
    """Where an account and its bank stand: of the creditor or of the debtor."""

    account: str
    iban: str
    number: str
    system: str
    sort_code: str


def _paths(who: str) -> AccountPaths:
    bank = f"{who}Agt/FinInstnId/ClrSysMmbId"
    account = f"{who}Acct/Id"
    return AccountPaths(account, f"{account}/IBAN", f"{account}/Othr/Id", f"{bank}/ClrSysId/Cd", f"{bank}/MmbId")


CREDITOR, DEBTOR = _paths("Cdtr"), _paths("Dbtr")


def account_problems(texts: Mapping[str, str], where: str, paths: AccountPaths) -> Iterator[Problem]:
    """Problems of one account, from the texts of its part."""
    iban = texts.get(paths.iban, "")
    number = texts.get(paths.number, "")
    if iban:
        if not iban_holds(iban):
            said = f"The account number {iban} fails its check digits. One letter or digit is wrong."
            yield Problem(where=where, field=paths.iban, message=said, code="AC01")
        return
    if not number:
        yield Problem(where=where, field=paths.account, message="There is no account number.", code="AC01")
    if not is_uk(texts, paths):
        return
    if number and not _is_digits(number, 8):
        yield Problem(where=where, field=paths.number, message="A UK account number has 8 digits.", code="AC01")
    if not _is_digits(texts.get(paths.sort_code, ""), 6):
        yield Problem(where=where, field=paths.sort_code, message="A UK sort code has 6 digits.", code="RC01")


def is_uk(texts: Mapping[str, str], paths: AccountPaths) -> bool:
    """Whether the bank is named by a UK sort code."""
    return texts.get(paths.system, "") == "GBDSC"


def masked(texts: Mapping[str, str], paths: AccountPaths) -> str:
    """The account with only its last four signs to be seen; empty when there is none."""
    number = texts.get(paths.iban, "") or texts.get(paths.number, "")
    return f"****{number[-4:]}" if number else ""


def iban_holds(iban: str) -> bool:
    """Whether the check digits of an international account number hold (ISO 13616, remainder 1 of 97)."""
    if not _IBAN.fullmatch(iban):
        return False
    return int("".join(str(int(letter, 36)) for letter in iban[4:] + iban[:4])) % 97 == 1


def _is_digits(text: str, length: int) -> bool:
    return len(text) == length and text.isascii() and text.isdigit()
