"""A small return of client level data: made-up people of a made-up council, first quarter of 2026."""

import io

from ownway.formats.returns import check_return, write_return

PERIOD = {"Reporting Period Start Date": "2025-04-01", "Reporting Period End Date": "2026-03-31"}
AMINA = {
    **PERIOD,
    "NHS Number": "9434765919",
    "LA Person Unique Identifier": "P1",
    "Gender": "Female",
    "Ethnicity": "Asian or Asian British: Pakistani",
    "Date of Birth": "1985-02-11",
    "Client Type": "Service user",
    "Event Type": "Service",
    "Event Reference": "E1",
    "Event Start Date": "2025-11-10",
    "Service Type": "Long term support: Community",
    "Service Component": "Direct payment",
    "Unit Cost": "231.40",
    "Cost Frequency (Unit Type)": "Weekly",
}
LEILA = AMINA | {
    "NHS Number": "",
    "LA Person Unique Identifier": "P2",
    "Date of Birth": "1958-07-01",
    "Event Reference": "E2",
    "Service Component": "Home support or domiciliary care",
    "Delivery Mechanism": "CASSR commissioned support",
}
BRIAN = AMINA | {
    "NHS Number": "",
    "LA Person Unique Identifier": "C1",
    "Client Type": "Unpaid carer",
    "Event Reference": "E3",
    "Event Start Date": "2025-05-01",
    "Event End Date": "2025-06-30",
    "Service Type": "Unpaid carer support: Direct to unpaid carer",
    "Service Component": "Other unpaid carer support",
    "Delivery Mechanism": "Direct payment",
}


def written(*rows):
    out = io.StringIO(newline="")
    write_return(rows, out)
    return out.getvalue()


def checked(*rows):
    return checked_text(written(*rows))


def checked_text(text):
    return check_return(io.BytesIO(text.encode()), name="return.csv")
