"""Put a statement into an account, and what else its pages show."""

from datetime import date
from io import BytesIO

from django.utils import timezone
from PIL import Image
from tests.factories.bank_files import lloyds, ofx

from ownway.formats.statements.column_map_json import write_map
from ownway.formats.statements.proposing import propose_map
from ownway.formats.statements.source import Source
from ownway.ground.access.models import User
from ownway.ground.people.models import Person
from ownway.journey.accounts import operations
from ownway.journey.accounts.models import ConfirmedColumns, Line
from ownway.journey.accounts.photos import make_photo

TODAY = date(2026, 9, 1)
JULY = date(2026, 7, 1)
IN_PART = ofx((JULY, "RAMPS LTD", -500, "A1"), (JULY, "RAMPS LTD", -500, "A1"), (date(2026, 7, 2), "SHOP", -100, "A2"))


def add_file(person: Person, by: User, data: bytes, *, name: str = "statement.csv", today: date = TODAY):
    """What came of the file."""
    return operations.add_statement(
        council=person.council, person_id=person.pk, name=name, data=data, by=by, at=timezone.now(), today=today
    )


def make_line(person: Person, by: User) -> int:
    """The number of a line in the person's account."""
    line = Line.objects.filter(person=person).first()
    if line is None:
        add_file(person, by, lloyds((date(2026, 8, 3), "SHEAFDALE LEISURE", -650), opening=20_000))
        line = Line.objects.filter(person=person).get()
    return line.pk


def make_statement(person: Person, by: User) -> int:
    """The number of a statement that can be taken back."""
    added = add_file(person, by, lloyds((date(2026, 6, 8), "SHEAFDALE LEISURE", -650), opening=20_000), name="june.csv")
    return added.statement_id


def picture(*, size=(60, 40), kind="JPEG", colour="red", **saved) -> bytes:
    """A picture of one colour."""
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, kind, **saved)
    return out.getvalue()


def make_receipt(person: Person, by: User) -> int:
    """The number of a receipt in the person's account."""
    return operations.add_receipt(
        council=person.council,
        person_id=person.pk,
        line_id=make_line(person, by),
        photo=make_photo(picture(), max_bytes=1_000_000),
        by=by,
        at=timezone.now(),
    )


def make_waiting(person: Person, by: User) -> int:
    """The number of a file that waits for an answer: the bank's number stands there twice."""
    return add_file(person, by, IN_PART, name="part.ofx").waiting_id


SHEET = b"""Booked,What,Taken off,Put on,Left
2026-08-03,SHEAFDALE COUNCIL DP,,707.32,907.32
2026-08-05,SHEAFDALE LEISURE,6.50,,900.82
2026-08-28,CARYS BEVAN AUG,624.00,,276.82
"""


def make_sheet(person: Person, by: User) -> int:
    """The number of a file that waits until somebody says what its columns hold."""
    return add_file(person, by, SHEET, name="card.csv").waiting_id


UNDATED = b"!Type:Bank\nD03/04/2026\nT-6.50\nPSHEAFDALE LEISURE\n^\nD05/04/2026\nT-624.00\nPCARYS BEVAN\n^\n"


def make_undated(person: Person, by: User) -> int:
    """The number of a file that waits until somebody says if its days have the day or the month first."""
    return add_file(person, by, UNDATED, name="quicken.qif").waiting_id


def make_columns(person: Person, by: User) -> int:
    """The number of what was said of the columns of files like SHEET with another first heading."""
    columns = propose_map(Source(BytesIO(SHEET.replace(b"Booked", b"When")), name="card.csv")).columns
    row = ConfirmedColumns.objects.create(
        council=person.council,
        person=person,
        shape=columns.shape,
        columns=write_map(columns),
        confirmed_by=by,
        confirmed_at=timezone.now(),
    )
    return row.pk
