"""Running balances, followed both ways at once, as only the end of a file tells if it runs oldest or newest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import compress, islice
from operator import add, ne
from typing import cast

MOST_BREAKS = 1_000


@dataclass(slots=True)
class Breaks:
    """How often a running balance does not follow, and the first MOST_BREAKS places where it does not."""

    count: int = 0
    places: list[int] = field(default_factory=list)

    def add(self, place: int) -> None:
        """One more."""
        self.count += 1
        if self.count <= MOST_BREAKS:
            self.places.append(place)

    def add_where(self, differ: list[bool], places: Iterable[int]) -> None:
        """Those of the places where the balances differ."""
        self.count += sum(differ)
        if len(self.places) < MOST_BREAKS:
            self.places += islice(compress(places, differ), MOST_BREAKS - len(self.places))


@dataclass(slots=True)
class RunningBalances:
    """Balances of lines in the order of the file. `forward` are the breaks if it runs oldest first, else `backward`.

    `first` is the first balance, `until_first` the money of the lines until it and with its own, `first_own` its own;
    `last` and `last_own` are the latest, at `last_place`, and `moved` the money of the lines after it.
    """

    forward: Breaks = field(default_factory=Breaks)
    backward: Breaks = field(default_factory=Breaks)
    count: int = 0
    first: int | None = None
    until_first: int = 0
    first_own: int = 0
    last: int | None = None
    last_own: int = 0
    last_place: int = 0
    moved: int = 0

    def take(self, pences: Sequence[int], balances: Sequence[int | None], places: Sequence[int]) -> None:
        """The next lines: their money, their running balances where they have one, and their places."""
        if self.last is not None and not self.moved and (all(balances) or None not in balances):
            self._take_full(pences, cast("Sequence[int]", balances), places)
            return
        if not any(balances) and balances.count(None) == len(balances):
            self.moved += sum(pences)
            return
        for pence, balance, place in zip(pences, balances, places, strict=True):
            self.moved += pence
            if balance is None:
                continue
            if self.last is None:
                self.first, self.until_first, self.first_own = balance, self.moved, pence
            else:
                if self.last + self.moved != balance:
                    self.forward.add(place)
                if balance + self.moved - pence + self.last_own != self.last:
                    self.backward.add(self.last_place)
            self.count += 1
            self.last, self.last_own, self.last_place, self.moved = balance, pence, place, 0

    def _take_full(self, pences: Sequence[int], balances: Sequence[int], places: Sequence[int]) -> None:
        """The same for lines that all have a balance, which are most, with as little work for each as there can be."""
        before = (self.last or 0, *balances[:-1])
        self.forward.add_where(list(map(ne, map(add, before, pences), balances)), places)
        own = (self.last_own, *pences[:-1])
        self.backward.add_where(list(map(ne, map(add, balances, own), before)), (self.last_place, *places[:-1]))
        self.count += len(balances)
        self.last, self.last_own, self.last_place = balances[-1], pences[-1], places[-1]

    def opening(self, *, newest_first: bool) -> int | None:
        """The balance before the oldest line, by the nearest running balance."""
        if self.first is None or self.last is None:
            return None
        return self.last - self.last_own - self.moved if newest_first else self.first - self.until_first

    def closing(self, *, newest_first: bool) -> int | None:
        """The balance after the newest line, by the nearest running balance."""
        if self.first is None or self.last is None:
            return None
        return self.first + self.until_first - self.first_own if newest_first else self.last + self.moved
