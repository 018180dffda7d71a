"""What each kind of record is called in sentences and counts."""

from collections.abc import Mapping

from ownway.formats.directories.details import Known

NAMES: Mapping[str, tuple[str, str]] = {
    "Organisation": ("an organisation", "organisations"),
    "Service": ("a service", "services"),
    "ServiceAtLocation": ("a service at a location", "services at locations"),
    "Location": ("a location", "locations"),
    "Phone": ("a phone", "phones"),
    "Contact": ("a contact", "contacts"),
    "Address": ("an address", "addresses"),
    "Schedule": ("a schedule", "schedules"),
    "Funding": ("a funding source", "funding sources"),
    "ServiceArea": ("a service area", "service areas"),
    "Language": ("a language", "languages"),
    "Accessibility": ("a record of accessibility", "records of accessibility"),
    "Attribute": ("an attribute", "attributes"),
    "TaxonomyTerm": ("a taxonomy term", "taxonomy terms"),
    "Taxonomy": ("a taxonomy", "taxonomies"),
    "CostOption": ("a cost option", "cost options"),
    "OrganisationIdentifier": ("an identifier of an organisation", "identifiers of organisations"),
    "Program": ("a programme", "programmes"),
    "RequiredDocument": ("a required document", "required documents"),
    "Metadata": ("a metadata entry", "metadata entries"),
    "ApiDetails": ("the details of an interface", "details of an interface"),
}
"""One and many of each kind of record, by the name of its class."""


def name_of(record: type[Known]) -> str:
    """“a service”."""
    return NAMES[record.__name__][0]


def plural_of(record: type[Known]) -> str:
    """“services”."""
    return NAMES[record.__name__][1]
