"""What the rows around the table say: whose account it is, which days it is about, what it opens and closes with."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.pdf.entries import is_closing, is_opening
from ownway.formats.statements.pdf.printed_days import Period, find_date_of_statement, find_period
from ownway.formats.statements.pdf.sums import read_sum, tokens_of
from ownway.formats.statements.pdf.text_rows import Row, phrases_of

_ACCOUNT_LABEL = re.compile(r"\b(?:account|a/c) ?(?:number|no\b\.?|num\b\.?)", re.IGNORECASE)
_ACCOUNT = re.compile(r"(?<![0-9*])([0-9]{8}|[0-9]{4} [0-9]{4}|[*xX]{2,6}[0-9]{2,6})(?![0-9])")
_SORT_CODE = re.compile(r"(?<![0-9-])([0-9]{2}-[0-9]{2}-[0-9]{2}|(?<=sort code )[0-9]{6})(?![0-9-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the table. `accounts`: each account with the page that first names it, in order of pages.

    `opening_pence` and `closing_pence` hold every sum that is called so; a summary may name several accounts'.
    """

    accounts: tuple[tuple[int, str], ...] = ()
    period: Period | None = None
    opening_pence: frozenset[int] = frozenset()
    closing_pence: frozenset[int] = frozenset()

    def account_on(self, page: int) -> str:
        """The account that a page is about: the last that was named up to it, else the first of all."""
        named = [account for first, account in self.accounts if first <= page]
        return named[-1] if named else next((account for _, account in self.accounts), "")


def read_around(rows: Sequence[Row]) -> Around:
    """All that the rows around the table say, in the order of the pages."""
    openings, closings = _sums(rows, is_opening), _sums(rows, is_closing)
    return Around(tuple(_accounts(rows)), _period(rows), frozenset(openings), frozenset(closings))


def _accounts(rows: Iterable[Row]) -> Iterator[tuple[int, str]]:
    """Each account where it is named anew. A number counts beside the words "account number", or below them."""
    sort_code = last = ""
    is_labelled_above = False
    for row in rows:
        text = row.text[:500]
        label = _ACCOUNT_LABEL.search(text)
        number = _ACCOUNT.search(text, label.end() if label else 0) if label or is_labelled_above else None
        is_labelled_above = bool(label) and number is None
        if found := _SORT_CODE.search(text):
            sort_code = found[1]
        if number and (account := number[1].replace(" ", "")) != last:
            last = account
            yield row.page, f"{sort_code} {account}".strip()


def _period(rows: Sequence[Row]) -> Period | None:
    """The first period named; one that follows on from it, as where several statements are bound in one, makes it longer."""
    period: Period | None = None
    for row in rows:
        found = find_period(row.text)
        if found is None or found.from_on is None:
            continue
        if period is None:
            period = found
        elif timedelta(0) <= found.from_on - period.to_on <= timedelta(days=3):
            period = Period(period.from_on, found.to_on)
    return period or next((found for row in rows if (found := find_date_of_statement(row.text))), None)


def _sums(rows: Sequence[Row], is_called_so: Callable[[str], bool]) -> Iterator[int]:
    """The sums beside, or below, words for an opening or a closing balance."""
    for at, row in enumerate(rows):
        below = rows[at + 1] if at + 1 < len(rows) and rows[at + 1].page == row.page else None
        tokens = list(tokens_of(row.words))
        for phrase in phrases_of([token.word for token in tokens if not token.is_sum]):
            if not is_called_so(phrase.text):
                continue
            beside = [token.word.text for token in tokens if token.is_sum and token.word.left > phrase.right]
            under = [
                token.word.text
                for token in (tokens_of(below.words) if below and not beside else ())
                if token.is_sum and min(token.word.right, phrase.right) > max(token.word.left, phrase.left)
            ]
            for text in (beside or under)[:1]:
                try:
                    yield read_sum(text).pence
                except UnreadableError:
                    continue
