"""A file as it came: asked for its bytes or its text as often as a reader likes, in memory that does not grow with it."""

import hashlib
import io
from collections.abc import Iterator
from typing import Any, BinaryIO, TextIO

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.statements.texts import Look, look_through, read_chunks, why_not_text

_HEAD = 64 * 1024
_BUFFER = 128 * 1024


class Source:
    """A file to read. `file` is any seekable binary file; it is never closed here, and each reader has its own place in it.

    `name` is the file's name and `hint` the kind or layout that a person chose ("" for none). `first_bytes` and `head`
    are its first 64 KB, as bytes and as text; `tail` is the last 200 characters of the text. `not_text` is the reason
    why it is no text ("" if it is), and then `head` and `tail` are empty. `digest` is the SHA-256 of its bytes.
    """

    def __init__(self, file: BinaryIO, *, name: str, hint: str = "") -> None:
        self._file = file
        self.name, self.hint = name, hint
        self.size = file.seek(0, io.SEEK_END)
        self.digest = hashlib.file_digest(self.open(), "sha256").hexdigest()
        self.first_bytes = self.open().read(_HEAD)
        why_not = why_not_text(self.first_bytes)
        look = Look(why_not) if why_not else look_through(self.open(), self.first_bytes)
        self.not_text, self.encoding, self.tail, self._has_endless_line = look
        self.head = "" if self.not_text else next(self.text(), "")[:_HEAD]

    def open(self) -> io.BufferedReader:
        """The bytes, from the beginning, as a file of its own."""
        return io.BufferedReader(_View(self._file), _BUFFER)

    def text(self) -> Iterator[str]:
        """The text in pieces of about 256,000 characters, line ends as they are."""
        return read_chunks(self.open(), self.encoding)

    def open_text(self) -> TextIO:
        """The text as a file, for csv.reader and readers of lines: it is split at any line end, which stays.

        Raises UnreadableError when a line is too long to be held in memory.
        """
        if self._has_endless_line:
            raise UnreadableError("The file has a line far longer than any bank writes. It may be damaged.")
        return io.TextIOWrapper(self.open(), encoding=self.encoding, newline="")

    def all_bytes(self, *, most: int) -> bytes:
        """All bytes, for kinds that cannot be read piece by piece. Raises UnreadableError when there are more than `most`."""
        if self.size > most:
            raise UnreadableError(f"The file is larger than {most // 1_000_000} MB. Please send a shorter period.")
        return self.open().read()


class _View(io.RawIOBase):
    """The bytes of a file that others read too, with a place of its own."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at}.get(whence)
        self._at = self._file.seek(0, io.SEEK_END) + offset if start is None else start + offset
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: Any) -> int:
        self._file.seek(self._at)
        data = self._file.read(len(memoryview(buffer)))
        memoryview(buffer)[: len(data)] = data
        self._at += len(data)
        return len(data)
