"""Amounts, days and account numbers as banks write them in XML, exactly or not at all."""

import re
from datetime import date

_AMOUNT = re.compile(r"([0-9]{1,13})(?:\.([0-9]{1,5}))?")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[Tt ].{0,40})?", re.ASCII)
_GB_IBAN = re.compile(r"GB[0-9]{2}[A-Z]{4}([0-9]{6})([0-9]{8})")
_SORT_CODE = re.compile(r"[0-9]{6}")
_ACCOUNT = re.compile(r"[0-9]{8}")


def pence_of(text: str) -> int | None:
    """Whole pence from “312.40”; None for anything else, also for parts of a penny."""
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None
    pennies = (match[2] or "").ljust(2, "0")
    if pennies[2:].strip("0"):
        return None
    return int(match[1]) * 100 + int(pennies[:2])


def day_of(text: str) -> date | None:
    """A day from “2026-12-03” or a moment on it; None when there is no such day."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def account_of(*, number: str, sort_code: str = "", iban: str = "") -> tuple[str, str]:
    """Sort code and account number in digits; a British IBAN holds both. What is neither is empty."""
    match = _GB_IBAN.fullmatch(iban.replace(" ", "").upper())
    if match is not None:
        return match[1], match[2]
    digits = re.sub(r"[ \-]", "", sort_code)
    bare = number.strip()
    return digits if _SORT_CODE.fullmatch(digits) else "", bare if _ACCOUNT.fullmatch(bare) else ""


def short(text: str, most: int = 200) -> str:
    """Text on one line and of a length that a person can read."""
    return " ".join(text.split())[:most]
