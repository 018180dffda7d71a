"""An account, its lines, statements and receipts as values, for rules and pages."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ownway.formats.statements import Line as BankLine
from ownway.journey.accounts.models import Line, LineMatch, Statement
from ownway.rules.account import Account, HeadingSpend
from ownway.rules.checks.findings import Finding
from ownway.rules.days import Days
from ownway.rules.steps import Step

MOST_WORDS = 300


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """A person's account as the checks of rules/checks look at it.

    `balance_on` is the last day for which money is known; None without a line or a balance. `balance_known` is False
    when no file and nobody said what was in the account: then only what came in and went out is known.
    `unseen_pence` moved on days that no statement covers.
    """

    account: Account
    balance_on: date | None
    balance_known: bool
    unseen_pence: int


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """A receipt of a line, without its picture."""

    id: int
    line_id: int
    width: int
    height: int
    added_by_id: int
    added_by: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class LineFacts:
    """A line as pages show it: pence in (more than nothing) or out, and what it was found to be."""

    id: int
    on: date
    pence: int
    words: str
    balance_pence: int | None
    match: str
    match_words: str
    heading_id: int | None
    heading_words: str
    payee_name: str
    matched_by: str
    note: str
    like: str
    receipts: int

    @property
    def is_known(self) -> bool:
        """Whether it is matched to anything."""
        return self.match != LineMatch.NOT_KNOWN

    @property
    def what(self) -> str:
        """What it was, in words: its heading before its kind, as "Exercise (PA wages)"."""
        if not self.heading_words:
            return self.match_words
        return self.heading_words if self.match == LineMatch.HEADING else f"{self.heading_words} ({self.match_words})"

    @property
    def how_known(self) -> str:
        """Who says so."""
        if self.matched_by:
            return f"{self.matched_by} said so"
        return "Matched by Ownway" if self.is_known else ""

    @property
    def choice(self) -> str:
        """Its value in the list of what a line can be."""
        return f"heading:{self.heading_id}" if self.heading_id else self.match


@dataclass(frozen=True, slots=True)
class LinesPage:
    """One page of lines, newest first, and how many there are in all."""

    lines: tuple[LineFacts, ...]
    count: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """A statement that was read, and who took it back and why, if somebody did."""

    id: int
    name: str
    bank: str
    account: str
    from_on: date
    to_on: date
    lines_read: int
    lines_added: int
    problems: tuple[str, ...]
    read_by_id: int
    read_by: str
    read_at: datetime
    taken_back_by: str
    taken_back_at: datetime | None
    taken_back_words: str

    @property
    def is_taken_back(self) -> bool:
        """Whether its lines count no longer."""
        return self.taken_back_at is not None


@dataclass(frozen=True, slots=True)
class TakingBack:
    """What taking a statement back would do: to how many lines, how many of which somebody sorted or wrote a note to,
    and the reasons why it cannot be done, if there are any.
    """

    lines: int
    sorted_lines: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ColumnsFacts:
    """What somebody said the columns of a layout hold: its headings, who said so, and whether for all of the council."""

    id: int
    headings: tuple[str, ...]
    for_all: bool
    confirmed_by: str
    confirmed_at: datetime


@dataclass(frozen=True, slots=True)
class WaitingFacts:
    """A file that waits for somebody's answer. `day_order` is what was said to come first in its days, if it was asked."""

    id: int
    name: str
    day_order: str
    brought_by: str
    brought_at: datetime


@dataclass(frozen=True, slots=True)
class OtherSpend:
    """What was spent in some days on lines without a heading of the plan, by what they were."""

    words: str
    pence: int


@dataclass(frozen=True, slots=True)
class AccountPage:
    """The top of the account page: every amount a Step with its working."""

    facts: AccountFacts
    balance: Step
    committed: Step
    put_by: Step
    safe: Step
    next_payment_on: date | None
    spend_days: Days | None
    spend: tuple[HeadingSpend, ...]
    other_spend: tuple[OtherSpend, ...]
    spent_pence: int
    contribution_due: bool
    contribution_missing: Finding | None
    gaps: Finding | None
    lines: int
    not_known: int


@dataclass(frozen=True, slots=True)
class Change:
    """What a line was said to be at some moment, and by whom."""

    words: str
    by: str
    at: datetime


def line_facts(row: Line) -> LineFacts:
    """The row as a value; its heading, payee and who matched it must have been fetched, its receipts counted."""
    return LineFacts(
        id=row.pk,
        on=row.on,
        pence=row.pence,
        words=row.words,
        balance_pence=row.balance_pence,
        match=row.match,
        match_words=row.get_match_display(),
        heading_id=row.heading_id,
        heading_words=row.heading.words if row.heading else "",
        payee_name=row.payee.name if row.payee else "",
        matched_by=row.matched_by.name if row.matched_by else "",
        note=row.note,
        like=row.like,
        receipts=getattr(row, "receipt_count", 0),
    )


def statement_facts(row: Statement) -> StatementFacts:
    """The row as a value; who read it and who took it back must have been fetched."""
    return StatementFacts(
        id=row.pk,
        name=row.name,
        bank=row.bank,
        account=hidden_number(row.account),
        from_on=row.from_on,
        to_on=row.to_on,
        lines_read=row.lines_read,
        lines_added=row.lines_added,
        problems=tuple(_problem(each) for each in row.problems),
        read_by_id=row.read_by_id,
        read_by=row.read_by.name,
        read_at=row.read_at,
        taken_back_by=row.taken_back_by.name if row.taken_back_by else "",
        taken_back_at=row.taken_back_at,
        taken_back_words=row.taken_back_words,
    )


def _problem(kept: dict[str, Any]) -> str:
    """What was kept of a problem, in words: whether its line was left out or only looked odd."""
    said = "Looked odd" if kept.get("kept") else "Left out"
    return ": ".join(part for part in (said, kept["where"], kept["reason"]) if part)


def hidden_number(account: str) -> str:
    """An account's number without all but its last four figures: "ending 5678"."""
    figures = "".join(letter for letter in account if letter.isdigit())
    return f"ending {figures[-4:]}" if len(figures) >= 4 else ""


def shortened(line: BankLine) -> BankLine:
    """The line with no more words than are kept, so that a kept line and the same line read again are one."""
    return line._replace(
        words=line.words[:MOST_WORDS],
        payee=line.payee[:120],
        reference=line.reference[:120],
        bank_id=line.bank_id[:80] if line.bank_id else None,
    )


def bank_line(row: Line) -> BankLine:
    """A kept row as the format knows it, to set beside a new statement."""
    return BankLine(
        on=row.on,
        pence=row.pence,
        words=row.words,
        payee=row.payee_words,
        reference=row.reference,
        balance_pence=row.balance_pence,
        bank_id=row.bank_id or None,
        place=row.place,
    )
