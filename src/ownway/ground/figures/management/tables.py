"""Tables of text for a terminal: columns of given widths, long cells going on in the next line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

GAP = "  "


def table(widths: Sequence[int], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The rows as lines of text no wider than the widths and their gaps together. Spaces that begin a cell are kept."""
    for row in rows:
        for line in zip_longest(*map(in_lines, row, widths), fillvalue=""):
            yield GAP.join(f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True)).rstrip()


def in_lines(cell: str, width: int) -> list[str]:
    """A cell as lines, each as far in as the first."""
    indent = cell[: len(cell) - len(cell.lstrip())][: width // 2]
    return wrap(cell.strip(), width, initial_indent=indent, subsequent_indent=indent)
