"""JSON as strangers write it, read safely; and JSON written so that every number keeps its digits."""

import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ownway.formats.directories.problems import Problems

Plain = Any
"""What JSON holds: text, whole numbers, Decimals, True, False, None, lists and dicts of these."""

MOST_BYTES = 32 * 1024 * 1024
DEEPEST = 40
MOST_THINGS = 2_000_000
MOST_SIGNS = 2 * MOST_THINGS
"""Commas and opening brackets, some of them in texts: counted first, so that no memory is given to what is too much."""

LONGEST_WHOLE_NUMBER = 18
REPLACEMENT = "\ufffd"


_Place = Any
"""() at the top; further in: how deep, the place around it, and the last step. Drawn as a pointer only when told."""


class NotJson(ValueError):
    """The bytes are no JSON that we read; the message says why, in words for the person who sent them."""


class _Twice(dict[str, Plain]):
    """An object in which a name stands twice; `names` are those."""

    __slots__ = ("names",)
    names: tuple[str, ...]


def read_json(data: bytes, problems: Problems) -> Plain:
    """The value of JSON in UTF-8 or UTF-16, numbers exact. NotJson when it is none, too large or too deep.

    Names that stand twice, and characters that no text can hold, are told in `problems` by their place.
    """
    if len(data) > MOST_BYTES:
        raise NotJson(f"The file is larger than {MOST_BYTES // (1024 * 1024)} MB.")
    try:
        text = data.decode(json.detect_encoding(data)).removeprefix("\ufeff")
        if sum(map(text.count, ",[{")) > MOST_SIGNS:
            raise NotJson(f"The file holds more than {MOST_THINGS:,} things.")
        value = _DECODER.decode(text)
    except UnicodeDecodeError as error:
        raise NotJson(f"The file is not text in UTF-8: byte {error.start + 1:,} is no character.") from error
    except RecursionError as error:
        raise NotJson(f"The file is nested more than {DEEPEST} levels deep.") from error
    except json.JSONDecodeError as error:
        raise NotJson(f"The file is not JSON. Line {error.lineno}, column {error.colno}: {_why(error)}.") from error
    return _looked_through(value, problems)


def kept_json(text: str) -> Plain:
    """The value of JSON that `write_json` wrote."""
    return _DECODER.decode(text)


def write_json(value: Plain) -> str:
    """JSON text of a value, Decimals with all their digits."""
    return "".join(_written(value))


def join(place: str, name: str | int) -> str:
    """A JSON pointer, one step further (RFC 6901)."""
    step = str(name).replace("~", "~0").replace("/", "~1")
    return f"{place}/{step}"


def _written(value: Plain) -> Iterator[str]:
    if isinstance(value, dict):
        between = "{"
        for name, inner in value.items():
            yield f"{between}{json.dumps(name, ensure_ascii=False)}: "
            yield from _written(inner)
            between = ", "
        yield "}" if value else "{}"
    elif isinstance(value, list | tuple):
        between = "["
        for inner in value:
            yield between
            yield from _written(inner)
            between = ", "
        yield "]" if value else "[]"
    elif isinstance(value, Decimal):
        yield str(value)
    else:
        yield json.dumps(value, ensure_ascii=False, allow_nan=False)


def _looked_through(value: Plain, problems: Problems) -> Plain:
    """Refuse what is too deep or too much, tell names that stand twice, and put right characters that cannot be."""
    holder: list[Plain] = [value]
    waiting: list[tuple[Plain, _Place]] = [(holder, ())]
    things = 0
    while waiting:
        outer, place = waiting.pop()
        depth = place[0] + 1 if place else 0
        if depth > DEEPEST:
            raise NotJson(f"The file is nested more than {DEEPEST} levels deep.")
        things += len(outer)
        if things > MOST_THINGS:
            raise NotJson(f"The file holds more than {MOST_THINGS:,} things.")
        further = []
        for step, inner in _steps(outer):
            if isinstance(inner, dict | list):
                further.append((inner, (depth, place, step)))
            elif isinstance(inner, str) and not _is_sound(inner):
                outer[step] = _sound(inner)
                here = _pointer((depth, place, step))
                problems.wrong(here, f"It holds a character that no text can hold, here {REPLACEMENT}.")
        for name in outer.names if isinstance(outer, _Twice) else ():
            problems.wrong(join(_pointer(place), _sound(name)), "This name stands twice. The last one is read.")
        waiting += reversed(further)
    return holder[0]


def _steps(outer: dict[str, Plain] | list[Plain]) -> list[tuple[Any, Plain]]:
    """What is inside by its number or name; names that no text can hold are put right."""
    if isinstance(outer, list):
        return list(enumerate(outer))
    for name in [name for name in outer if not _is_sound(name)]:
        outer[_sound(name)] = outer.pop(name)
    return list(outer.items())


def _pointer(place: _Place) -> str:
    steps: list[str | int] = []
    while place:
        _, place, step = place
        steps.append(step)
    return "".join(join("", step) for step in reversed(steps[:-1]))


def _is_sound(text: str) -> bool:
    return (text.isascii() and "\0" not in text) or not any(
        char == "\0" or "\ud800" <= char <= "\udfff" for char in text
    )


def _sound(text: str) -> str:
    return "".join(REPLACEMENT if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text)


def _pairs(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    twice = _Twice(found)
    twice.names = tuple(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
    return twice


def _whole(text: str) -> int | Decimal:
    return int(text) if len(text) <= LONGEST_WHOLE_NUMBER else Decimal(text)


def _no_number(text: str) -> Plain:
    raise NotJson(f"The file is not JSON: {text} is no number.")


def _why(error: json.JSONDecodeError) -> str:
    return error.msg[:1].lower() + error.msg[1:]


_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_float=Decimal, parse_int=_whole, parse_constant=_no_number)
