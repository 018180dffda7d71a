"""Check-ups, what was found and said, and proposals, as values for pages and letters."""

from dataclasses import dataclass
from datetime import date, datetime

from ownway.journey.checkups.models import CheckUp, CheckUpStatus, Conversation, Finding, Proposal, ProposalStatus
from ownway.journey.checkups.models import Side as Side


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """What a check found, in a sentence, and what to do."""

    check_name: str
    sentence: str
    what_to_do: str
    severity: str
    amount_pence: int | None


@dataclass(frozen=True, slots=True)
class SaidFacts:
    """Something that was said."""

    side: str
    side_words: str
    is_question: bool
    words: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ProposalFacts:
    """A proposal to return money, and what the person's side replied."""

    id: int
    decision_id: int
    letter_id: int | None
    amount_pence: int
    reasons: tuple[str, ...]
    reply_by_on: date
    status: str
    status_words: str
    reply_words: str
    replied_by: str
    made_by: str
    made_at: datetime

    @property
    def waits(self) -> bool:
        """Whether it waits for a reply."""
        return self.status == ProposalStatus.PROPOSED


@dataclass(frozen=True, slots=True)
class CheckUpFacts:
    """A check-up: why it was due, what was found, what was said, and how it ended."""

    id: int
    status: str
    status_words: str
    reasons: tuple[str, ...]
    from_on: date
    to_on: date
    letter_id: int | None
    opened_by: str
    opened_at: datetime
    ended_words: str
    ended_at: datetime | None
    findings: tuple[FindingFacts, ...]
    said: tuple[SaidFacts, ...]
    proposals: tuple[ProposalFacts, ...]

    @property
    def is_over(self) -> bool:
        """Whether it is finished."""
        return self.status == CheckUpStatus.CLOSED

    @property
    def unanswered(self) -> int:
        """Questions of the person's side after which the council has said nothing."""
        answered_to = max((place for place, one in enumerate(self.said) if one.side == Side.COUNCIL), default=-1)
        return sum(one.is_question for one in self.said[answered_to + 1 :])


@dataclass(frozen=True, slots=True)
class CheckUpLine:
    """A check-up in a list."""

    id: int
    status_words: str
    opened_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class DueLine:
    """Somebody who is due for a check-up: since when, and why."""

    person_id: int
    name: str
    reference: str
    due_on: date
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DuePage:
    """One page of those who are due, longest first, and how many there are in all."""

    lines: tuple[DueLine, ...]
    count: int
    number: int
    pages: int


def finding_facts(row: Finding) -> FindingFacts:
    """The row as a value."""
    return FindingFacts(
        check_name=row.check_name,
        sentence=row.sentence,
        what_to_do=row.what_to_do,
        severity=row.severity,
        amount_pence=row.amount_pence,
    )


def said_facts(row: Conversation) -> SaidFacts:
    """The row as a value."""
    return SaidFacts(
        side=row.side,
        side_words=row.get_side_display(),
        is_question=row.is_question,
        words=row.words,
        by=row.by.name,
        at=row.at,
    )


def proposal_facts(row: Proposal) -> ProposalFacts:
    """The row as a value."""
    return ProposalFacts(
        id=row.pk,
        decision_id=row.decision_id,
        letter_id=row.letter_id,
        amount_pence=row.amount_pence,
        reasons=tuple(row.reasons.splitlines()),
        reply_by_on=row.reply_by_on,
        status=row.status,
        status_words=row.get_status_display(),
        reply_words=row.reply_words,
        replied_by=row.replied_by.name if row.replied_by else "",
        made_by=row.made_by.name,
        made_at=row.made_at,
    )


def check_up_facts(row: CheckUp) -> CheckUpFacts:
    """The row with what belongs to it, which must have been fetched."""
    return CheckUpFacts(
        id=row.pk,
        status=row.status,
        status_words=row.get_status_display(),
        reasons=tuple(row.reasons),
        from_on=row.from_on,
        to_on=row.to_on,
        letter_id=row.letter_id,
        opened_by=row.opened_by.name,
        opened_at=row.opened_at,
        ended_words=row.ended_words,
        ended_at=row.ended_at,
        findings=tuple(finding_facts(one) for one in row.findings.all()),
        said=tuple(said_facts(one) for one in row.conversations.all()),
        proposals=tuple(proposal_facts(one) for one in row.proposals.all()),
    )
