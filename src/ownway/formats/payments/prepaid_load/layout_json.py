"""A layout as JSON, for an operator's file or a council's settings, and back."""

import json
from dataclasses import asdict, fields
from typing import Any

from ownway.formats.payments.prepaid_load.layout import Cell, Layout, LayoutRefused

_PARTS = ("header", "columns", "trailer")
_LONGEST = 100_000


def layout_as_json(layout: Layout) -> str:
    """The layout as text that `layout_from_json` reads; what is as usual is left out."""
    plain = {name: value for name, value in asdict(layout).items() if name not in _PARTS}
    cells = {part: [_as_data(cell) for cell in getattr(layout, part)] for part in _PARTS}
    return json.dumps(plain | cells, ensure_ascii=False, indent=2)


def layout_from_json(text: str) -> Layout:
    """The layout that a JSON text declares. Raises LayoutRefused with a sentence about what to put right."""
    if len(text) > _LONGEST:
        raise LayoutRefused("The layout is longer than a layout can be.")
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LayoutRefused(f"The layout is not JSON. {error}") from error
    if not isinstance(data, dict):
        raise LayoutRefused("The layout is not an object in braces.")
    plain = _known(Layout, {name: value for name, value in data.items() if name not in _PARTS}, "the layout")
    header, columns, trailer = (_cells(data.get(part, []), part) for part in _PARTS)
    return Layout(**plain, header=header, columns=columns, trailer=trailer)


def _cells(data: Any, part: str) -> tuple[Cell, ...]:
    if not isinstance(data, list) or not all(isinstance(cell, dict) for cell in data):
        raise LayoutRefused(f"The {part} is a list of cells, each in braces.")
    return tuple(Cell(**_known(Cell, cell, f"a cell of the {part}")) for cell in data)


def _known(kind: type[Layout] | type[Cell], data: dict[str, Any], where: str) -> dict[str, Any]:
    kinds = {field.name: field.type for field in fields(kind) if field.name not in _PARTS}
    for name, value in data.items():
        if name not in kinds:
            raise LayoutRefused(f"“{name}” in {where} is not known. Known are: {', '.join(kinds)}.")
        if type(value) is not kinds[name]:
            raise LayoutRefused(f"“{name}” in {where} is of another kind than it should be.")
    if missing := [name for name in ("name", "about", "holds") if name in kinds and name not in data]:
        raise LayoutRefused(f"“{missing[0]}” is missing in {where}.")
    return data


def _as_data(cell: Cell) -> dict[str, str | int]:
    usual = Cell(holds=cell.holds)
    return {name: value for name, value in asdict(cell).items() if name == "holds" or value != getattr(usual, name)}
