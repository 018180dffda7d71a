"""Reading SWIFT statements (MT940, MT942): one pass over the fields, each entry given as a Line as soon as it ends."""

import codecs
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.mt940.entries import EntryReader
from ownway.formats.statements.mt940.fields import MOST_CHARACTERS, iterate_fields
from ownway.formats.statements.mt940.messages import Messages
from ownway.formats.statements.mt940.run_lines import RunReader
from ownway.formats.statements.mt940.runs import ENTRY, Field, Run
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.source import Source
from ownway.formats.statements.values import Line

KIND = "MT940/MT942"
_TOP = 2_000
_CHUNK = 256 * 1024
_A_FIELD = re.compile(r"(?:\A|[\r\n])[\x01 ]?:(?:20|25P?|28C?|60[FM]|61|62[FM]|64|86):").search
_DETAILS = frozenset({"86", "NS"})  # NS: details as some German banks write them, outside the standard


def looks_like_mt940(source: Source) -> bool:
    """Whether a line near the beginning starts with a field of a statement, or the file with a SWIFT block."""
    top = source.head[:_TOP]
    if not source.encoding:
        top = source.first_bytes[:_TOP].decode("ascii", "replace")
    top = top.lstrip("\ufeff\x01 \t\r\n")
    return top.startswith("{1:F") or _A_FIELD(top) is not None


def read_mt940(source: Source, reading: Reading) -> Iterator[Line]:
    """The Lines of a SWIFT file. Problems stop it where a line cannot be read; each message becomes a Part."""
    reading.layout = "mt940"
    messages = Messages(reading)
    try:
        chunks = source.text() if source.encoding else _plain(source, reading)
        yield from chain.from_iterable(_read_batches(chunks, reading, messages))
    except UnreadableError as error:
        reading.refuse(0, str(error))
    messages.finish()


def _plain(source: Source, reading: Reading) -> Iterator[str]:
    """The text of a file in an alphabet nobody can tell: SWIFT writes fields and money in plain letters and figures."""
    reading.note(0, "Some letters of this file are in an alphabet that cannot be told; they are shown as \ufffd.")
    decode = codecs.getincrementaldecoder("ascii")("replace").decode
    file = source.open()
    while data := file.read(_CHUNK):
        if b"\0" in data:
            raise UnreadableError("The file holds zero bytes, so it is not a text file. It may be damaged.")
        yield decode(data)


def _read_batches(chunks: Iterator[str], reading: Reading, messages: Messages) -> Iterator[Sequence[Line]]:
    """Lines in the order of the file, one or many at a time."""
    read = EntryReader(reading, messages).read
    entry, details, at = "", "", 0
    for field in _read_runs(chunks, messages):
        if isinstance(field, tuple) and field[1] in _DETAILS:
            if entry:
                details = f"{details}\n{field[2]}" if details else field[2]
                if len(details) > MOST_CHARACTERS:
                    raise UnreadableError("A payment has words far longer than any bank writes. It may be damaged.")
            continue
        if entry:
            line = read(at, entry, details)
            if line is not None:
                yield (line,)
            elif reading.is_full:
                return
        entry = details = ""
        if not isinstance(field, tuple):
            yield field
        elif field[1] == ENTRY:
            at, entry = field[0], field[2] or "\n"
        else:
            messages.take(*field)
    if entry and (line := read(at, entry, details)):
        yield (line,)


def _read_runs(chunks: Iterator[str], messages: Messages) -> Iterator[Field | list[Line]]:
    """The fields, and the lines of those runs in which nothing is unusual."""
    read_run = RunReader(messages).read
    for field in iterate_fields(chunks):
        if not isinstance(field, Run):
            yield field
        elif lines := read_run(field):
            yield lines
        else:
            yield from field.fields()
