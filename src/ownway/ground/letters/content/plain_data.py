"""Facts and words to plain data and back, by their type hints: how a letter is kept in the database.

Unlike the rulebook's plain data, it holds whole workings, and values that may be one of several kinds.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

from ownway.rules import steps
from ownway.rules.steps import Step

Made = TypeVar("Made")
IS = "is"


class CannotBeRead(ValueError):
    """What was kept is not what this letter is made from; the message names the place."""


def to_plain(value: Any) -> Any:
    """Plain data for JSON: days as YYYY-MM-DD, tuples as lists, each value object tagged with what it is."""
    if isinstance(value, Step):
        return steps.to_json(value)
    if is_dataclass(value) and not isinstance(value, type):
        held = {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
        return {IS: type(value).__name__, **held}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    return value


def from_plain(kind: type[Made], data: Any) -> Made:
    """The value that `to_plain` wrote down. Raises CannotBeRead, naming the place, for anything else."""
    made: Made = _read(kind, data, kind.__name__)
    return made


def _read(hint: Any, data: Any, place: str) -> Any:
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _read_one_of(inside, data, place)
    if origin is tuple:
        if not isinstance(data, list):
            raise CannotBeRead(f"{place} should be a list, not {data!r}")
        return tuple(_read(inside[0], item, f"{place} {number}") for number, item in enumerate(data, start=1))
    if hint is Step:
        return _read_step(data, place)
    if is_dataclass(hint) and isinstance(hint, type):
        return _read_object(hint, data, place)
    return _read_word(hint, data, place)


def _read_one_of(hints: tuple[Any, ...], data: Any, place: str) -> Any:
    if data is None and type(None) in hints:
        return None
    real = [hint for hint in hints if hint is not type(None)]
    named = data.get(IS) if isinstance(data, Mapping) else None
    chosen = next((hint for hint in real if getattr(hint, "__name__", "") == named), real[0])
    return _read(chosen, data, place)


def _read_object(kind: type, data: Any, place: str) -> Any:
    if not isinstance(data, Mapping) or data.get(IS) != kind.__name__:
        raise CannotBeRead(f"{place} should be a {kind.__name__}")
    hints = _hints(kind)
    if missing := sorted(hints.keys() - data.keys()):
        raise CannotBeRead(f"{place} has no {missing[0]}")
    if unknown := sorted(data.keys() - hints.keys() - {IS}):
        raise CannotBeRead(f"{place} has an unknown {unknown[0]}")
    return kind(**{name: _read(hint, data[name], f"{place}.{name}") for name, hint in hints.items()})


def _read_step(data: Any, place: str) -> Step:
    if not isinstance(data, Mapping):
        raise CannotBeRead(f"{place} should be a working")
    try:
        return steps.from_json(data)
    except ValueError as error:
        raise CannotBeRead(f"{place}: {error}") from error


def _read_word(hint: Any, data: Any, place: str) -> Any:
    if hint is date and isinstance(data, str):
        try:
            return date.fromisoformat(data)
        except ValueError as error:
            raise CannotBeRead(f"{place} is not a day: {data!r}") from error
    if hint in (str, int, bool) and type(data) is hint:
        return data
    raise CannotBeRead(f"{place} cannot be {data!r}")


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
