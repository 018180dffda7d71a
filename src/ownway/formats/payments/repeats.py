"""Which names come more than once, among any number of them, in memory that does not grow with the number."""

from collections.abc import Iterable, Iterator

_SLOTS = 1 << 23
_MASK = _SLOTS - 1


class Repeats:
    """Names that may have come before, found in one pass; a second pass over the same names makes sure.

    Each name leaves a mark in a table of a fixed size. Where there is a mark already, the name is kept as one to look
    at: it came before, or another name has the same place (with 100,000 names, that happens to about 600 of them).
    """

    def __init__(self) -> None:
        self._marks = bytearray(_SLOTS)
        self._to_look_at: set[str] = set()

    def note(self, name: str) -> None:
        """See a name for the first time, or again."""
        place = hash(name) & _MASK
        if self._marks[place]:
            self._to_look_at.add(name)
        else:
            self._marks[place] = 1

    def find(self, names: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Where a name comes again, and where it came first, counted from 1. `names` are those noted, in their order."""
        if not self._to_look_at:
            return
        firsts: dict[str, int] = {}
        for number, name in enumerate(names, start=1):
            if name in self._to_look_at:
                first = firsts.setdefault(name, number)
                if first != number:
                    yield number, first
