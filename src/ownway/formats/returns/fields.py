"""The 49 columns of client level data, Release 2, in their order: what each holds, and for which events it is needed.

Which columns are mandatory is as we understand the public scripts; the specification's workbook was not to be had, so
only what every count stands on is called missing.
"""

from typing import NamedTuple

from ownway.formats.returns.codes import EVENT_TYPES, SERVICE

TEXT, DAY, CODE, NUMBER, WHOLE, NHS_NUMBER = "text", "day", "code", "number", "whole number", "NHS number"
NEVER: tuple[str, ...] = ()


class Field(NamedTuple):
    """A column by its name in the submission. `needed_for`: the event types that must have it."""

    column: str
    kind: str = TEXT
    needed_for: tuple[str, ...] = NEVER


FIELDS: tuple[Field, ...] = (
    Field("Reporting Period Start Date", DAY, EVENT_TYPES),
    Field("Reporting Period End Date", DAY, EVENT_TYPES),
    Field("NHS Number", NHS_NUMBER),
    Field("LA Person Unique Identifier", TEXT, EVENT_TYPES),
    Field("First Name"),
    Field("Last Name"),
    Field("GP Practice Name"),
    Field("GP Practice Code"),
    Field("Gender", TEXT, EVENT_TYPES),
    Field("Ethnicity", CODE, EVENT_TYPES),
    Field("Date of Birth", DAY, EVENT_TYPES),
    Field("Date of Death", DAY),
    Field("Client Type", CODE, EVENT_TYPES),
    Field("Primary Support Reason"),
    Field("Postcode"),
    Field("Accommodation Status", CODE),
    Field("Employment Status", CODE),
    Field("Has Unpaid Carer"),
    Field("Autism Spectrum Disorder (ASD)"),
    Field("Visual Impairment"),
    Field("Hearing Impairment"),
    Field("Dementia"),
    Field("Client Funding Status", CODE),
    Field("Event Type", CODE, EVENT_TYPES),
    Field("Event Reference", TEXT, EVENT_TYPES),
    Field("Event Start Date", DAY, EVENT_TYPES),
    Field("Event End Date", DAY, tuple(one for one in EVENT_TYPES if one != SERVICE)),
    Field("Event Description"),
    Field("Event Outcome", CODE),
    Field("Request: Route of Access"),
    Field("Assessment Type"),
    Field("Eligible Needs Identified"),
    Field("Method of Assessment"),
    Field("Total Hrs Caring per week"),
    Field("No. of adults being cared for", WHOLE),
    Field("Adult 1 Linked Person_ID"),
    Field("Adult 2 Linked Person_ID"),
    Field("Adult 3 Linked Person_ID"),
    Field("Service Type", CODE, (SERVICE,)),
    Field("Service Component", CODE, (SERVICE,)),
    Field("Delivery Mechanism", CODE),
    Field("Provider CQC Location Name"),
    Field("Provider CQC Location ID"),
    Field("Review Reason"),
    Field("Review Outcomes Achieved"),
    Field("Method of Review"),
    Field("Unit Cost", NUMBER),
    Field("Cost Frequency (Unit Type)", CODE),
    Field("Planned units per week", NUMBER),
)
COLUMNS = tuple(field.column for field in FIELDS)


def plain(heading: str) -> str:
    """A heading with nothing but its letters and figures, so that Event_Start_Date is Event Start Date."""
    return "".join(one for one in heading.casefold() if one.isalnum())


BY_PLAIN_NAME = {plain(column): column for column in COLUMNS}
