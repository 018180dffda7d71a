"""Dev takes an offer back, saying why; the plan stays and can be offered again."""

import pytest
from django.db import IntegrityError, transaction
from tests.factories.offers import agree, make_offer
from tests.reading import text_of

from ownway.journey.agreements import operations
from ownway.journey.agreements.models import Offer, OfferStatus
from ownway.journey.plans.models import PlanStatus
from ownway.rules.lifecycles import MoveRefused


def test_the_person_reads_why(offer, at_offer, dev, amina):
    at_offer(dev, "1/take-back/", words="We forgot the bank holidays.")
    words = text_of(at_offer(amina))
    assert "Withdrawn. Why: We forgot the bank holidays." in words
    assert "Yes, I accept" not in words


def test_it_asks_why(offer, at_offer, dev):
    assert "Say why you take the offer back" in text_of(at_offer(dev, "1/take-back/", words=""))
    assert Offer.objects.get().status == OfferStatus.MADE


def test_the_database_asks_why_too(offer):
    with pytest.raises(IntegrityError, match="withdrawn_offer_says_why"), transaction.atomic():
        Offer.objects.filter(pk=offer.pk).update(status=OfferStatus.WITHDRAWN)


def test_the_plan_can_be_offered_again(offer, at_offer, amina, dev, ready):
    at_offer(dev, "1/take-back/", words="Another day is better.")
    assert make_offer(amina, dev, every="month").version == 2
    ready.refresh_from_db()
    assert ready.status == PlanStatus.OFFERED


def test_what_both_sides_agreed_is_not_taken_back(offer, amina, brian, farah, dev, council, now):
    agree(amina, brian, farah)
    with pytest.raises(MoveRefused, match="agree a newer offer"):
        operations.withdraw_offer(council=council, person_id=amina.pk, version=1, words="No.", by=dev, at=now)


@pytest.mark.parametrize("name", ["amina", "brian", "harriet", "farah", "gwen", "carys"])
def test_only_a_social_worker_takes_it_back(name, request, offer, at_offer):
    assert at_offer(request.getfixturevalue(name), "1/take-back/", words="No.").status_code == 403
