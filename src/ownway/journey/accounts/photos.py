"""A photo of a receipt, made again so that nothing hidden in it (place, time, phone) is kept."""

import warnings
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

KINDS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2400
QUALITY = 82


class PhotoRefused(Exception):
    """The photo cannot be taken; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A JPEG without metadata, upright, at most LONGEST_SIDE pixels high or wide."""

    data: bytes
    width: int
    height: int
    digest: str


def make_photo(data: bytes, *, max_bytes: int) -> Photo:
    """The photo made again as JPEG. Raises PhotoRefused for what is no photo, too big, broken or a trap."""
    if not data:
        raise PhotoRefused("This file is empty. Please choose another photo.")
    if len(data) > max_bytes:
        most = max_bytes // (1024 * 1024)
        raise PhotoRefused(f"This photo is larger than {most} MB. Take it again further off, or send a smaller copy.")
    picture = _opened(data)
    if picture.width * picture.height > MOST_PIXELS:
        raise PhotoRefused("This picture has too many dots for us. Please send a smaller copy.")
    out = BytesIO()
    flat = _flat(picture)
    flat.save(out, "JPEG", quality=QUALITY, optimize=True)
    made = out.getvalue()
    return Photo(data=made, width=flat.width, height=flat.height, digest=sha256(made).hexdigest())


def _opened(data: bytes) -> Image.Image:
    """Only the header is read here: the pixels are not unpacked before their number is known."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return Image.open(BytesIO(data), formats=KINDS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise PhotoRefused("This picture has too many dots for us. Please send a smaller copy.") from bomb
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as broken:
        raise PhotoRefused(
            "We cannot read this as a photo. Please send a JPEG, PNG or WebP. A screenshot of the photo works too."
        ) from broken


def _flat(picture: Image.Image) -> Image.Image:
    """Upright, on white, no larger than needed, as plain colours in a picture of its own."""
    try:
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        coloured = upright.convert("RGBA")
    except (OSError, ValueError, SyntaxError, MemoryError) as broken:
        raise PhotoRefused("Part of this photo is missing. Please take it or send it again.") from broken
    plain = Image.new("RGB", coloured.size, "white")
    plain.paste(coloured, mask=coloured.getchannel("A"))
    return plain
