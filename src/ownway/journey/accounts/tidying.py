"""A payee's name as it stays the same from line to line: without a bank's own words, days, numbers and references."""

import re
import unicodedata
from functools import lru_cache

# fmt: off
_BANK_WORDS = frozenset({
    "ATM", "BACS", "BCC", "BGC", "BILL", "BP", "CARD", "CHAPS", "CHQ", "CONTACTLESS", "CPT", "CR", "CREDIT", "DD", "DDR",
    "DEB", "DEBIT", "DIRECT", "DR", "FASTER", "FP", "FPI", "FPO", "FROM", "GB", "GBP", "GBR", "INV", "INVOICE",
    "MANDATE", "ON", "ONLINE", "ORDER", "PAYMENT", "PAYMENTS", "POS", "PURCHASE", "REF", "REFERENCE", "SO", "STANDING",
    "STO", "TFR", "TO", "TRANSFER", "UK", "VIA", "VIS", "VISA",
})
_MONTHS = frozenset(["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "SEPT", "OCT", "NOV", "DEC"])
_COMPANY = frozenset({"CO", "LIMITED", "LLP", "LTD", "PLC"})
# fmt: on
_IN_FULL = {"SVCS": "SERVICES", "SVC": "SERVICE", "ASSOC": "ASSOCIATION", "CTR": "CENTRE", "CNTR": "CENTRE"}
_APART = re.compile(r"[^A-Z0-9&]+")
MOST_LETTERS = 120


@lru_cache(maxsize=4096)
def tidy_name(words: str) -> str:
    """The name in capitals, for comparing: "FPO CARYS BEVAN 01SEP26 REF 7731" is "CARYS BEVAN".

    Left with nothing, it is the words as they are, so that lines without a name are still alike.
    """
    letters = (letter for letter in unicodedata.normalize("NFKD", words) if not unicodedata.combining(letter))
    plain = "".join(letters).upper().replace("'", "").replace("\u2019", "")
    tokens = [_IN_FULL.get(token, token) for token in _APART.split(plain) if token]
    kept = [token for token in tokens if _tells_who(token)]
    return " ".join(kept or tokens)[:MOST_LETTERS].strip()


def _tells_who(token: str) -> bool:
    return not (
        any(letter.isdigit() for letter in token) or token in _BANK_WORDS or token in _MONTHS or token in _COMPANY
    )
