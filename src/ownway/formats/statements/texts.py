"""From bytes to text: what the file is made of, before anyone asks which bank wrote it."""

import codecs
from dataclasses import dataclass

from ownway.formats.statements.amounts import UnreadableError

MOST_BYTES = 10_000_000

_NOT_TEXT = (
    (b"%PDF", "This is a PDF. Please ask your bank's website for the same statement as CSV or OFX."),
    (b"PK\x03\x04", "This is a ZIP or spreadsheet file. Please save it as CSV, or take the file out of the ZIP."),
    (b"\xd0\xcf\x11\xe0", "This is an old Excel or Word file. Please save it as CSV."),
    (b"\xff\xd8\xff", "This is a photo. Please send the statement as CSV or OFX."),
    (b"\x89PNG", "This is a picture. Please send the statement as CSV or OFX."),
    (b"GIF8", "This is a picture. Please send the statement as CSV or OFX."),
    (b"{\\rtf", "This is a word processor file. Please send the statement as CSV or OFX."),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it came: its bytes, its text and the name it was given."""

    data: bytes
    text: str
    name: str


def read_text(data: bytes) -> str:
    """The text of a file, or UnreadableError saying why it is not one that can be a statement.

    UTF-8 and UTF-16 are known by their marks; otherwise UTF-8 if all of it is, and else Windows-1252, whatever the file
    says of itself: banks that declare 1252 often send UTF-8, and text in 1252 is by its nature hardly ever valid UTF-8.
    """
    if not data.strip():
        raise UnreadableError("The file is empty.")
    if len(data) > MOST_BYTES:
        raise UnreadableError(f"The file is larger than {MOST_BYTES // 1_000_000} MB. Please send a shorter period.")
    for mark, reason in _NOT_TEXT:
        if data.startswith(mark):
            raise UnreadableError(reason)
    text = _decode(data)
    if "\0" in text:
        raise UnreadableError("The file holds zero bytes, so it is not a text file. It may be damaged.")
    return text


def _decode(data: bytes) -> str:
    for encoding in _encodings(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError("The file is not text that we can read. Please send the statement as CSV or OFX.")


def _encodings(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (encoding,)
    if data[1:2] == b"\0" and data[3:4] == b"\0":
        return ("utf-16-le",)
    if data[:1] == b"\0" and data[2:3] == b"\0":
        return ("utf-16-be",)
    return ("utf-8", "cp1252")
