"""Offers, what was said about them, and agreements, as values for pages, letters and other rooms."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

from ownway.journey.agreements.models import (
    Acceptance,
    Agreement,
    NominatedPerson,
    Offer,
    OfferStatus,
    PaidHow,
    Question,
    SetUpStep,
    Side,
)
from ownway.journey.plans.models import Every
from ownway.rules import frequencies

PAID_HOW = [
    (PaidHow.NET.value, "Net: they add their part to the account"),
    (PaidHow.GROSS.value, "Gross: the council pays it all, and sends a bill for their part"),
]
PAY_PERIODS = [(every.value, every.label) for every in Every if every in frequencies.PAY_PERIODS]
SET_UP_STEPS: dict[str, str] = {step.value: step.label for step in SetUpStep}
OPEN_TO_QUESTIONS = frozenset({OfferStatus.MADE, OfferStatus.ACCEPTED})


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """An answer, which binds the council."""

    words: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class QuestionFacts:
    """A question about an offer, with what was answered so far."""

    id: int
    words: str
    by: str
    at: datetime
    answers: tuple[AnswerFacts, ...]


@dataclass(frozen=True, slots=True)
class AcceptanceFacts:
    """One side said yes: who, when, to which facts (`digest`), and for the council why (`words`)."""

    side: str
    by_id: int
    by: str
    at: datetime
    digest: str
    words: str


@dataclass(frozen=True, slots=True)
class OfferFacts:
    """One version of what the council offers: money in pence, `every` a word of rules/frequencies.py.

    `payment_weekly_pence` is what the council pays a week, `payment_pence` what arrives each time. `support` is what
    the money is for, heading by heading.
    """

    id: int
    person_id: int
    version: int
    plan_id: int
    plan_number: int
    decision_id: int
    letter_id: int | None
    support: tuple[str, ...]
    paid_how: str
    every: str
    every_words: str
    budget_weekly_pence: int
    contribution_weekly_pence: int
    payment_weekly_pence: int
    payment_pence: int
    one_off_pence: int
    starts_on: date
    reply_by_on: date
    status: str
    status_words: str
    withdrawn_words: str
    made_by: str
    made_at: datetime
    questions: tuple[QuestionFacts, ...]
    acceptances: tuple[AcceptanceFacts, ...]

    @property
    def is_open(self) -> bool:
        """Whether it waits for a side to accept."""
        return self.status == OfferStatus.MADE

    @property
    def may_be_asked_about(self) -> bool:
        """Whether questions and answers are still of use."""
        return self.status in OPEN_TO_QUESTIONS

    @property
    def is_net(self) -> bool:
        """Whether the contribution is left out of the payment."""
        return self.paid_how == PaidHow.NET

    @property
    def accepted_by_person(self) -> AcceptanceFacts | None:
        """The yes of the person's side."""
        return self.accepted_by(Side.PERSON)

    @property
    def accepted_by_council(self) -> AcceptanceFacts | None:
        """The yes of the council."""
        return self.accepted_by(Side.COUNCIL)

    def accepted_by(self, side: Side) -> AcceptanceFacts | None:
        """The yes of one side."""
        return next((one for one in self.acceptances if one.side == side), None)

    @property
    def digest(self) -> str:
        """SHA-256 of the terms and of all that was asked and answered: what somebody who accepts has read."""
        told = {
            "version": self.version,
            "plan": self.plan_number,
            "support": self.support,
            "paid_how": self.paid_how,
            "every": self.every,
            "pence": [
                self.budget_weekly_pence,
                self.contribution_weekly_pence,
                self.payment_weekly_pence,
                self.payment_pence,
                self.one_off_pence,
            ],
            "days": [self.starts_on.isoformat(), self.reply_by_on.isoformat()],
            "said": [[question.words, [answer.words for answer in question.answers]] for question in self.questions],
        }
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class OfferSummary:
    """An offer in a list."""

    version: int
    status_words: str
    payment_pence: int
    every_words: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """What both sides agreed, with the money of its offer in pence; `ends_on` is its last day, if it has one."""

    id: int
    person_id: int
    offer_id: int
    offer_version: int
    plan_id: int
    paid_how: str
    every: str
    budget_weekly_pence: int
    contribution_weekly_pence: int
    payment_weekly_pence: int
    payment_pence: int
    one_off_pence: int
    starts_on: date
    ends_on: date | None
    agreed_at: datetime

    @property
    def is_net(self) -> bool:
        """Whether the person adds their contribution to the account."""
        return self.paid_how == PaidHow.NET

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on that day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True)
class NominatedFacts:
    """Who receives or manages the payment for the person (Care Act 2014 s.31)."""

    id: int
    name: str
    relationship: str
    phone: str
    email: str
    named_by: str
    named_at: datetime


def question_facts(row: Question) -> QuestionFacts:
    """The row as a value; its answers and their writers must have been fetched with it."""
    answers = sorted(row.answers.all(), key=lambda answer: answer.pk)
    return QuestionFacts(
        id=row.pk,
        words=row.words,
        by=row.asked_by.name,
        at=row.asked_at,
        answers=tuple(AnswerFacts(words=one.words, by=one.answered_by.name, at=one.answered_at) for one in answers),
    )


def acceptance_facts(row: Acceptance) -> AcceptanceFacts:
    """The row as a value."""
    return AcceptanceFacts(
        side=row.side, by_id=row.by_id, by=row.by.name, at=row.at, digest=row.digest, words=row.words
    )


def offer_facts(
    row: Offer,
    *,
    support: tuple[str, ...],
    questions: tuple[QuestionFacts, ...],
    acceptances: tuple[AcceptanceFacts, ...],
) -> OfferFacts:
    """The row as a value with all that belongs to it."""
    return OfferFacts(
        id=row.pk,
        person_id=row.person_id,
        version=row.version,
        plan_id=row.plan_id,
        plan_number=row.plan.number,
        decision_id=row.decision_id,
        letter_id=row.letter_id,
        support=support,
        paid_how=row.paid_how,
        every=row.every,
        every_words=row.get_every_display(),
        budget_weekly_pence=row.budget_weekly_pence,
        contribution_weekly_pence=row.contribution_weekly_pence,
        payment_weekly_pence=row.payment_weekly_pence,
        payment_pence=row.payment_pence,
        one_off_pence=row.one_off_pence,
        starts_on=row.starts_on,
        reply_by_on=row.reply_by_on,
        status=row.status,
        status_words=row.get_status_display(),
        withdrawn_words=row.withdrawn_words,
        made_by=row.made_by.name,
        made_at=row.made_at,
        questions=questions,
        acceptances=acceptances,
    )


def agreement_facts(row: Agreement) -> AgreementFacts:
    """The row as a value; its offer must have been fetched with it."""
    offer = row.offer
    return AgreementFacts(
        id=row.pk,
        person_id=row.person_id,
        offer_id=offer.pk,
        offer_version=offer.version,
        plan_id=offer.plan_id,
        paid_how=offer.paid_how,
        every=offer.every,
        budget_weekly_pence=offer.budget_weekly_pence,
        contribution_weekly_pence=offer.contribution_weekly_pence,
        payment_weekly_pence=offer.payment_weekly_pence,
        payment_pence=offer.payment_pence,
        one_off_pence=offer.one_off_pence,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        agreed_at=row.agreed_at,
    )


def nominated_facts(row: NominatedPerson) -> NominatedFacts:
    """The row as a value; who named them must have been fetched with it."""
    return NominatedFacts(
        id=row.pk,
        name=row.name,
        relationship=row.relationship,
        phone=row.phone,
        email=row.email,
        named_by=row.named_by.name,
        named_at=row.named_at,
    )
