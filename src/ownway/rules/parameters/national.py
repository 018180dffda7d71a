"""Reads the national figures from the TOML files beside it, one file a topic."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from ownway.rules.parameters.dated import Figure, Parameters, Standing, Value
from ownway.rules.steps import UNITS


class BadParameters(ValueError):
    """A parameter file is not as it should be; the message names the figure."""


@cache
def load_national() -> Parameters:
    """The national figures. Raises BadParameters when a file breaks a promise (see `read_topic`)."""
    figures: dict[str, Figure] = {}
    for file in sorted(files("ownway.rules.parameters").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            for figure in read_topic(tomllib.loads(file.read_text("utf-8"))):
                if figure.id in figures:
                    raise BadParameters(f"{figure.id} stands in two files")
                figures[figure.id] = figure
    return Parameters(figures)


def read_topic(data: dict[str, Any]) -> list[Figure]:
    """The figures of one topic file: each with a unit of the rulebook, a review day, and sourced values in day order."""
    return [_figure(one, topic=data["topic"], sources=data["sources"]) for one in data["figure"]]


def _figure(data: dict[str, Any], *, topic: str, sources: dict[str, Any]) -> Figure:
    if data["unit"] not in UNITS:
        raise BadParameters(f"{data['id']}: “{data['unit']}” is not a unit of the rulebook")
    values = tuple(_value(row, data["id"], sources) for row in data["values"])
    days = [value.from_on for value in values]
    if not days or days != sorted(set(days)):
        raise BadParameters(f"{data['id']}: its days must follow one another")
    if not isinstance(data["review_by"], date):
        raise BadParameters(f"{data['id']}: needs a day to look at it again")
    return Figure(data["id"], topic, data["name"], data["unit"], data["review_by"], values)


def _value(row: dict[str, Any], figure_id: str, sources: dict[str, Any]) -> Value:
    standing = Standing(row["standing"])
    usable = standing in (Standing.READ, Standing.REPORTED)
    if usable != ("value" in row) or standing == Standing.CONFIRMED:
        raise BadParameters(f"{figure_id} from {row['from']}: only a figure that was read or reported has a value")
    if any(type(row.get(key, 0)) is not int for key in ("value", "recalled")):
        raise BadParameters(f"{figure_id} from {row['from']}: whole numbers only")
    source = sources[row["source"]]
    return Value(
        from_on=row["from"],
        value=row.get("value"),
        standing=standing,
        source=source["name"],
        address=source["address"],
        recalled=row.get("recalled"),
        note=row.get("note", ""),
    )
