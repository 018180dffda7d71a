"""Payments, runs and what is found in them, as values for pages, files and letters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from ownway.journey.payments.models import Schedule
from ownway.rules import schedules
from ownway.rules.days import Days
from ownway.rules.schedules import EVERY_IN_WORDS, DuePayment
from ownway.rules.steps import Step

NO_ACCOUNT, OVER_LIMIT, CAME_BACK = "no bank account", "over the limit", "came back"

NOT_IN_TOTALS = (NO_ACCOUNT, OVER_LIMIT, CAME_BACK, "not due yet")
"""Findings whose amount before is not what was paid last, or is not to be held against this run."""

KINDS: Mapping[str, str] = {
    "paid twice": "Some days would be paid twice",
    "looks like a slip": "Looks like a slip",
    "far above budget": "Far above what was agreed",
    OVER_LIMIT: "More than the limit for one payment",
    CAME_BACK: "Their last payment came back, and nobody has looked at why",
    "bank account changed": "Bank account changed",
    NO_ACCOUNT: "Nobody can be paid yet: no bank account",
    "stopped": "Paid last time and not now",
    "amount changed": "Amount changed",
    "frequency changed": "Paid more or less often",
    "new": "New this time",
    "same": "Same as last time",
    "not due yet": "Not due yet",
}
"""Each kind of finding in the words of its heading, in the order to look at them."""


@dataclass(frozen=True, slots=True)
class BankAccountFacts:
    """The account a person is paid into; `sort_code` and `account_number` are None for those who may not see them."""

    holder_name: str
    sort_code: str | None
    account_number: str | None
    ending: str
    check_words: str
    is_checked: bool
    given_at: datetime


@dataclass(frozen=True, slots=True)
class ScheduleFacts:
    """What is paid regularly, how often and from when; a pause has a first day and perhaps a last one."""

    id: int
    every: str
    amount_pence: int
    weekly_pence: int
    first_on: date
    until_on: date | None
    why: str
    paused_from_on: date | None
    paused_until_on: date | None

    @property
    def every_words(self) -> str:
        """“every 4 weeks”."""
        return EVERY_IN_WORDS[self.every]


@dataclass(frozen=True, slots=True)
class Planned:
    """A schedule as the rulebook's value, and the days for which it does not pay."""

    schedule: schedules.Schedule
    paused: tuple[Days, ...]

    def due(self, from_on: date, to_on: date) -> list[DuePayment]:
        """What falls due from one day to another, both counted."""
        return schedules.due_payments(self.schedule, from_on, to_on, without=self.paused)


@dataclass(frozen=True, slots=True)
class PastPayment:
    """A payment in a run: when it arrives, for which days, how much and how it was worked out."""

    id: int
    pay_on: date
    from_on: date
    to_on: date
    amount: Step
    account_ending: str
    reference: str
    status: str
    notice_id: int | None
    came_back: "CameBack | None" = None


@dataclass(frozen=True, slots=True)
class CameBack:
    """That a payment came back: when, why as a worker and as the person reads it, and what was decided.

    `for_person` is empty where somebody had better tell them. `is_open` until somebody has decided.
    """

    item_id: int
    on: date | None
    words: str
    next_words: str
    for_person: str
    checks_account: bool
    is_open: bool
    is_paid_again: bool


@dataclass(frozen=True, slots=True)
class PaymentsFacts:
    """All that a person's payments page shows."""

    schedule: ScheduleFacts | None
    bank_account: BankAccountFacts | None
    past: tuple[PastPayment, ...]
    coming: tuple[DuePayment, ...]
    may_start: bool


@dataclass(frozen=True, slots=True)
class RunFacts:
    """A run in a list or at the head of its pages."""

    id: int
    number: int
    pay_on: date
    due_to_on: date
    submit_by_on: date
    status: str
    proposed_by_id: int
    proposed_by: str
    proposed_at: datetime
    approved_by: str
    approved_at: datetime | None
    ended_why: str
    before_pence: int
    payments: int
    total_pence: int


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many people a kind of finding concerns, what they were paid before and are paid now, in pence."""

    kind: str
    words: str
    people: int
    before_pence: int
    after_pence: int
    to_explain: int


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """One finding about one person."""

    id: int
    person_id: int
    person: str
    kind: str
    kind_words: str
    before_pence: int
    after_pence: int
    words: str
    stops_the_run: bool
    explained: str
    is_paid: bool


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """One page of a run's findings."""

    changes: tuple[ChangeFacts, ...]
    number: int
    pages: int
    count: int


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file for the bank, without its bytes."""

    kind: str
    kind_words: str
    name: str
    digest: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class EmergencyFacts:
    """The list of a run to key by hand: why, by whom and when it was made, and what became of it.

    `was_used` is None until somebody has said; until then, and for ever when it was used, the files are held back.
    """

    why: str
    digest: str
    made_by: str
    made_at: datetime
    was_used: bool | None
    said_by: str
    said_at: datetime | None

    @property
    def holds_files(self) -> bool:
        """Whether the files for the bank must not be sent."""
        return self.was_used is not False


@dataclass(frozen=True, slots=True)
class RunSummary:
    """All that the page of a run shows but its people."""

    run: RunFacts
    kinds: tuple[KindCount, ...]
    died: tuple[str, ...]  # names of those in a run without files yet
    taken_out: int
    files: tuple[FileFacts, ...]
    notices_to_make: int
    came_back: int
    came_back_pence: int

    @property
    def to_explain(self) -> int:
        """How many findings wait for words."""
        return sum(kind.to_explain for kind in self.kinds)


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """A file from the bank in a list: what it is, and how much of it is still to be looked at."""

    id: int
    kind: str
    kind_words: str
    name: str
    made_on: date | None
    read_by: str
    read_at: datetime
    taken: int
    told_before: int
    items: int
    open_items: int
    refused_run: tuple[int, int] | None = None  # id and number of the run whose file was refused as a whole


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """Something the bank says that somebody has to look at, in words. `person` is empty while nobody is known.

    `candidates` holds (number, words) of the payments that it may be.
    """

    id: int
    answer_id: int
    kind: str
    kind_words: str
    person_id: int | None
    person: str
    reference: str
    amount_pence: int | None
    sent_pence: int | None
    on: date | None
    words: str
    next_words: str
    said: str
    step: str
    why: str
    candidates: tuple[tuple[int, str], ...]
    account_ending: str
    new_account_ending: str
    account_changed: bool
    ended: str
    ended_words: str
    ended_why: str


def rule_schedule(row: Schedule) -> schedules.Schedule:
    """The row as the rulebook's value."""
    return schedules.Schedule(
        first_on=row.first_on, every=row.every, amount_pence=row.amount_pence, until_on=row.until_on
    )


def working_of(row: Schedule, *, from_on: date, to_on: date) -> Step:
    """How the payment of a schedule for these days was worked out. Unit: pence."""
    whole = schedules.Schedule(
        first_on=row.first_on,
        every=row.every,
        amount_pence=row.amount_pence,
        until_on=to_on if row.every == "once" else None,
    )
    return schedules.payment_for(whole, Days(from_on, to_on)).amount
