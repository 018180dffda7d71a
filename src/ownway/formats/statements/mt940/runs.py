"""Entries that stand one under the other and are written as most are, cut out of a text many at a time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, count
from typing import Any

ENTRY, DETAILS = "61", "86"
Field = tuple[int, str, str]  # the line of the file, the tag, what stands under it
# Field 61 in six parts, then 86 on at most twelve lines. It is whole: the next entry or the closing balance stands below.
_ENTRY = r"\n:61:([0-9]{6,10})([CD][E-Z]?[0-9]{1,15},[0-9]{0,2})([NFS])([A-Z0-9]{3})([^\n]{0,80})(\n[^:\n][^\n]{0,80})?"
_DETAILS = r"\n:86:([^\n]{1,500}" + r"(?:\n[^:\n][^\n]{0,98}" * 11 + ")?" * 11 + ")"
_split = re.compile(_ENTRY + _DETAILS + r"(?=\n:6(?:1|2[FM]):)").split
_WIDTH = 8  # what stands before an entry, and its seven parts
Column = list[str]


@dataclass(frozen=True, slots=True)
class Run:
    """Entries as columns. `more` are second lines of field 61, each with the line end before it, or None.

    `places` are the lines of the file on which they begin, and that on which what follows them begins.
    """

    places: Sequence[int]
    days: Column
    amounts: Column
    forms: Column
    types: Column
    references: Column
    more: list[str | None]
    details: Column

    def fields(self) -> Iterator[Field]:
        """Each entry as the two fields it was."""
        parts = zip(self.days, self.amounts, self.forms, self.types, self.references, self.more, strict=True)
        for place, entry, details in zip(self.places, parts, self.details, strict=False):
            yield place, ENTRY, "".join(filter(None, entry))
            yield place + 1 + bool(entry[-1]), DETAILS, details


def split_runs(text: str, place: int) -> tuple[list[tuple[str, Run]], str]:
    """Each run and what stands before it, and what stands after the last. There are `place` line ends before the text."""
    pieces = _split(text)
    between = pieces[::_WIDTH]
    ends = list(compress(count(1), between[1:]))  # below a run something stands, and nothing between its entries
    runs = []
    for start, end in zip([0, *ends], ends, strict=False):
        place += between[start].count("\n")
        run = _make_run(pieces[start * _WIDTH : end * _WIDTH], place + 1)
        place = run.places[-1] - 1
        runs.append((between[start], run))
    return runs, between[-1]


def _make_run(pieces: list[Any], place: int) -> Run:
    columns = [pieces[part::_WIDTH] for part in range(1, _WIDTH)]
    return Run(_find_places(place, columns[-2], columns[-1]), *columns)


def _find_places(place: int, more: list[str | None], details: Column) -> Sequence[int]:
    if not any(more) and "\n" not in "".join(details):
        return range(place, place + 2 * len(details) + 1, 2)
    heights = [2 + (words is not None) + text.count("\n") for words, text in zip(more, details, strict=True)]
    return list(accumulate(heights, initial=place))
