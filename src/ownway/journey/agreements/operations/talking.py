"""Ask about an offer, and answer; both are kept, and an answer binds the council."""

from datetime import datetime

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.journey.agreements.models import Answer, Offer, Question
from ownway.journey.agreements.operations.locking import locked_offer, require_current
from ownway.journey.agreements.operations.refusals import NoSuchQuestion


@transaction.atomic
def ask_question(*, council: Council, person_id: int, version: int, words: str, by: User, at: datetime) -> Question:
    """Ask about an offer; the same words again from the same person add nothing. Raises NoSuchOffer or OfferChanged."""
    offer = locked_offer(council=council, person_id=person_id, version=version)
    require_current(offer)
    already = Question.objects.filter(offer=offer, words=words, asked_by=by).first()
    if already is not None:
        return already
    row = Question.objects.create(offer=offer, words=words, asked_by=by, asked_at=at)
    _note(council, offer, by=by, at=at, what="ask_question", words=f"Asked about the offer: “{words}”")
    return row


@transaction.atomic
def answer_question(
    *, council: Council, person_id: int, version: int, question_id: int, words: str, by: User, at: datetime
) -> Answer:
    """Answer a question; the same words again add nothing. Raises NoSuchOffer, NoSuchQuestion or OfferChanged."""
    offer = locked_offer(council=council, person_id=person_id, version=version)
    require_current(offer)
    question = Question.objects.filter(offer=offer, pk=question_id).first()
    if question is None:
        raise NoSuchQuestion
    already = Answer.objects.filter(question=question, words=words, answered_by=by).first()
    if already is not None:
        return already
    row = Answer.objects.create(question=question, words=words, answered_by=by, answered_at=at)
    _note(council, offer, by=by, at=at, what="answer_question", words=f"Answered “{question.words}”: {words}")
    return row


def _note(council: Council, offer: Offer, *, by: User, at: datetime, what: str, words: str) -> None:
    record_event(
        council=council,
        by=by,
        at=at,
        what=what,
        words=words,
        person_id=offer.person_id,
        about=f"offer {offer.version}",
    )
