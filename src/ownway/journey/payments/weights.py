"""The operator's table of the modulus check, read once for each change of its file."""

from functools import lru_cache
from pathlib import Path

from ownway.formats.accounts.weights import WeightTable, load_weights


def modulus_table(*, weights: str, substitutions: str = "") -> WeightTable:
    """The table at these paths; an empty one, with which nothing can be checked, when the operator gave none.

    Raises WeightTableRefused for a file that is no such table, and OSError for one that cannot be read.
    """
    if not weights:
        return WeightTable()
    return _table(_version(weights), _version(substitutions) if substitutions else None)


_Version = tuple[str, int, int]


def _version(path: str) -> _Version:
    found = Path(path).stat()
    return path, found.st_mtime_ns, found.st_size


@lru_cache(maxsize=2)
def _table(weights: _Version, substitutions: _Version | None) -> WeightTable:
    return load_weights(Path(weights[0]).read_text(), Path(substitutions[0]).read_text() if substitutions else "")
