"""What a payment file says, before it is written in any bank's format."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Debtor:
    """Who pays: the council's name and the account that the money leaves.

    `sort_code` is six digits, `account` eight. `service_user_number` is the council's six-digit Bacs number; a
    Bacs Standard 18 file cannot be written without it.
    """

    name: str
    sort_code: str
    account: str
    service_user_number: str | None = None


class Payment(NamedTuple):
    """One sum to one account: `amount_pence` in whole pence, `reference` is what the payee sees on their statement.

    A tuple with names: a council's file holds tens of thousands, and they are taken apart faster than any object.
    """

    end_to_end_id: str
    name: str
    sort_code: str
    account: str
    amount_pence: int
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentFile:
    """Payments that leave one account and arrive on one day (`pay_on`); `message_id` names the file for ever.

    `payments` is gone through more than once (looked over before anything is written), so it is a list or anything
    else that starts again from the first; a generator does not, and is refused.
    """

    debtor: Debtor
    pay_on: date
    message_id: str
    created_at: datetime
    payments: Iterable[Payment]

    def __post_init__(self) -> None:
        if iter(self.payments) is self.payments:
            raise TypeError("The payments of a file are gone through more than once: give a list, not a generator")

    @property
    def total_pence(self) -> int:
        """The sum of all payments, in pence."""
        return sum(payment.amount_pence for payment in self.payments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with a payment file, for a person to put right.

    `where` is the place ("payment 3", "the file", "line 7"), `field` the name of the field, `message` plain words.
    `code` is the ISO 20022 status reason a bank would give, where there is one.
    """

    where: str
    field: str
    message: str
    level: Level = "error"
    code: str | None = None

    def __str__(self) -> str:
        return f"{self.where}, {self.field}: {self.message}"


class PaymentFileRefused(ValueError):
    """The file was not written because of `problems`; nothing was made."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(str(problem) for problem in self.problems[:5]))


def errors_of(problems: Sequence[Problem]) -> list[Problem]:
    """The problems that stop a file, without the warnings."""
    return [problem for problem in problems if problem.level == "error"]
