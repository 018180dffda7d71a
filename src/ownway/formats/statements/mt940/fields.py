"""SWIFT text to fields in one pass: the line each starts on, its tag, and what stands under it."""

import io
import re
from collections.abc import Iterable, Iterator

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.mt940.runs import Field, Run, split_runs

MOST_CHARACTERS = 100_000
HEADER = ""  # the tag of what stands before the first

# Only the tags of a statement: ":12:" in the words of a payment is a time of day. One bank wraps after the first colon.
_split = re.compile(
    r"\n:(\n?(?:20|21|25P?|28C?|60[FM]|61|62[FM]|64|65|86|34F|13D?|90[CD]|NS|940)):"
).split  # fmt: skip
_END = re.compile(r"\n-[ \t]*(?:\n|$|\}|\x03|XXX)|\n\{[1-5S]:|\x03")


def iterate_fields(chunks: Iterable[str]) -> Iterator[Field | Run]:
    """The fields of a text given in pieces, with any line ends; entries that are plain, and stand together, as a Run.

    Raises UnreadableError at a field that does not end.
    """
    decode = io.IncrementalNewlineDecoder(None, translate=True).decode
    rest, place = "\n", 0
    for chunk in chunks:
        runs, after = split_runs(rest + decode(chunk), place)
        for before, run in runs:
            yield from _place_fields(_split(before), place)
            yield run
            place = run.places[-1] - 1
        pieces = _split(after)
        rest = f"\n:{pieces[-2]}:{pieces[-1]}" if len(pieces) > 1 else after
        if len(pieces[-1]) > MOST_CHARACTERS:
            raise UnreadableError("A field of the file is far longer than any bank writes. It may be damaged.")
        yield from _place_fields(pieces[:-2], place)
        place += after.count("\n") - rest.count("\n")
    yield from _last(rest + decode("", final=True), place)


def _place_fields(pieces: list[str], place: int) -> Iterator[Field]:
    """Each field with its place; `place` line ends stand before them."""
    if pieces and pieces[0]:
        yield place, HEADER, pieces[0]
        place += pieces[0].count("\n")
    for name, text in zip(pieces[1::2], pieces[2::2], strict=True):
        place += 1
        if name[0] == "\n":
            yield place, name[1:], text
            place += 1
        else:
            yield place, name, text
        if "\n" in text:
            place += text.count("\n")


def cut_end(text: str) -> str:
    """A field without what follows its message: the line of a dash, and the blocks around the next message."""
    if "\n-" in text or "\n{" in text or "\x03" in text:
        end = _END.search(text)
        return text[: end.start()] if end else text
    return text


def _last(rest: str, place: int) -> Iterator[Field]:
    header, *field = _split(rest)
    if header.strip():
        yield place, HEADER, header
    if field:
        yield place + 1, field[0].lstrip("\n"), field[1]
