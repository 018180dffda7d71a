"""What stands after the type in field 61: the reference that people gave, and after two slashes the bank's own number."""

from collections.abc import Iterable, Sequence
from itertools import repeat

from ownway.formats.statements.mt940.fields import cut_end
from ownway.formats.statements.words import tidy

_SEE_DETAILS = frozenset({"NONREF", "EREF", "KREF", "KREF+", "PREF", "MREF", "N", ""})
_LONGEST = 16


def read_reference(text: str) -> tuple[str, str, str | None]:
    """The reference ("" if there is none), a name that stands after it, and the bank's number."""
    theirs, _, bank = text.partition("//")
    theirs, name = _cut_name(theirs)
    theirs, bank = theirs.strip(), bank.strip()
    return "" if theirs in _SEE_DETAILS else theirs, name, None if bank in _SEE_DETAILS else bank


def read_references(column: Sequence[str]) -> tuple[Sequence[str], Sequence[str], Iterable[str | None]]:
    """The same of many at once, as columns; that of names may be empty."""
    theirs, names = column, ()
    banks: Iterable[str | None] = repeat(None)
    if "//" in "|".join(column):
        theirs, _, after = zip(*[text.partition("//") for text in column], strict=True)
        banks = [None if bank in _SEE_DETAILS else bank for bank in map(str.strip, after)]
    if max(map(len, theirs)) > _LONGEST:
        theirs, names = zip(*map(_cut_name, theirs), strict=True)
    return ["" if text in _SEE_DETAILS else text for text in map(str.strip, theirs)], names, banks


def _cut_name(theirs: str) -> tuple[str, str]:
    """One bank writes the payee after the reference, in columns."""
    if len(theirs) <= _LONGEST:
        return theirs, ""
    theirs, _, name = theirs.partition("  ")
    return theirs, name


def put_first(more: str, words: str) -> str:
    """Words of field 61 before those of field 86, unless these say them too."""
    more = tidy(cut_end(more))
    return words if more.casefold() in words.casefold() else f"{more} {words}".rstrip()
