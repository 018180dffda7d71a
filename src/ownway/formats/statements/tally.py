"""What the lines of a statement come to, counted as they go by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, islice
from operator import gt, lt

from ownway.formats.statements.balances import RunningBalances
from ownway.formats.statements.values import Line, Lines

_BATCH = 512


@dataclass(slots=True)
class Tally:
    """Lines in the order of the file. `falls`: one is dated before the line above it; `rises`: one is dated after it."""

    count: int = 0
    sum_pence: int = 0
    first_on: date | None = None
    last_on: date | None = None
    earliest_on: date | None = None
    latest_on: date | None = None
    falls: bool = False
    rises: bool = False
    balances: RunningBalances = field(default_factory=RunningBalances)

    def take(self, lines: Lines) -> None:
        """The next lines, at least one."""
        on, pences, _, _, _, _, balances, _, places = zip(*lines, strict=True)
        self.count += len(lines)
        self.sum_pence += sum(pences)
        self._take_days(on)
        self.balances.take(pences, balances, places)

    @property
    def newest_first(self) -> bool:
        """Which way the file runs: as its running balances follow, else by its first and last day."""
        if self.first_on is None or self.last_on is None or self.count < 2:
            return False
        forward, backward = self.balances.forward.count, self.balances.backward.count
        if self.balances.count > 1 and not (forward and forward == backward):
            return backward < forward
        return self.first_on > self.last_on

    def _take_days(self, on: tuple[date, ...]) -> None:
        days = [day for day, _ in groupby(on)]  # a day has many lines, one after another
        before = (self.last_on or on[0], *days)
        self.falls = self.falls or any(map(gt, before, days))
        self.rises = self.rises or any(map(lt, before, days))
        earliest, latest = min(days), max(days)
        self.first_on = self.first_on or on[0]
        self.last_on = on[-1]
        self.earliest_on = min(self.earliest_on or earliest, earliest)
        self.latest_on = max(self.latest_on or latest, latest)


def in_batches(lines: Iterable[Line]) -> Iterator[Lines]:
    """Lines some hundred at a time, for what is quicker done for many at once."""
    lines = iter(lines)
    while batch := tuple(islice(lines, _BATCH)):
        yield batch
