"""The ZIP around a spreadsheet, made sure of before anything in it is read: sizes, names, and no declared entities."""

import zipfile
from collections.abc import Sequence
from typing import BinaryIO

from ownway.formats.statements.amounts import UnreadableError
from ownway.formats.zips import DAMAGE, LOCKED

MOST_BYTES = 20_000_000
MOST_UNPACKED = 60_000_000
_MOST_PARTS = 2_000
_MOST_TIMES_SMALLER = 200  # sheets of one repeated row come to about 100
_TOO_SMALL_TO_MIND = 1_000_000
_PIECE = 256 * 1024
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")
_OVERLAP = max(map(len, _FORBIDDEN)) - 1
_DAMAGED = "This ZIP or spreadsheet file is damaged. Please download it again, or save it as CSV."
_LARGE = f"The spreadsheet is larger than {MOST_UNPACKED // 1_000_000} MB when unpacked. Please send a shorter period."
_NO_SHEET = (
    "This is a ZIP file and not a spreadsheet that we can read. Please take the statement out of it, or save it as CSV."
)
_STRANGE = "This spreadsheet is not put together as Excel does it, so we do not open it. Please save it as CSV."


def check_package(file: BinaryIO) -> frozenset[str]:
    """The names of the parts of an XLSX file, once it is safe to read. Raises UnreadableError with the reason.

    Sizes are bounded as the ZIP declares them, and zipfile gives no more of a part than it declares. No part is ever
    written to a disk, yet names that would lead out of a folder are refused: no spreadsheet program writes them.
    """
    try:
        with zipfile.ZipFile(file) as package:
            parts = package.infolist()
            names = _check_parts(parts)
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                    _check_markup(package, part)
    except UnreadableError:
        raise
    except DAMAGE as damage:
        raise UnreadableError(_DAMAGED) from damage
    return names


def _check_parts(parts: Sequence[zipfile.ZipInfo]) -> frozenset[str]:
    names = frozenset(part.filename for part in parts)
    if len(parts) > _MOST_PARTS or len(names) < len(parts) or any(_leads_out(name) for name in names):
        raise UnreadableError(_STRANGE)
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise UnreadableError(_NO_SHEET)
    if any(part.flag_bits & LOCKED for part in parts):
        raise UnreadableError("The spreadsheet is locked with a password. Please save it without one.")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise UnreadableError(_LARGE)
    if any(_is_packed_too_well(part) for part in parts):
        raise UnreadableError(_STRANGE)
    return names


def _leads_out(name: str) -> bool:
    return name.startswith(("/", "\\")) or "\\" in name or ":" in name or ".." in name.split("/")


def _is_packed_too_well(part: zipfile.ZipInfo) -> bool:
    large = part.file_size > _TOO_SMALL_TO_MIND
    return large and part.file_size > part.compress_size * _MOST_TIMES_SMALLER


def _check_markup(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuses a part that declares a document type or an entity, or whose letters have two bytes, where one could hide."""
    before = b""
    with package.open(part) as file:
        while piece := file.read(_PIECE):
            if b"\0" in piece or any(forbidden in before + piece for forbidden in _FORBIDDEN):
                raise UnreadableError(_STRANGE)
            before = piece[-_OVERLAP:]
