"""A package of tables as one ZIP file, taken out in memory; what would fill the memory or is no table stays in."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import PurePosixPath

from ownway.formats.directories.packages import DESCRIPTOR, MOST_BYTES
from ownway.formats.zips import DAMAGE, LOCKED

MARK = b"PK\x03\x04"
_MOST_FILES = 1_000


class NotAPackageError(ValueError):
    """The ZIP file is not read; the message is the sentence a person sees."""


def tables_in_zip(data: bytes) -> dict[str, bytes]:
    """The tables and their datapackage.json by their own names, whichever one folder of the ZIP they stand in.

    Raises NotAPackageError. Sizes are bounded as the ZIP declares them, and no more of a file is taken out than that;
    nothing is written to a disk.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = _tables(package.infolist())
            return {PurePosixPath(part.filename).name: package.read(part) for part in parts}
    except NotAPackageError:
        raise
    except DAMAGE as damage:
        raise NotAPackageError("This ZIP file is damaged. Please make it again.") from damage


def _tables(parts: Sequence[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    if len(parts) > _MOST_FILES:
        raise NotAPackageError(f"The ZIP file holds more than {_MOST_FILES:,} files, so it is no package of tables.")
    paths = {part.filename: PurePosixPath(part.filename) for part in parts}
    tables = [part for part in parts if _is_table(paths[part.filename])]
    if not tables:
        raise NotAPackageError("There is no table in this ZIP file that we know, like services.csv.")
    if len({paths[part.filename].parent for part in tables}) > 1:
        raise NotAPackageError("The tables in this ZIP file stand in several folders. Please put them into one.")
    if len({paths[part.filename].name for part in tables}) < len(tables):
        raise NotAPackageError("A table is in this ZIP file twice. Please leave one out.")
    if any(part.flag_bits & LOCKED for part in tables):
        raise NotAPackageError("The ZIP file is locked with a password. Please make it without one.")
    if sum(part.file_size for part in tables) > MOST_BYTES:
        raise NotAPackageError(f"The tables are larger than {MOST_BYTES // (1024 * 1024)} MB together.")
    return tables


def _is_table(path: PurePosixPath) -> bool:
    """Whether it is a table or what describes them; copies that some systems hide in a ZIP are not."""
    hidden = path.name.startswith(".") or "__MACOSX" in path.parts
    return not hidden and (path.suffix == ".csv" or path.name == DESCRIPTOR)
