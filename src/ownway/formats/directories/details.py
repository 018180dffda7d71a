"""What a service, an organisation or a place has: schedules, costs, contacts, addresses and the like, as frozen values.

The names are those of Open Referral UK 3.0 (HSDS-UK) and, where the UK profile leaves one out, of HSDS 3.0. Only costs
are named otherwise: they are held in pence.
"""

# ruff: noqa: RUF009 - each call declares an attribute, as dataclasses.field does

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal

from ownway.formats.directories.fields import (
    choice,
    clock,
    day,
    figure,
    mail,
    many,
    one,
    pounds,
    text,
    uid,
    web,
)

FREQUENCIES = ("WEEKLY", "MONTHLY")
PLACE_KINDS = ("physical", "postal", "virtual")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Unread:
    """An attribute kept as it came, because the standard has none of that name or its value says nothing.

    `json` is the value as JSON text. Of a list only what could not be read is kept here.
    """

    name: str
    json: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Anything read from a payload; `unread`, by name, is written again beside it, so that nothing is lost."""

    unread: tuple[Unread, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Known):
    """A record with an id of its own. `id` is "" where the file had none."""

    id: str = uid(required=True)
    metadata: tuple["Metadata", ...] = many("Metadata", uk=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Described(Record):
    """A record that can carry attributes: terms of a taxonomy that describe it."""

    attributes: tuple["Attribute", ...] = many("Attribute")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata(Known):
    """One change to a record, and who made it."""

    id: str = uid(required=True, uk=False)
    resource_id: str | None = uid(uk=False)
    resource_type: str | None = text(uk=False)
    last_action_date: date | None = day(required=True, uk=False)
    last_action_type: str = text(required=True, uk=False)
    field_name: str = text(required=True, uk=False)
    previous_value: str = text(required=True, uk=False)
    replacement_value: str = text(required=True, uk=False)
    updated_by: str = text(required=True, uk=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy(Record):
    """A list of terms that somebody keeps, and where it is described."""

    name: str = text(required=True)
    description: str = text(required=True)
    uri: str | None = web()
    version: str | None = text()
    taxonomy_terms: tuple["TaxonomyTerm", ...] = many("TaxonomyTerm")


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxonomyTerm(Record):
    """A word of a taxonomy, perhaps under another."""

    name: str = text(required=True)
    description: str = text(required=True)
    parent_id: str | None = uid()
    taxonomy: str | None = text()
    taxonomy_id: str | None = uid()
    term_uri: str | None = web()
    term: str | None = text()
    code: str | None = text(uk=False)
    language: str | None = text(uk=False)
    taxonomy_detail: Taxonomy | None = one("Taxonomy", uk=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute(Record):
    """A term that describes the record it stands in. In tables `link_id` and `link_entity` say which."""

    link_id: str | None = uid()
    taxonomy_term_id: str | None = uid()
    link_type: str | None = text()
    link_entity: str | None = text(uk=False)
    value: str | None = text(uk=False)
    label: str | None = text(uk=False)
    taxonomy_term: TaxonomyTerm | None = one("TaxonomyTerm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule(Described):
    """When something happens: the fields of a recurrence rule (RFC 5545), or a description."""

    service_id: str | None = uid()
    location_id: str | None = uid(uk=False)
    service_at_location_id: str | None = uid()
    valid_from: date | None = day()
    valid_to: date | None = day()
    dtstart: date | None = day()
    timezone: Decimal | None = figure(uk=False)
    until: date | None = day(uk=False)
    count: Decimal | None = figure(uk=False)
    wkst: str | None = choice(*WEEKDAYS, uk=False)
    freq: str | None = choice(*FREQUENCIES)
    interval: Decimal | None = figure()
    byday: str | None = text()
    byweekno: str | None = text(uk=False)
    bymonthday: str | None = text()
    byyearday: str | None = text(uk=False)
    description: str | None = text()
    opens_at: time | None = clock()
    closes_at: time | None = clock()
    schedule_link: str | None = web()
    attending_type: str | None = text()
    notes: str | None = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceArea(Described):
    """Where people must live to use a service."""

    service_id: str | None = uid()
    name: str | None = text()
    description: str | None = text(uk=False)
    extent: str | None = text()
    extent_type: str | None = text()
    uri: str | None = text()
    service_area: str | None = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Language(Described):
    """A language that is spoken. The UK profile leaves its name out, so `name` and `code` are those of HSDS."""

    service_id: str | None = uid()
    location_id: str | None = uid(uk=False)
    phone_id: str | None = uid()
    name: str | None = text(uk=False)
    code: str | None = text(uk=False)
    note: str | None = text(uk=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone(Described):
    """A telephone number."""

    contact_id: str | None = uid()
    location_id: str | None = uid(uk=False)
    service_id: str | None = uid(uk=False)
    organization_id: str | None = uid(uk=False)
    service_at_location_id: str | None = uid(uk=False)
    number: str = text(required=True)
    extension: Decimal | None = figure(uk=False)
    type: str | None = text(uk=False)
    description: str | None = text()
    languages: tuple[Language, ...] = many("Language", uk=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Described):
    """Somebody to ask."""

    organization_id: str | None = uid(uk=False)
    service_id: str | None = uid()
    service_at_location_id: str | None = uid(uk=False)
    location_id: str | None = uid(uk=False)
    name: str | None = text()
    title: str | None = text()
    department: str | None = text(uk=False)
    email: str | None = mail(uk=False)
    phones: tuple[Phone, ...] = many("Phone", uk=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CostOption(Described):
    """What a service costs, for whom and for what. `amount_pence` is None where the file has no amount in pounds."""

    service_id: str | None = uid()
    valid_from: date | None = day()
    valid_to: date | None = day()
    option: str | None = text()
    currency: str | None = text(uk=False)
    amount_pence: int | None = pounds("amount")
    amount_description: str | None = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding(Described):
    """Who pays for a service."""

    organization_id: str | None = uid(uk=False)
    service_id: str | None = uid()
    source: str | None = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredDocument(Described):
    """What to bring along."""

    service_id: str | None = uid(uk=False)
    document: str | None = text(uk=False)
    uri: str | None = web(uk=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address(Described):
    """A postal address, or where something happens."""

    location_id: str | None = uid()
    attention: str | None = text()
    address_1: str = text(required=True)
    address_2: str | None = text(uk=False)
    city: str = text(required=True)
    region: str | None = text()
    state_province: str = text(required=True)
    postal_code: str = text(required=True)
    country: str = text(required=True)
    address_type: str = choice(*PLACE_KINDS, required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessibility(Described):
    """What helps disabled people to use a place."""

    location_id: str | None = uid()
    description: str | None = text()
    details: str | None = text()
    url: str | None = web()
    accessibility: str | None = text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Program(Described):
    """A programme that services belong to."""

    organization_id: str | None = uid(uk=False)
    name: str = text(required=True, uk=False)
    alternate_name: str | None = text(uk=False)
    description: str = text(required=True, uk=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationIdentifier(Described):
    """A number that somebody else gave an organisation: of a charity, of a company."""

    organization_id: str | None = uid()
    identifier_scheme: str | None = text()
    identifier_type: str = text(required=True)
    identifier: str = text(required=True)
