"""One row of a statement's table to its cells: the day, the words, the kind of payment and the sums, each by its place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from ownway.formats.statements.pdf.columns import Column, Columns
from ownway.formats.statements.pdf.labels import MONEY, MOVEMENT, Role
from ownway.formats.statements.pdf.pages import Word
from ownway.formats.statements.pdf.printed_days import Printed, find_printed_day, is_year
from ownway.formats.statements.pdf.sums import Token, tokens_of
from ownway.formats.statements.pdf.text_rows import Row

_IN_LINE = 4.0
"""How far, in points, the end of a sum may stand from the end of its heading."""
_MOST_WORDS_OF_A_DAY = 4
_DASHES = frozenset({"-", "\u2013", "\u2014", ".", "|"})
_LEFT_OF_TABLE = 15.0


@dataclass(frozen=True, slots=True)
class Cells:
    """A row of the table. `sums`: the text of each sum by its column; `strays`: what stands where it cannot belong."""

    page: int
    number: int
    top: float
    bottom: float
    height: float
    text: str
    day: Printed | None = None
    year: int = 0
    words: tuple[str, ...] = ()
    type: str = ""
    sums: Mapping[Role, str] = field(default_factory=dict)
    strays: tuple[str, ...] = ()

    @property
    def moves(self) -> bool:
        """Whether it has a sum in a column of money moved."""
        return not MOVEMENT.isdisjoint(self.sums)

    @property
    def is_empty(self) -> bool:
        return not (self.day or self.year or self.words or self.type or self.sums)


class CellReader:
    """Puts the words of rows into columns. `sums_end_in_line`: whether sums end where their headings end."""

    def __init__(self, columns: Columns, rows: Iterable[Row]) -> None:
        self.columns = columns
        self._money = columns.money
        self._texts = [column for column in columns.columns if column.role not in MONEY]
        self._is_day_first = columns.columns[0].role is Role.DAY
        self._money_begins = min(column.left for column in self._money)
        self._sums_end_in_line = self._vote(rows)

    def _vote(self, rows: Iterable[Row]) -> bool:
        """Whether most sums below the money headings end in line with one of them."""
        ends = [
            token
            for row in rows
            for token in tokens_of(row.words)
            if token.is_sum and token.word.right > self._money_begins
        ]
        in_line = sum(self._in_line(token) is not None for token in ends)
        return in_line * 10 >= len(ends) * 7

    def _in_line(self, token: Token) -> Column | None:
        far, column = min(
            (min(abs(column.right - token.word.right), abs(column.right - token.figures_end)), at)
            for at, column in enumerate(self._money)
        )
        return self._money[column] if far <= _IN_LINE else None

    def read(self, row: Row) -> Cells:
        """The cells of a row, whatever it is; `strays` says what would not fit."""
        found: dict[Role, list[str]] = {}
        strays: list[str] = []
        day, rest = self._take_day(row.words)
        for token in tokens_of(rest):
            column = self._column_of(token)
            if column is None or (column.role in MONEY and not token.is_sum):
                if token.word.text not in _DASHES:
                    strays.append(token.word.text)
            else:
                found.setdefault(column.role, []).append(token.word.text)
        for role in MONEY & found.keys():
            if len(found[role]) > 1:
                strays.extend(found.pop(role))
        written = " ".join(found.pop(Role.DAY, []))
        day = day or (find_printed_day(written) if written else None)
        year = int(written) if is_year(written) and day is None else 0
        if written and day is None and not year:
            strays.append(written)
        found.pop(Role.SKIPPED, None)
        return Cells(
            row.page,
            row.number,
            row.top,
            row.bottom,
            median(word.height for word in row.words),
            row.text,
            day,
            year,
            tuple(text for role in (Role.WORDS, Role.OTHER) for text in found.get(role, [])),
            " ".join(found.get(Role.TYPE, [])),
            {role: found[role][0] for role in MONEY & found.keys()},
            tuple(strays),
        )

    def _take_day(self, words: Sequence[Word]) -> tuple[Printed | None, Sequence[Word]]:
        """The day at the left of a row, where the first column is the day's, and the words after it."""
        if not self._is_day_first or self.columns.is_ruled or words[0].left > self.columns.columns[0].right:
            return None, words
        for many in range(min(_MOST_WORDS_OF_A_DAY, len(words)), 0, -1):
            if day := find_printed_day(" ".join(word.text for word in words[:many])):
                return day, words[many:]
        return None, words

    def _column_of(self, token: Token) -> Column | None:
        """The column in which a word or a sum stands; None where there is none."""
        word = token.word
        if self.columns.is_ruled:
            middle = (word.left + word.right) / 2
            return next((column for column in self.columns.columns if column.begins <= middle < column.ends), None)
        if token.is_sum:
            return self._column_of_sum(token)
        if word.left >= self._money_begins:
            return None
        return self._column_of_text(word)

    def _column_of_sum(self, token: Token) -> Column | None:
        if self._sums_end_in_line:
            column = self._in_line(token)
            if column is None and token.word.right < self._money_begins:
                return self._column_of_text(token.word)  # a sum among the words, such as 12.50 USD
            return column
        middle = (token.word.left + token.word.right) / 2
        begun = [column for column in self._money if column.left <= middle]
        return begun[-1] if begun else self._column_of_text(token.word)

    def _column_of_text(self, word: Word) -> Column | None:
        """The last column that has begun; a heading may stand in the middle over words that begin left of it."""
        if word.left < self.columns.left - _LEFT_OF_TABLE:
            return None
        texts = self._texts
        if self._is_day_first and len(texts) > 1 and word.left > texts[0].right:
            texts = texts[1:]
        begun = [column for column in texts if column.left - _IN_LINE <= word.left]
        return begun[-1] if begun else texts[0]


def merge(rows: Sequence[Cells]) -> Cells:
    """Several rows that a rule above and a rule below hold together, as one. Two sums in one column are strays."""
    first = rows[0]
    sums: dict[Role, str] = {}
    strays: list[str] = []
    for row in rows:
        strays.extend(row.strays)
        strays.extend(text for role, text in row.sums.items() if role in sums)
        sums = {**row.sums, **sums}
    days = [row.day for row in rows if row.day]
    return Cells(
        first.page,
        first.number,
        first.top,
        rows[-1].bottom,
        first.height,
        " ".join(row.text for row in rows),
        days[0] if days else None,
        next((row.year for row in rows if row.year), 0),
        tuple(text for row in rows for text in row.words),
        " ".join(row.type for row in rows if row.type),
        sums,
        tuple(strays),
    )
