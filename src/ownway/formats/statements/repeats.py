"""The bank's own numbers that are there more than once: the same payment twice, or numbers that prove nothing."""

import tempfile
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, compress
from operator import eq
from typing import Self

from ownway.formats.statements.values import Line, Lines

_AT_ONCE, _FEW = 16_384, 1_024
_BYTES = 8
_IN_MEMORY = 4 * 1024 * 1024


@dataclass(slots=True)
class Repeats:
    """Lines whose number came before with the same day and money, and numbers that are used for different lines.

    `lines` are the repeats, `count` and `sum_pence` what they come to; `unsure` gives for a number the place of its
    second oldest use and how often it is used.
    """

    lines: list[Line] = field(default_factory=list)
    count: int = 0
    sum_pence: int = 0
    unsure: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(slots=True)
class _Uses:
    kept: Line
    latest: int
    second: int = 0
    count: int = 1
    differ: bool = False
    repeats: list[Line] = field(default_factory=list)


def find_repeats(lines: Iterable[Line], *, newest_first: bool, most: int | None = None) -> Repeats:
    """What is to be said of lines with numbers that are there more than once. The oldest of each is the one to keep.

    At most `most` lines are kept of each number, and of all repeats together.
    """
    found: dict[str, _Uses] = {}
    for line in lines:
        uses = found.get(line.bank_id or "")
        if uses is None:
            found[line.bank_id or ""] = _Uses(line, line.place)
            continue
        uses.count += 1
        uses.second = uses.latest if newest_first else uses.second or line.place
        uses.latest = line.place
        if uses.differ or (line.on, line.pence) != (uses.kept.on, uses.kept.pence):
            uses.differ = True
            uses.repeats.clear()
            continue
        repeat = uses.kept if newest_first else line
        uses.kept = line if newest_first else uses.kept
        if most is None or len(uses.repeats) < most:
            uses.repeats.append(repeat)
    return _judge(found, most)


def _judge(found: dict[str, _Uses], most: int | None) -> Repeats:
    repeats = Repeats()
    for number, uses in found.items():
        if uses.differ:
            repeats.unsure[number] = (uses.second, uses.count)
        elif uses.count > 1:
            repeats.count += uses.count - 1
            repeats.sum_pence += uses.kept.pence * (uses.count - 1)
            repeats.lines += uses.repeats[: None if most is None else max(0, most - len(repeats.lines))]
    return repeats


class SeenNumbers:
    """The numbers of lines that have gone by, kept as eight bytes each on disk, to find those that may be there twice."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed by __exit__
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()

    def take(self, lines: Lines) -> None:
        """The next lines; those without a number are passed over."""
        numbers = array("q", [hash(line.bank_id) for line in lines if line.bank_id])
        self._count += len(numbers)
        self._file.write(numbers.tobytes())

    def find_suspects(self, *, most: int) -> Collection[int]:
        """Hashes of numbers that may be there twice, until there are `most` or a few more."""
        starts = range(0, self._count, _AT_ONCE)
        for start in starts:
            self._sort(start)
        suspects: set[int] = set()
        last: list[int] = []
        for numbers in _in_order([self._run(start) for start in starts]):
            suspects.update(compress(numbers, map(eq, numbers, chain(last or [None], numbers))))
            last = numbers[-1:]
            if len(suspects) >= most:
                break
        return suspects

    def _sort(self, start: int) -> None:
        """Puts the numbers of one run in order, where they stand."""
        in_order = array("q", sorted(self._read(start, _AT_ONCE)))
        self._file.seek(_BYTES * start)
        self._file.write(in_order.tobytes())

    def _run(self, start: int) -> Iterator[Sequence[int]]:
        """The numbers of one run, in order and a few at a time."""
        for place in range(start, min(start + _AT_ONCE, self._count), _FEW):
            yield self._read(place, min(_FEW, start + _AT_ONCE - place))

    def _read(self, start: int, count: int) -> Sequence[int]:
        self._file.seek(_BYTES * start)
        return array("q", self._file.read(_BYTES * count))


def _in_order(runs: list[Iterator[Sequence[int]]]) -> Iterator[list[int]]:
    """The numbers of runs that are in order, all in order, some at a time.

    Of each run those up to the least last one of all that is held: no smaller one is to come, and joining pieces that
    are in order is what sorting does best.
    """
    held = {run: piece for run in runs if (piece := next(run, ()))}
    while held:
        upto = min(piece[-1] for piece in held.values())
        numbers: list[int] = []
        for run, piece in list(held.items()):
            cut = bisect_right(piece, upto)
            numbers += piece[:cut]
            rest = piece[cut:] or next(run, ())
            if rest:
                held[run] = rest
            else:
                del held[run]
        numbers.sort()
        yield numbers
