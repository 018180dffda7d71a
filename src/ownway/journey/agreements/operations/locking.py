"""Hold a person while their offers change, so that two people's changes follow each other."""

from ownway.ground.access.models import Council
from ownway.ground.people.models import Person
from ownway.journey.agreements.models import Offer, OfferStatus
from ownway.journey.agreements.operations.refusals import NoSuchOffer, OfferChanged


def lock_person(*, council: Council, person_id: int) -> Person:
    """The person of this council, held until the transaction ends. Raises Person.DoesNotExist."""
    return Person.objects.select_for_update().get(council=council, pk=person_id)


def locked_offer(*, council: Council, person_id: int, version: int) -> Offer:
    """That offer, held with its person. Raises NoSuchOffer."""
    lock_person(council=council, person_id=person_id)
    rows = Offer.objects.select_for_update(of=("self",)).select_related("plan", "made_by")
    row = rows.filter(person_id=person_id, version=version).first()
    if row is None:
        raise NoSuchOffer
    return row


def require_current(row: Offer) -> None:
    """Raise OfferChanged for an offer that was withdrawn or replaced."""
    if row.status == OfferStatus.WITHDRAWN:
        raise OfferChanged("The council has taken this offer back. Read why on the page of the offer.")
    if row.status == OfferStatus.REPLACED:
        raise OfferChanged("There is a newer offer. Please read that one.")
