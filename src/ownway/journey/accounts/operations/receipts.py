"""Keep the photo of a receipt with its line, and take back one that was added by mistake."""

from datetime import datetime

from django.db import transaction

from ownway.ground.access.models import Council, User
from ownway.ground.audit.operations import record_event
from ownway.ground.design.words import day
from ownway.journey.accounts.models import Line, Receipt
from ownway.journey.accounts.operations.lines import LineGone
from ownway.journey.accounts.photos import Photo

MOST_PHOTOS = 10


class PhotoIsThere(Exception):
    """The same photo is with the line already."""


class TooManyPhotos(Exception):
    """A line has as many photos as it can hold."""


class PhotoGone(Exception):
    """There is no such photo, or it was taken back before."""


class AddedBySomebodyElse(Exception):
    """Only who added a photo can take it back."""


@transaction.atomic
def add_receipt(*, council: Council, person_id: int, line_id: int, photo: Photo, by: User, at: datetime) -> int:
    """Add a photo to a line; gives its number. Raises LineGone, PhotoIsThere or TooManyPhotos."""
    rows = Line.objects.select_for_update(of=("self",), no_key=True).filter(person__council=council)
    line = rows.filter(person_id=person_id, pk=line_id).first()
    if line is None:
        raise LineGone("We cannot find that line.")
    shown = Receipt.objects.filter(line=line, taken_back_at__isnull=True)
    if shown.filter(digest=photo.digest).exists():
        raise PhotoIsThere("This photo is here already.")
    if shown.count() >= MOST_PHOTOS:
        raise TooManyPhotos(f"This line has {MOST_PHOTOS} photos, which is all it can hold.")
    row = Receipt.objects.create(
        line=line,
        image=photo.data,
        content_type="image/jpeg",
        width=photo.width,
        height=photo.height,
        digest=photo.digest,
        added_by=by,
        added_at=at,
    )
    words = f"Added a photo of a receipt to a line of {day(line.on)}."
    record_event(council=council, by=by, at=at, what="add_receipt", words=words, person_id=person_id)
    return row.pk


@transaction.atomic
def take_back_receipt(*, council: Council, person_id: int, receipt_id: int, by: User, at: datetime) -> None:
    """Show a photo that was added by mistake no longer; it stays in the history.

    Raises PhotoGone, or AddedBySomebodyElse.
    """
    rows = Receipt.objects.select_for_update(of=("self",)).select_related("line", "added_by").defer("image")
    shown = rows.filter(line__person__council=council, line__person_id=person_id, taken_back_at__isnull=True)
    receipt = shown.filter(pk=receipt_id).first()
    if receipt is None:
        raise PhotoGone("This photo was taken back already.")
    if receipt.added_by_id != by.pk:
        name = receipt.added_by.name
        raise AddedBySomebodyElse(f"{name} added this photo, so only {name} can take it back. Please ask them.")
    receipt.taken_back_by, receipt.taken_back_at = by, at
    receipt.save(update_fields=["taken_back_by", "taken_back_at"])
    words = f"Took back a photo of a receipt from a line of {day(receipt.line.on)}: it was added by mistake."
    record_event(council=council, by=by, at=at, what="take_back_receipt", words=words, person_id=person_id)
