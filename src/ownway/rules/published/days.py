"""Questions whose answer is a day, or yes or no: when to send a file, when to look again, whether a relative may be paid."""

from __future__ import annotations

from ownway.rules.published.asking import Asked, Published
from ownway.rules.published.told import Told
from ownway.rules.relatives import RELATIONSHIPS

# How people say a relationship → how the rulebook does. The rulebook's own words are understood too.
ALSO_CALLED = {
    "husband": "spouse",
    "wife": "spouse",
    "partner": "cohabiting partner",
    "cohabitee": "cohabiting partner",
    "mother": "parent",
    "father": "parent",
    "mother in law": "parent-in-law",
    "father in law": "parent-in-law",
    "child": "son or daughter",
    "adult child": "son or daughter",
    "son": "son or daughter",
    "daughter": "son or daughter",
    "child in law": "son-in-law or daughter-in-law",
    "son in law": "son-in-law or daughter-in-law",
    "daughter in law": "son-in-law or daughter-in-law",
    "stepchild": "stepson or stepdaughter",
    "stepson": "stepson or stepdaughter",
    "stepdaughter": "stepson or stepdaughter",
    "sibling": "brother or sister",
    "brother": "brother or sister",
    "sister": "brother or sister",
    "aunt": "aunt or uncle",
    "uncle": "aunt or uncle",
    "grandmother": "grandparent",
    "grandfather": "grandparent",
    "unrelated": "not related",
}
BY_NAME = {name.replace("-", " "): name for name in RELATIONSHIPS} | ALSO_CALLED


def _latest_submission(told: Told) -> Asked:
    inputs = {
        "entry_on": told.day("entry_date").isoformat(),
        "bank_holidays": [day.isoformat() for day in told.days("bank_holidays")],
    }
    return Asked(
        "bacs.latest_submission_for_entry_date",
        inputs,
        lambda answers: {"latest_submission_date": answers["latest_submission_on"]},
    )


def _review_due(told: Told) -> Asked:
    """A first payment of null says that nothing has been paid yet."""
    none_yet = "first_payment" in told.facts and not told.has("first_payment")
    inputs = {
        "first_payment_on": None if none_yet else told.day("first_payment").isoformat(),
        "reviewed_on": [day.isoformat() for day in told.days("reviews", ())],
    }
    return Asked("dp.review_due", inputs, lambda answers: {"next_review_latest": answers["due_on"]})


def _relative(told: Told) -> Asked:
    inputs = {
        "relationship": told.choice("relationship", BY_NAME),
        "same_household": told.yes_no("same_household"),
        "purpose": told.choice("purpose", {"care": "care", "managing": "managing"}, "care"),
    }
    return Asked(
        "dp.relative_needs_council_agreement",
        inputs,
        lambda answers: {
            "prohibited_unless_council_considers_necessary": answers["needs_council_agreement"],
            "why": answers["sentence"],
        },
    )


DAYS = {
    "bacs.latest_submission_for_entry_date": Published(
        "The last day to send a payment file to Bacs", _latest_submission
    ),
    "dp.review_due": Published("The last day for the next review of a direct payment", _review_due),
    "dp.relative_needs_council_agreement": Published(
        "Whether the council must agree before a relative is paid", _relative
    ),
}
