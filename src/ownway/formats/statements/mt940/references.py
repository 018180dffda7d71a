"""What stands after the type in field 61: the reference that people gave, and after two slashes the bank's own number."""

from collections.abc import Iterable, Sequence
from itertools import repeat

from ownway.formats.statements.mt940.fields import cut_end
from ownway.formats.statements.words import tidy

_SEE_DETAILS = frozenset({"NONREF", "EREF", "KREF", "KREF+", "PREF", "MREF", "N", ""})
_LONGEST = 16


def read_reference(text: str) -> tuple[str, str, str | None]:
    """The reference ("" if there is none), a name that stands after it, and the bank's number."""
    theirs, _, banks = text.partition("//")
    name = ""
    if len(theirs) > _LONGEST:  # one bank writes the payee after the reference, in columns
        theirs, _, name = theirs.partition("  ")
    theirs, banks = theirs.strip(), banks.strip()
    return "" if theirs in _SEE_DETAILS else theirs, name, None if banks in _SEE_DETAILS else banks


def read_references(column: Sequence[str]) -> tuple[Sequence[str], Sequence[str], Iterable[str | None]]:
    """The same of many at once, as columns."""
    if max(map(len, column)) > _LONGEST or "//" in "|".join(column):
        theirs, names, banks = zip(*map(read_reference, column), strict=True)
        return theirs, names, banks
    return ["" if text in _SEE_DETAILS else text for text in map(str.strip, column)], (), repeat(None)


def put_first(more: str, words: str) -> str:
    """Words of field 61 before those of field 86, unless these say them too."""
    more = tidy(cut_end(more))
    return words if more.casefold() in words.casefold() else f"{more} {words}".rstrip()
