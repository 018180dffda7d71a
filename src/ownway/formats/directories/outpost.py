"""Services from the CSV of Outpost, the directory program of several councils, as records of Open Referral UK.

Layout: the import template of Outpost (FutureGov, Apache-2.0). A row with an import_id_reference adds to the service of
that import_id. What is marked as not for the public (contacts, places, exact addresses, notes, labels, custom fields)
is left out, and said to be.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from ownway.formats.directories.borrowed import WORDS_DESCRIBE_THEMSELVES, described_by, id_for, said, set_apart
from ownway.formats.directories.details import Contact, CostOption, Known, Schedule
from ownway.formats.directories.json_text import Plain
from ownway.formats.directories.payloads import Directory, refused
from ownway.formats.directories.problems import Problems
from ownway.formats.directories.reading import read_record
from ownway.formats.directories.records import Service, ServiceAtLocation

KIND = "Outpost’s services"
MARKS = ("import_id", "import_id_reference", "name", "organisation")
LOCAL_OFFER = (
    "is_local_offer",
    "send_needs_support",
    "support_description",
    "recent_send_report",
    "outcomes",
    "recent_send_training",
    "parental_involvement",
    "information_sharing",
    "environment_accessibility",
    "how_to_start",
    "future_plans",
)
READ = (
    *MARKS,
    *("description", "url", "approved", "visible", "min_age", "max_age", "service_taxonomies", "suitabilities", "free"),
    *("contact_name", "contact_title", "contact_visible", "contact_email", "contact_phone"),
    *("location_name", "location_latitude", "location_longitude", "location_address_1", "location_city"),
    *("location_postcode", "location_visible", "mask_exact_address", "preferred_for_post", "location_accessibilities"),
    *("cost_option", "cost_amount", "cost_type", "temporarily_closed"),
    *("schedules_opens_at", "schedules_closes_at", "scheduled_weekday", "links_label", "links_url"),
)
KEPT = ("needs_referral", "visible_from", "visible_to", *LOCAL_OFFER)
PRIVATE = ("notes", "labels")
CUSTOM = "custom_"
WEEKDAYS = {
    "monday": "MO",
    "tuesday": "TU",
    "wednesday": "WE",
    "thursday": "TH",
    "friday": "FR",
    "saturday": "SA",
    "sunday": "SU",
}

_NUMBER = re.compile(r"[+-]?[0-9]{1,20}(\.[0-9]{1,20})?")
Row = Mapping[str, str]


def looks_like_outpost(first_line: str) -> bool:
    """Whether the headings of a CSV are those of Outpost."""
    headings = [heading.strip().strip('"') for heading in first_line.split(",")]
    return all(mark in headings for mark in MARKS)


def read_outpost(data: bytes) -> Directory:
    """Services from Outpost's CSV. Never raises; what is missing, wrong or left out is told by row and column."""
    problems = Problems()
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except UnicodeDecodeError as error:
        return refused(f"The file is not text in UTF-8: byte {error.start + 1:,} is no character.")
    except csv.Error as error:
        return refused(f"The file is not CSV that we can read: {error}.")
    headings = [heading.strip() for heading in rows[0]] if rows else []
    for heading in headings:
        if heading not in (*READ, *KEPT, *PRIVATE) and not heading.startswith(CUSTOM):
            problems.note(f"column {heading}", "Outpost has no such column. It is not read.")
    groups: dict[str, list[tuple[int, Row]]] = {}
    for number, cells in enumerate(rows[1:], start=2):
        if len(cells) > len(headings):
            problems.wrong(f"row {number}", f"It has {len(cells)} cells, and there are {len(headings)} headings.")
        row = {name: cell.strip() for name, cell in zip(headings, cells, strict=False) if cell.strip()}
        if row:
            _group(row, number, groups, problems)
    if not groups:
        problems.look("", "There is no service in this file.")
    services = tuple(_service(found, problems) for found in groups.values())
    if any(service.attributes for service in services):
        problems.note("", WORDS_DESCRIBE_THEMSELVES)
    return Directory(kind=KIND, records=services, problems=problems.told())


def _group(row: Row, number: int, groups: dict[str, list[tuple[int, Row]]], problems: Problems) -> None:
    """Put a row to the service that it begins or adds to."""
    key, adds_to = row.get("import_id", ""), row.get("import_id_reference", "")
    if adds_to and adds_to not in groups:
        problems.wrong(f"row {number}/import_id_reference", "No row above begins this service.", adds_to)
    elif adds_to:
        groups[adds_to].append((number, row))
    elif not key or key in groups:
        problems.wrong(f"row {number}/import_id", "A service needs an import_id of its own. The row is not read.", key)
    else:
        groups[key] = [(number, row)]


def _service(rows: Sequence[tuple[int, Row]], problems: Problems) -> Service:
    """The service that some rows describe: the first says what it is, and each what belongs to it."""
    number, first = rows[0]
    place = f"row {number}"
    organisation = first.get("organisation", "")
    owner = id_for("outpost", organisation, first["import_id"])
    whole: dict[str, Plain] = said(
        {
            "id": owner,
            "name": first.get("name"),
            "description": first.get("description"),
            "url": first.get("url"),
            "status": _status(first, place, problems),
            "minimum_age": _number(first.get("min_age", "")),
            "maximum_age": _number(first.get("max_age", "")),
            "fees": "Free" if _is(first, "free") else None,
        }
    )
    if organisation:
        whole["organization"] = {"id": id_for("outpost organisation", organisation), "name": organisation}
    whole["attributes"] = [
        *described_by(_list(first, "service_taxonomies", ";"), taxonomy="Outpost", owner=owner),
        *described_by(_list(first, "suitabilities", ";"), taxonomy="Outpost suitabilities", owner=owner),
    ]
    parts: dict[str, tuple[Known, ...]] = {}
    links: list[Plain] = []
    for row_number, row in rows:
        for name, part in _parts(row, f"{owner} {row.get('import_id', row_number)}", f"row {row_number}", problems):
            parts[name] = (*parts.get(name, ()), part)
        if row.get("links_url"):
            links.append(said({"label": row.get("links_label"), "url": row["links_url"]}))
        _tell_private(row, f"row {row_number}", problems)
    apart = set_apart("outpost", {**{name: first.get(name) for name in KEPT}, "links": links})
    service = read_record(Service, {**whole, **apart}, place, problems) or Service()
    given: dict[str, Any] = dict(parts)
    return replace(service, **given)


def _parts(row: Row, owner: str, place: str, problems: Problems) -> list[tuple[str, Known]]:
    """The contact, place, cost and time that one row gives."""
    found: list[tuple[str, type[Known], dict[str, Plain] | None]] = [
        ("contacts", Contact, _contact(row, owner, place, problems)),
        ("service_at_locations", ServiceAtLocation, _location(row, owner, place, problems)),
        ("cost_options", CostOption, _cost(row, owner)),
        ("schedules", Schedule, _schedule(row, owner, place, problems)),
    ]
    read = [
        (name, read_record(record, part, f"{place}/{name}", problems))
        for name, record, part in found
        if part is not None
    ]
    return [(name, part) for name, part in read if part is not None]


def _contact(row: Row, owner: str, place: str, problems: Problems) -> dict[str, Plain] | None:
    given = said(
        {"name": row.get("contact_name"), "title": row.get("contact_title"), "email": row.get("contact_email")}
    )
    phone = row.get("contact_phone")
    if not given and not phone:
        return None
    if not _is(row, "contact_visible", otherwise=True):
        problems.note(f"{place}/contact_visible", "This contact is not for the public. It is left out.")
        return None
    phones = [{"id": id_for(owner, "phone"), "number": phone}] if phone else []
    return {"id": id_for(owner, "contact"), **given, **({"phones": phones} if phones else {})}


def _location(row: Row, owner: str, place: str, problems: Problems) -> dict[str, Plain] | None:
    if not any(name.startswith("location_") and name != "location_visible" for name in row):
        return None
    if not _is(row, "location_visible", otherwise=True):
        problems.note(f"{place}/location_visible", "This place is not for the public. It is left out.")
        return None
    masked = _is(row, "mask_exact_address")
    if masked:
        problems.note(f"{place}/mask_exact_address", "The exact address is not for the public. Only the town is kept.")
    exact = {} if masked else row
    address = said(
        {
            "address_1": exact.get("location_address_1"),
            "city": row.get("location_city"),
            "postal_code": exact.get("location_postcode"),
            "address_type": "postal" if _is(row, "preferred_for_post") else "physical",
        }
    )
    location = said(
        {
            "id": id_for(owner, "location"),
            "location_type": "physical",
            "name": row.get("location_name"),
            "latitude": _number(exact.get("location_latitude", "")),
            "longitude": _number(exact.get("location_longitude", "")),
        }
    )
    location["addresses"] = [{"id": id_for(owner, "address"), **address}] if len(address) > 1 else []
    location["accessibility"] = [
        {"id": id_for(owner, "accessibility", name), "description": name}
        for name in _list(row, "location_accessibilities", ";")
    ]
    return {"id": id_for(owner, "at"), "location": location}


def _cost(row: Row, owner: str) -> dict[str, Plain] | None:
    names = {"option": "cost_option", "amount": "cost_amount", "amount_description": "cost_type"}
    given = said({name: row.get(column) for name, column in names.items()})
    if not given:
        return None
    return {"id": id_for(owner, "cost"), **given, **said({"amount": _number(str(given.get("amount", "")))})}


def _schedule(row: Row, owner: str, place: str, problems: Problems) -> dict[str, Plain] | None:
    weekday = row.get("scheduled_weekday", "")
    given = said({"opens_at": row.get("schedules_opens_at"), "closes_at": row.get("schedules_closes_at")})
    if not given and not weekday:
        return None
    if weekday and weekday.lower() not in WEEKDAYS:
        problems.wrong(f"{place}/scheduled_weekday", "It is no day of the week, like monday.", weekday)
    byday = WEEKDAYS.get(weekday.lower())
    return {"id": id_for(owner, "schedule"), **given, **({"freq": "WEEKLY", "byday": byday} if byday else {})}


def _status(row: Row, place: str, problems: Problems) -> str:
    for column, words in (("approved", "not approved"), ("visible", "not for the public")):
        if not _is(row, column, otherwise=True):
            problems.look(f"{place}/{column}", f"This service is {words}, so it is taken as inactive.")
            return "inactive"
    return "temporarily closed" if _is(row, "temporarily_closed") else "active"


def _tell_private(row: Row, place: str, problems: Problems) -> None:
    for column in row:
        if column in PRIVATE or column.startswith(CUSTOM):
            problems.note(f"{place}/{column}", "This may not be for the public. It is left out.")


def _is(row: Row, column: str, *, otherwise: bool = False) -> bool:
    return row[column].upper() in ("TRUE", "YES", "1") if column in row else otherwise


def _list(row: Row, column: str, between: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in row.get(column, "").split(between) if part.strip()))


def _number(cell: str) -> Plain:
    return Decimal(cell) if _NUMBER.fullmatch(cell) else cell
