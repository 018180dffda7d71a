"""Words to rows: those that stand on one line of a page, from left to right."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ownway.formats.statements.pdf.pages import Page, Rule, Word

_SAME_LINE = 0.45
_NEAR = 0.6
"""Two words are one phrase where the gap between them is at most this share of their height; a space is about 0.3."""


class Row(NamedTuple):
    """A row of words on a page. `number` counts the rows of its page from 1."""

    page: int
    number: int
    words: tuple[Word, ...]

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def height(self) -> float:
        return max(word.height for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def rows_of(page: Page) -> list[Row]:
    """The rows of a page from its top down. Words belong to one row when their middles are about as high."""
    rows: list[list[Word]] = []
    middle = 0.0
    for word in sorted(
        (word for word in page.words if word.text.strip() and word.height > 0), key=lambda word: word.middle
    ):
        if rows and word.middle - middle <= _SAME_LINE * min(word.height, rows[-1][0].height):
            rows[-1].append(word)
        else:
            rows.append([word])
            middle = word.middle
    return [
        Row(page.number, number, tuple(sorted(words, key=lambda word: word.left)))
        for number, words in enumerate(rows, 1)
    ]


def phrases_of(words: Sequence[Word]) -> list[Word]:
    """Words of a row joined where they are no further apart than words of one phrase are."""
    phrases: list[Word] = []
    for word in words:
        last = phrases[-1] if phrases else None
        if last is not None and word.left - last.right <= _NEAR * min(word.height, last.height):
            phrases[-1] = join(last, word)
        else:
            phrases.append(word)
    return phrases


def join(first: Word, second: Word) -> Word:
    """Two words as one, with the place of both."""
    return Word(
        f"{first.text} {second.text}",
        min(first.left, second.left),
        max(first.right, second.right),
        min(first.top, second.top),
        max(first.bottom, second.bottom),
    )


def rules_across(rules: Iterable[Rule], *, left: float, right: float) -> list[float]:
    """The heights of rules that run across most of a table, from the top down, those a hair apart as one."""
    pieces: dict[int, float] = {}
    for rule in rules:
        if rule.across:
            covered = min(rule.right, right) - max(rule.left, left)
            height = round(rule.top)
            pieces[height] = pieces.get(height, 0.0) + max(covered, 0.0)
    heights: list[float] = []
    for height in sorted(pieces):
        covered = pieces[height] + pieces.get(height + 1, 0.0)
        if covered >= 0.7 * (right - left) and (not heights or height - heights[-1] > 1):
            heights.append(height)
    return heights
