"""SWIFT text to fields in one pass: the line each starts on, its tag, and what stands under it."""

import io
import re
from collections.abc import Iterable, Iterator

from ownway.formats.statements.amounts import UnreadableError

MOST_CHARACTERS = 100_000
HEADER = ""
Field = tuple[int, str, str]  # the line of the file, the tag (HEADER for what stands before the first), the text

# Only the tags of a statement: ":12:" in the words of a payment is a time of day. One bank wraps after the first colon.
_split = re.compile(
    r"\n:(\n?(?:20|21|25P?|28C?|60[FM]|61|62[FM]|64|65|86|34F|13D?|90[CD]|NS|940)):"
).split  # fmt: skip
_END = re.compile(r"\n-[ \t]*(?:\n|$|\}|\x03|XXX)|\n\{[1-5S]:|\x03")


def iterate_fields(chunks: Iterable[str]) -> Iterator[Field]:
    """The fields of a text given in pieces, with any line ends. Raises UnreadableError at a field that does not end."""
    decode = io.IncrementalNewlineDecoder(None, translate=True).decode
    rest, place = "\n", 0
    for chunk in chunks:
        pieces = _split(rest + decode(chunk))
        tag, last = pieces[-2:] if len(pieces) > 1 else (None, pieces[0])
        if len(last) > MOST_CHARACTERS:
            raise UnreadableError("A field of the file is far longer than any bank writes. It may be damaged.")
        if tag is None:
            rest = last
            continue
        if pieces[0]:
            yield place, HEADER, pieces[0]
            place += pieces[0].count("\n")
        for name, text in zip(pieces[1:-2:2], pieces[2:-2:2], strict=True):
            place += 1
            if name[0] == "\n":
                yield place, name[1:], text
                place += 1
            else:
                yield place, name, text
            if "\n" in text:
                place += text.count("\n")
        rest = f"\n:{tag}:{last}"
    yield from _last(rest + decode("", final=True), place)


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
