"""Many cells at once: what is done to a whole column in one step is done several times as fast as cell by cell."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import cast

from ownway.formats.statements.values import Line
from ownway.formats.statements.words import tidy

_new_line = cast("Callable[[tuple[object, ...]], Line]", partial(tuple.__new__, Line))


class Days(dict[str, date]):
    """Days by how they are written; each is read once. Raises what `read` raises."""

    MOST = 50_000

    def __init__(self, read: Callable[[str], date]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, written: str) -> date:
        if len(self) >= self.MOST:
            self.clear()
        on = self[written] = self._read(written)
        return on


def tidy_all(column: Sequence[str]) -> Sequence[str]:
    """Each cell tidied (see `tidy`); the column itself where none needs it, which is seen at one look."""
    joined = "|".join(column)
    if joined.isprintable() and not (
        "  " in joined or "| " in joined or " |" in joined or joined[:1] == " " or joined[-1:] == " "
    ):
        return column
    return list(map(tidy, column))


def make_lines(
    on: Sequence[date],
    pence: Sequence[int],
    words: Sequence[str],
    payee: Iterable[str],
    reference: Iterable[str],
    kind: Iterable[str],
    balance: Iterable[int | None],
    bank_id: Iterable[str | None],
    place: Sequence[int],
) -> list[Line]:
    """Lines from their columns, in the order of their fields; `repeat(...)` will do for a column that is all alike."""
    return list(map(_new_line, zip(on, pence, words, payee, reference, kind, balance, bank_id, place)))  # noqa: B905 - repeat has no end
