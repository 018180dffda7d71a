"""Sums and days as ISO 20022 writes them."""

import re
from datetime import date

from ownway.formats.statements.amounts import UnreadableError, clip
from ownway.formats.statements.days import make_day

# ISO 4217: currencies whose smallest unit is not a hundredth
# fmt: off
NOT_HUNDREDTHS = frozenset({
    "BHD", "BIF", "CLF", "CLP", "DJF", "GNF", "IQD", "ISK", "JOD", "JPY", "KMF", "KRW", "KWD", "LYD", "OMR", "PYG",
    "RWF", "TND", "UGX", "UYI", "UYW", "VND", "VUV", "XAF", "XOF", "XPF",
})
# fmt: on
_SUM = re.compile(r"\+?0{0,20}([0-9]{0,11})(?:\.([0-9]{0,2})0{0,20})?").fullmatch
_DAY = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T[0-9:]{5,8}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
).fullmatch
SIGNS = {"CRDT": 1, "DBIT": -1}
_MOST_DAYS = 5_000


def read_sum(text: str) -> int:
    """Hundredths from a sum of ISO 20022, which has no sign but that of CdtDbtInd. Raises UnreadableError."""
    if text[-3:-2] == "." and len(text) < 15 and text.isascii():  # nearly every sum; the rest is for speed
        figures = text[:-3] + text[-2:]
        if figures.isdigit():
            return int(figures)
    bare = text.strip(" \t\r\n")
    match = _SUM(bare)
    if match is None or not (match[1] or match[2] or "0" in bare):
        raise UnreadableError(_why_not(bare))
    return int(match[1] or 0) * 100 + int((match[2] or "").ljust(2, "0"))


def read_sign(text: str) -> int:
    """1 for money in (CRDT), -1 for money out (DBIT). Raises UnreadableError: a sum without it has no direction."""
    sign = SIGNS.get(text) or SIGNS.get(text.strip(" \t\r\n"))
    if sign is None:
        raise UnreadableError(
            f"The entry does not say whether money came in or went out (“{clip(text, 12)}”)."
            if text.strip()
            else "The entry does not say whether money came in or went out."
        )
    return sign


def read_day(text: str, days: dict[str, date]) -> date:
    """The day as the bank wrote it; a time and its zone are left out. `days` keeps the days read. Raises UnreadableError."""
    day = days.get(text)
    if day is None:
        match = _DAY(text.strip(" \t\r\n"))
        if match is None:
            raise UnreadableError(f"“{clip(text)}” is not a date." if text.strip() else "The date is empty.")
        if len(days) >= _MOST_DAYS:
            days.clear()
        day = days[text] = make_day(int(match[1]), int(match[2]), int(match[3]), text)
    return day


def _why_not(text: str) -> str:
    if not text:
        return "The amount is empty."
    if text.startswith("-"):
        return f"The amount “{clip(text)}” has a sign, which camt writes in another place."
    return f"The amount “{clip(text)}” is not a sum of money in pounds and pence."
