"""JSON objects read as records: what is known into its field, the rest kept as it came, every trouble told by place."""

from typing import Any, TypeVar

from ownway.formats.directories.checks import check_record
from ownway.formats.directories.details import Known, Unread
from ownway.formats.directories.fields import Kind, Unreadable
from ownway.formats.directories.json_text import Plain, join, write_json
from ownway.formats.directories.problems import LOOK, Problems
from ownway.formats.directories.records import KINDS, RECORDS
from ownway.formats.directories.words import name_of

Some = TypeVar("Some", bound=Known)


def read_record(record: type[Some], data: Plain, place: str, problems: Problems) -> Some | None:
    """One object as a record of this kind; None, and a problem, when it is no object."""
    if not isinstance(data, dict):
        problems.wrong(place, f"Here should be {name_of(record)}, in {{ and }}.", data)
        return None
    kinds = KINDS[record]
    given: dict[str, Any] = {}
    unread: list[Unread] = []
    for name, value in data.items():
        found = kinds.get(name)
        if found is None:
            problems.not_known(name_of(record), name, join(place, name))
            unread.append(Unread(name, write_json(value)))
            continue
        field, kind = found
        here = f"{place}/{name}"
        if value is None:
            problems.wrong(here, "It is null. Leave the attribute out when it is not known.")
            continue
        _read_attribute(kind, field, name, value, here, problems, given, unread)
    for name, (_, kind) in kinds.items():
        if kind.required and name not in data:
            problems.wrong(place, f"{name_of(record).capitalize()} needs “{name}”, which is missing.")
    read = record(**given, unread=tuple(sorted(unread, key=lambda kept: kept.name)))
    check_record(read, place, problems)
    return read


def _read_attribute(
    kind: Kind,
    field: str,
    name: str,
    value: Plain,
    place: str,
    problems: Problems,
    given: dict[str, Any],
    unread: list[Unread],
) -> None:
    """Put one attribute into `given`, or what of it cannot be read into `unread`."""
    if kind.of and kind.many:
        given[field] = _read_many(kind, name, value, place, problems, unread)
    elif kind.of:
        given[field] = read_record(RECORDS[kind.of], value, place, problems)
        if given[field] is None:
            unread.append(Unread(name, write_json(value)))
    else:
        try:
            given[field] = kind.read(value, place, problems)
            if kind.required and value == "":
                unread.append(Unread(name, write_json(value)))
                problems.look(place, "It is empty.")
        except Unreadable as refusal:
            unread.append(Unread(name, write_json(value)))
            if str(refusal):
                (problems.look if refusal.level == LOOK else problems.wrong)(place, str(refusal), value)


def _read_many(
    kind: Kind, name: str, value: Plain, place: str, problems: Problems, unread: list[Unread]
) -> tuple[Known, ...]:
    if not isinstance(value, list):
        problems.wrong(place, "Here should be a list, in [ and ].", value)
        unread.append(Unread(name, write_json(value)))
        return ()
    read = [(read_record(RECORDS[kind.of], one, f"{place}/{index}", problems), one) for index, one in enumerate(value)]
    if others := [one for found, one in read if found is None]:
        unread.append(Unread(name, write_json(others)))
    return tuple(found for found, _ in read if found is not None)
