"""Column maps as JSON: written for people to read, and read with a sentence for each field that is wrong."""

import json
from dataclasses import MISSING, fields
from typing import Any

from ownway.formats.statements.column_map import DELIMITERS, MOST_COLUMNS, ROLES, ColumnMap, check_map

MOST_LETTERS = 100_000
_TEXTS = ("delimiter", "decimal", "day_order", "positive", "currency", "unreadable_rows", "name", "bank")
_LISTS = ("headings", "flag_out", "flag_in")
_NUMBERS = ("columns", "rows_above")
_NAMED_DELIMITERS = {name: mark for mark, name in DELIMITERS.items()}
_DEFAULTS = {field.name: field.default for field in fields(ColumnMap) if field.default is not MISSING}


class MapRefusedError(ValueError):
    """A map that cannot be used; `errors` has a sentence for each field, and "" is the whole."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__(" ".join(f"{name}: {said}" if name else said for name, said in errors.items()))
        self.errors = errors


def write_map(columns: ColumnMap) -> str:
    """The map as JSON with what is not as usual; columns by their heading where no other has the same."""
    data: dict[str, Any] = {}
    for field in fields(ColumnMap):
        value = getattr(columns, field.name)
        if field.name in _DEFAULTS and value == _DEFAULTS[field.name]:
            continue
        if field.name in ROLES:
            value = _named(columns, value)
        elif field.name == "words":
            value = [_named(columns, number) for number in value]
        elif field.name == "delimiter":
            value = DELIMITERS.get(value, value)
        data[field.name] = list(value) if isinstance(value, tuple) else value
    return json.dumps(data, ensure_ascii=False, indent=2)


def read_map(text: str) -> ColumnMap:
    """The map in a JSON text. Raises MapRefusedError, which says what is wrong field by field."""
    if len(text) > MOST_LETTERS:
        raise MapRefusedError({"": "This is far too long for a column map."})
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise MapRefusedError({"": "This is not JSON."}) from None
    if not isinstance(data, dict):
        raise MapRefusedError({"": "A column map is a JSON object, with { and } around it."})
    wrong: dict[str, str] = {}
    known = _known(data, wrong)
    if wrong:
        raise MapRefusedError(wrong)
    columns = ColumnMap(**known)
    if wrong := check_map(columns):
        raise MapRefusedError(wrong)
    return columns


def _known(data: dict[str, Any], wrong: dict[str, str]) -> dict[str, Any]:
    """The fields as a map has them; what is wrong goes into `wrong`."""
    names = {field.name for field in fields(ColumnMap)}
    wrong.update({name: "There is no such field in a column map." for name in data if name not in names})
    known: dict[str, Any] = {"columns": 0, "day": 0, "words": ()}
    known |= {name: _texts(name, data[name], wrong) for name in _LISTS if name in data}
    headings = known.get("headings", ())
    known["columns"] = len(headings)
    known |= {name: _number(name, data[name], wrong) for name in _NUMBERS if name in data}
    known |= {name: _text(name, data[name], wrong) for name in _TEXTS if name in data}
    known |= {name: _column(name, data[name], headings, wrong) for name in ROLES if name in data}
    known |= {name: _yes_or_no(name, data[name], wrong) for name in ("signed_out",) if name in data}
    if known.get("delimiter") in _NAMED_DELIMITERS:
        known["delimiter"] = _NAMED_DELIMITERS[known["delimiter"]]
    if "words" in data:
        said = data["words"] if isinstance(data["words"], list) else [data["words"]]
        known["words"] = tuple(_column("words", one, headings, wrong) for one in said[:MOST_COLUMNS])
    return known


def _yes_or_no(name: str, value: object, wrong: dict[str, str]) -> bool:
    if not isinstance(value, bool):
        wrong[name] = "Say true or false."
    return value is True


def _text(name: str, value: object, wrong: dict[str, str]) -> str:
    if isinstance(value, str) and len(value) <= 200:
        return value
    wrong[name] = "This must be a text in quotation marks."
    return ""


def _texts(name: str, value: object, wrong: dict[str, str]) -> tuple[str, ...]:
    if isinstance(value, list) and len(value) <= MOST_COLUMNS and all(isinstance(each, str) for each in value):
        return tuple(each[:200] for each in value)
    wrong[name] = f"This must be a list of at most {MOST_COLUMNS} texts, in [ and ]."
    return ()


def _number(name: str, value: object, wrong: dict[str, str]) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 1_000_000:
        return value
    wrong[name] = "This must be a whole number."
    return 0


def _column(name: str, value: object, headings: tuple[str, ...], wrong: dict[str, str]) -> int:
    """A column by its heading or its number."""
    if not isinstance(value, str):
        return _number(name, value, wrong)
    there = [number for number, heading in enumerate(headings, 1) if heading.strip() == value.strip()]
    if len(there) == 1:
        return there[0]
    wrong[name] = f"No heading is “{value[:60]}”." if not there else f"Several columns are called “{value[:60]}”: give its number."  # fmt: skip
    return 0


def _named(columns: ColumnMap, number: int) -> int | str:
    if not 0 < number <= len(columns.headings):
        return number
    heading = columns.headings[number - 1]
    return heading if heading.strip() and columns.headings.count(heading) == 1 else number
