"""What a bank statement is once it has been read: frozen values with no format left in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Outcome = Literal["whole", "in part", "refused"]
WHOLE: Outcome = "whole"
IN_PART: Outcome = "in part"
REFUSED: Outcome = "refused"


class Line(NamedTuple):
    """One movement of money. A named tuple because a file holds many: it is made three times as fast as a dataclass.

    `pence`: money in is positive. `words`: all that the bank says about it, spaces tidied. `balance_pence`: the running
    balance after it, where the bank writes one. `bank_id`: the bank's own number for it (FITID, Monzo's tx_).
    `place`: the line of the file (CSV) or the entry (OFX), counted from 1.
    """

    on: date
    pence: int
    words: str
    payee: str = ""
    reference: str = ""
    type: str = ""
    balance_pence: int | None = None
    bank_id: str | None = None
    place: int = 0


Lines = Sequence[Line]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something for a person to look at. `place` 0 is the file itself; `text` is the line as written.

    `stops`: the whole file is refused because of it. Otherwise the line is set aside, or, when it is `kept`, it was
    taken and only raises a question (or the question is about the whole file).
    """

    place: int
    reason: str
    text: str
    stops: bool
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Something seen that is not a problem, such as an opening balance row or a payment that is still pending."""

    place: int
    words: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One of several statements in a file (an MT940 message, a camt Stmt). `id` is the bank's own name for it."""

    account: str
    currency: str
    id: str
    opening_pence: int | None
    closing_pence: int | None
    from_on: date | None
    to_on: date | None
    line_count: int
    sum_pence: int

    @property
    def reconciles(self) -> bool | None:
        """Whether opening + sum = closing; None when the part does not give both balances."""
        return add_up(self.opening_pence, self.sum_pence, self.closing_pence)


@dataclass(frozen=True, kw_only=True)
class Summary:
    """All that a statement says but its lines. Money in pence; balances are None where the file does not say them.

    Balances are never worked out from the sum. `line_count` and `sum_pence` leave out what was set aside;
    `running_balance_breaks` are the places (at most MOST_BREAKS) where a running balance is not the one before it plus
    the money moved since, oldest first. `parts` are the statements of a file that holds several. `digest` is the
    SHA-256 of the bytes.
    """

    kind: str
    layout: str
    bank: str
    account: str
    currency: str
    line_count: int
    sum_pence: int
    opening_pence: int | None
    closing_pence: int | None
    from_on: date | None
    to_on: date | None
    running_balance_breaks: tuple[int, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]
    outcome: Outcome
    digest: str
    newest_first: bool = False
    parts: tuple[Part, ...] = ()

    @property
    def is_taken(self) -> bool:
        return self.outcome != REFUSED

    @property
    def reconciles(self) -> bool | None:
        """Whether opening + sum = closing; None when the file does not give both balances."""
        return add_up(self.opening_pence, self.sum_pence, self.closing_pence)


@dataclass(frozen=True, kw_only=True)
class Statement(Summary):
    """A bank statement as read. Lines are oldest first, whatever order the file had; a refused one has none."""

    lines: tuple[Line, ...]


def add_up(opening_pence: int | None, sum_pence: int, closing_pence: int | None) -> bool | None:
    """Whether opening + sum = closing; None when one of them is not known."""
    if opening_pence is None or closing_pence is None:
        return None
    return opening_pence + sum_pence == closing_pence
