"""A person's direct payment account: the balance, what is spoken for, and what is safe to spend."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ownway.rules import steps as units
from ownway.rules.days import Days, day_in_words, left_over
from ownway.rules.steps import Step
from ownway.rules.vocabulary import NEAREST_PENNY, add_up, at_least, convert, for_each, given, take_away

# What a line was found to be. The words are those the lines are stored with.
PAYMENT = "payment"
CONTRIBUTION = "contribution"
HEADING = "heading"
WAGES = "wages"
TAX = "tax"
INSURANCE = "insurance"
PAYROLL = "payroll"
CASH = "cash"
TRANSFER = "transfer"
NOT_KNOWN = "not_known"
MATCHED_KINDS = (PAYMENT, CONTRIBUTION, HEADING, WAGES, TAX, INSURANCE, PAYROLL, CASH, TRANSFER, NOT_KNOWN)


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One line of the bank account. `pence` is more than nothing for money in, less for money out.

    `matched_kind` is one of MATCHED_KINDS; `heading_key` and `payee_key` are "" when it is not matched to one.
    """

    key: str
    on: date
    pence: int
    words: str
    matched_kind: str = NOT_KNOWN
    heading_key: str = ""
    payee_key: str = ""


@dataclass(frozen=True, slots=True)
class PlanHeading:
    """A heading of the plan and what it is expected to cost in a week, in pence."""

    key: str
    words: str
    weekly_pence: int


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something the plan still has to pay: wages, tax, insurance. `pence` is the amount, more than nothing."""

    words: str
    pence: int
    due_on: date
    kind: str = HEADING
    heading_key: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """An amount (pence) that was to come into the account on a day: a payment, or the person's contribution."""

    on: date
    pence: int


@dataclass(frozen=True, slots=True)
class Account:
    """Everything the checks look at, as it stood at the end of `today`.

    `opening_pence` is the balance before the first of `lines`. `statements` are the spans of days that statements
    cover. `payment_weekly_pence` is what the council pays in a week, `contribution_weekly_pence` what the person adds.
    `put_by_pence` is what the plan agrees to keep for emergencies. `contingency_weeks` is the council's policy: how
    many weeks of money may build up before it is talked about (8 in many councils; it is not in the law).
    """

    today: date
    opening_pence: int
    lines: tuple[AccountLine, ...]
    statements: tuple[Days, ...] = ()
    headings: tuple[PlanHeading, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    payments_due: tuple[Due, ...] = ()
    contributions_due: tuple[Due, ...] = ()
    payment_weekly_pence: int = 0
    contribution_weekly_pence: int = 0
    put_by_pence: int = 0
    contingency_weeks: int = 8
    running_since_on: date | None = None
    employs_pa: bool = False

    def lines_of(self, *kinds: str) -> tuple[AccountLine, ...]:
        """The lines matched to any of these kinds, oldest first."""
        return tuple(sorted((each for each in self.lines if each.matched_kind in kinds), key=_by_day))

    @property
    def covered(self) -> Days | None:
        """From the first to the last day that any statement covers; None without a statement."""
        if not self.statements:
            return None
        return Days(min(each.from_on for each in self.statements), max(each.to_on for each in self.statements))

    def is_covered(self, day: date) -> bool:
        """True when a statement covers this day."""
        return any(day in days for days in self.statements)

    @property
    def uncovered(self) -> tuple[Days, ...]:
        """The days inside `covered` that no statement covers."""
        return tuple(left_over(self.covered, self.statements)) if self.covered else ()


@dataclass(frozen=True, slots=True)
class HeadingSpend:
    """What was planned and spent under one heading in some days, in pence with working."""

    heading: PlanHeading
    planned: Step
    spent: Step
    left: Step


def balance(account: Account) -> Step:
    """What is in the account now: what it held at first, with all that came in and went out. Unit: pence."""
    return take_away(
        "Balance",
        add_up(
            "Held at first, and came in",
            given("Held before the first line", account.opening_pence, units.PENCE, source="the bank statement"),
            _sum_of("Came in", (line.pence for line in account.lines if line.pence > 0)),
        ),
        _sum_of("Went out", (-line.pence for line in account.lines if line.pence < 0)),
    )


def next_payment_on(account: Account) -> date | None:
    """The day of the next payment after today; None when none is due."""
    return min((due.on for due in account.payments_due if due.on > account.today), default=None)


def committed(account: Account) -> Step:
    """What is still to pay before the next payment comes, each with its name and day. Unit: pence.

    When no payment is due, everything that is still to pay counts.
    """
    until = next_payment_on(account)
    to_pay = [each for each in account.commitments if until is None or each.due_on < until]
    parts = [
        given(f"{each.words}, {day_in_words(each.due_on)}", each.pence, units.PENCE, source="the plan")
        for each in sorted(to_pay, key=lambda each: each.due_on)
    ]
    label = f"To pay before {day_in_words(until)}" if until else "To pay"
    return add_up(label, *parts, unit=units.PENCE)


def put_by(account: Account) -> Step:
    """What the plan agrees to keep for emergencies. Unit: pence."""
    return given("Kept for emergencies", account.put_by_pence, units.PENCE, source="the plan")


def safe_to_spend(account: Account) -> Step:
    """The balance less what is spoken for and what is kept for emergencies; never below nothing. Unit: pence."""
    return at_least("Safe to spend", take_away("Left over", balance(account), committed(account), put_by(account)))


def contingency_allowed(account: Account) -> Step:
    """How much may build up before it is talked about: so many weeks of money, by the council's policy. Unit: pence.

    A week of money is what the council pays and what the person adds.
    """
    weekly = add_up(
        "Money for a week",
        given("Direct payment", account.payment_weekly_pence, units.PENCE_WEEKLY, source="the agreement"),
        given("Contribution", account.contribution_weekly_pence, units.PENCE_WEEKLY, source="the agreement"),
    )
    weeks = given("Weeks that may build up", account.contingency_weeks, units.WEEKS, source="the council's policy")
    return for_each("May build up", weeks, weekly)


def spend_by_heading(account: Account, days: Days) -> list[HeadingSpend]:
    """For each heading of the plan, what was planned and spent in these days.

    The plan is counted by the day: a week's amount × days ÷ 7, to the nearest penny. Money back takes from what was
    spent. Money may move freely between headings, so a heading that is over is not wrong.
    """
    spent: dict[str, list[int]] = {}
    for line in account.lines:
        if line.heading_key and line.on in days:
            spent.setdefault(line.heading_key, []).append(-line.pence)
    return [_heading_spend(heading, days, spent.get(heading.key, ())) for heading in account.headings]


def spend_by_kind(account: Account, days: Days) -> Mapping[str, int]:
    """Pence that went out in these days by what it was found to be, for kinds with any."""
    found: dict[str, int] = {}
    for line in account.lines:
        if line.pence < 0 and line.on in days:
            found[line.matched_kind] = found.get(line.matched_kind, 0) - line.pence
    return found


def _heading_spend(heading: PlanHeading, days: Days, spent: Iterable[int]) -> HeadingSpend:
    planned = convert(
        "Planned",
        given("Planned for a week", heading.weekly_pence, units.PENCE_WEEKLY, source="the plan"),
        times=given("Days looked at", len(days), units.DAYS),
        over=given("Days in a week", 7, units.DAYS),
        unit=units.PENCE,
        rounding=NEAREST_PENNY,
    )
    spent_step = _sum_of("Spent", spent)
    return HeadingSpend(heading, planned, spent_step, take_away("Left", planned, spent_step))


def _sum_of(label: str, amounts: Iterable[int]) -> Step:
    return given(label, sum(amounts), units.PENCE, source="the bank statement")


def _by_day(line: AccountLine) -> tuple[date, str]:
    return line.on, line.key
