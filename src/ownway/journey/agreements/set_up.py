"""What is still missing before the first payment, whose turn it is, and days counted against the council's promise."""

from dataclasses import dataclass
from datetime import date

from ownway.ground.design.tasks import Task
from ownway.ground.design.words import many

COUNCIL = "The council"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpFacts:
    """On which day each thing was done, or None. `promised_days` is None while the council has promised nothing.

    `employs` says whether the plan pays somebody by the hour whom the person employs; `payroll_planned` whether it pays
    for a payroll service.
    """

    known_as: str
    offered_on: date | None = None
    accepted_by_person_on: date | None = None
    accepted_by_council_on: date | None = None
    account_given_on: date | None = None
    account_checked_on: date | None = None
    employs: bool = False
    payroll_planned: bool = False
    insurance_on: date | None = None
    payroll_on: date | None = None
    first_payment_on: date | None = None
    promised_days: int | None = None


@dataclass(frozen=True, slots=True)
class SetUpList:
    """The things to do in order, days since the person's yes (None before it), and what the council promised."""

    tasks: tuple[Task, ...]
    days_so_far: int | None
    promised_days: int | None

    @property
    def is_done(self) -> bool:
        """Whether nothing is missing."""
        return all(task.done for task in self.tasks)

    @property
    def words(self) -> str:
        """How it stands with the council's promise, in a sentence or two."""
        promise = (
            f"The council promises the first payment within {many(self.promised_days, 'day')} of a yes."
            if self.promised_days is not None
            else "The council has not made a promise yet about how long this takes."
        )
        if self.days_so_far is None:
            return promise
        if self.is_done:
            return f"{promise} It took {many(self.days_so_far, 'day')}."
        return f"{promise} It has been {many(self.days_so_far, 'day')} so far."


def set_up_items(facts: SetUpFacts, *, today: date) -> SetUpList:
    """Everything from the offer to the first payment, done or not, in order.

    Days count from the person's yes to the first payment, or to today; only the council's turns are held to the promise.
    """
    days = _days_so_far(facts, today)
    left = None if facts.promised_days is None or days is None else facts.promised_days - days
    tasks = [
        _theirs("The council makes an offer", facts.offered_on, COUNCIL, left),
        _theirs(f"{facts.known_as} says yes to the offer", facts.accepted_by_person_on, facts.known_as, None),
        _theirs("The council says yes too", facts.accepted_by_council_on, COUNCIL, left),
        _theirs("Tell us the bank account", facts.account_given_on, facts.known_as, None),
        _theirs("The council checks the bank account", facts.account_checked_on, COUNCIL, left),
    ]
    if facts.employs:
        tasks.append(_theirs("Get employers’ liability insurance", facts.insurance_on, facts.known_as, None))
        words = "Set up the payroll service" if facts.payroll_planned else "Choose how to run the payroll"
        tasks.append(_theirs(words, facts.payroll_on, facts.known_as, None))
    tasks.append(_theirs("The council makes the first payment", facts.first_payment_on, COUNCIL, left))
    return SetUpList(tasks=tuple(tasks), days_so_far=days, promised_days=facts.promised_days)


def _theirs(words: str, done_on: date | None, turn: str, left: int | None) -> Task:
    return Task(words=words, done=done_on is not None, turn=turn, days_left=left)


def _days_so_far(facts: SetUpFacts, today: date) -> int | None:
    if facts.accepted_by_person_on is None:
        return None
    return max(0, ((facts.first_payment_on or today) - facts.accepted_by_person_on).days)
