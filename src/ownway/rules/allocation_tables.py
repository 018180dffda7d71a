"""The published table of an indicative budget: points by area and level, and what a point is worth, from a day on.

The rulebook ships none, because the law gives none: each council makes its own (calibration.py) and publishes it.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from ownway.rules.days import day_in_words
from ownway.rules.needs import ALL, AREAS, MOST, NONE, SOME
from ownway.rules.plain_data import from_plain, to_plain
from ownway.rules.refusals import BadInput, InputProblem, Refused

_WHOLE = 10_000


class NoTableYet(Refused):
    """No published table is in force on the day."""


@dataclass(frozen=True, slots=True)
class AreaPoints:
    """The points of one area for some help, much help, and help with the whole of it. No help is no points."""

    area: str
    some: int
    much: int
    whole: int


@dataclass(frozen=True, slots=True)
class Checked:
    """How the table did on past plans that it was not made from.

    How many people; of them, the part within the range and the part whose plan cost more than the middle (basis
    points); and by how much the middle was out, either way, for the person in the middle (pence a week).
    """

    people: int
    within_range_basis_points: int
    too_low_basis_points: int
    median_error_pence: int


@dataclass(frozen=True, slots=True)
class AllocationTable:
    """A table under its version, in force from a day, to be looked at again by another; `source` says what it is made from.

    A point is worth `middle_pence` a week, and `lower_pence` and `upper_pence` at the ends of the range, which are the
    percentiles of past plans said beside them. What family and friends do takes away a part of an area's points
    (basis points): for some of the help, and for most of it; when they do all of it, all of the points.
    """

    version: str
    from_on: date
    review_by: date
    source: str
    lower_pence: int
    middle_pence: int
    upper_pence: int
    lower_percentile: int
    upper_percentile: int
    informal_some_basis_points: int
    informal_most_basis_points: int
    areas: tuple[AreaPoints, ...]
    checked: Checked | None = None

    def points(self, area: str, level: str) -> int:
        """The points of an area at a level."""
        row = next(one for one in self.areas if one.area == area)
        return 0 if level == NONE else int(getattr(row, level))

    def informal_share(self, informal: str) -> int:
        """The part of an area's points that informal help takes away, in basis points."""
        shares = {NONE: 0, SOME: self.informal_some_basis_points, MOST: self.informal_most_basis_points, ALL: _WHOLE}
        return shares[informal]


def table_on(tables: Iterable[AllocationTable], day: date) -> AllocationTable:
    """The table in force on a day. Raises NoTableYet before the first."""
    begun = [table for table in tables if table.from_on <= day]
    if not begun:
        raise NoTableYet(
            f"No table for indicative budgets is published for {day_in_words(day)}."
            " Publish one, with the day that it begins, before an indicative budget is worked out."
        )
    return max(begun, key=lambda table: table.from_on)


def digest(table: AllocationTable) -> str:
    """SHA-256 of the table, as hexadecimal: another figure anywhere in it gives another digest."""
    return hashlib.sha256(json.dumps(to_plain(table), sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def from_toml(text: str) -> AllocationTable:
    """The table that `to_toml` wrote, or a person did. Raises BadInput with everything to put right, by field."""
    try:
        table = from_plain(AllocationTable, _days_in_words(tomllib.loads(text)))
    except tomllib.TOMLDecodeError as wrong:
        raise BadInput([InputProblem("", f"This is not a table in TOML: {wrong}.")]) from wrong
    found = list(problems(table))
    if found:
        raise BadInput(found)
    return table


def to_toml(table: AllocationTable) -> str:
    """The table as it is published."""
    lines = [f"{name} = {_toml(value)}" for name, value in _plainly(table) if name not in ("areas", "checked")]
    if table.checked:
        lines += ["", "[checked]", *(f"{name} = {_toml(value)}" for name, value in _plainly(table.checked))]
    for row in table.areas:
        lines += ["", "[[areas]]", *(f"{name} = {_toml(value)}" for name, value in _plainly(row))]
    return "\n".join(lines) + "\n"


def problems(table: AllocationTable) -> Iterator[InputProblem]:
    """What breaks a promise of a table: every area once, more need never less, a range in order, nothing below nought."""
    if not table.version.strip():
        yield InputProblem("table.version", "Give the table a version, so that people can ask which one was used.")
    if not table.source.strip():
        yield InputProblem("table.source", "Say what the table was made from.")
    if table.review_by <= table.from_on:
        yield InputProblem("table.review_by", "The day to look at the table again must be after the day it begins.")
    if not 0 <= table.lower_pence <= table.middle_pence <= table.upper_pence or not table.middle_pence:
        yield InputProblem("table.middle_pence", "What a point is worth must rise from lower to middle to upper.")
    if not 0 < table.lower_percentile < 50 < table.upper_percentile < 100:
        yield InputProblem("table.lower_percentile", "The range is from a percentile below 50 to one above it.")
    if not 0 <= table.informal_some_basis_points <= table.informal_most_basis_points <= _WHOLE:
        yield InputProblem(
            "table.informal_some_basis_points", "Doing most of it takes away no less than doing some of it, up to 100%."
        )
    if sorted(row.area for row in table.areas) != sorted(AREAS):
        yield InputProblem("table.areas", f"The table has each of the ten areas once: {', '.join(AREAS)}.")
    for place, row in enumerate(table.areas):
        if not 0 <= row.some <= row.much <= row.whole:
            yield InputProblem(f"table.areas.{place}", f"“{row.area}”: more need must never give fewer points.")


def _plainly(value: AllocationTable | Checked | AreaPoints) -> list[tuple[str, Any]]:
    return [(field.name, getattr(value, field.name)) for field in fields(value)]


def _toml(value: str | int | date) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


def _days_in_words(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in data.items()}
