"""The weight table of the modulus check, read from the files that Vocalink publishes and an operator downloads.

The table belongs to Vocalink (Pay.UK) and changes several times a year, so no copy is shipped with this program.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, cast

Method = Literal["MOD10", "MOD11", "DBLAL"]
METHODS = ("MOD10", "MOD11", "DBLAL")
POSITIONS = 14
EXCEPTIONS = range(1, 15)


class WeightTableRefused(ValueError):
    """A file that is not a weight table or a substitution table; the message names the line."""


@dataclass(frozen=True, slots=True)
class WeightRow:
    """One check for a range of sort codes: fourteen weights, for the digits of the sort code then the account."""

    start: str
    end: str
    method: Method
    weights: tuple[int, ...]
    exception: int | None = None


@dataclass(frozen=True, slots=True)
class WeightTable:
    """Rows in the order published, grouped by range of sort codes, and the sort codes that stand in for others.

    `WeightTable()` is the table of an operator who has not loaded one yet: nothing can be checked with it.
    """

    rows: tuple[WeightRow, ...] = ()
    substitutes: Mapping[str, str] = field(default_factory=dict)
    _groups: tuple[tuple[WeightRow, ...], ...] = field(init=False, repr=False, compare=False)
    _starts: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        groups: dict[tuple[str, str], list[WeightRow]] = {}
        for row in self.rows:
            groups.setdefault((row.start, row.end), []).append(row)
        ranges = sorted(groups)
        for (_, end), (start, _) in pairwise(ranges):
            if start <= end:
                raise WeightTableRefused(
                    f"The table has two ranges that overlap: one ends at {end}, one starts at {start}."
                )
        object.__setattr__(self, "_groups", tuple(tuple(groups[key]) for key in ranges))
        object.__setattr__(self, "_starts", tuple(start for start, _ in ranges))

    def rows_for(self, sort_code: str) -> tuple[WeightRow, ...]:
        """The one or two checks of a sort code, in the order published; none when it is not in the table."""
        place = bisect_right(self._starts, sort_code) - 1
        if place < 0 or sort_code > self._groups[place][0].end:
            return ()
        return self._groups[place]


def load_weights(text: str, substitutions_text: str = "") -> WeightTable:
    """Read valacdos.txt and scsubtab.txt as published, or the same columns as CSV with a heading.

    WeightTableRefused names the file, the line and what is wrong; nothing is half read.
    """
    rows = tuple(_row(number, words) for number, words in _lines(text))
    if not rows:
        raise WeightTableRefused("The weight table is empty. Download valacdos.txt again and try once more.")
    substitutes = dict(_substitute(number, words) for number, words in _lines(substitutions_text))
    return WeightTable(rows=rows, substitutes=substitutes)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each line that has words, numbered from 1; a CSV heading is passed over."""
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        words = [word.strip() for word in line.split(",")] if "," in line else line.split()
        if any(words) and words[0] not in ("start", "original"):
            yield number, words


def _row(number: int, words: list[str]) -> WeightRow:
    if not 17 <= len(words) <= 18:
        raise _refused("weight table", number, f"it has {len(words)} columns and should have 17 or 18")
    start, end, method, *numbers = words
    _sort_codes("weight table", number, start, end)
    if start > end:
        raise _refused("weight table", number, f"the range starts at {start} but ends at {end}")
    if method not in METHODS:
        raise _refused("weight table", number, f"“{method}” is not a method of checking")
    try:
        weights = tuple(int(weight) for weight in numbers[:POSITIONS])
        exception = int(numbers[POSITIONS]) if len(numbers) > POSITIONS and numbers[POSITIONS] else None
    except ValueError:
        raise _refused("weight table", number, "a weight or an exception is not a whole number") from None
    if exception is not None and exception not in EXCEPTIONS:
        raise _refused("weight table", number, f"exception {exception} is not known to this version of the check")
    return WeightRow(start, end, cast("Method", method), weights, exception)


def _substitute(number: int, words: list[str]) -> tuple[str, str]:
    if len(words) != 2:
        raise _refused("substitution table", number, f"it has {len(words)} columns and should have 2")
    _sort_codes("substitution table", number, *words)
    return words[0], words[1]


def _sort_codes(file: str, number: int, *codes: str) -> None:
    for code in codes:
        if not re.fullmatch(r"[0-9]{6}", code):
            raise _refused(file, number, f"“{code[:20]}” is not a sort code of 6 digits")


def _refused(file: str, number: int, why: str) -> WeightTableRefused:
    return WeightTableRefused(f"Line {number} of the {file} cannot be read: {why}.")
