"""Nested records laid out as tables that point to each other by id, and tables put together as nested records again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ownway.formats.directories import details
from ownway.formats.directories.details import Described, Known, Metadata, Record
from ownway.formats.directories.problems import Problems
from ownway.formats.directories.records import KINDS, RECORDS, Location, Organisation, Service, ServiceAtLocation
from ownway.formats.directories.words import name_of

TABLES: Mapping[type[Known], tuple[str, str, str]] = {
    Organisation: ("organization", "organizations.csv", ""),
    Service: ("service", "services.csv", ""),
    details.Attribute: ("attribute", "attribute.csv", "attributes.csv"),
    ServiceAtLocation: ("service_at_location", "service_at_location.csv", "service_at_locations.csv"),
    Location: ("location", "locations.csv", ""),
    details.Phone: ("phone", "phones.csv", ""),
    details.Contact: ("contact", "contacts.csv", ""),
    details.Address: ("address", "address.csv", "addresses.csv"),
    details.Schedule: ("schedule", "schedule.csv", "schedules.csv"),
    details.Funding: ("funding", "funding.csv", ""),
    details.ServiceArea: ("service_area", "service_areas.csv", ""),
    details.Language: ("language", "languages.csv", ""),
    details.Accessibility: ("accessibility", "accessibility.csv", ""),
    details.TaxonomyTerm: ("taxonomy_term", "taxonomy_terms.csv", ""),
    details.CostOption: ("cost_option", "cost_options.csv", ""),
    details.OrganisationIdentifier: ("organization_identifier", "organization_identifiers.csv", ""),
    details.Taxonomy: ("taxonomy", "taxonomies.csv", "taxonomy.csv"),
    details.Program: ("program", "programs.csv", ""),
    details.RequiredDocument: ("required_document", "required_documents.csv", ""),
    Metadata: ("metadata", "metadata.csv", ""),
}
"""Each table's name in a package, its file in the UK profile, and what HSDS calls the file where that differs."""

LINKS: Mapping[str, type[Record]] = {
    "contact_id": details.Contact,
    "service_id": Service,
    "service_at_location_id": ServiceAtLocation,
    "location_id": Location,
    "phone_id": details.Phone,
    "program_id": details.Program,
    "taxonomy_id": details.Taxonomy,
    "taxonomy_term_id": details.TaxonomyTerm,
    "organization_id": Organisation,
}
"""The columns that point to a row of another table. A row that could stand in several records stands in the first."""

NEVER_HELD = ("service", "taxonomy_detail")
"""What points back to the record that it stands in."""

_LINK_TO: Mapping[type[Known], str] = {record: name for name, record in LINKS.items()}
_Key = tuple[type[Known], str]


def flatten(records: Iterable[Known], problems: Problems) -> tuple[Known, ...]:
    """Every record once, none nested, table by table; what stood inside another points to it by id.

    Where one id stands several times, the rows are laid together, and what differs is told.
    """
    rows: dict[_Key, list[Known]] = {}
    unnamed = 0
    for record in records:
        for one in _flat(record):
            unnamed += 1
            rows.setdefault((type(one), getattr(one, "id", "") or f"unnamed {unnamed}"), []).append(one)
    merged = [_merged(found, problems) for found in rows.values()]
    order = {record: number for number, record in enumerate(TABLES)}
    return tuple(sorted((one for one in merged if type(one) in order), key=lambda one: order[type(one)]))


def nest(rows: Iterable[Known]) -> tuple[Known, ...]:
    """Rows put inside the records that they point to: services, each with all that belongs to it.

    Records that no service has (an organisation without services, a taxonomy) follow the services.
    """
    flat = list(rows)
    by_id: dict[_Key, Known] = {(type(row), _id(row)): row for row in flat if _id(row)}
    owners = {_id(row): (type(row), _id(row)) for row in flat if isinstance(row, Described) and _id(row)}
    whole = _Whole(by_id=by_id, children={}, built={}, used=set())
    tops: list[Known] = []
    for row in flat:
        owner = _owner(row, by_id, owners)
        if owner is None:
            tops.append(row)
        else:
            whole.children.setdefault(owner[0], {}).setdefault(owner[1], []).append(row)
    services = [whole.put_together(row) for row in tops if isinstance(row, Service)]
    others = [row for row in tops if not isinstance(row, Service) and (type(row), _id(row)) not in whole.used]
    return (*services, *(whole.put_together(row) for row in others))


@dataclass(slots=True)
class _Whole:
    """Puts rows together, each only once however many others hold it, and remembers which were held.

    No kind of record holds itself, however far inside: that is so because a place never holds its service again, and a
    term never its taxonomy.
    """

    by_id: Mapping[_Key, Known]
    children: dict[_Key, dict[str, list[Known]]]
    built: dict[_Key, Known]
    used: set[_Key]

    def put_together(self, row: Known) -> Known:
        """The row with everything that belongs in it."""
        key = (type(row), _id(row))
        if self.by_id.get(key) is row and key in self.built:
            return self.built[key]
        given: dict[str, Any] = {}
        if self.by_id.get(key) is row:
            for field, found in self.children.get(key, {}).items():
                given[field] = tuple(self.put_together(one) for one in found)
        for name, (field, kind) in KINDS[type(row)].items():
            if kind.of and not kind.many and name not in NEVER_HELD:
                other = (RECORDS[kind.of], getattr(row, _LINK_TO[RECORDS[kind.of]], None) or "")
                if other in self.by_id:
                    self.used.add(other)
                    given[field] = self.put_together(self.by_id[other])
        self.built[key] = replace(row, **given)
        return self.built[key]


def _owner(row: Known, by_id: Mapping[_Key, Known], owners: Mapping[str, _Key]) -> tuple[_Key, str] | None:
    """The record that a row stands in, and the list there that it stands in."""
    if isinstance(row, details.Attribute):
        owner = owners.get(row.link_id or "")
        return (owner, "attributes") if owner else None
    if isinstance(row, Metadata):
        owner = owners.get(row.resource_id or "")
        return (owner, "metadata") if owner else None
    if isinstance(row, Service):
        return None
    for link, kind in LINKS.items():
        key = (kind, getattr(row, link, None) or "")
        if key in by_id and (field := _list_of(kind, type(row))):
            return key, field
    return None


def _list_of(owner: type[Known], kind_of_row: type[Known]) -> str:
    """The list of an owner that holds such rows, or ""."""
    for field, kind in KINDS[owner].values():
        if kind.many and RECORDS[kind.of] is kind_of_row:
            return field
    return ""


def _flat(record: Known) -> Iterator[Known]:
    """The record without what is nested in it, and then that, pointing to it."""
    given: dict[str, Any] = {}
    inside: list[Known] = []
    for field, kind in KINDS[type(record)].values():
        value = getattr(record, field)
        if kind.many:
            inside += [_pointing(one, record) for one in value]
            given[field] = ()
        elif kind.of and value is not None:
            inside.append(value)
            given[field] = None
            link = _LINK_TO.get(type(value), "")
            if getattr(record, link, "") is None:
                given[link] = _id(value) or None
    yield replace(record, **given)
    for one in inside:
        yield from _flat(one)


def _pointing(one: Known, owner: Known) -> Known:
    """A nested record that says where it stood, in whichever column it has for that."""
    table = TABLES.get(type(owner), ("", "", ""))[0]
    if isinstance(one, details.Attribute):
        return replace(one, link_id=one.link_id or _id(owner), link_entity=one.link_entity or table)
    if isinstance(one, Metadata):
        return replace(one, resource_id=one.resource_id or _id(owner), resource_type=one.resource_type or table)
    link = _LINK_TO.get(type(owner), "")
    given: dict[str, Any] = {link: _id(owner) or None}
    return replace(one, **given) if getattr(one, link, "") is None else one


def _merged(rows: list[Known], problems: Problems) -> Known:
    """Rows of one id laid together: what the first does not say is taken from the next."""
    first, *others = rows
    for other in others:
        given: dict[str, Any] = {}
        for name, (field, kind) in KINDS[type(first)].items():
            ours, theirs = getattr(first, field), getattr(other, field)
            if kind.of or theirs in (None, "") or ours == theirs:
                continue
            if ours in (None, ""):
                given[field] = theirs
            else:
                place = f"{name_of(type(first))} {_id(first)}/{name}"
                problems.look(place, "The same record says two things. The first is kept.", f"{ours} / {theirs}")
        unread = {*first.unread, *other.unread}
        first = replace(first, unread=tuple(sorted(unread, key=lambda kept: (kept.name, kept.json))), **given)
    return first


def _id(row: Known) -> str:
    return str(getattr(row, "id", "") or "")
