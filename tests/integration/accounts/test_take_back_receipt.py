"""A photo that was added by mistake is taken back by who added it, and stays in the history."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from tests.factories.accounts import make_line, make_receipt, picture
from tests.reading import text_of

from ownway.ground.audit.models import Event
from ownway.journey.accounts import operations
from ownway.journey.accounts.models import Receipt


@pytest.fixture
def line_id(amina, brian, now):
    return make_line(amina, brian)


@pytest.fixture
def receipt(amina, brian, line_id):
    """A photo that Brian added."""
    return make_receipt(amina, brian)


def test_brian_takes_back_what_he_added(send, see, receipt, line_id, brian):
    assert "Take photo 1 back" in text_of(see(f"lines/{line_id}/"))
    assert "Nobody sees it here any more." in text_of(see(f"receipts/{receipt}/take-back/"))
    assert send(f"receipts/{receipt}/take-back/")["Location"].endswith(f"/lines/{line_id}/")
    said = text_of(see(f"lines/{line_id}/"))
    assert "The photo is taken back." in said and "No receipt yet." in said
    assert see(f"receipts/{receipt}/").status_code == 404


def test_it_stays_in_the_history_with_who_and_when(send, receipt, brian):
    send(f"receipts/{receipt}/take-back/")
    kept = Receipt.objects.get(pk=receipt)
    assert (kept.taken_back_by, bool(kept.image)) == (brian, True)
    event = Event.objects.latest("pk")
    assert (event.what, event.by) == ("take_back_receipt", brian)
    assert event.words == "Took back a photo of a receipt from a line of 3 August 2026: it was added by mistake."


def test_another_is_told_whom_to_ask(as_, amina, dev, receipt, line_id):
    browser = as_(dev)
    assert "Take photo 1 back" not in text_of(browser.get(f"/people/{amina.pk}/account/lines/{line_id}/"))
    answer = text_of(browser.post(f"/people/{amina.pk}/account/receipts/{receipt}/take-back/"))
    assert "Brian Okafor added this photo, so only Brian Okafor can take it back. Please ask them." in answer
    assert Receipt.objects.get(pk=receipt).taken_back_at is None


def test_a_second_click_finds_it_gone(send, receipt, amina, brian, now):
    send(f"receipts/{receipt}/take-back/")
    assert send(f"receipts/{receipt}/take-back/").status_code == 404
    with pytest.raises(operations.PhotoGone):
        operations.take_back_receipt(council=amina.council, person_id=amina.pk, receipt_id=receipt, by=brian, at=now)


def test_the_same_photo_can_be_added_again(send, see, receipt, line_id):
    send(f"receipts/{receipt}/take-back/")
    send(f"lines/{line_id}/receipts/add/", photo=SimpleUploadedFile("receipt.jpg", picture()))
    assert "Photo 1 of the receipt" in text_of(see(f"lines/{line_id}/"))
    assert "1 receipt" in text_of(see())


def test_the_council_of_somebody_else_finds_nothing(as_, esi, amina, receipt):
    assert as_(esi).post(f"/people/{amina.pk}/account/receipts/{receipt}/take-back/").status_code == 404


@pytest.mark.parametrize("change", [{"digest": "another"}, {"taken_back_at": None, "taken_back_by": None}])
def test_postgresql_lets_nothing_else_change(send, receipt, change):
    send(f"receipts/{receipt}/take-back/")
    with pytest.raises(DatabaseError), transaction.atomic():
        Receipt.objects.filter(pk=receipt).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Receipt.objects.filter(pk=receipt).delete()
