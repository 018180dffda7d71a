"""What `ownway payment-file check` says of a file that came back from the bank."""

from pathlib import Path
from typing import Any

from ownway.formats.payments.echoes import EchoFile, echoes_as_data, kind_of, read_echoes
from ownway.formats.payments.echoes.opening import MOST_BYTES

_HEAD = 64 * 1024


def look_at_answer(path: Path) -> EchoFile | None:
    """The file, when it can be opened and begins as one that a bank sends back; else nothing."""
    try:
        with path.open("rb") as file:
            if not kind_of(file.read(_HEAD)):
                return None
            file.seek(0)
            return read_echoes(file.read(MOST_BYTES + 1))
    except OSError:
        return None


def exit_code_of(file: EchoFile) -> int:
    """0 when all of it was read, 1 when something in it is to be looked at, 2 when it was refused."""
    if not file.is_taken:
        return 2
    return 1 if file.problems else 0


def as_data(path: Path, file: EchoFile) -> dict[str, Any]:
    """The file for a program."""
    return {"file": str(path), **echoes_as_data(file)}
