"""Services, organisations and terms as the DfE's family hubs directory posts them, as records of Open Referral UK.

Layout: the fixtures and shared types of DFE-Digital's fh-service-directory (MIT). Its numbers for a service's status are
read; its numbers for how often something happens and for weekdays changed between its versions, so they are kept apart
and told, never guessed at.
"""

from collections.abc import Mapping
from decimal import Decimal

from ownway.formats.directories.borrowed import WORDS_DESCRIBE_THEMSELVES, described_by, id_for, said, set_apart
from ownway.formats.directories.details import Known, TaxonomyTerm
from ownway.formats.directories.json_text import Plain
from ownway.formats.directories.payloads import Directory
from ownway.formats.directories.problems import Problems
from ownway.formats.directories.reading import read_record
from ownway.formats.directories.records import Organisation, Service

KIND = "family hubs’ {}"
SOURCE = "family_hubs"
STATUSES = {1: "active", 2: "inactive", 3: "defunct", 4: "temporarily closed"}
BY_MARK: Mapping[str, type[Known]] = {
    "serviceOwnerReferenceId": Service,
    "costOptions": Service,
    "deliverableType": Service,
    "organisationType": Organisation,
    "adminAreaCode": Organisation,
    "taxonomyType": TaxonomyTerm,
}
FREQUENCIES = {"weekly": "WEEKLY", "monthly": "MONTHLY"}
SERVICE_APART = (
    "serviceOwnerReferenceId",
    "serviceType",
    "deliverableType",
    "attendingType",
    "attendingAccess",
    "canFamilyChooseDeliveryLocation",
    "serviceDeliveries",
    "holidaySchedules",
    "reviews",
)
Posted = Mapping[str, Plain]


def kind_posted(value: Plain) -> type[Known] | None:
    """Which record of family hubs some JSON is, or a page of which; None when it is none."""
    first = next(iter(_items(value)), None)
    if not isinstance(first, dict):
        return None
    return next((record for mark, record in BY_MARK.items() if mark in first), None)


def read_family_hubs(value: Plain, record: type[Known], problems: Problems) -> Directory:
    """JSON of the kind that `kind_posted` found. What is missing, wrong or kept apart is told by its place."""
    make = {Service: _service, Organisation: _organisation, TaxonomyTerm: _term}[record]
    found: list[Known] = []
    for index, posted in enumerate(_items(value)):
        place = f"/items/{index}" if isinstance(value, dict) and "items" in value else ""
        read = read_record(record, make(posted) if isinstance(posted, dict) else posted, place, problems)
        if read is not None:
            found.append(read)
    if any(isinstance(one, TaxonomyTerm) or getattr(one, "attributes", ()) for one in found):
        problems.note("", WORDS_DESCRIBE_THEMSELVES)
    names = {Service: "services", Organisation: "organisations", TaxonomyTerm: "taxonomy terms"}
    return Directory(kind=KIND.format(names[record]), records=tuple(found), problems=problems.told())


def _items(value: Plain) -> list[Plain]:
    """The records of a page, of a list, or the one record itself."""
    if isinstance(value, dict):
        items = value.get("items")
        return items if isinstance(items, list) else [value]
    return value if isinstance(value, list) else []


def _service(posted: Posted) -> dict[str, Plain]:
    owner = id_for(SOURCE, "service", posted.get("serviceOwnerReferenceId") or posted.get("id"))
    ages = _dicts(posted, "eligibilities")
    youngest, oldest = _whole(ages, "minimumAge"), _whole(ages, "maximumAge")
    return {
        **said(
            {
                "id": owner,
                "organization_id": _id("organisation", posted.get("organisationId")),
                "name": posted.get("name"),
                "description": posted.get("description"),
                "status": _status(posted.get("status")),
                "fees": posted.get("fees"),
                "accreditations": posted.get("accreditations"),
                "assured_date": _day(posted.get("assuredDate")),
                "minimum_age": min(youngest) if youngest else None,
                "maximum_age": max(oldest) if oldest else None,
            }
        ),
        "funding": [
            {"id": _at(owner, "funding", n), **said({"source": one.get("source")})}
            for n, one in _many(posted, "fundings")
        ],
        "cost_options": [_cost(one, _at(owner, "cost", n)) for n, one in _many(posted, "costOptions")],
        "languages": [
            {"id": _at(owner, "language", n), **said({"name": one.get("name"), "code": one.get("code")})}
            for n, one in _many(posted, "languages")
        ],
        "service_areas": [_area(one, _at(owner, "area", n)) for n, one in _many(posted, "serviceAreas")],
        "service_at_locations": [_place(one, _at(owner, "location", n)) for n, one in _many(posted, "locations")],
        "schedules": [_schedule(one, _at(owner, "schedule", n)) for n, one in _times(posted)],
        "contacts": [_contact(one, _at(owner, "contact", n)) for n, one in _many(posted, "contacts")],
        "attributes": described_by(
            dict.fromkeys(str(one["name"]) for one in _dicts(posted, "taxonomies") if one.get("name")),
            taxonomy="Family hubs",
            owner=owner,
        ),
        **set_apart(SOURCE, {name: posted.get(name) for name in SERVICE_APART}),
    }


def _status(value: Plain) -> Plain:
    if isinstance(value, int) and not isinstance(value, bool):
        return STATUSES.get(value, value)
    return value.lower() if isinstance(value, str) else value


def _organisation(posted: Posted) -> dict[str, Plain]:
    parent = posted.get("associatedOrganisationId")
    given = {
        "id": _id("organisation", posted.get("id")),
        "name": posted.get("name"),
        "description": posted.get("description"),
        "logo": posted.get("logo"),
        "uri": posted.get("uri"),
        "website": posted.get("url"),
        "parent_organization_id": None if parent is None else _id("organisation", parent),
    }
    apart = {name: posted.get(name) for name in ("organisationType", "adminAreaCode")}
    return {**said(given), **set_apart(SOURCE, apart)}


def _term(posted: Posted) -> dict[str, Plain]:
    parent = posted.get("parentId", posted.get("parent"))
    given = {
        "id": _id("taxonomy", posted.get("id")),
        "name": posted.get("name"),
        "description": posted.get("name"),
        "taxonomy": "Family hubs",
        "parent_id": None if parent in (None, 0) else _id("taxonomy", parent),
    }
    return {**said(given), **set_apart(SOURCE, {"taxonomyType": posted.get("taxonomyType")})}


def _cost(posted: Posted, id_: str) -> dict[str, Plain]:
    given = {
        "id": id_,
        "valid_from": _day(posted.get("validFrom")),
        "valid_to": _day(posted.get("validTo")),
        "option": posted.get("option"),
        "amount": posted.get("amount"),
        "currency": posted.get("currency"),
        "amount_description": posted.get("amountDescription"),
    }
    return said(given)


def _area(posted: Posted, id_: str) -> dict[str, Plain]:
    names = {"name": "serviceAreaName", "service_area": "serviceAreaName", "extent": "extent", "uri": "uri"}
    return {"id": id_, **said({name: posted.get(theirs) for name, theirs in names.items()})}


def _place(posted: Posted, id_: str) -> dict[str, Plain]:
    given = {name: posted.get(name) for name in ("name", "description", "latitude", "longitude")}
    names = {
        "address_1": "address1",
        "address_2": "address2",
        "city": "city",
        "postal_code": "postCode",
        "state_province": "stateProvince",
        "country": "country",
    }
    address = said({name: posted.get(theirs) for name, theirs in names.items()})
    location: dict[str, Plain] = {"id": id_, "location_type": "physical", **said(given)}
    location["addresses"] = [{"id": id_for(id_, "address"), "address_type": "physical", **address}] if address else []
    location["accessibility"] = [
        {"id": _at(id_, "accessibility", n), **said({"description": one.get("accessibility")})}
        for n, one in _many(posted, "accessibilityForDisabilities")
    ]
    location["schedules"] = [_schedule(one, _at(id_, "schedule", n)) for n, one in _times(posted)]
    location["contacts"] = [_contact(one, _at(id_, "contact", n)) for n, one in _many(posted, "contacts")]
    apart = {name: posted.get(name) for name in ("locationType", "holidaySchedules")}
    return {"id": id_for(id_, "at"), "location": {**location, **set_apart(SOURCE, apart)}}


def _schedule(posted: Posted, id_: str) -> dict[str, Plain]:
    freq, interval = posted.get("freq"), posted.get("interval")
    given = {
        "id": id_,
        "valid_from": _day(posted.get("validFrom")),
        "valid_to": _day(posted.get("validTo")),
        "dtstart": _day(posted.get("dtStart")),
        "freq": FREQUENCIES.get(freq.lower(), freq) if isinstance(freq, str) else None,
        "interval": Decimal(interval)
        if isinstance(interval, str) and interval.isdecimal() and len(interval) < 9
        else interval,
        "byday": posted.get("byDay"),
        "bymonthday": posted.get("byMonthDay"),
        "description": posted.get("description"),
        "opens_at": _clock(posted.get("opensAt")),
        "closes_at": _clock(posted.get("closesAt")),
        "attending_type": posted.get("attendingType"),
    }
    apart = {"weekday": posted.get("weekday"), "freq": None if isinstance(freq, str) else freq}
    return {**said(given), **set_apart(SOURCE, apart)}


def _contact(posted: Posted, id_: str) -> dict[str, Plain]:
    numbers = (("telephone", "voice"), ("textPhone", "text"))
    phones = [
        {"id": id_for(id_, name), "number": posted[name], "type": kind} for name, kind in numbers if posted.get(name)
    ]
    given = said({name: posted.get(name) for name in ("name", "title", "email")})
    return {"id": id_, **given, "phones": phones, **set_apart(SOURCE, {"url": posted.get("url")})}


def _times(posted: Posted) -> list[tuple[int, Posted]]:
    return _many(posted, "schedules") or _many(posted, "regularSchedules")


def _many(posted: Posted, name: str) -> list[tuple[int, Posted]]:
    return list(enumerate(_dicts(posted, name)))


def _dicts(posted: Posted, name: str) -> list[Posted]:
    found = posted.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _whole(found: list[Posted], name: str) -> list[int]:
    return [value for one in found if type(value := one.get(name)) is int]


def _id(kind: str, number: Plain) -> str | None:
    return None if number is None else id_for(SOURCE, kind, number)


def _at(owner: str, what: str, number: int) -> str:
    return id_for(owner, what, number)


def _day(value: Plain) -> Plain:
    """The day of a moment, as the standard has days."""
    return value[:10] if isinstance(value, str) and value[10:11] == "T" else value


def _clock(value: Plain) -> Plain:
    """The time of a moment, as the standard has times."""
    return value[11:19] if isinstance(value, str) and value[10:11] == "T" else value
