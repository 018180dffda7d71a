"""A photo of a receipt is kept without what is hidden in it, and shown only to those who may see the account."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from tests.factories.accounts import make_line, make_receipt, picture

from ownway.journey.accounts.models import Receipt
from ownway.journey.accounts.photos import LONGEST_SIDE, PhotoRefused, make_photo

MOST = 10 * 1024 * 1024


@pytest.fixture
def photograph(send, amina, brian, now):
    """`photograph(data)`: Brian adds a photo to a line of Amina's account."""
    line = make_line(amina, brian)
    return lambda data: send(f"lines/{line}/receipts/add/", photo=SimpleUploadedFile("receipt.jpg", data))


def opened(data):
    return Image.open(BytesIO(data))


def located():
    """A photo that says where it was taken and that it lies on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it a quarter
    exif.get_ifd(0x8825)[2] = (53.0, 23.0, 1.0)  # a latitude
    return picture(size=(60, 40), exif=exif)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_it_is_kept_as_jpeg(kind, photograph):
    assert photograph(picture(kind=kind)).status_code == 302
    receipt = Receipt.objects.get()
    assert receipt.content_type == "image/jpeg"
    assert opened(bytes(receipt.image)).format == "JPEG"


def test_where_it_was_taken_is_gone_and_it_stands_upright():
    assert opened(located()).getexif().get_ifd(0x8825)
    photo = make_photo(located(), max_bytes=MOST)
    kept = opened(photo.data)
    assert not kept.getexif()
    assert kept.size == (40, 60) == (photo.width, photo.height)


def test_a_large_one_is_made_smaller():
    photo = make_photo(picture(size=(4000, 1000)), max_bytes=MOST)
    assert (photo.width, photo.height) == (LONGEST_SIDE, 600)


def test_see_through_becomes_white():
    photo = make_photo(picture(kind="PNG"), max_bytes=MOST)
    out = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(make_photo(out.getvalue(), max_bytes=MOST).data).getpixel((5, 5)) == (255, 255, 255)
    assert opened(photo.data).getpixel((5, 5))[0] > 240


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "cannot read this as a photo"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "cannot read this as a photo"),
        (picture(kind="GIF"), "cannot read this as a photo"),
        (picture(size=(400, 400), kind="PNG")[:150], "Part of this photo is missing"),
        (picture(size=(9000, 9000), kind="PNG"), "too many dots"),
        (bytes(MOST + 1), "larger than 10 MB"),
    ],
    ids=["empty", "pdf", "svg", "gif", "cut short", "a bomb of pixels", "too large"],
)
def test_a_bad_photo_says_why(data, words):
    with pytest.raises(PhotoRefused, match=words):
        make_photo(data, max_bytes=MOST)


def test_brian_is_told_why_and_nothing_is_kept(photograph):
    page = photograph(b"no photo").content.decode()
    assert "We cannot read this as a photo." in page
    assert Receipt.objects.count() == 0


def test_a_line_holds_several_and_each_once(photograph):
    photograph(picture())
    photograph(picture(colour="blue"))
    assert "This photo is here already." in photograph(picture()).content.decode()
    assert Receipt.objects.count() == 2


def test_it_is_shown_through_the_door_only(amina, brian, carys, gwen, now, see):
    receipt = make_receipt(amina, brian)
    answer = see(f"receipts/{receipt}/")
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("image/jpeg", "private, no-store")
    assert opened(answer.content).size == (60, 40)
    assert see(f"receipts/{receipt}/", carys).status_code == 403
    assert see(f"receipts/{receipt}/", gwen).status_code == 200
