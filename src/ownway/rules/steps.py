"""A Step is a value together with its working: what it is, how it came about, and from which parts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from ownway.rules.arithmetic import Value

# Units: a closed set. Money is whole pence, time whole minutes, rates whole basis points (hundredths of 1%).
PENCE = "pence"
PENCE_HOURLY = "pence an hour"
PENCE_DAILY = "pence a day"
PENCE_WEEKLY = "pence a week"
PENCE_2WEEKLY = "pence every 2 weeks"
PENCE_4WEEKLY = "pence every 4 weeks"
PENCE_MONTHLY = "pence a month"
PENCE_YEARLY = "pence a year"
MINUTES = "minutes"
MINUTES_WEEKLY = "minutes a week"
DAYS = "days"
DAYS_WEEKLY = "days a week"
HUNDREDTHS_OF_A_DAY = "hundredths of a day"
WEEKS = "weeks"
HUNDREDTHS_OF_A_WEEK = "hundredths of a week"
MONTHS = "months"
YEARS = "years"
BASIS_POINTS = "basis points"
COUNT = "count"
YES_NO = "yes or no"
UNITS = frozenset(
    {PENCE, PENCE_HOURLY, PENCE_DAILY, PENCE_WEEKLY, PENCE_2WEEKLY, PENCE_4WEEKLY, PENCE_MONTHLY, PENCE_YEARLY}
    | {MINUTES, MINUTES_WEEKLY, DAYS, DAYS_WEEKLY, HUNDREDTHS_OF_A_DAY, WEEKS, HUNDREDTHS_OF_A_WEEK}
    | {MONTHS, YEARS, BASIS_POINTS, COUNT, YES_NO}
)


@dataclass(frozen=True, slots=True)
class UsedFigure:
    """A national or council figure as it was used: enough to show where it came from, and to replay."""

    id: str
    name: str
    value: int
    unit: str
    from_on: date
    standing: str
    source: str
    address: str = ""
    by: str = ""

    def to_json(self) -> dict[str, Any]:
        """Plain data; the day as YYYY-MM-DD."""
        return {
            "id": self.id,
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "from_on": self.from_on.isoformat(),
            "standing": self.standing,
            "source": self.source,
            "address": self.address,
            "by": self.by,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> UsedFigure:
        """The figure that `to_json` wrote down."""
        return cls(**{**data, "from_on": date.fromisoformat(data["from_on"])})


class Step(NamedTuple):
    """One value and how it came about.

    The amount is `value` divided by `over`, in `unit`. `over` is 1 for everything but a sum that is not yet rounded,
    so that nothing is lost on the way to the rounding, which is a Step of its own with its rule in `rounding`.
    `how` is a word of the closed vocabulary (vocabulary.py); `parts` are the Steps it was made from.
    A given Step says where it came from: `figure` for a dated figure, `source` for anything else.

    A named tuple, because a working has a hundred of them and a person waits: see docs/adr/0008.
    """

    label: str
    value: Value
    unit: str
    how: str
    law: str = ""
    parts: tuple[Step, ...] = ()
    over: Value = 1
    rounding: str = ""
    source: str = ""
    figure: UsedFigure | None = None


_WORDS = ("label", "unit", "how", "law", "rounding", "source")


def to_json(step: Step) -> dict[str, Any]:
    """The Step and all its parts as plain data: a list in which each different Step stands once, parts first.

    The same working gives the same data whatever objects are shared in memory, so it can be digested.
    """
    nodes, places = _numbered([step])
    return {"steps": nodes, "root": places[id(step)]}


def from_json(data: Mapping[str, Any]) -> Step:
    """The Step that `to_json` wrote down. Raises ValueError when the data is not such a working."""
    try:
        return _earlier(_made_again(data), data["root"])
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError(f"This is not a stored working: {error}") from error


def answers_to_json(answers: Mapping[str, Step]) -> dict[str, Any]:
    """Several named Steps as plain data in which what they share stands once: the way to keep a decision."""
    nodes, places = _numbered(list(answers.values()))
    return {"steps": nodes, "roots": {name: places[id(step)] for name, step in answers.items()}}


def answers_from_json(data: Mapping[str, Any]) -> dict[str, Step]:
    """The named Steps that `answers_to_json` wrote down. Raises ValueError when the data is no such thing."""
    try:
        made = _made_again(data)
        return {name: _earlier(made, place) for name, place in data["roots"].items()}
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise ValueError(f"This is not a stored working: {error}") from error


def places_of(step: Step) -> dict[int, int]:
    """A number for each Step of the working by its `id()`; Steps with the same working have the same number."""
    return _numbered([step])[1]


def digest(step: Step) -> str:
    """SHA-256 of the working, as hexadecimal: the same working always gives the same digest."""
    return hashlib.sha256(_canonical(to_json(step)).encode()).hexdigest()


def walk(step: Step) -> Iterator[Step]:
    """Every Step of the working once, parts before what is made of them."""
    return _parts_first(step)


def used_parameters(*steps: Step) -> tuple[UsedFigure, ...]:
    """The dated figures that a working (or several) used, each once, in order of id and day."""
    found = {one.figure for step in steps for one in _parts_first(step) if one.figure}
    return tuple(sorted(found, key=lambda figure: (figure.id, figure.from_on)))


def _numbered(roots: Sequence[Step]) -> tuple[list[dict[str, Any]], dict[int, int]]:
    nodes: list[dict[str, Any]] = []
    place_of_node: dict[str, int] = {}
    place_of_object: dict[int, int] = {}
    seen: set[int] = set()
    for one in (each for root in roots for each in _parts_first(root, seen)):
        node: dict[str, Any] = {word: getattr(one, word) for word in _WORDS if getattr(one, word)}
        node["label"], node["value"] = one.label, one.value
        if one.over != 1:
            node["over"] = one.over
        if one.figure:
            node["figure"] = one.figure.to_json()
        if one.parts:
            node["parts"] = [place_of_object[id(part)] for part in one.parts]
        key = _canonical(node)
        if key not in place_of_node:
            place_of_node[key] = len(nodes)
            nodes.append(node)
        place_of_object[id(one)] = place_of_node[key]
    return nodes, place_of_object


def _made_again(data: Mapping[str, Any]) -> list[Step]:
    made: list[Step] = []
    for node in data["steps"]:
        fields = dict(node)
        fields["parts"] = tuple(_earlier(made, place) for place in node.get("parts", ()))
        if "figure" in fields:
            fields["figure"] = UsedFigure.from_json(fields["figure"])
        if fields["unit"] not in UNITS:
            raise ValueError(f"“{fields['unit']}” is not a unit of the rulebook")
        made.append(Step(**fields))
    return made


def _parts_first(step: Step, seen: set[int] | None = None) -> Iterator[Step]:
    seen = set() if seen is None else seen
    if id(step) in seen:
        return
    seen.add(id(step))
    for part in step.parts:
        yield from _parts_first(part, seen)
    yield step


def _earlier(made: Sequence[Step], place: int) -> Step:
    if not 0 <= place < len(made):
        raise IndexError(f"part {place} does not come before its sum")
    return made[place]


def _canonical(data: object) -> str:
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
