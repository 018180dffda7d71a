"""People as rows of a table: sorted into cohorts of people of whom a rule asks the same, each with their place kept.

A column is named by its path in the rule's inputs, as `finances.income.0.amount_pence`; what is blank is not there.
Other columns are the table's own: a reference, a group to count by.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import numpy as np

from ownway.rules.answers import Answers, Rule
from ownway.rules.cohort import Cohort, Progress
from ownway.rules.columns import Column, Ints, column
from ownway.rules.parameters import Figures
from ownway.rules.plain_data import STEERS, from_plain
from ownway.rules.refusals import BadInput, Refused

MOST_PROBLEMS = 50
_YES, _NO = {"yes", "true", "1"}, {"no", "false", "0"}
_LARGEST = 10**12
_LONGEST_PLACE = 3
"""Digits of a place in a list: nobody has a thousand incomes."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong in one row (counted from 1, without the heading), by its column; row 0 is the table itself."""

    row: int
    column: str
    sentence: str


class BadTable(Refused):
    """Rows that cannot be worked out. `problems` lists them, the first fifty."""

    def __init__(self, problems: Sequence[RowProblem]) -> None:
        self.problems = tuple(problems[:MOST_PROBLEMS])
        more = len(problems) - len(self.problems)
        said = [f"Row {one.row}, {one.column}: {one.sentence}" if one.row else one.sentence for one in self.problems]
        super().__init__("\n".join([*said, f"… and {more} more."] if more else said))


@dataclass(frozen=True, slots=True)
class People:
    """The rows of a table, sorted: each cohort with the places (from 0) of its people in the table."""

    size: int
    cohorts: tuple[tuple[Ints, Cohort], ...]

    def answers(self, *names: str, progress: Progress = lambda _: None) -> dict[str, Ints]:
        """Each named answer for every row. Raises BadTable for rows that the rule refuses, and its refusals of figures."""
        found = {name: np.zeros(self.size, dtype=np.int64) for name in names}
        problems: list[RowProblem] = []
        for places, cohort in self.cohorts:
            try:
                worked = cohort.answers(*names)
            except BadInput:
                problems += _wrong_rows(places, cohort)
            else:
                for name in names:
                    found[name][places] = worked[name]
                progress(len(places))
        if problems:
            raise BadTable(sorted(problems, key=lambda one: one.row))
        return found

    def explain(self, place: int) -> Answers:
        """One row's answers with their working. `place` counts from 0."""
        for places, cohort in self.cohorts:
            (found,) = np.nonzero(places == place)
            if len(found):
                return cohort.explain(int(found[0]))
        raise IndexError(f"There are {self.size} people; there is no number {place}")


def sort_people(rule: Rule, table: Mapping[str, Sequence[Any]], *, figures: Figures) -> People:
    """The rows of a table as cohorts. Columns that are no input of the rule are left aside.

    Raises BadTable with every cell that cannot be read, and for a table without a single input.
    """
    paths = {path: kind for path in table if (kind := kind_of(rule.inputs, path)) is not None}
    if not paths:
        raise BadTable(
            [RowProblem(0, "", f"None of the columns is an input of this rule, such as {_an_input(rule.inputs)}.")]
        )
    size = len(next(iter(table.values())))
    problems: list[RowProblem] = []
    read = {path: _read(path, kind, table[path], problems) for path, kind in paths.items()}
    if problems:
        raise BadTable(sorted(problems, key=lambda one: one.row))
    amounts = {path for path, kind in paths.items() if kind is int}
    return People(size, tuple(_cohorts(rule, read, amounts, size, figures)))


def _cohorts(
    rule: Rule, read: Mapping[str, list[Any]], amounts: set[str], size: int, figures: Figures
) -> Iterator[tuple[Ints, Cohort]]:
    """Rows that differ only in their amounts belong together: the same words, the same ticks, the same blanks."""
    keys = [_blanks(cells) if path in amounts else cells for path, cells in read.items()]
    alike: dict[tuple[Any, ...], list[int]] = {}
    for place, key in enumerate(zip(*keys, strict=True)):
        alike.setdefault(key, []).append(place)
    problems: list[RowProblem] = []
    for places in alike.values():
        there = closed_up(path for path, cells in read.items() if cells[places[0]] is not None)
        try:
            inputs: Any = from_plain(rule.inputs, nested({new: read[old][places[0]] for old, new in there.items()}))
        except BadInput as refusal:
            problems += [RowProblem(places[0] + 1, one.field, one.sentence) for one in refusal.problems]
            continue
        for old, new in there.items():
            if old in amounts:
                inputs = _with(inputs, new.split("."), column([read[old][place] for place in places]))
        yield np.array(places, dtype=np.int64), Cohort(rule, inputs, len(places), figures)
    if problems:
        raise BadTable(problems)


def _blanks(cells: list[Any]) -> list[bool]:
    return [one is not None for one in cells]


def closed_up(paths: Iterable[str]) -> dict[str, str]:
    """Each path under its new name when blank places of a list are closed up: income.0 and income.2 are 0 and 1."""
    split = {path: path.split(".") for path in paths}
    turns: dict[tuple[str, ...], list[int]] = {}
    for parts in split.values():
        for depth, part in enumerate(parts):
            if part.isdigit():
                turns.setdefault(tuple(parts[:depth]), []).append(int(part))
    order = {before: sorted(set(found)) for before, found in turns.items()}
    return {
        path: ".".join(
            str(order[tuple(parts[:depth])].index(int(part))) if part.isdigit() else part
            for depth, part in enumerate(parts)
        )
        for path, parts in split.items()
    }


def nested(flat: Mapping[str, Any]) -> Any:
    """Values by path as groups and lists: `{"a.0.b": 1}` is `{"a": [{"b": 1}]}`. The places of a list have no gap."""
    found: dict[str, Any] = {}
    for path, value in flat.items():
        *way, last = path.split(".")
        there = found
        for part in way:
            there = there.setdefault(part, {})
        there[last] = value
    return _with_lists(found)


def _with_lists(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value and all(part.isdigit() for part in value):
        return [_with_lists(value[part]) for part in sorted(value, key=int)]
    return {part: _with_lists(one) for part, one in value.items()}


def _with(inputs: Any, way: Sequence[str], new: Column) -> Any:
    if not way:
        return new
    part, *rest = way
    if isinstance(inputs, tuple):
        place = int(part)
        return (*inputs[:place], _with(inputs[place], rest, new), *inputs[place + 1 :])
    return replace(inputs, **{part: _with(getattr(inputs, part), rest, new)})


def kind_of(inputs: type, path: str) -> Any:
    """What a path of a rule's inputs holds: `int` for an amount, STEERS for a number that steers, `str`, `bool`, `date`.

    None when the path is no input of the rule.
    """
    hint: Any = inputs
    for part in path.split("."):
        if get_origin(hint) in (Union, types.UnionType):
            hint = get_args(hint)[0]
        if get_origin(hint) is tuple:
            if not part.isdigit() or len(part) > _LONGEST_PLACE:
                return None
            hint = get_args(hint)[0]
        elif dataclasses.is_dataclass(hint):
            hint = _hints(hint).get(part)  # type: ignore[arg-type]  # a hint is a class
        else:
            return None
    if get_origin(hint) in (Union, types.UnionType):
        hint = get_args(hint)[0]
    if get_origin(hint) is Annotated:
        return STEERS
    return hint if hint in (int, str, bool, date) else None


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


def _an_input(inputs: type) -> str:
    return dataclasses.fields(inputs)[0].name


def _read(path: str, kind: Any, cells: Sequence[Any], problems: list[RowProblem]) -> list[Any]:
    """The cells as whole numbers, words, ticks or days; None where a cell is blank."""
    read_one = _READ[kind]
    found = []
    for row, cell in enumerate(cells, start=1):
        try:
            found.append(None if cell is None or cell == "" else read_one(cell))
        except ValueError:
            found.append(None)
            problems.append(RowProblem(row, path, _SHOULD_BE[kind]))
    return found


def _whole_number(cell: Any) -> int:
    number = int(cell) if isinstance(cell, str) else cell
    if isinstance(number, bool) or not isinstance(number, int) or abs(number) > _LARGEST:
        raise ValueError(cell)
    return number


def _tick(cell: Any) -> bool:
    said = str(cell).strip().lower()
    if said not in _YES | _NO:
        raise ValueError(cell)
    return said in _YES


def _day(cell: Any) -> str:
    return date.fromisoformat(str(cell)).isoformat()


_READ: Mapping[Any, Callable[[Any], Any]] = {
    int: _whole_number,
    STEERS: _whole_number,
    bool: _tick,
    date: _day,
    str: str,
}
_SHOULD_BE = {
    int: "This should be a whole number (money in pence, time in minutes).",
    STEERS: "This should be a whole number.",
    bool: "This should be yes or no.",
    date: "This should be a day, like 2026-04-06.",
}


def _wrong_rows(places: Ints, cohort: Cohort) -> Iterator[RowProblem]:
    """What is wrong, row by row; looked for only once something is."""
    for number, place in enumerate(places):
        try:
            cohort.explain(number)
        except BadInput as refusal:
            yield from (RowProblem(int(place) + 1, one.field, one.sentence) for one in refusal.problems)
