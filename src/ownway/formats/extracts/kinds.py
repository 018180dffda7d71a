"""The four kinds of extract, and what each may hold, by the names that Ownway's own tables have."""

from typing import NamedTuple

TEXT, DAY, MONEY, WHOLE, YES_NO, CODE = "text", "day", "money", "whole number", "yes or no", "code"
NHS_NUMBER, POSTCODE, EMAIL = "NHS number", "postcode", "email address"
SORT_CODE, ACCOUNT_NUMBER = "sort code", "account number"

PEOPLE, SERVICES, PLANS, PAYMENTS = "people", "services", "plans", "payments"
PERSON_REFERENCE, REFERENCE = "person_reference", "reference"
SORT_CODE_FIELD, ACCOUNT_FIELD = "sort_code", "account_number"

CLIENT_GROUPS = (
    "transitions",
    "future_options",
    "learning_disability",
    "mental_health",
    "older_people",
    "physical_disability",
    "reablement",
    "children",
    "carers",
)
LETTER_FORMATS = ("standard", "large_print")
DELIVERIES = ("direct_payment", "managed", "commissioned")
ROUTES = ("council_arranged", "isf", "direct_payment", "mixture")
EVERY = ("week", "2 weeks", "4 weeks", "month", "year", "once")


class Field(NamedTuple):
    """What one field holds. `needed`: a row without it is set aside. `codes`: the closed list of a code.

    `most`: how many letters a text may have. `signed`: whether money may be less than nothing.
    """

    name: str
    kind: str = TEXT
    needed: bool = False
    codes: tuple[str, ...] = ()
    most: int = 200
    signed: bool = False


class Order(NamedTuple):
    """Two days of a row of which the later cannot be before the earlier, and what is said when it is."""

    earlier: str
    later: str
    reason: str


class Kind(NamedTuple):
    """A kind of extract. `reference` is what tells its rows apart: no two have the same."""

    name: str
    fields: tuple[Field, ...]
    orders: tuple[Order, ...] = ()

    def field(self, name: str) -> Field | None:
        """The field of this name, if the kind has it."""
        return next((field for field in self.fields if field.name == name), None)


_OF_A_PERSON = (Field(PERSON_REFERENCE, needed=True, most=20), Field(REFERENCE, needed=True, most=60))
_STARTS, _ENDS = Field("starts_on", DAY, needed=True), Field("ends_on", DAY)

_PEOPLE = (
    Field(REFERENCE, needed=True, most=20),
    Field("name", needed=True, most=120),
    Field("known_as", most=60),
    Field("born_on", DAY, needed=True),
    Field("died_on", DAY),
    Field("client_group", CODE, codes=CLIENT_GROUPS),
    Field("nhs_number", NHS_NUMBER),
    Field("address", most=1_000),
    Field("postcode", POSTCODE),
    Field("email", EMAIL, most=254),
    Field("phone", most=40),
    Field("language", most=8),
    Field("letter_format", CODE, codes=LETTER_FORMATS),
    Field("contact_notes", most=4_000),
)
_SERVICES = (
    *_OF_A_PERSON,
    Field("service_type", needed=True),
    Field("provider"),
    Field("delivery", CODE, codes=DELIVERIES),
    _STARTS,
    _ENDS,
    Field("minutes_weekly", WHOLE),
    Field("hourly_pence", MONEY),
    Field("weekly_pence", MONEY),
)
_PLANS = (
    *_OF_A_PERSON,
    Field("route", CODE, codes=ROUTES),
    _STARTS,
    _ENDS,
    Field("review_on", DAY),
    Field("budget_weekly_pence", MONEY, needed=True),
    Field("contribution_weekly_pence", MONEY),
    Field("every", CODE, codes=EVERY),
    Field("only_care", YES_NO),
    Field("claims_allowance", YES_NO),
)
_PAYMENTS = (
    *_OF_A_PERSON,
    Field("paid_on", DAY, needed=True),
    Field("amount_pence", MONEY, needed=True, signed=True),
    Field("from_on", DAY),
    Field("to_on", DAY),
    Field("holder_name", most=70),
    Field(SORT_CODE_FIELD, SORT_CODE),
    Field(ACCOUNT_FIELD, ACCOUNT_NUMBER),
)
_ENDS_FIRST = Order("starts_on", "ends_on", "This ends before it starts.")

KINDS = {
    kind.name: kind
    for kind in (
        Kind(PEOPLE, _PEOPLE, (Order("born_on", "died_on", "This person died before they were born."),)),
        Kind(SERVICES, _SERVICES, (_ENDS_FIRST,)),
        Kind(PLANS, _PLANS, (_ENDS_FIRST, Order("starts_on", "review_on", "The review is before the plan starts."))),
        Kind(PAYMENTS, _PAYMENTS, (Order("from_on", "to_on", "The days that this pays for end before they begin."),)),
    )
}
