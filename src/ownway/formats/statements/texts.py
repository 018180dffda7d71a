"""Which encoding the bytes of a file are in, or why they are no text at all."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

_CHUNK = 256 * 1024
_LONGEST_LINE = 60_000  # a piece is never shorter, but for the last
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
_EMPTY = "The file is empty."
_ZEROS = "The file holds zero bytes, so it is not a text file. It may be damaged."
_NO_ALPHABET = "The file is not text that we can read. Please send the statement as CSV or OFX."


def read_chunks(file: BinaryIO, encoding: str) -> Iterator[str]:
    """The text of a file in pieces, without its mark of the encoding. Raises UnicodeDecodeError."""
    decoder = codecs.getincrementaldecoder(encoding)()
    while data := file.read(_CHUNK):
        if text := decoder.decode(data):
            yield text
    if text := decoder.decode(b"", final=True):
        yield text


def encodings(first_bytes: bytes) -> tuple[str, ...]:
    """The encodings a file that begins so may be in, the likeliest first.

    UTF-8 and UTF-16 are known by their marks; otherwise UTF-8 if all of it is, and else Windows-1252, whatever the file
    says of itself: banks that declare 1252 often send UTF-8, and text in 1252 is by its nature hardly ever valid UTF-8.
    """
    for mark, encoding in _MARKS:
        if first_bytes.startswith(mark):
            return (encoding,)
    if first_bytes[1:2] == b"\0" and first_bytes[3:4] == b"\0":
        return ("utf-16-le",)
    if first_bytes[:1] == b"\0" and first_bytes[2:3] == b"\0":
        return ("utf-16-be",)
    return ("utf-8", "cp1252")


def why_not_text(first_bytes: bytes) -> str:
    """Why a file that begins so is no text, or ""."""
    return next((reason for mark, reason in _NOT_TEXT if first_bytes.startswith(mark)), "")


class Look(NamedTuple):
    """What a look through a whole text tells: why it can be no statement ("" if it can), its last characters, and
    whether a line of it is so long that it must not be read as one."""

    why_not: str = ""
    encoding: str = ""
    tail: str = ""
    has_endless_line: bool = False


def look_through(file: BinaryIO, first_bytes: bytes) -> Look:
    """The encoding that a whole file is in, and what its text is like."""
    for encoding in encodings(first_bytes):
        file.seek(0)
        try:
            return _look_through(file, encoding)
        except UnicodeDecodeError:
            continue
    return Look(_NO_ALPHABET)


def _look_through(file: BinaryIO, encoding: str) -> Look:
    tail, blank, endless = "", True, False
    for text in read_chunks(file, encoding):
        if "\0" in text:
            return Look(_ZEROS, encoding)
        blank = blank and not text.strip("\ufeff \t\r\n\v\f")
        endless = endless or (len(text) > _LONGEST_LINE and "\n" not in text and "\r" not in text)
        tail = (tail + text)[-200:]
    return Look(_EMPTY, encoding) if blank else Look("", encoding, tail, endless)
