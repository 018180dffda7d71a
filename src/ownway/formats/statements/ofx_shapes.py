"""Entries that look like one already read: a bank writes the same tags in the same order, so one pattern reads them all.

A pattern knows only what is plain: a day of eight figures, an amount with a point and two decimals, values on one line.
Whatever is not just so is left to the reading tag by tag, so that both give the same.
"""

import re
from collections.abc import Callable

from ownway.formats.statements.ofx_tags import MOST_CHARACTERS

_MOST_TAGS = 40
_PLAIN_TAG = re.compile(r"/?[A-Z][A-Z0-9._]{0,31}").fullmatch
_READ = ("DTPOSTED", "pounds", "pence", "NAME", "MEMO", "CHECKNUM", "CHKNUM", "REFNUM", "TRNTYPE", "FITID")
_NEEDED = ("DTPOSTED", "TRNAMT")
_LEFT_ALONE = ("CURRENCY", "ORIGCURRENCY", "CURSYM")
_VALUES = {
    "DTPOSTED": r"(?P<DTPOSTED>[0-9]{8})[^<]*+",
    "TRNAMT": r"(?P<pounds>[+-]?[0-9]{1,11})\.(?P<pence>[0-9]{2})\s*+",
    "TRNTYPE": r"(?P<TRNTYPE>[A-Z]*+)\s*+",
}
Match = Callable[[str], re.Match[str] | None]


class Shape:
    """One order of tags. `match` takes what stands between one <STMTTRN> and the next; `groups` are those of _READ."""

    __slots__ = ("groups", "match")

    def __init__(self, tags: list[str]) -> None:
        pattern = re.compile(r"\s*+" + "".join(map(_pattern, tags)) + "()")
        self.match: Match = pattern.fullmatch
        empty = pattern.groups
        self.groups = tuple(pattern.groupindex.get(name, empty) for name in _READ)


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
        value = rf"(?P<{tag}>[^<\r\n]*+)\s*+" if tag in _READ else "[^<]*+"
    return f"<{re.escape(tag)}>{value}"
