"""Make an offer, and take it back."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import because, record_event
from ownway.ground.decisions.models import Decision
from ownway.ground.decisions.operations import NewDecision, make_decision
from ownway.ground.design.words import day
from ownway.ground.figures.queries import get_figures
from ownway.ground.letters.content import offer as letters
from ownway.ground.letters.facts import frame_for
from ownway.ground.letters.models import Letter, LetterKind
from ownway.ground.letters.operations import make_letter
from ownway.ground.people.facts import PersonFacts
from ownway.journey.agreements.models import Agreement, Offer, OfferStatus, PaidHow
from ownway.journey.agreements.operations.locking import lock_person, locked_offer
from ownway.journey.agreements.operations.refusals import AlreadyOffered, NotReady, TermsRefused
from ownway.journey.agreements.readiness import Ready, get_readiness
from ownway.journey.agreements.working import RULE, rule_inputs
from ownway.journey.plans.operations import mark_offered
from ownway.rules.lifecycles import require_move
from ownway.rules.wording import in_words


@dataclass(frozen=True, slots=True)
class Terms:
    """What is chosen when an offer is made: "net" or "gross", how often, from when, and by when to answer.

    `every` is a pay period of rules/frequencies.py.
    """

    paid_how: str
    every: str
    starts_on: date
    reply_by_on: date


@dataclass(frozen=True, slots=True)
class Maker:
    """Who makes an offer to whom, and when."""

    council: Council
    person: PersonFacts
    by: User
    at: datetime


@transaction.atomic
def make_offer(*, council: Council, person: PersonFacts, terms: Terms, by: User, at: datetime) -> Offer:
    """Offer the person's plan as it stands, with its letter; an older open offer is replaced by it.

    Raises NotReady, TermsRefused, AlreadyOffered, and what keeps the letter from being written (FactsDisagree,
    CannotPrint); then nothing is kept.
    """
    lock_person(council=council, person_id=person.id)
    readiness = get_readiness(council=council, person_id=person.id)
    if readiness.ready is None:
        raise NotReady(" ".join(one.words for one in readiness.missing))
    maker = Maker(council=council, person=person, by=by, at=at)
    _require_terms(maker, readiness.ready, terms)
    with because(by=by, why="Made an offer."):
        _replace_open(maker, readiness.ready, terms)
        mark_offered(council=council, plan_id=readiness.ready.plan.id, by=by, at=at)
        row = _write(maker, readiness.ready, terms)
    each = readiness.ready.working.each_payment(terms.paid_how, terms.every)
    _note(maker, row, what="make_offer", words=f"Offered a direct payment: {in_words(each.value, each.unit)}.")
    return row


@transaction.atomic
def withdraw_offer(*, council: Council, person_id: int, version: int, words: str, by: User, at: datetime) -> Offer:
    """Take an open offer back, saying why in `words`; the plan stays and can be offered again. Raises MoveRefused."""
    row = locked_offer(council=council, person_id=person_id, version=version)
    require_move("offer", row.status, OfferStatus.WITHDRAWN)
    row.status, row.withdrawn_words = OfferStatus.WITHDRAWN, words
    with because(by=by, why=words):
        row.save(update_fields=["status", "withdrawn_words"])
    record_event(
        council=council,
        by=by,
        at=at,
        what="withdraw_offer",
        words=f"Took offer {row.version} back: {words}",
        person_id=person_id,
        about=f"offer {row.version}",
    )
    return row


def _require_terms(maker: Maker, ready: Ready, terms: Terms) -> None:
    if terms.reply_by_on <= timezone.localtime(maker.at).date():
        raise TermsRefused("Give at least a day to answer.", field="reply_by_on")
    _require_start(maker, ready, terms.starts_on)
    if ready.working.payment(terms.paid_how).value <= 0:
        words = "They pay the whole cost, so net there would be nothing to pay out. Choose gross, or talk it over."
        raise TermsRefused(words, field="paid_how")


def _require_start(maker: Maker, ready: Ready, starts_on: date) -> None:
    if starts_on < ready.plan.starts_on:
        words = f"The plan starts on {day(ready.plan.starts_on)}. Start then or later."
        raise TermsRefused(words, field="starts_on")
    if starts_on < ready.assessment.from_on:
        from_day = day(ready.assessment.from_on)
        raise TermsRefused(
            f"What the person pays was worked out from {from_day}. Start then or later.", field="starts_on"
        )
    last = Agreement.objects.filter(person_id=maker.person.id, starts_on__gte=starts_on).order_by("starts_on").last()
    if last is not None:
        words = f"There is an agreement that starts on {day(last.starts_on)}. Start after that day."
        raise TermsRefused(words, field="starts_on")


def _replace_open(maker: Maker, ready: Ready, terms: Terms) -> None:
    """The person's open offer is replaced. Raises AlreadyOffered when it says just what the new one would."""
    row = Offer.objects.select_for_update().filter(person_id=maker.person.id, status=OfferStatus.MADE).first()
    if row is None:
        return
    same = (row.plan_cost_id, row.assessment_id, row.paid_how, row.every, row.starts_on, row.reply_by_on)
    if same == (ready.cost.id, ready.assessment.id, *_terms_of(terms)):
        raise AlreadyOffered
    require_move("offer", row.status, OfferStatus.REPLACED)
    row.status = OfferStatus.REPLACED
    row.save(update_fields=["status"])


def _terms_of(terms: Terms) -> tuple[str, str, date, date]:
    return terms.paid_how, terms.every, terms.starts_on, terms.reply_by_on


def _write(maker: Maker, ready: Ready, terms: Terms) -> Offer:
    """The decision, the letter and the offer."""
    decision = _decide(maker, ready, terms)
    working = ready.working
    return Offer.objects.create(
        person_id=maker.person.id,
        version=1 + Offer.objects.filter(person_id=maker.person.id).count(),
        plan_id=ready.plan.id,
        plan_cost_id=ready.cost.id,
        assessment_id=ready.assessment.id,
        decision=decision,
        letter=_letter(maker, ready, terms),
        paid_how=terms.paid_how,
        every=terms.every,
        budget_weekly_pence=working.split.budget.value,
        contribution_weekly_pence=working.split.contribution.value,
        payment_weekly_pence=working.payment(terms.paid_how).value,
        payment_pence=working.each_payment(terms.paid_how, terms.every).value,
        one_off_pence=ready.cost.one_off_pence,
        starts_on=terms.starts_on,
        reply_by_on=terms.reply_by_on,
        made_by=maker.by,
        made_at=maker.at,
    )


def _decide(maker: Maker, ready: Ready, terms: Terms) -> Decision:
    decision, _ = make_decision(
        council=maker.council,
        decision=NewDecision(
            person_id=maker.person.id,
            rule=RULE,
            inputs=rule_inputs(cost=ready.cost, assessment=ready.assessment, every=str(terms.every)),
            figures=get_figures(council=maker.council, on=terms.starts_on),
        ),
        by=maker.by,
        at=maker.at,
    )
    return decision


def _letter(maker: Maker, ready: Ready, terms: Terms) -> Letter:
    working = ready.working
    facts = letters.OfferFacts(
        letter=frame_for(
            council=maker.council,
            person=maker.person,
            written_on=timezone.localtime(maker.at).date(),
            written_by=maker.by.name,
        ),
        budget=working.split.budget,
        contribution=working.split.contribution,
        payment=working.payment(terms.paid_how),
        each_payment=working.each_payment(terms.paid_how, terms.every),
        one_off=working.one_off,
        support=tuple(heading.words for heading in ready.plan.headings),
        starts_on=terms.starts_on,
        reply_by_on=terms.reply_by_on,
        gross=terms.paid_how == PaidHow.GROSS,
    )
    return make_letter(
        council=maker.council,
        person=maker.person,
        kind=LetterKind.OFFER,
        facts=facts,
        by=maker.by,
        at=maker.at,
    )


def _note(maker: Maker, row: Offer, *, what: str, words: str) -> None:
    record_event(
        council=maker.council,
        by=maker.by,
        at=maker.at,
        what=what,
        words=words,
        person_id=maker.person.id,
        about=f"offer {row.version}",
    )
