"""Frozen values to plain data and back, with every mistake of shape told by its field, all at once."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from ownway.rules.refusals import BadInput, InputProblem

T = TypeVar("T")
STEERS = "steers"
Steering = Annotated[int, STEERS]
"""A whole number by which a rule decides what to do, as an age; any other is an amount, which may differ in a cohort."""

_LARGEST = 10**12
"""No sum of one person's money or time comes near it; anything larger is a slip of the keyboard."""


def to_plain(value: Any) -> Any:
    """A frozen value as JSON-ready data: fields by name, tuples as lists, days as YYYY-MM-DD."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [to_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def from_plain(cls: type[T], data: Any) -> T:
    """The frozen value that the data describes. Raises BadInput with every field that is missing, unknown or wrong."""
    problems: list[InputProblem] = []
    value = _record(cls, data, "", problems)
    if problems:
        raise BadInput(problems)
    return value  # type: ignore[no-any-return]  # without problems it is a T


@cache
def _fields(cls: type) -> tuple[tuple[str, Any, bool], ...]:
    hints = get_type_hints(cls)
    return tuple(
        (field.name, hints[field.name], field.default is dataclasses.MISSING) for field in dataclasses.fields(cls)
    )


def _record(cls: type, data: Any, path: str, problems: list[InputProblem]) -> Any:
    if not isinstance(data, Mapping):
        problems.append(InputProblem(path.rstrip("."), "This should be a group of named answers."))
        return None
    known = {name for name, _, _ in _fields(cls)}
    problems += [InputProblem(f"{path}{name}", f"We do not know “{name}” here.") for name in data if name not in known]
    before, values = len(problems), {}
    for name, hint, needed in _fields(cls):
        if name in data:
            values[name] = _value(hint, data[name], f"{path}{name}", problems)
        elif needed:
            problems.append(InputProblem(f"{path}{name}", f"Tell us “{name.replace('_', ' ')}”."))
    return cls(**values) if len(problems) == before else None


def _value(hint: Any, value: Any, path: str, problems: list[InputProblem]) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        return None if value is None else _value(get_args(hint)[0], value, path, problems)
    if get_origin(hint) is tuple:
        if not isinstance(value, list | tuple):
            problems.append(InputProblem(path, "This should be a list."))
            return ()
        return tuple(_value(get_args(hint)[0], one, f"{path}.{place}", problems) for place, one in enumerate(value))
    if dataclasses.is_dataclass(hint):
        return _record(hint, value, f"{path}.", problems)  # type: ignore[arg-type]  # a hint is a class
    return _single(hint, value, path, problems)


def _single(hint: Any, value: Any, path: str, problems: list[InputProblem]) -> Any:
    if hint is date and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            problems.append(InputProblem(path, "This should be a real day, like 2026-04-06."))
            return None
    if type(value) is not hint:
        problems.append(InputProblem(path, _SHOULD_BE[hint]))
    elif hint is int and abs(value) > _LARGEST:
        problems.append(InputProblem(path, "This number is too large to be right."))
    return value


_SHOULD_BE = {
    int: "This should be a whole number (money in pence, time in minutes).",
    str: "This should be words.",
    bool: "This should be yes or no.",
    date: "This should be a day, like 2026-04-06.",
}
