"""Entries that look like one already read: a bank writes the same tags in the same order, so one pattern reads them all.

A pattern knows only what is plain: a day of eight figures, an amount with a point and two decimals, values on one line.
Whatever is not just so is left to the reading tag by tag, so that both give the same.
"""

import re
from operator import methodcaller

from ownway.formats.statements.ofx_tags import MOST_CHARACTERS
from ownway.formats.statements.reading import MOST_TEXT

Row = tuple[str, ...]
_MOST_TAGS = 40
_PLAIN_TAG = re.compile(r"/?[A-Z][A-Z0-9._]{0,31}").fullmatch
_READ = ("DTPOSTED", "TRNAMT", "NAME", "MEMO", "CHECKNUM", "CHKNUM", "REFNUM", "TRNTYPE", "FITID")
_NEEDED = ("DTPOSTED", "TRNAMT")
_LEFT_ALONE = ("CURRENCY", "ORIGCURRENCY", "CURSYM")
_VALUES = {
    "DTPOSTED": r"(?P<DTPOSTED>[0-9]{8})[^<]*+",
    "TRNAMT": r"(?P<TRNAMT>[+-]?[0-9]{1,11}\.[0-9]{2})\s*+",
    "TRNTYPE": r"(?P<TRNTYPE>[A-Z]*+)\s*+",
}


class Shape:
    """One order of tags. An entry is what stands between its <STMTTRN> and the next; its row are the values of _READ."""

    __slots__ = ("_match", "_take")

    def __init__(self, tags: list[str]) -> None:
        pattern = re.compile(r"\s*+" + "".join(map(_pattern, tags)) + "()")
        self._match = pattern.fullmatch
        self._take = methodcaller("group", *(pattern.groupindex.get(name, pattern.groups) for name in _READ))

    def row(self, entry: str) -> Row | None:
        """The row of an entry if it has this shape."""
        match = self._match(entry)
        return self._take(match) if match else None

    def rows(self, entries: list[str]) -> list[Row] | None:
        """The rows of entries if all have this shape."""
        matches = list(map(self._match, entries))
        return None if None in matches else list(map(self._take, matches))


def find_shape(entry: str) -> Shape | None:
    """The shape of an entry (the text after its <STMTTRN>), or None where only reading tag by tag will do."""
    if len(entry) > MOST_CHARACTERS:
        return None
    tags = [piece.partition(">")[0] for piece in entry.split("<")[1:]]
    opening = [tag for tag in tags if tag[:1] != "/"]
    if not tags or len(tags) > _MOST_TAGS or tags[-1] != "/STMTTRN" or tags.count("/STMTTRN") > 1:
        return None
    if not all(map(_PLAIN_TAG, tags)) or len(set(opening)) < len(opening) or not set(opening).issuperset(_NEEDED):
        return None
    return None if set(opening).intersection(_LEFT_ALONE) else Shape(tags)


def _pattern(tag: str) -> str:
    """A tag with what follows it, up to the next. Nothing is tried twice, so no text takes long to be refused."""
    value = _VALUES.get(tag)
    if value is None:
        value = rf"(?P<{tag}>[^<\r\n]{{0,{MOST_TEXT}}}+)\s*+" if tag in _READ else "[^<]*+"
    return f"<{re.escape(tag)}>{value}"
