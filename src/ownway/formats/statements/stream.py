"""A statement of any size, its lines one by one, in memory that does not grow with it."""

from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import BinaryIO

from ownway.formats.statements.collector import collector_at_rest
from ownway.formats.statements.door import Reader, read_lines
from ownway.formats.statements.reading import Reading
from ownway.formats.statements.repeats import Repeats, SeenNumbers, find_repeats
from ownway.formats.statements.settle import summarise
from ownway.formats.statements.source import Source
from ownway.formats.statements.tally import Tally
from ownway.formats.statements.values import Line, Lines, Summary

_MOST_REPEATS = 10_000
_MANY_REPEATS = (
    f"More than {_MOST_REPEATS:,} of the bank's numbers are there twice, so this may be two files in one. "
    "Please send them one by one."
)


class StatementStream:
    """The lines of a file, in its order, to go through once; then `summary` says what they came to.

    Unlike a Statement, lines have been given when the end shows that the file is refused or that some are set aside:
    nothing is to be kept of them before `summary` has been asked.
    """

    def __init__(self, source: Source, *, currency: str | None, read: Reader | None) -> None:
        self._source = source
        self._read = partial(read_lines, source, currency=currency, read=read)
        self._summary: Summary | None = None

    @property
    def summary(self) -> Summary:
        """All but the lines; they are gone through here if that was not done before."""
        if self._summary is None:
            for _batch in self._batches():
                pass
        assert self._summary is not None  # noqa: S101 - the loop above has come to its end
        return self._summary

    def __iter__(self) -> Iterator[Line]:
        for batch in self._batches():
            yield from batch

    def _batches(self) -> Iterator[Lines]:
        reading, tally = Reading(), Tally()
        with SeenNumbers() as numbers:
            batches = self._read(reading)
            while (batch := _take_next(batches, tally, numbers)) is not None:
                yield batch
            repeats = self._find_repeats(numbers, reading, newest_first=tally.newest_first)
        self._summary = summarise(tally, reading, repeats, digest=self._source.digest)

    def _find_repeats(self, numbers: SeenNumbers, reading: Reading, *, newest_first: bool) -> Repeats:
        """Numbers that are there twice, with one more pass over the file if some may be."""
        suspects = numbers.find_suspects(most=_MOST_REPEATS)
        if not suspects or reading.is_refused:
            return Repeats()
        if len(suspects) >= _MOST_REPEATS:
            reading.refuse(0, _MANY_REPEATS)
            return Repeats()
        everything = chain.from_iterable(self._read(Reading()))
        twice = (line for line in everything if line.bank_id and hash(line.bank_id) in suspects)
        return find_repeats(twice, newest_first=newest_first, most=_MOST_REPEATS)


def _take_next(batches: Iterator[Lines], tally: Tally, numbers: SeenNumbers) -> Lines | None:
    """The next lines, counted; None at the end."""
    with collector_at_rest():
        batch = next(batches, None)
        if batch:
            tally.take(batch)
            numbers.take(batch)
    return batch


def stream_statement(
    file: BinaryIO,
    *,
    name: str,
    hint: str | None = None,
    currency: str | None = "GBP",
    read: Reader | None = None,
) -> StatementStream:
    """A bank statement from a seekable binary file of any size; never raises for what is in it.

    `for line in stream` gives the lines in the order of the file; `stream.summary` then says what `read_statement`
    would say, but for the lines. `name`, `hint` and `currency` are as there; `read` is another way to read it, such as by a column map. What is on disk, eight bytes for each
    line with a number of the bank's, is gone when the lines have been gone through.
    """
    return StatementStream(Source(file, name=name, hint=hint or ""), currency=currency, read=read)
