"""The operator's copy of the banks' list of checks: which version it is, of which day, and whether it has grown old."""

import re
from dataclasses import dataclass
from datetime import date

from ownway.formats.accounts.weights import WeightTable
from ownway.rules.days import day_in_words

OLD_AFTER_DAYS = 183
"""Half a year. Vocalink brings out a new list several times a year, and says on its page from which day each counts."""

NO_LIST = (
    "The banks’ list of checks has not been loaded here, so this account cannot be checked. Download valacdos.txt from"
    " Vocalink, and say where it is with --weights, or in OWNWAY_MODULUS_WEIGHTS."
)
NO_SUBSTITUTIONS = (
    "The list of sort codes that stand in for others (scsubtab.txt) has not been loaded. This account is checked with"
    " exception 5, which needs it: say where it is with --substitutions, or in OWNWAY_MODULUS_SUBSTITUTIONS."
)

_VERSION = re.compile(r"(?<![a-z0-9])v(?:er|ersion)?[ ._-]?([0-9]{1,3})[._-]([0-9]{1,3})(?![0-9])", re.IGNORECASE)
_DAY = re.compile(r"(?<![0-9])(20[0-9]{2})[-_.]?([01][0-9])[-_.]?([0-3][0-9])(?![0-9])")


@dataclass(frozen=True, slots=True)
class LoadedTable:
    """Where a table came from. The published file does not say its version or day: its name may, and else nothing.

    `dated_on` is the day in the file's name, otherwise the day on which the file last changed; `day_from_name` says
    which. `version` is "" when the name tells none.
    """

    name: str
    version: str
    dated_on: date | None
    day_from_name: bool
    row_count: int
    substitute_count: int


def loaded_table(*, name: str, changed_on: date | None, table: WeightTable) -> LoadedTable:
    """What is known of a table read from a file of this name, last changed on this day."""
    version = _VERSION.search(name)
    named_on = _day_in(name[version.end() :] if version else name)
    return LoadedTable(
        name=name,
        version=f"{int(version[1])}.{version[2]}" if version else "",
        dated_on=named_on or changed_on,
        day_from_name=named_on is not None,
        row_count=len(table.rows),
        substitute_count=len(table.substitutes),
    )


def what_is_missing(*, exceptions: tuple[int, ...], table: WeightTable) -> list[str]:
    """The lists that this check would need and the operator has not loaded, a sentence each."""
    if not table.rows:
        return [NO_LIST]
    return [NO_SUBSTITUTIONS] if 5 in exceptions and not table.substitutes else []


def is_old(loaded: LoadedTable, *, today: date) -> bool:
    """Whether the list is more than half a year old. A list of no known day is not called old."""
    return loaded.dated_on is not None and (today - loaded.dated_on).days > OLD_AFTER_DAYS


def loaded_in_words(loaded: LoadedTable, *, today: date) -> list[str]:
    """The list's version and day, and a word of warning when it is old, for the person who asked."""
    version = f"version {loaded.version}" if loaded.version else "its name tells no version"
    day = ""
    if loaded.dated_on:
        day = f", {'of' if loaded.day_from_name else 'last changed on'} {day_in_words(loaded.dated_on)}"
    lines = [f"Banks’ list of checks: {loaded.name}, {version}{day}, {loaded.row_count:,} rows."]
    if is_old(loaded, today=today):
        lines.append("This list is more than 6 months old. Banks may have changed since: download the newest one.")
    return lines


def _day_in(name: str) -> date | None:
    found = _DAY.search(name)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
