"""A package of tables (datapackage.json and CSV files), read and written as the tabular form of the standard asks."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from ownway.formats.directories.details import Known, Metadata
from ownway.formats.directories.fields import Kind
from ownway.formats.directories.json_text import NotJson, Plain, kept_json, read_json, write_json
from ownway.formats.directories.payloads import Directory, refused
from ownway.formats.directories.problems import Problems
from ownway.formats.directories.reading import read_record
from ownway.formats.directories.records import KINDS
from ownway.formats.directories.tables import LINKS, TABLES
from ownway.formats.directories.words import name_of

DESCRIPTOR = "datapackage.json"
GUARDED = "ownway_cells_guarded"
KIND = "a package of tables"
MOST_BYTES = 64 * 1024 * 1024
NEEDED_IN_TABLES: Mapping[str, tuple[str, ...]] = {
    "service": ("organization_id",),
    "service_at_location": ("service_id", "location_id"),
    "attribute": ("link_id", "taxonomy_term_id"),
    "cost_option": ("service_id",),
    "organization_identifier": ("organization_id",),
}
"""What a row must point to, because it does not stand inside the other record as in JSON."""

_NUMBER = re.compile(r"[+-]?[0-9]{1,20}(\.[0-9]{1,20})?")
_RUNS = re.compile(r"\s*[=+\-@|%'\t\r\n]")
_DIALLED = re.compile(r"\+[0-9 ()\-]+")


def looks_like_package(names: Iterable[str]) -> bool:
    """Whether files of these names are tables of a package."""
    known = {file for _, file, other in TABLES.values() for file in (file, other)}
    return any(name == DESCRIPTOR or name in known for name in names)


def read_package(files: Mapping[str, bytes]) -> Directory:
    """Tables by the names of their files, as flat records in the order of the standard's tables. Never raises.

    Without datapackage.json the files are known by their names. Put the records together with `nest`.
    """
    problems = Problems()
    if sum(map(len, files.values())) > MOST_BYTES:
        return refused(f"The tables are larger than {MOST_BYTES // (1024 * 1024)} MB together.")
    try:
        described = read_json(files[DESCRIPTOR], problems) if DESCRIPTOR in files else None
    except NotJson as refusal:
        return refused(f"{DESCRIPTOR}: {refusal}")
    named = _named_files(described, files, problems)
    if not named:
        return refused("There is no table here that we know, like services.csv or organizations.csv.")
    guarded = isinstance(described, dict) and described.get(GUARDED) is True
    records: list[Known] = []
    for record, name in named.items():
        records += _read_table(record, name, files[name], problems, guarded=guarded)
    _check_links(records, problems)
    return Directory(kind=KIND, records=tuple(records), problems=problems.told())


def write_package(rows: Iterable[Known], *, title: str = "Directory of services") -> dict[str, bytes]:
    """Flat records (see `flatten`) as the files of a package, datapackage.json among them.

    No spreadsheet runs a cell: text that could begin a formula has an apostrophe in front, and the descriptor says so.
    """
    by_kind: dict[type[Known], list[Known]] = {}
    for row in rows:
        by_kind.setdefault(type(row), []).append(row)
    tables = {record: by_kind[record] for record in TABLES if record in by_kind}
    cells = {record: _cells(record, found) for record, found in tables.items()}
    guarded = any(_guard(cell) != cell for table in cells.values() for row in table[1:] for cell in row)
    files = {DESCRIPTOR: _descriptor(tables, cells, title=title, guarded=guarded)}
    for record, table in cells.items():
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\r\n").writerows(
            table if not guarded else [table[0], *([_guard(cell) for cell in row] for row in table[1:])]
        )
        files[TABLES[record][1]] = out.getvalue().encode()
    return files


def _named_files(described: Plain, files: Mapping[str, bytes], problems: Problems) -> dict[type[Known], str]:
    """Which file holds which table: as the descriptor says, else by the files' names."""
    if described is None:
        found = {
            record: name
            for record, (_, file, other) in TABLES.items()
            for name in (other, file)
            if name and name in files
        }
    else:
        found = _described_files(described, files, problems)
    for name in sorted(set(files) - set(found.values()) - {DESCRIPTOR}):
        problems.note(name, "This file is not one of the package’s tables. It is not read.")
    return found


def _described_files(described: Plain, files: Mapping[str, bytes], problems: Problems) -> dict[type[Known], str]:
    resources = described.get("resources") if isinstance(described, dict) else None
    if not isinstance(resources, list):
        problems.wrong(DESCRIPTOR, "It has no list of “resources”, so it names no tables.")
        return {}
    by_name = {name: record for record, (name, _, _) in TABLES.items()}
    found: dict[type[Known], str] = {}
    for index, resource in enumerate(resources):
        place = f"{DESCRIPTOR}/resources/{index}"
        name, path = (resource.get("name"), resource.get("path")) if isinstance(resource, dict) else (None, None)
        if not isinstance(name, str) or not isinstance(path, str):
            problems.wrong(place, "A table needs a “name” and a “path”.")
        elif name not in by_name:
            problems.note(place, "The standard has no such table. It is not read.", name)
        elif path != path.strip("./\\") or any(sign in path for sign in "/\\:"):
            problems.wrong(place, "The path leads out of the package. The table is not read.", path)
        elif path not in files:
            problems.look(place, "The package names this table, and it is not there.", path)
        else:
            found[by_name[name]] = path
    return found


def _read_table(record: type[Known], file: str, data: bytes, problems: Problems, *, guarded: bool) -> list[Known]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.wrong(file, f"The table is not text in UTF-8: byte {error.start + 1:,} is no character.")
        return []
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        problems.wrong(file, f"The table is not CSV that we can read: {error}.")
        return []
    if not rows:
        problems.look(file, "The table is empty. It has no headings either.")
        return []
    headings = [heading.strip() for heading in rows[0]]
    if len(set(headings)) < len(headings):
        problems.wrong(file, "Two columns have the same heading. The table is not read.")
        return []
    found = [
        _read_row(record, headings, row, f"{file} row {number}", problems, guarded=guarded)
        for number, row in enumerate(rows[1:], start=2)
        if any(row)
    ]
    return [row for row in found if row is not None]


def _read_row(
    record: type[Known], headings: list[str], row: list[str], place: str, problems: Problems, *, guarded: bool
) -> Known | None:
    if len(row) > len(headings):
        problems.wrong(place, f"The row has {len(row)} cells, and there are {len(headings)} headings.")
    kinds = KINDS[record]
    given: dict[str, Plain] = {}
    for heading, cell in zip(headings, row, strict=False):
        if cell:
            kind = kinds[heading][1] if heading in kinds else None
            given[heading] = _value(cell.removeprefix("'") if guarded else cell, kind)
    read = read_record(record, given, place, problems)
    for name in NEEDED_IN_TABLES.get(TABLES[record][0], ()):
        if not given.get(name):
            problems.wrong(place, f"{name_of(record).capitalize()} in a table needs “{name}”, which is missing.")
    return read


def _value(cell: str, kind: Kind | None) -> Plain:
    if kind is not None and kind.column == "number" and _NUMBER.fullmatch(cell.strip()):
        return Decimal(cell.strip())
    return cell


def _check_links(records: list[Known], problems: Problems) -> None:
    """Tell rows that point to a row that is not there, and ids that stand twice in a table."""
    ids: dict[type[Known], set[str]] = {record: set() for record in TABLES}
    for row in records:
        if (id_ := getattr(row, "id", "")) in ids[type(row)]:
            problems.wrong(f"{TABLES[type(row)][1]}, {id_}/id", "This id stands twice in the table.")
        ids[type(row)].add(id_)
    for row in records:
        for link, owner in LINKS.items():
            pointed = getattr(row, link, None)
            if pointed and pointed not in ids[owner]:
                place = f"{TABLES[type(row)][1]}, {getattr(row, 'id', '')}/{link}"
                problems.look(place, f"It points to {name_of(owner)} that is not in the package.", pointed)


def _cells(record: type[Known], rows: list[Known]) -> list[list[str]]:
    """The table as cells: the UK profile's columns, HSDS's where one is used, and columns of nobody's standard."""
    kinds = {name: found for name, found in KINDS[record].items() if not found[1].of}
    used = [
        name
        for name, (field, kind) in kinds.items()
        if kind.uk or record is Metadata or any(getattr(row, field) not in (None, "") for row in rows)
    ]
    others = dict.fromkeys(kept.name for row in rows for kept in row.unread if kept.name not in used)
    table = [[*used, *others]]
    for row in rows:
        kept = {one.name: _unread_cell(one.json) for one in row.unread}
        values = [(name, getattr(row, kinds[name][0]), kinds[name][1]) for name in used]
        written = ["" if value in (None, "") else str(kind.write(value)) for _, value, kind in values]
        cells = [cell or kept.get(name, "") for cell, (name, _, _) in zip(written, values, strict=True)]
        table.append([*cells, *(kept.get(name, "") for name in others)])
    return table


def _unread_cell(json_text: str) -> str:
    value = kept_json(json_text)
    return value if isinstance(value, str) else json_text


def _guard(cell: str) -> str:
    if _NUMBER.fullmatch(cell) or _DIALLED.fullmatch(cell):
        return cell
    return f"'{cell}" if _RUNS.match(cell) else cell


def _descriptor(
    tables: Mapping[type[Known], list[Known]],
    cells: Mapping[type[Known], list[list[str]]],
    *,
    title: str,
    guarded: bool,
) -> bytes:
    described: dict[str, Plain] = {
        "name": "human_services_data",
        "title": title,
        "profile": "tabular-data-package",
        "version": "3.0.0",
        "homepage": "https://docs.openreferraluk.org",
        "resources": [_resource(record, cells[record][0], tables) for record in tables],
    }
    return write_json(described | ({GUARDED: True} if guarded else {})).encode()


def _resource(record: type[Known], columns: list[str], tables: Mapping[type[Known], list[Known]]) -> dict[str, Plain]:
    name, file, _ = TABLES[record]
    links = [link for link in columns if link in LINKS and LINKS[link] in tables and LINKS[link] is not record]
    return {
        "name": name,
        "path": file,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_column(record, column) for column in columns],
            "primaryKey": "id",
            "foreignKeys": [
                {"fields": link, "reference": {"resource": TABLES[LINKS[link]][0], "fields": "id"}} for link in links
            ],
        },
    }


def _column(record: type[Known], column: str) -> dict[str, Plain]:
    kind = KINDS[record][column][1] if column in KINDS[record] else None
    if kind is None:
        return {"name": column, "type": "string"}
    needed = kind.required or column in NEEDED_IN_TABLES.get(TABLES[record][0], ())
    limits: dict[str, Plain] = {"required": needed, "unique": column == "id"}
    if kind.words:
        limits["enum"] = list(kind.words)
    described: dict[str, Plain] = {"name": column, "type": kind.column, "constraints": limits}
    return described | ({"format": kind.format} if kind.format else {})
