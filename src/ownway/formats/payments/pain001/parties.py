"""Account numbers inside a pain.001: IBAN check digits, and UK sort codes with their account numbers."""

import re
from collections.abc import Iterator, Mapping

from ownway.formats.payments.values import Problem

_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{1,30}")


def account_problems(texts: Mapping[str, str], where: str, *, account: str, agent: str) -> Iterator[Problem]:
    """Problems of the account `account` (CdtrAcct, DbtrAcct) at the bank `agent` (CdtrAgt, DbtrAgt), from `leaves`."""
    iban = texts.get(f"{account}/Id/IBAN", "")
    number = texts.get(f"{account}/Id/Othr/Id", "")
    if iban:
        if not iban_holds(iban):
            said = f"The account number {iban} fails its check digits. One letter or digit is wrong."
            yield Problem(where=where, field=f"{account}/Id/IBAN", message=said, code="AC01")
        return
    if not number:
        yield Problem(where=where, field=f"{account}/Id", message="There is no account number.", code="AC01")
    if texts.get(f"{agent}/FinInstnId/ClrSysMmbId/ClrSysId/Cd", "") != "GBDSC":
        return
    if number and not re.fullmatch(r"[0-9]{8}", number):
        said = "A UK account number has 8 digits."
        yield Problem(where=where, field=f"{account}/Id/Othr/Id", message=said, code="AC01")
    if not re.fullmatch(r"[0-9]{6}", texts.get(f"{agent}/FinInstnId/ClrSysMmbId/MmbId", "")):
        said = "A UK sort code has 6 digits."
        yield Problem(where=where, field=f"{agent}/FinInstnId/ClrSysMmbId/MmbId", message=said, code="RC01")


def iban_holds(iban: str) -> bool:
    """Whether the check digits of an international account number hold (ISO 13616, remainder 1 of 97)."""
    if not _IBAN.fullmatch(iban):
        return False
    return int("".join(str(int(letter, 36)) for letter in iban[4:] + iban[:4])) % 97 == 1
