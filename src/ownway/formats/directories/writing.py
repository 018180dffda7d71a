"""Records written as the objects of Open Referral's JSON: nothing that was read is left out."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from ownway.formats.directories.details import Known
from ownway.formats.directories.json_text import Plain, kept_json
from ownway.formats.directories.records import KINDS

Some = TypeVar("Some", bound=Known)


def write_record(record: Known) -> dict[str, Plain]:
    """The record as an object for JSON. What is None or an empty list is left out, and so is a needed "".

    So what the standard needs and the file had not is not made up; what was there and empty is among the unread.
    """
    written: dict[str, Plain] = {}
    for name, (field, kind) in KINDS[type(record)].items():
        value = getattr(record, field)
        if value is None or value == () or (value == "" and kind.required):
            continue
        if kind.many:
            written[name] = [write_record(one) for one in value]
        else:
            written[name] = write_record(value) if kind.of else kind.write(value)
    for kept in record.unread:
        value = kept_json(kept.json)
        beside = written.get(kept.name)
        written[kept.name] = beside + value if isinstance(beside, list) and isinstance(value, list) else value
    return written


def brief(record: Some) -> Some:
    """The record with none of its lists, as lists of records show it: only what stands in it once is kept."""
    given: dict[str, object] = {}
    for field, kind in KINDS[type(record)].values():
        value = getattr(record, field)
        if kind.many:
            given[field] = ()
        elif kind.of and value is not None:
            given[field] = brief(value)
    return replace(record, **given)  # type: ignore[arg-type]


def nested(record: Known) -> Iterator[Known]:
    """The record and every record inside it, from the outside in."""
    yield record
    for field, kind in KINDS[type(record)].values():
        if kind.of:
            value = getattr(record, field)
            for one in value if kind.many else (value,):
                if one is not None:
                    yield from nested(one)
