"""Extracts as a case system of a made-up council writes them, with the maps that the council declared for them."""

import io

from openpyxl import Workbook

from ownway.formats.extracts import ExtractMap, read_extract

PEOPLE = """\
Person ID,Surname Forename,DOB,Date of Death,Client Group Desc,NHS No,Address Line 1,Address Line 2,Post Code,Email,Case Worker
P1001,"Begum, Amina",03/04/1958,,Physical Support,943 476 5919,12 Mill Lane,Riverton,rv1 2ab,amina@example.org,Dev
P1002,"Hassan, Leila",29/02/1932,NULL,Older People,NULL,Flat 3,,RV12AC,,Dev
P1003,"Okafor, Brian",11/12/1990,01/09/2026,Not Recorded,,,,,,Dev
"""
PEOPLE_MAP = ExtractMap(
    kind="people",
    columns={
        "reference": ("Person ID",),
        "name": ("Surname Forename",),
        "born_on": ("DOB",),
        "died_on": ("Date of Death",),
        "client_group": ("Client Group Desc",),
        "nhs_number": ("NHS No",),
        "address": ("Address Line 1", "Address Line 2"),
        "postcode": ("Post Code",),
        "email": ("Email",),
    },
    words={
        "client_group": {"Physical Support": "physical_disability", "Older People": "older_people", "Not Recorded": ""}
    },
)
SERVICES = """\
Person ID,Element ID,Service,Provider,Mechanism,Start,End,Weekly Cost
P1001,E1,Direct payment,,Direct Payment,06/04/2026,,"£1,312.40"
P1002,E2,Home care,Good Cover Ltd,CASSR Managed Personal Budget,2026-01-05,30/06/2026,210
p1002,E3,Day centre,Riverside,CASSR Commissioned Support,01 Jul 2026,,95.50
"""
SERVICES_MAP = ExtractMap(
    kind="services",
    columns={
        "person_reference": ("Person ID",),
        "reference": ("Element ID",),
        "service_type": ("Service",),
        "provider": ("Provider",),
        "delivery": ("Mechanism",),
        "starts_on": ("Start",),
        "ends_on": ("End",),
        "weekly_pence": ("Weekly Cost",),
    },
    words={
        "delivery": {
            "Direct Payment": "direct_payment",
            "CASSR Managed Personal Budget": "managed",
            "CASSR Commissioned Support": "commissioned",
        }
    },
)
PLANS = """\
Person ID,Plan ID,Starts,Review due,Budget,Contribution,Paid,Care only
P1001,SP-7,06/04/2026,06/04/2027,1312.40,88.15,4-weekly,Y
P1002,SP-8,05/01/2026,,210,0,weekly,N
"""
PLANS_MAP = ExtractMap(
    kind="plans",
    columns={
        "person_reference": ("Person ID",),
        "reference": ("Plan ID",),
        "starts_on": ("Starts",),
        "review_on": ("Review due",),
        "budget_weekly_pence": ("Budget",),
        "contribution_weekly_pence": ("Contribution",),
        "every": ("Paid",),
        "only_care": ("Care only",),
    },
    words={"every": {"4-weekly": "4 weeks", "weekly": "week"}},
)
PAYMENTS = """\
Person ID,Payment No,Paid,Amount,From,To,Payee,Sort,Account
P1001,90001,04/05/2026,4897.00,06/04/2026,03/05/2026,A Begum,20-00-00,1234567
P1001,90002,01/06/2026,-88.15,,,A Begum,200000,01234567
P1002,90003,01/06/2026,0.05,,,,,
"""
PAYMENTS_MAP = ExtractMap(
    kind="payments",
    columns={
        "person_reference": ("Person ID",),
        "reference": ("Payment No",),
        "paid_on": ("Paid",),
        "amount_pence": ("Amount",),
        "from_on": ("From",),
        "to_on": ("To",),
        "holder_name": ("Payee",),
        "sort_code": ("Sort",),
        "account_number": ("Account",),
    },
)
ALL = {
    "people": (PEOPLE, PEOPLE_MAP),
    "services": (SERVICES, SERVICES_MAP),
    "plans": (PLANS, PLANS_MAP),
    "payments": (PAYMENTS, PAYMENTS_MAP),
}
SMALL_MAP = ExtractMap(
    kind="people", columns={"reference": ("ID",), "name": ("Name",), "born_on": ("Born",), "died_on": ("Died",)}
)


def read(text, extract_map, *, encoding="utf-8"):
    """The rows that are taken of an extract (text, or bytes), and what was found."""
    data = text.encode(encoding) if isinstance(text, str) else text
    extract = read_extract(io.BytesIO(data), extract_map, name="extract.csv")
    rows = list(extract)
    return rows, extract.found


def read_small(*rows, extract_map=SMALL_MAP):
    """The same of rows of a small extract of people: a reference, a name, a day of birth and one of death."""
    return read("\n".join(["ID,Name,Born,Died", *rows]) + "\n", extract_map)


def told(found):
    """Place, field and reason of each problem."""
    return [(problem.place, problem.field, problem.reason) for problem in found.problems]


def book_of(sheets, *, change=None):
    """A spreadsheet, from the rows of each sheet by its name; `change` is called with it before it is saved."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if change:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
