"""Maps of extracts as JSON: written for people to read, and read with a sentence for each field that is wrong."""

import json
from collections import Counter
from dataclasses import MISSING, fields
from typing import Any

from ownway.formats.extracts.maps import ExtractMap, Wrong, check_map
from ownway.formats.statements.column_map import DELIMITERS
from ownway.formats.statements.column_map_json import MOST_LETTERS, MapRefusedError

__all__ = ["MapRefusedError", "read_map", "write_map"]

_TEXTS = ("kind", "day_order", "decimal", "delimiter", "sheet")
_NAMES = tuple(field.name for field in fields(ExtractMap))
_DEFAULTS = {field.name: field.default for field in fields(ExtractMap) if field.default is not MISSING}
_NAMED_DELIMITERS = {name: mark for mark, name in DELIMITERS.items()}
_MOST = 1_000
_LONGEST = 200
_NO_TEXT = f"This must be a text in quotation marks, with at most {_LONGEST} letters."


def write_map(extract_map: ExtractMap) -> str:
    """The map as JSON, with what is not as usual. A field of one column has its heading, one of several a list."""
    data: dict[str, Any] = {"kind": extract_map.kind, "columns": {}}
    for name, headings in extract_map.columns.items():
        data["columns"][name] = headings[0] if len(headings) == 1 else list(headings)
    data |= {
        name: getattr(extract_map, name) for name in _DEFAULTS if getattr(extract_map, name) != _DEFAULTS[name]
    }  # fmt: skip
    if "delimiter" in data:
        data["delimiter"] = DELIMITERS.get(extract_map.delimiter, extract_map.delimiter)
    if extract_map.words:
        data["words"] = {name: dict(words) for name, words in extract_map.words.items()}
    return json.dumps(data, ensure_ascii=False, indent=2)


def read_map(text: str) -> ExtractMap:
    """The map in a JSON text. Raises MapRefusedError, which says what is wrong field by field."""
    if len(text) > MOST_LETTERS:
        raise MapRefusedError({"": "This is far too long for a map."})
    try:
        data = json.loads(text, object_pairs_hook=_each_once)
    except MapRefusedError:
        raise
    except (ValueError, RecursionError):
        raise MapRefusedError({"": "This is not JSON."}) from None
    if not isinstance(data, dict):
        raise MapRefusedError({"": "A map is a JSON object, with { and } around it."})
    wrong: Wrong = {}
    known = _known(data, wrong)
    extract_map = ExtractMap(**({"kind": "", "columns": {}} | known))
    found = check_map(extract_map)
    if wrong := found | wrong:
        raise MapRefusedError(wrong)
    return extract_map


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    twice = [name for name, times in Counter(name for name, _ in pairs).items() if times > 1]
    if twice:
        raise MapRefusedError({_shown(twice[0]): "This stands here twice."})
    return dict(pairs)


def _known(data: dict[str, Any], wrong: Wrong) -> dict[str, Any]:
    """The fields as a map has them; what is wrong goes into `wrong`."""
    wrong.update({_shown(name): "There is no such field in a map." for name in data if name not in _NAMES})
    known: dict[str, Any] = {name: _text(name, data[name], wrong) for name in _TEXTS if name in data}
    known |= {name: _NAMED_DELIMITERS.get(known[name], known[name]) for name in ("delimiter",) if name in known}
    if "rows_above" in data:
        known["rows_above"] = _number("rows_above", data["rows_above"], wrong)
    columns = _object("columns", data.get("columns", {}), wrong)
    known["columns"] = {
        _shown(name): _headings(f"columns.{_shown(name)}", said, wrong) for name, said in columns.items()
    }
    words = _object("words", data.get("words", {}), wrong)
    known["words"] = {_shown(name): _words(f"words.{_shown(name)}", said, wrong) for name, said in words.items()}
    return known


def _headings(place: str, value: object, wrong: Wrong) -> tuple[str, ...]:
    said = value if isinstance(value, list) else [value]
    return tuple(_text(place, one, wrong) for one in said[:_MOST])


def _words(place: str, value: object, wrong: Wrong) -> dict[str, str]:
    said = _object(place, value, wrong)
    return {_text(place, word, wrong): _text(place, code, wrong) for word, code in said.items()}


def _object(place: str, value: object, wrong: Wrong) -> dict[str, Any]:
    if isinstance(value, dict) and len(value) <= _MOST:
        return value
    wrong[place] = "This must be a JSON object, with { and } around it."
    return {}


def _text(place: str, value: object, wrong: Wrong) -> str:
    if isinstance(value, str) and len(value) <= _LONGEST:
        text = value if value == "\t" else " ".join(value.split())
        if text.isprintable() or text == "\t":
            return text
    wrong[place] = _NO_TEXT
    return ""


def _number(place: str, value: object, wrong: Wrong) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    wrong[place] = "This must be a whole number."
    return 0


def _shown(name: str) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name[:_LONGEST])
