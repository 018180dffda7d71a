"""Which names come more than once, among any number of them, in memory that does not grow with the number."""

from collections.abc import Iterable

_SLOTS = 1 << 23
_MASK = _SLOTS - 1


class Repeats:
    """Names that may have come before, found in one pass; a second pass over the same names makes sure.

    Each name leaves three marks in a table of a fixed size (a Bloom filter). Where all three are there already, the name
    is kept as one to look at: it came before, or others happen to have its places. With 100,000 names that seldom
    happens at all; with a million, to about one in 120.
    """

    def __init__(self) -> None:
        self._marks = bytearray(_SLOTS)
        self._to_look_at: set[str] = set()

    def note(self, name: str) -> None:
        """See a name for the first time, or again."""
        self.note_all((name,))

    def note_all(self, names: Iterable[str]) -> None:
        """The same for several, in their order."""
        marks = self._marks
        for name in names:
            number = hash(name)
            one, two, three = number & _MASK, number >> 20 & _MASK, number >> 40 & _MASK
            if marks[one] and marks[two] and marks[three]:
                self._to_look_at.add(name)
            else:
                marks[one] = marks[two] = marks[three] = 1

    @property
    def may_be(self) -> bool:
        """Whether a second pass is needed."""
        return bool(self._to_look_at)

    def see_again(self) -> "SecondLook":
        """What the second pass asks."""
        return SecondLook(self._to_look_at)


class SecondLook:
    """The second pass: every name in the order of the first."""

    def __init__(self, to_look_at: set[str]) -> None:
        self._to_look_at = to_look_at
        self._firsts: dict[str, int] = {}
        self._number = 0

    def first_of(self, name: str) -> int:
        """Which of the names, counted from 1, this one repeats; 0 when it is the first of its kind."""
        self._number += 1
        if name not in self._to_look_at:
            return 0
        first = self._firsts.setdefault(name, self._number)
        return 0 if first == self._number else first
