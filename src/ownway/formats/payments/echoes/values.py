"""What a bank says about payments that were sent: one echo for each payment it names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ownway.formats.payments.values import Problem


class Outcome(StrEnum):
    """What became of a payment, as the bank tells it."""

    ACCEPTED = "accepted"  # the bank has taken it, and has not paid yet
    PENDING = "pending"  # the bank is still looking at it
    SETTLED = "settled"  # the money has left the council's account
    REJECTED = "rejected"  # the money never left
    RETURNED = "returned"  # the money left, and came back
    CHANGED_ACCOUNT = "changed_account"  # paid, but the account has another number now
    INSTRUCTION = "instruction"  # a direct debit instruction was changed or cancelled: no payment of ours


CAME_BACK = (Outcome.REJECTED, Outcome.RETURNED)
"""The person does not have the money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """What a file says about one payment. What it does not say is empty, or None.

    `place` counts the payments of the file from 1. `status` and `code` are the bank's own codes, `said` its own words.
    `new_sort_code` and `new_account` are the account that the bank says is right now.
    """

    place: int
    outcome: Outcome
    status: str = ""
    code: str = ""
    said: str = ""
    end_to_end_id: str = ""
    reference: str = ""
    name: str = ""
    sort_code: str = ""
    account: str = ""
    amount_pence: int | None = None
    on: date | None = None
    bank_id: str = ""
    new_sort_code: str = ""
    new_account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A status of a whole file, or of one batch in it (`batch_id`); it holds for payments that are not named."""

    message_id: str
    batch_id: str = ""
    status: str
    outcome: Outcome | None
    code: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoFile:
    """A file from the bank that was read. `kind` is empty when nobody could say what it is.

    `left_out` counts what it says that is not about payments that were sent, such as money that came in.
    """

    kind: str
    version: str = ""
    message_id: str = ""
    made_on: date | None = None
    digest: str
    wholes: Sequence[Whole] = ()
    echoes: Sequence[Echo] = ()
    left_out: int = 0
    problems: Sequence[Problem] = ()

    @property
    def is_taken(self) -> bool:
        """Whether it was read at all; what could not be read in it stands in `problems`."""
        return bool(self.kind) and not any(one.where == THE_FILE and one.level == "error" for one in self.problems)

    @property
    def is_whole(self) -> bool:
        """Whether everything in it was read."""
        return self.is_taken and not any(one.level == "error" for one in self.problems)


THE_FILE = "the file"
MOST_PROBLEMS = 100
