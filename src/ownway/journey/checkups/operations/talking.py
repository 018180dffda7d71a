"""Say something in a check-up, and ask for one."""

from datetime import datetime

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.journey.agreements.models import Agreement
from ownway.journey.checkups.models import Ask, CheckUpStatus, Conversation, Side
from ownway.journey.checkups.operations.holding import NothingAgreed, held, move, note


@transaction.atomic
def say(
    *,
    council: Council,
    person_id: int,
    checkup_id: int,
    side: Side,
    words: str,
    is_question: bool,
    by: User,
    at: datetime,
) -> Conversation:
    """Keep what was said by either side. Raises CheckUpOver."""
    row = held(council=council, person_id=person_id, id=checkup_id)
    move(row, CheckUpStatus.TALKING)
    row.save(update_fields=["status"])
    said = Conversation.objects.create(
        checkup=row, side=side, is_question=is_question and side == Side.PERSON, words=words, by=by, at=at
    )
    note(council=council, row=row, by=by, at=at, what="say", words="Said something in the check-up.")
    return said


@transaction.atomic
def ask_for_check_up(*, council: Council, person_id: int, words: str, by: User, at: datetime) -> Ask:
    """Somebody on the person's side asks for a check-up. Raises NothingAgreed."""
    agreement = Agreement.objects.filter(person__council=council, person_id=person_id).order_by("-starts_on").first()
    if agreement is None:
        raise NothingAgreed("There is no direct payment to look at yet.")
    row = Ask.objects.create(agreement=agreement, words=words, by=by, at=at)
    record_event(
        council=council,
        by=by,
        at=at,
        what="ask_for_check_up",
        words="Asked for a financial check-up.",
        person_id=person_id,
        about=f"ask:{row.pk}",
    )
    return row
