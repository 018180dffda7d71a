"""Which of Open Referral's payloads some JSON is, read as records; and every endpoint's payload written."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ownway.formats.directories.details import Known, Record, Taxonomy, TaxonomyTerm
from ownway.formats.directories.json_text import NotJson, Plain, read_json, write_json
from ownway.formats.directories.pages import CONTENTS, HEADER, PageHeader, read_header, write_header
from ownway.formats.directories.problems import LOOK, WRONG, Problem, Problems
from ownway.formats.directories.reading import read_record
from ownway.formats.directories.records import (
    KINDS,
    ApiDetails,
    Location,
    Organisation,
    Service,
    ServiceAtLocation,
)
from ownway.formats.directories.words import name_of, plural_of
from ownway.formats.directories.writing import nested, write_record

Outcome = Literal["whole", "in part", "refused"]
WHOLE: Outcome = "whole"
IN_PART: Outcome = "in part"
REFUSED: Outcome = "refused"

TOP: tuple[type[Known], ...] = (
    Service,
    Organisation,
    ServiceAtLocation,
    Taxonomy,
    TaxonomyTerm,
    Location,
    ApiDetails,
)
"""What stands at the top of a payload. Where the attributes fit two equally well, the earlier is taken."""

OLD_HEADER = ("totalElements", "totalPages", "content")
TRIED_RECORDS = 20
WHAT_IS_READ = (
    "We read Open Referral UK 3: services, organisations, locations, services at locations, taxonomies and their terms,"
    " one of them or a page of them."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """What was read from one payload or file: `kind` in words ("a page of services"), the records, the trouble.

    `header` is None unless it is a page. `problems` are sorted, the worst first.
    """

    kind: str
    records: tuple[Known, ...] = ()
    header: PageHeader | None = None
    problems: tuple[Problem, ...] = ()
    refused: bool = False

    @property
    def outcome(self) -> Outcome:
        """ "refused" when nothing could be read, "in part" when a person should look at something, else "whole"."""
        if self.refused:
            return REFUSED
        return IN_PART if any(problem.level in (WRONG, LOOK) for problem in self.problems) else WHOLE

    @property
    def counts(self) -> Mapping[str, int]:
        """How many records of each kind there are, the nested ones too, by what several of them are called."""
        return Counter(plural_of(type(one)) for record in self.records for one in nested(record))


def read_payload(data: bytes, *, expected: type[Known] | None = None) -> Directory:
    """A payload of any endpoint. `expected` says what stands in it where the endpoint is known.

    Never raises: what is no payload is refused, with the reason.
    """
    problems = Problems()
    try:
        value = read_json(data, problems)
    except NotJson as refusal:
        return refused(str(refusal))
    return read_plain(value, problems, expected=expected)


def read_plain(value: Plain, problems: Problems, *, expected: type[Known] | None = None) -> Directory:
    """The same of JSON that has been read."""
    if isinstance(value, dict) and isinstance(value.get(CONTENTS), list) and "id" not in value:
        return _read_page(value, problems, expected)
    if isinstance(value, list) and value:
        problems.look("", "It is a list without the header of a page.")
        return _read_list(value, "", expected or _fitting(value), problems, header=None)
    found = expected or _fitting([value])
    if found is None:
        return refused(_why_not(value))
    record = read_record(found, value, "", problems)
    return Directory(kind=name_of(found), records=(record,) if record else (), problems=problems.told())


def refused(reason: str) -> Directory:
    """Nothing was read, and why."""
    return Directory(kind="", problems=(Problem(WRONG, "", reason),), refused=True)


def write_payload(record: Known) -> str:
    """JSON of one record: the answer of `/`, `/services/{id}`, `/organizations/{id}` and their like."""
    return write_json(write_record(record))


def write_page(records: Sequence[Known], header: PageHeader) -> str:
    """JSON of a page: the answer of `/services`, `/organizations` and their like. Use `brief` for short records."""
    return write_json({**write_header(header), CONTENTS: [write_record(record) for record in records]})


def _read_page(value: Mapping[str, Plain], problems: Problems, expected: type[Known] | None) -> Directory:
    contents = value[CONTENTS]
    header = read_header(value, held=len(contents), place="", problems=problems)
    for name in value:
        if name not in HEADER and name != CONTENTS:
            problems.not_known("a page", name, f"/{name}")
    if not contents:
        return Directory(kind="an empty page", header=header, problems=problems.told())
    return _read_list(contents, f"/{CONTENTS}", expected or _fitting(contents), problems, header=header)


def _read_list(
    values: list[Plain], place: str, found: type[Known] | None, problems: Problems, *, header: PageHeader | None
) -> Directory:
    if found is None:
        return refused(_why_not(values[0]))
    read = [read_record(found, one, f"{place}/{index}", problems) for index, one in enumerate(values)]
    records = tuple(record for record in read if record is not None)
    _tell_twice(read, place, problems)
    return Directory(kind=f"a page of {plural_of(found)}", records=records, header=header, problems=problems.told())


def _tell_twice(records: Iterable[Known | None], place: str, problems: Problems) -> None:
    """Records of one id on a page, told once for each id."""
    indexes: dict[str, list[int]] = {}
    for index, record in enumerate(records):
        if isinstance(record, Record) and record.id:
            indexes.setdefault(record.id.lower(), []).append(index)
    for same, found in indexes.items():
        if len(found) > 1:
            problems.look(f"{place}/{found[0]}/id", f"{len(found):,} records of this list have the same id.", same)


def _fitting(values: Sequence[Plain]) -> type[Known] | None:
    """The kind of record whose attributes these are: most known, fewest not; None when too few are known."""
    tried = [value for value in values[:TRIED_RECORDS] if isinstance(value, dict)]
    names = {name for value in tried for name in value}
    scores = [(_score(record, names), -number, record) for number, record in enumerate(TOP)]
    best, _, record = max(scores, key=lambda score: score[:2])
    return record if best > 0 else None


def _score(record: type[Known], names: set[str]) -> int:
    """Known names less unknown ones; what the record needs and has not counts against it twice."""
    kinds = KINDS[record]
    needed = [name for name, (_, kind) in kinds.items() if kind.required and name not in names]
    known = sum(name in kinds for name in names)
    own = known - ("id" in names)
    return known - (len(names) - known) - 2 * len(needed) if own else 0


def _why_not(value: Plain) -> str:
    if isinstance(value, dict) and any(name in value for name in OLD_HEADER):
        return f"This looks like a page of Open Referral UK 1, which was replaced by version 3. {WHAT_IS_READ}"
    return f"This JSON is none of the payloads that we know. {WHAT_IS_READ}"
