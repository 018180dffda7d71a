"""Many cells at once: what is done to a whole column in one step is done several times as fast as cell by cell."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import cast

from ownway.formats.statements.values import Line
from ownway.formats.statements.words import tidy

_new_line = cast("Callable[[tuple[object, ...]], Line]", partial(tuple.__new__, Line))
_ZEROS = bytes.maketrans(b"123456789", b"000000000")
_TOO_LONG = b"0" * 12  # so many figures before the point are no sum of a person's account
_PLAIN_LETTERS = bytes(range(0x20, 0x7F))


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


def plain_sums(cells: Sequence[str], *, signed: bool = True) -> list[int] | None:
    """Pence of cells that are all plain sums, such as 12.34 and, if `signed`, -5.00; None when one of them is not."""
    written = "|".join(cells).encode()
    shape = b"%b|" % written.translate(_ZEROS, b"+-" if signed else b"")
    if shape.count(b"0.00|") != len(cells) or shape.translate(None, b"0") != b".|" * len(cells) or _TOO_LONG in shape:
        return None
    try:
        return list(map(int, written.translate(None, b".").decode().split("|")))
    except ValueError:  # a sign that is not in front
        return None


def tidy_all(column: Sequence[str]) -> Sequence[str]:
    """Each cell tidied (see `tidy`); the column itself where none needs it, which is seen at one look."""
    if not any(column):
        return column
    joined = f"x {' '.join(column)} x"
    if not _is_printable(joined):
        return list(map(tidy, column))
    if "  " not in joined:  # there are no empty cells either
        return column
    joined = f"|{'|'.join(column)}|"
    return list(map(tidy, column)) if "  " in joined or "| " in joined or " |" in joined else column


def _is_printable(text: str) -> bool:
    """As str.isprintable, which looks every letter up, but at once for plain ones."""
    return not text.encode().translate(None, _PLAIN_LETTERS) if text.isascii() else text.isprintable()


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
