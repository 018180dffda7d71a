"""Keep the photo of a receipt with its line."""

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


@transaction.atomic
def add_receipt(*, council: Council, person_id: int, line_id: int, photo: Photo, by: User, at: datetime) -> int:
    """Add a photo to a line; gives its number. Raises LineGone, PhotoIsThere or TooManyPhotos."""
    rows = Line.objects.select_for_update(of=("self",), no_key=True).filter(person__council=council)
    line = rows.filter(person_id=person_id, pk=line_id).first()
    if line is None:
        raise LineGone("We cannot find that line.")
    if Receipt.objects.filter(line=line, digest=photo.digest).exists():
        raise PhotoIsThere("This photo is here already.")
    if Receipt.objects.filter(line=line).count() >= MOST_PHOTOS:
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
