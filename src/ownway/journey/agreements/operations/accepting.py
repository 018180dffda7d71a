"""Say yes to an offer, for the person or for the council; with both, it is agreed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import because, record_event
from ownway.ground.people.queries import get_standing
from ownway.journey.agreements.models import Acceptance, Agreement, Offer, OfferStatus, Side
from ownway.journey.agreements.operations.locking import locked_offer, require_current
from ownway.journey.agreements.operations.refusals import AlreadyAccepted, OfferChanged, OfferRefused, SameSideTwice
from ownway.journey.agreements.queries import whole_offer
from ownway.journey.plans.operations import mark_agreed
from ownway.rules.lifecycles import require_move


@dataclass(frozen=True, slots=True)
class Yes:
    """Somebody says yes to a version of an offer, having seen the facts of that digest; `words` say why."""

    council: Council
    person_id: int
    version: int
    seen: str
    by: User
    at: datetime
    words: str = ""


@transaction.atomic
def accept_offer(*, council: Council, person_id: int, version: int, seen: str, by: User, at: datetime) -> Acceptance:
    """The person, or who acts for them, says yes. `seen` is the digest of what they read.

    Raises NoSuchOffer, OfferChanged when it is not what they read any more, or AlreadyAccepted.
    """
    return _accept(
        Yes(council=council, person_id=person_id, version=version, seen=seen, by=by, at=at), side=Side.PERSON
    )


@transaction.atomic
def accept_for_council(
    *, council: Council, person_id: int, version: int, seen: str, why: str, by: User, at: datetime
) -> Acceptance:
    """A worker says yes for the council, and why. Raises as `accept_offer`, SameSideTwice, or OfferRefused while a
    question waits for an answer.
    """
    yes = Yes(council=council, person_id=person_id, version=version, seen=seen, by=by, at=at, words=why)
    return _accept(yes, side=Side.COUNCIL)


def _accept(yes: Yes, *, side: Side) -> Acceptance:
    row = locked_offer(council=yes.council, person_id=yes.person_id, version=yes.version)
    _require_as_read(row, yes, side)
    acceptance = Acceptance.objects.create(offer=row, side=side, by=yes.by, at=yes.at, digest=yes.seen, words=yes.words)
    who = "The council said" if side == Side.COUNCIL else "Said"
    _note(yes, what=f"accept_offer_{side}", words=f"{who} yes to offer {row.version}.")
    if Acceptance.objects.filter(offer=row).count() == len(Side):
        _agree(row, yes)
    return acceptance


def _require_as_read(row: Offer, yes: Yes, side: Side) -> None:
    """Raise unless the offer is open, is what was read, and this user may still say yes for this side."""
    require_current(row)
    offer = whole_offer(row)
    if offer.accepted_by(side) is not None:
        raise AlreadyAccepted
    if offer.digest != yes.seen:
        raise OfferChanged("Something was added since you opened this page. Please read it, then say yes again.")
    if any(one.by_id == yes.by.pk for one in offer.acceptances):
        raise SameSideTwice
    if side == Side.COUNCIL:
        _require_council(yes, has_open_question=any(not question.answers for question in offer.questions))


def _require_council(yes: Yes, *, has_open_question: bool) -> None:
    today = timezone.localtime(yes.at).date()
    if get_standing(person_id=yes.person_id, user_id=yes.by.pk, is_staff=True, today=today).is_person_side:
        raise SameSideTwice
    if has_open_question:
        raise OfferRefused("A question waits for an answer. Answer it first, so that they know what they say yes to.")


def _agree(row: Offer, yes: Yes) -> None:
    """Both sides have said yes: the agreement begins, and what held before ends the day before it."""
    with because(by=yes.by, why="Both sides said yes."):
        for older in Offer.objects.select_for_update().filter(person_id=row.person_id, status=OfferStatus.ACCEPTED):
            _move(older, OfferStatus.REPLACED)
        _move(row, OfferStatus.ACCEPTED)
        _end_agreement_before(row)
        Agreement.objects.create(person_id=row.person_id, offer=row, starts_on=row.starts_on, agreed_at=yes.at)
        mark_agreed(council=yes.council, plan_id=row.plan_id, by=yes.by, at=yes.at)
    _note(yes, what="agree", words=f"Both sides agreed offer {row.version}.")


def _end_agreement_before(row: Offer) -> None:
    """Raises OfferRefused when an agreement already starts on that day or later."""
    running = Agreement.objects.select_for_update().filter(person_id=row.person_id, ends_on__isnull=True).first()
    if running is None:
        return
    if running.starts_on >= row.starts_on:
        raise OfferRefused("There is an agreement from that day or later already. Ask for an offer that starts after.")
    running.ends_on = row.starts_on - timedelta(days=1)
    running.save(update_fields=["ends_on"])


def _move(row: Offer, status: OfferStatus) -> None:
    require_move("offer", row.status, status)
    row.status = status
    row.save(update_fields=["status"])


def _note(yes: Yes, *, what: str, words: str) -> None:
    record_event(
        council=yes.council,
        by=yes.by,
        at=yes.at,
        what=what,
        words=words,
        person_id=yes.person_id,
        about=f"offer {yes.version}",
    )
