"""Services, organisations, and the places where services happen, as Open Referral UK 3.0 (HSDS-UK) describes them."""

# ruff: noqa: RUF009 - each call declares an attribute, as dataclasses.field does

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal

from ownway.formats.directories import details
from ownway.formats.directories.details import (
    PLACE_KINDS,
    Accessibility,
    Address,
    Contact,
    CostOption,
    Described,
    Funding,
    Known,
    Language,
    OrganisationIdentifier,
    Phone,
    Program,
    RequiredDocument,
    Schedule,
    ServiceArea,
)
from ownway.formats.directories.fields import Kind, choice, day, figure, mail, many, moment, one, text, uid, web

STATUSES = ("active", "inactive", "defunct", "temporarily closed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Described):
    """Who gives services."""

    name: str = text(required=True)
    alternate_name: str | None = text(uk=False)
    description: str = text(required=True)
    email: str | None = mail()
    website: str | None = web()
    tax_status: str | None = text(uk=False)
    tax_id: str | None = text(uk=False)
    year_incorporated: Decimal | None = figure(uk=False)
    legal_status: str | None = text(uk=False)
    logo: str | None = text()
    uri: str | None = web()
    parent_organization_id: str | None = uid()
    funding: tuple[Funding, ...] = many("Funding", uk=False)
    contacts: tuple[Contact, ...] = many("Contact", uk=False)
    phones: tuple[Phone, ...] = many("Phone", uk=False)
    locations: tuple["Location", ...] = many("Location", uk=False)
    programs: tuple[Program, ...] = many("Program", uk=False)
    organization_identifiers: tuple[OrganisationIdentifier, ...] = many("OrganisationIdentifier")
    services: tuple["Service", ...] = many("Service")


@dataclass(frozen=True, slots=True, kw_only=True)
class Location(Described):
    """A place, on the ground or not. `latitude` and `longitude` are degrees (WGS 84)."""

    location_type: str = choice(*PLACE_KINDS, required=True)
    url: str | None = web(uk=False)
    organization_id: str | None = uid(uk=False)
    name: str | None = text()
    alternate_name: str | None = text(uk=False)
    description: str | None = text()
    transportation: str | None = text(uk=False)
    latitude: Decimal | None = figure()
    longitude: Decimal | None = figure()
    external_identifier: str | None = text()
    external_identifier_type: str | None = text()
    languages: tuple[Language, ...] = many("Language", uk=False)
    addresses: tuple[Address, ...] = many("Address")
    contacts: tuple[Contact, ...] = many("Contact", uk=False)
    accessibility: tuple[Accessibility, ...] = many("Accessibility")
    phones: tuple[Phone, ...] = many("Phone", uk=False)
    schedules: tuple[Schedule, ...] = many("Schedule", uk=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAtLocation(Described):
    """A service at one of its places."""

    service_id: str | None = uid()
    location_id: str | None = uid()
    description: str | None = text(uk=False)
    contacts: tuple[Contact, ...] = many("Contact", uk=False)
    phones: tuple[Phone, ...] = many("Phone", uk=False)
    schedules: tuple[Schedule, ...] = many("Schedule", uk=False)
    location: Location | None = one("Location")
    service: "Service | None" = one("Service")


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Described):
    """What people can use: who it is for, when, where and what it costs."""

    organization_id: str | None = uid()
    program_id: str | None = uid(uk=False)
    name: str = text(required=True)
    alternate_name: str | None = text(uk=False)
    description: str | None = text()
    url: str | None = web()
    email: str | None = mail()
    status: str = choice(*STATUSES, required=True)
    interpretation_services: str | None = text(uk=False)
    application_process: str | None = text(uk=False)
    fees_description: str | None = text(uk=False)
    wait_time: str | None = text(uk=False)
    fees: str | None = text()
    accreditations: str | None = text()
    eligibility_description: str | None = text(uk=False)
    minimum_age: Decimal | None = figure()
    maximum_age: Decimal | None = figure()
    assured_date: date | None = day()
    assurer_email: str | None = mail()
    licenses: str | None = text(uk=False)
    alert: str | None = text()
    last_modified: datetime | None = moment()
    phones: tuple[Phone, ...] = many("Phone", uk=False)
    schedules: tuple[Schedule, ...] = many("Schedule")
    service_areas: tuple[ServiceArea, ...] = many("ServiceArea")
    service_at_locations: tuple[ServiceAtLocation, ...] = many("ServiceAtLocation")
    languages: tuple[Language, ...] = many("Language")
    organization: Organisation | None = one("Organisation")
    funding: tuple[Funding, ...] = many("Funding")
    cost_options: tuple[CostOption, ...] = many("CostOption")
    program: Program | None = one("Program", uk=False)
    required_documents: tuple[RequiredDocument, ...] = many("RequiredDocument", uk=False)
    contacts: tuple[Contact, ...] = many("Contact")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiDetails(Known):
    """What an interface says of itself at its root: version, profile, and where it is described."""

    version: str = text(required=True)
    profile: str = web(required=True)
    openapi_url: str = web(required=True)


RECORDS: Mapping[str, type[Known]] = {
    found.__name__: found
    for found in (
        Organisation,
        Service,
        ServiceAtLocation,
        Location,
        details.Phone,
        details.Contact,
        details.Address,
        details.Schedule,
        details.Funding,
        details.ServiceArea,
        details.Language,
        details.Accessibility,
        details.Attribute,
        details.TaxonomyTerm,
        details.Taxonomy,
        details.CostOption,
        details.OrganisationIdentifier,
        details.Program,
        details.RequiredDocument,
        details.Metadata,
        ApiDetails,
    )
}
"""Every kind of record by its name."""


def _kinds(record: type[Known]) -> Mapping[str, tuple[str, Kind]]:
    found = [(one.name, kind) for one in fields(record) if (kind := one.metadata.get("kind")) is not None]
    found.sort(key=lambda pair: bool(pair[1].of))
    return {kind.name or name: (name, kind) for name, kind in found}


KINDS: Mapping[type[Known], Mapping[str, tuple[str, Kind]]] = {record: _kinds(record) for record in RECORDS.values()}
"""Each attribute's name in JSON, with the field that holds it and its kind: words and numbers first, nested last."""
