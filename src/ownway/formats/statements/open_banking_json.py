"""JSON read so that money stays exact: figures are kept as they are written, and what is unsure is refused."""

import json
from typing import NoReturn

from ownway.formats.statements.amounts import UnreadableError, clip

Json = dict[str, "Json"] | list["Json"] | str | bool | None
MOST_CHARACTERS = 100_000


class Figures(str):
    """A JSON number, letter by letter as the file has it: no float was ever made of it."""

    __slots__ = ()


def load_json(text: str) -> Json:
    """A JSON text; its numbers are Figures. Raises UnreadableError when it is not whole, or says one thing twice."""
    try:
        loaded: Json = json.loads(
            text,
            parse_float=Figures,
            parse_int=Figures,
            parse_constant=_refuse_constant,
            object_pairs_hook=_make_object,
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno:,}, character {error.colno:,}"
        raise UnreadableError(f"The file is not whole JSON: it stops or is damaged at {place}.") from None
    except RecursionError:
        raise UnreadableError("The file has things inside each other far deeper than any bank writes.") from None
    return loaded


def as_object(value: Json) -> dict[str, Json]:
    """An object, or an empty one where there is something else or nothing."""
    return value if isinstance(value, dict) else {}


def as_list(value: Json) -> list[Json]:
    """A list, or an empty one where there is something else or nothing."""
    return value if isinstance(value, list) else []


def read_words(value: Json) -> str:
    """A text with its spaces tidied, "" where there is none. Raises UnreadableError for what no text can hold."""
    if not isinstance(value, str) or not value:
        return ""
    if len(value) > MOST_CHARACTERS:
        raise UnreadableError("This entry has words far longer than any bank writes. The file may be damaged.")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise UnreadableError("This entry has half a letter in its words. The file may be damaged.") from None
    if "\0" in value:
        raise UnreadableError("This entry has a zero letter in its words. The file may be damaged.")
    return " ".join(value.split())


def _make_object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise UnreadableError(
            f"The file says “{clip(twice)}” twice of the same thing, so we cannot tell which is right."
        )
    return made


def _refuse_constant(name: str) -> NoReturn:
    raise UnreadableError(f"The file has “{name}” where a number is expected.")
