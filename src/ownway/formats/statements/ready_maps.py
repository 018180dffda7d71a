"""Column maps that are ready for the exports of card providers, from what the providers themselves publish.

A ready map is only a better proposal: a person confirms it like any other. Of the providers that councils use for direct
payments (allpay, PFS, EML and others) none publishes the columns of its export, so none of theirs is here.
"""

from dataclasses import dataclass

from ownway.formats.statements.column_cells import YEAR_FIRST
from ownway.formats.statements.column_map import ColumnMap


@dataclass(frozen=True, slots=True)
class ReadyMap:
    """Which heading a provider gives what. `source` is where it says so."""

    name: str
    bank: str
    source: str
    day: str
    amount: str
    words: tuple[str, ...]
    balance: str = ""
    currency: str = ""
    day_order: str = YEAR_FIRST


SOLDO = ReadyMap(
    name="soldo",
    bank="Soldo",
    source="https://support.soldo.com/hc/en-gb/articles/13254715428113",
    day="authorisation date",
    amount="amount",
    words=("description",),
    balance="balance (after settlement)",
    currency="currency",
)
READY = (SOLDO,)


def find_ready_map(headings: tuple[str, ...], *, delimiter: str) -> ColumnMap | None:
    """The ready map of the provider whose headings are among these, as a map of this very file; None for no provider's.

    What a provider calls its columns may be chosen by the council, and then it is an unknown sheet like others.
    """
    told = [" ".join(heading.split()).lower() for heading in headings]
    for ready in READY:
        needed = (ready.day, ready.amount, *ready.words, ready.balance, ready.currency)
        if all(told.count(name) == 1 for name in needed if name):
            return ColumnMap(
                columns=len(headings),
                day=told.index(ready.day) + 1,
                words=tuple(told.index(name) + 1 for name in ready.words),
                headings=headings,
                delimiter=delimiter,
                day_order=ready.day_order,
                amount=told.index(ready.amount) + 1,
                balance=told.index(ready.balance) + 1 if ready.balance else 0,
                currency_column=told.index(ready.currency) + 1 if ready.currency else 0,
                name=ready.name,
                bank=ready.bank,
            )
    return None
