"""The code lists of client level data, Release 2, exactly as they are written; and Release 1's words for the same.

Where a list could not be read whole from public documents (gender, primary support reason, and others) it is not here,
and no value is called wrong by it. Source: DHSC's published scripts and methodology, June 2026 (OGL and MIT): facts.
"""

from ownway.rules.self_directed_support import CARER, LONG_TERM, MECHANISMS, SERVICE_USER, TO_CARER
from ownway.rules.service_costs import FREQUENCIES

SERVICE = "Service"
EVENT_TYPES = ("Request", "Assessment", SERVICE, "Review")
CLIENT_TYPES = (SERVICE_USER, CARER, "Unpaid carer known by association")
SERVICE_TYPES = (
    *("Short term support: ST-Max", "Short term support: Ongoing low level", "Short term support: Other short term"),
    *(*LONG_TERM, TO_CARER, "Unpaid carer support: Support involving the person cared-for"),
)
COMPONENTS = (
    *("Reablement", "Short term nursing care", "Short term residential care", "Long term nursing care"),
    *("Long term residential care", "Home support or domiciliary care", "Day support", "Meals", "Transport"),
    *("Equipment", "Direct payment", "Shared Lives", "Community supported living", "Extra care housing"),
    *("Professional support: Social worker", "Professional support: Other"),
    *("Learning, education or employment support", "End of life care", "Emergency support"),
    *("Other short term support", "Other long term support", "Unpaid carer respite", "Unpaid carer sitting service"),
    *("Unpaid carer universal services", "Other unpaid carer support"),
)
FUNDING = ("Fully client funded", "Joint client and social care funded", "Fully social care funded", "Unknown")
EMPLOYMENT = (
    *("Not in paid employment: Not actively seeking work or retired", "Not in paid employment: Seeking work"),
    *("Not in paid employment: Voluntary work only", "Paid: 16 or more hours a week"),
    *("Paid: Hours per week unknown", "Paid: Less than 16 hours a week", "Unknown"),
)
ACCOMMODATION = (
    *("Owner occupier or shared ownership scheme", "Tenant: Local authority or other social housing provider"),
    *("Tenant: Private landlord", "Settled mainstream housing with family or friends"),
    "Supported accommodation, supported lodgings or supported group home",
    *("Shared Lives scheme", "Approved premises for offenders released from prison or under probation supervision"),
    "Sheltered housing, extra care housing or other sheltered housing",
    *("Mobile accommodation for Gypsy, Roma and Traveller communities", "Rough sleeper or squatting"),
    *("Night shelter, emergency hostel or direct access hostel", "Refuge"),
    "Placed in temporary accommodation by the council (inc. homelessness resettlement)",
    "Staying with family or friends as a short term guest",
    *("Acute hospital or long term healthcare residential facility", "Registered care home"),
    *("Registered nursing home", "Prison, young offenders institution or detention centre"),
    *("Other temporary accommodation", "Unknown", "Unknown: presumed at home", "Unknown: presumed in community"),
)
ETHNICITIES = (
    *("Asian or Asian British: Any other Asian background", "Asian or Asian British: Bangladeshi"),
    *("Asian or Asian British: Chinese", "Asian or Asian British: Indian", "Asian or Asian British: Pakistani"),
    "Black, Black British, Caribbean or African: African",
    "Black, Black British, Caribbean or African: Any other Black, Black British or Caribbean background",
    "Black, Black British, Caribbean or African: Caribbean",
    "Mixed or multiple ethnic groups: Any other Mixed or multiple ethnic background",
    "Mixed or multiple ethnic groups: White and Asian",
    "Mixed or multiple ethnic groups: White and Black African",
    "Mixed or multiple ethnic groups: White and Black Caribbean",
    *("No data: Refused", "No data: Undeclared or not known", "Other ethnic group: Any other ethnic group"),
    *("Other ethnic group: Arab", "White: Any other White background"),
    "White: English, Welsh, Scottish, Northern Irish or British",
    *("White: Gypsy or Irish Traveller", "White: Irish", "White: Roma"),
)
OUTCOMES = (
    *("Admitted to hospital", "Continuation of support or services", "NFA: Deceased"),
    *("NFA: Information and advice or signposting", "NFA: No services offered for other reason", "NFA: Other"),
    *("NFA: Referral to NHS services or NHS funded social care",),
    *("NFA: Referral to other service within the local authority",),
    *("NFA: Responsibility moved to another local authority", "NFA: Self-funded client or under 12wk disregard"),
    *("NFA: Support declined", "NFA: Support ended as planned", "NFA: Support ended for other reason"),
    *("Progress to assessment, review or reassessment", "Progress to reablement/ST-Max"),
    "Progress to support planning or services",
)

# Column → Release 1's word in small letters → Release 2's. Words that differ in capitals only are told apart by `meant`.
RELEASE_1 = {
    "Client Type": {"carer": CARER, "carer known by association": "Unpaid carer known by association"},
    "Service Type": {
        "carer support: direct to carer": TO_CARER,
        "carer support: support involving the person cared-for": SERVICE_TYPES[-1],
    },
}
_MECHANISM = "Delivery Mechanism"
LISTS: dict[str, tuple[str, ...]] = {
    "Event Type": EVENT_TYPES,
    "Client Type": CLIENT_TYPES,
    "Service Type": SERVICE_TYPES,
    "Service Component": COMPONENTS,
    _MECHANISM: MECHANISMS,
    "Cost Frequency (Unit Type)": FREQUENCIES,
    "Client Funding Status": FUNDING,
    "Employment Status": EMPLOYMENT,
    "Accommodation Status": ACCOMMODATION,
    "Ethnicity": ETHNICITIES,
    "Event Outcome": OUTCOMES,
}
_MEANT = {
    column: {value.casefold(): value for value in values} | RELEASE_1.get(column, {})
    for column, values in LISTS.items()
}


def meant(column: str, value: str) -> str:
    """The word of Release 2 that a value stands for, whatever its capitals or its release; the value itself if none."""
    return _MEANT[column].get(" ".join(value.split()).casefold(), value)
