"""Questions of direct payments law: by when to look again, and whether a relative may be paid."""

from __future__ import annotations

from ownway.rules import reviews
from ownway.rules.published.asking import Asked, Published
from ownway.rules.published.told import Told, plainly
from ownway.rules.relatives import PURPOSES, RELATIONSHIPS

# How people say a relationship → how the rulebook does. The rulebook's own words are understood too.
_ALSO_CALLED = {
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
_RELATED = {plainly(relationship): relationship for relationship in RELATIONSHIPS} | _ALSO_CALLED
_PAID_FOR = {purpose: purpose for purpose in PURPOSES}
_KINDS = {kind: kind for kind in reviews.KINDS}


def _review_due(told: Told) -> Asked:
    # A first payment of null says that nothing has been paid yet.
    nothing_paid = "first_payment" in told.facts and not told.has("first_payment")
    inputs = {
        "first_payment_on": None if nothing_paid else told.day("first_payment").isoformat(),
        "reviewed_on": [day.isoformat() for day in told.days("reviews", default=())],
        "kind": told.choice("kind", _KINDS, default=reviews.ADULT),
    }
    return Asked("dp.review_due", inputs, lambda answers: {"next_review_latest": answers["due_on"]})


def _relative(told: Told) -> Asked:
    inputs = {
        "relationship": told.choice("relationship", _RELATED),
        "same_household": told.yes_no("same_household"),
        "purpose": told.choice("purpose", _PAID_FOR, default="care"),
    }
    return Asked(
        "dp.relative_needs_council_agreement",
        inputs,
        lambda answers: {
            "prohibited_unless_council_considers_necessary": answers["needs_council_agreement"],
            "why": answers["sentence"],
        },
    )


DIRECT_PAYMENTS = {
    "dp.review_due": Published(_review_due),
    "dp.relative_needs_council_agreement": Published(_relative),
}
