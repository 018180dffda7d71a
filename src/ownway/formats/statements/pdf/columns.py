"""Where the columns of a statement's table stand: by its headings, and by the rules between them where it has any."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ownway.formats.statements.pdf.labels import MONEY, MOVEMENT, Role, role_of
from ownway.formats.statements.pdf.pages import Rule, Word
from ownway.formats.statements.pdf.text_rows import Row, join, phrases_of

_MOST_ROWS_OF_A_HEADING = 3
_MOST_UNKNOWN = 2
_MOST_WORDS_OF_A_HEADING = 40
_LONGEST_LABEL = 5


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, where its heading stands, and where it begins and ends if rules say so."""

    role: Role
    label: str
    left: float
    right: float
    begins: float = 0.0
    ends: float = 0.0


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table from left to right; `is_ruled` when rules part all of them. `rows`: how many its headings take."""

    columns: tuple[Column, ...]
    bottom: float
    height: float
    rows: int
    is_ruled: bool = False

    @property
    def money(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.role in MONEY)

    @property
    def has_balances(self) -> bool:
        return any(column.role is Role.BALANCE for column in self.columns)

    @property
    def left(self) -> float:
        return self.columns[0].left

    @property
    def right(self) -> float:
        return self.columns[-1].right


def find_columns(rows: Sequence[Row], at: int, rules: Sequence[Rule]) -> Columns | None:
    """The columns whose headings begin at row `at`, or None. Headings may take up to three rows ("Money" over "out")."""
    for many in range(1, _MOST_ROWS_OF_A_HEADING + 1):
        group = rows[at : at + many]
        if len(group) < many or not _stand_together(group):
            return None
        if many > 1 and _as_columns([group[-1]]):
            return None  # the last row is a heading of its own, and those above it are a title
        if found := _as_columns(group):
            return _with_rules(Columns(found, group[-1].bottom, group[0].height, many), group, rules)
    return None


def _stand_together(group: Sequence[Row]) -> bool:
    words = sum(len(row.words) for row in group)
    near = all(below.top - above.bottom < above.height for above, below in pairwise(group))
    return near and words <= _MOST_WORDS_OF_A_HEADING


def _as_columns(group: Sequence[Row]) -> tuple[Column, ...]:
    """The columns of headings, or nothing when these rows are no headings of a statement."""
    columns = [column for label in _labels(group) for column in _split(label)]
    roles = [column.role for column in columns]
    once = all(roles.count(role) <= 1 for role in MONEY | {Role.DAY})
    moves = set(roles) & MOVEMENT
    pays = moves == {Role.AMOUNT} or moves == {Role.OUT, Role.IN}
    tells = bool({Role.WORDS, Role.TYPE} & set(roles))
    if not (once and pays and tells and Role.DAY in roles and roles.count(Role.OTHER) <= _MOST_UNKNOWN):
        return ()
    in_order = sorted(columns, key=lambda column: column.left)
    first_money = next(n for n, column in enumerate(in_order) if column.role in MONEY)
    if any(column.role not in MONEY | {Role.OTHER, Role.SKIPPED} for column in in_order[first_money:]):
        return ()  # words to the right of the money: no statement that we know
    return tuple(in_order)


def _labels(group: Sequence[Row]) -> list[list[Word]]:
    """Each heading as its words: the phrases of all rows, with those that stand one above the other together."""
    labels: list[list[Word]] = []
    for row in group:
        for phrase in phrases_of(row.words):
            words = [word for word in row.words if phrase.left <= word.left and word.right <= phrase.right]
            above = [label for label in labels if len(group) > 1 and _overlap(label, phrase)]
            if above:
                above[0].extend(words)
            else:
                labels.append(words)
    return labels


def _overlap(label: Sequence[Word], phrase: Word) -> bool:
    left, right = min(word.left for word in label), max(word.right for word in label)
    return min(right, phrase.right) - max(left, phrase.left) > 0


def _split(words: Sequence[Word]) -> Iterator[Column]:
    """The columns in one phrase: a single one where we know it whole, else the longest labels from its left."""
    unknown: list[Word] = []
    at = 0
    while at < len(words):
        for many in (len(words) - at, *range(_LONGEST_LABEL, 0, -1)):
            part = words[at : at + many]
            role = role_of(" ".join(word.text for word in part))
            if role is not None:
                break
        else:
            unknown.append(words[at])
            at += 1
            continue
        yield from _unknown(unknown)
        unknown = []
        yield _column(role, part)
        at += len(part)
    yield from _unknown(unknown)


def _unknown(words: list[Word]) -> Iterator[Column]:
    if any(letter.isalpha() for word in words for letter in word.text):
        yield _column(Role.OTHER, words)


def _column(role: Role, words: Sequence[Word]) -> Column:
    whole = words[0]
    for word in words[1:]:
        whole = join(whole, word)
    return Column(role, whole.text, whole.left, whole.right)


def _with_rules(found: Columns, group: Sequence[Row], rules: Sequence[Rule]) -> Columns:
    """The same columns, with where they begin and end when there is a rule down between each two of them."""
    top = min(row.top for row in group)
    downs = sorted({rule.left for rule in rules if not rule.across and rule.bottom > top})
    between = []
    for column, following in pairwise(found.columns):
        inside = [down for down in downs if column.right - 1 <= down <= following.left + 1]
        if not inside:
            return found
        between.append(inside[0])
    edges = [0.0, *between, 100_000.0]
    columns = tuple(
        Column(column.role, column.label, column.left, column.right, begins, ends)
        for column, (begins, ends) in zip(found.columns, pairwise(edges), strict=True)
    )
    return Columns(columns, found.bottom, found.height, found.rows, is_ruled=True)
