"""Which encoding the bytes of a file are in, or why they are no text at all."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO

_CHUNK = 256 * 1024
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


def look_through(file: BinaryIO, encoding: str) -> tuple[str, str]:
    """The last characters of a text, and why it can be no statement, or "". Raises UnicodeDecodeError."""
    tail, blank = "", True
    for text in read_chunks(file, encoding):
        if "\0" in text:
            return "", _ZEROS
        blank = blank and not text.strip("\ufeff \t\r\n\v\f")
        tail = (tail + text)[-200:]
    return tail, _EMPTY if blank else ""


def find_encoding(file: BinaryIO, first_bytes: bytes) -> tuple[str, str, str]:
    """The encoding of a whole file, the last characters of its text, and why it is none, or ""."""
    for encoding in encodings(first_bytes):
        file.seek(0)
        try:
            return encoding, *look_through(file, encoding)
        except UnicodeDecodeError:
            continue
    return "", "", _NO_ALPHABET
