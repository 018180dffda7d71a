"""The words of a line: tidied for people to read, and brought to one form to compare."""

import re
import unicodedata
from collections.abc import Iterable

# fmt: off
_TELL_NOTHING = frozenset({
    "and", "bank", "bill", "card", "contactless", "credit", "debit", "direct", "faster", "from", "gb", "gbp", "gbr",
    "limited", "london", "ltd", "of", "on", "order", "payment", "payments", "pos", "purchase", "ref", "standing",
    "the", "to", "transfer", "uk", "visa",
})
# fmt: on
_APART = re.compile(r"[\W_]+")


def tidy(text: str) -> str:
    """Single spaces for runs of spaces, tabs, line ends and no-break spaces; nothing else is changed."""
    return " ".join(text.split()) if text else text


def join_words(parts: Iterable[str]) -> str:
    """Several cells as one text, leaving out a cell whose words are already there."""
    joined = ""
    for part in parts:
        joined = join_tidy(joined, tidy(part))
    return joined


def join_tidy(first: str, second: str) -> str:
    """Two tidy texts as one, without the second if its words are in the first already."""
    if not first or not second:
        return first or second
    return first if second.casefold() in first.casefold() else f"{first} {second}"


def same_form(words: str) -> str:
    """One form for comparing: no case, accents of width or style, punctuation or masks ("****")."""
    return _APART.sub(" ", unicodedata.normalize("NFKC", words).casefold()).strip()


def count_alike(words: str, others: str) -> int:
    """How many telling words two descriptions share, if they are at least half of the shorter one; else 0.

    Words that every statement is full of (card, payment, GBP) tell nothing; one shared word must have three letters.
    """
    mine, theirs = _telling(words), _telling(others)
    shared = mine & theirs
    if not shared or len(shared) * 2 < min(len(mine), len(theirs)) or max(map(len, shared)) < 3:
        return 0
    return len(shared)


def _telling(words: str) -> set[str]:
    return set(same_form(words).split()) - _TELL_NOTHING
