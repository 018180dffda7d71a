"""Entries that look like those already read: a bank writes the same tags in the same order, so one pattern reads them all.

A pattern knows only what is plain: a day of eight figures, an amount with a point and two decimals, values on one line.
Whatever is not just so is left to the reading tag by tag, so that both give the same.
"""

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any

from ownway.formats.statements.ofx_tags import MOST_CHARACTERS

OPEN = "<STMTTRN>"
Columns = dict[str, list[str]]
_MOST_TAGS = 40
_LONGEST = 500
_PLAIN_TAG = re.compile(r"/?[A-Z][A-Z0-9._]{0,31}").fullmatch
_NEEDED = {"DTPOSTED", "TRNAMT", "/STMTTRN"}
_LEFT_ALONE = {"CURRENCY", "ORIGCURRENCY", "CURSYM"}
_WORDS = ("NAME", "MEMO", "CHECKNUM", "CHKNUM", "REFNUM", "FITID")
_VALUES = {
    "DTPOSTED": r"([0-9]{8})[^<]*+",
    "TRNAMT": r"([+-]?[0-9]{1,11}\.[0-9]{2})\s*+",
    "TRNTYPE": r"([A-Z]*+)\s*+",
}
_ENDS = "<\r\n"


class Shape:
    """One order of tags. An entry has it if its tags come in this order, whichever of those not needed are missing.

    `end` are the characters that may end a value: it is quicker to look for one than for all of _ENDS, and what is
    taken for a value beyond them is found out at one look.
    """

    def __init__(self, tags: list[str], end: str) -> None:
        self.tags, self.end = tags, end
        self._read = [tag for tag in tags if tag in _VALUES or tag in _WORDS]
        self._split = re.compile(_pattern(tags, end)).split

    def day(self, entry: str) -> str:
        """The day of one entry as it is written; "" if the entry has another shape."""
        match = self._fullmatch(entry)
        return match[1 + self._read.index("DTPOSTED")] if match else ""

    def columns(self, entries: str) -> Columns | None:
        """The values of entries, one column for each tag that is read; None if one entry has another shape."""
        step = 1 + len(self._read)
        parts = self._split(entries)
        if any(parts[::step]):  # what stands between entries of this shape
            return None
        columns = {tag: _fill(parts[at::step]) for at, tag in enumerate(self._read, 1)}
        beyond = "<" not in self.end and any("<" in "".join(columns[tag]) for tag in _WORDS if tag in columns)
        return None if beyond else columns

    def with_any_end(self) -> "Shape":
        """The same order, for values that are ended in several ways."""
        return Shape(self.tags, _ENDS)

    @cached_property
    def _fullmatch(self) -> Callable[[str], re.Match[str] | None]:
        return re.compile(_pattern(self.tags, _ENDS)).fullmatch


def learn_shape(entry: str, known: Shape | None) -> Shape | None:
    """The shape of an entry, joined with the one known; None where that is no other, or only reading tag by tag will do."""
    if len(entry) > MOST_CHARACTERS:
        return None
    pairs = [piece.partition(">")[::2] for piece in entry.removeprefix(OPEN).split("<")[1:]]
    tags, end = [tag for tag, _ in pairs], _find_end([value for tag, value in pairs if tag in _WORDS])
    if not _is_plain(tags):
        return None
    if known is None:
        return Shape(tags, end)
    joined, end = _join_orders(known.tags, tags), end if end == known.end else _ENDS
    return Shape(joined, end) if joined and (joined, end) != (known.tags, known.end) else None


def _is_plain(tags: list[str]) -> bool:
    different = set(tags)
    return (
        len(different) == len(tags) <= _MOST_TAGS
        and tags[-1:] == ["/STMTTRN"]
        and different >= _NEEDED
        and different.isdisjoint(_LEFT_ALONE)
        and all(map(_PLAIN_TAG, tags))
    )


def _find_end(values: list[str]) -> str:
    """What ends all of these values: the next tag or the end of the line; all of _ENDS where that differs."""
    found = {value[len(value.rstrip()) :][:1] or "<" for value in values}
    return found.pop() if len(found) == 1 and found.issubset(_ENDS) else _ENDS


def _join_orders(known: list[str], other: list[str]) -> list[str]:
    """An order of tags that both have; none where they contradict each other or come to too many."""
    joined: list[str] = []
    rest = known
    for tag in other:
        if tag in rest:
            upto = rest.index(tag) + 1
            joined, rest = joined + rest[:upto], rest[upto:]
        elif tag in joined:
            return []
        else:
            joined.append(tag)
    return joined if len(joined) <= _MOST_TAGS else []


def _fill(column: list[Any]) -> list[str]:
    """With "" where a tag is missing."""
    return column if all(column) else [value or "" for value in column]


def _pattern(tags: list[str], end: str) -> str:
    """Tags with what follows each, up to the next. Nothing is tried twice, so no text takes long to be refused."""
    values = _VALUES | dict.fromkeys(_WORDS, rf"([^{end}]{{0,{_LONGEST}}}+)\s*+")
    pieces = [f"<{re.escape(tag)}>{values.get(tag, '[^<]*+')}" for tag in tags]
    optional = [piece if tag in _NEEDED else f"(?:{piece})?+" for tag, piece in zip(tags, pieces, strict=True)]
    return rf"{OPEN}\s*+{''.join(optional)}"
