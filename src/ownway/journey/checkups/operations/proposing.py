"""Propose that money which is not needed comes back, and reply. It is a proposal: nothing is ever deducted."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.decisions.operations import NewDecision, make_decision
from ownway.ground.letters.content.check_up import SurplusProposal
from ownway.ground.letters.models import LetterKind
from ownway.ground.letters.operations import make_letter
from ownway.ground.people.facts import PersonFacts
from ownway.journey.accounts.facts import AccountFacts
from ownway.journey.agreements.models import Question
from ownway.journey.checkups.facts import check_up_facts
from ownway.journey.checkups.models import CheckUp, Proposal, ProposalStatus
from ownway.journey.checkups.operations.holding import REPLY_DAYS, held, letter_facts, note
from ownway.rules.account import balance
from ownway.rules.lifecycles import require_move
from ownway.rules.parameters import Figures
from ownway.rules.plain_data import to_plain
from ownway.rules.surplus import Amount, SurplusInputs, SurplusRefused, propose_surplus

NOUN = "surplus_proposal"
SUGGESTION = "You could send it back to us, all at once or a little at a time. Tell us if you need it for something."


class ReplyRefused(Exception):
    """The proposal does not wait for a reply any more."""


@transaction.atomic
def propose_return(
    *,
    council: Council,
    person: PersonFacts,
    checkup_id: int,
    account: AccountFacts,
    figures: Figures,
    run_off: Sequence[Amount],
    saving_for: Sequence[Amount],
    review_due_on: date | None,
    by: User,
    at: datetime,
) -> Proposal:
    """Propose that what is not needed comes back, with reasons and time to reply, and write to the person.

    Raises SurplusRefused while the council's own review is overdue, the person was not told in time, a question of
    theirs waits, or there is nothing to propose; and CheckUpOver. Then nothing is kept.
    """
    row = held(council=council, person_id=person.id, id=checkup_id)
    inputs = surplus_inputs(
        row=row, account=account, today=figures.day, run_off=run_off, saving_for=saving_for, review_due_on=review_due_on
    )
    reasons = propose_surplus(inputs).reasons
    decision, workings = make_decision(
        council=council,
        decision=NewDecision(person_id=person.id, rule="surplus.proposal", inputs=to_plain(inputs), figures=figures),
        by=by,
        at=at,
    )
    amount = workings["may_be_proposed"]
    if not amount.value:
        raise SurplusRefused(" ".join(reasons))
    told = SurplusProposal(amount=amount, suggestion=SUGGESTION, reasons=reasons)
    facts = letter_facts(
        council=council, person=person, row=row, account=account, today=figures.day, by=by, surplus=told
    )
    proposal = Proposal.objects.create(
        checkup=row,
        decision=decision,
        letter=make_letter(council=council, person=person, kind=LetterKind.CHECK_UP, facts=facts, by=by, at=at),
        amount_pence=amount.value,
        reasons="\n".join(reasons),
        reply_by_on=figures.day + timedelta(days=REPLY_DAYS),
        made_by=by,
        made_at=at,
    )
    note(council=council, row=row, by=by, at=at, what="propose_return", words="Proposed that unused money comes back.")
    return proposal


def surplus_inputs(
    *,
    row: CheckUp,
    account: AccountFacts,
    today: date,
    run_off: Sequence[Amount],
    saving_for: Sequence[Amount],
    review_due_on: date | None,
) -> SurplusInputs:
    """What the rulebook is asked: the account now, the agreement, what stays, and what the council owes first."""
    offer = row.agreement.offer
    open_questions = Question.objects.filter(offer=offer, answers__isnull=True).count()
    told_on = row.letter.made_at.date() if row.letter is not None else None
    return SurplusInputs(
        today=today,
        balance_pence=balance(account.account).value,
        payment_weekly_pence=offer.payment_weekly_pence,
        payment_pence=offer.payment_pence,
        to_pay=tuple(Amount(one.words, one.pence) for one in account.account.commitments),
        run_off=tuple(run_off),
        saving_for=tuple(saving_for),
        review_due_on=review_due_on,
        notice_given_on=told_on,
        questions_unanswered=check_up_facts(row).unanswered + open_questions,
    )


@transaction.atomic
def reply_to_proposal(
    *, council: Council, person_id: int, checkup_id: int, agrees: bool, words: str, by: User, at: datetime
) -> Proposal:
    """The person's side agrees, or does not. Nothing moves by it. Raises ReplyRefused and CheckUpOver."""
    row = held(council=council, person_id=person_id, id=checkup_id)
    proposal = waiting(row)
    proposal.status = ProposalStatus.AGREED if agrees else ProposalStatus.NOT_AGREED
    require_move(NOUN, ProposalStatus.PROPOSED, proposal.status)
    proposal.reply_words, proposal.replied_by, proposal.replied_at = words, by, at
    proposal.save(update_fields=["status", "reply_words", "replied_by", "replied_at"])
    answered = "Agreed to the proposal." if agrees else "Did not agree to the proposal."
    note(council=council, row=row, by=by, at=at, what="reply_to_proposal", words=answered)
    return proposal


@transaction.atomic
def withdraw_proposal(*, council: Council, person_id: int, checkup_id: int, by: User, at: datetime) -> Proposal:
    """Take a proposal back: the money stays. Raises ReplyRefused and CheckUpOver."""
    row = held(council=council, person_id=person_id, id=checkup_id)
    proposal = waiting(row)
    require_move(NOUN, ProposalStatus.PROPOSED, ProposalStatus.WITHDRAWN)
    proposal.status = ProposalStatus.WITHDRAWN
    proposal.save(update_fields=["status"])
    note(council=council, row=row, by=by, at=at, what="withdraw_proposal", words="Took the proposal back.")
    return proposal


def waiting(row: CheckUp) -> Proposal:
    """The proposal that waits for a reply."""
    proposal = row.proposals.filter(status=ProposalStatus.PROPOSED).first()
    if proposal is None:
        raise ReplyRefused("There is no proposal that waits for a reply.")
    return proposal
