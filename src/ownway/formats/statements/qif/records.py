"""QIF text to records in one pass: the rows up to each ^, and where they start."""

import io
from collections.abc import Iterable, Iterator

from ownway.formats.statements.amounts import UnreadableError

MOST_CHARACTERS = 100_000
Record = tuple[int, list[str], bool]  # the line of the file it starts on, its rows, and whether it ended
_END = "\n^"


def iterate_records(chunks: Iterable[str]) -> Iterator[Record]:
    """The records of a text given in pieces, with any line ends. Rows may be headings and blank lines too.

    Only the last can be without an end, and it may have no rows. Raises UnreadableError at a record that is longer
    than any program writes.
    """
    decode = io.IncrementalNewlineDecoder(None, translate=True).decode
    rest, place = "\n", 0
    for chunk in chunks:
        records = (rest + decode(chunk)).split(_END)
        rest = records.pop()
        for record in records:
            rows = record.split("\n")
            yield (place + 1, rows[1:], True) if not rows[0].strip() else (place, rows, True)
            place += len(rows)
        if len(rest) > MOST_CHARACTERS:
            raise UnreadableError("A record of the file is far longer than any bank writes. It may be damaged.")
    rows = (rest + decode("", final=True)).split("\n")
    yield (place + 1, rows[1:], False) if not rows[0].strip() else (place, rows, False)
