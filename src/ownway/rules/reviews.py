"""Reviews of a direct payment: by when the council must look again, with the person, at how it is going.

Source: SI 2014/2871 reg 7(1)(a). Standing: reported (the text was read on another's page, not in the law itself).
The clock starts when the first payment is made, not when the plan was agreed.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ownway.rules.days import add_months

FIRST_WITHIN_MONTHS = 6
THEN_WITHIN_MONTHS = 12
LAW = "SI 2014/2871 reg 7(1)(a)"
STANDING = "reported"


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """The last day for the next review, why, and by what law."""

    due_on: date
    reason: str
    law: str = LAW
    standing: str = STANDING


def review_due(*, first_payment_on: date | None, reviewed_on: Iterable[date] = ()) -> ReviewDue | None:
    """By when the next review must be held; None while nothing has been paid yet.

    The first is within six months of the first payment, each one after it within twelve months of the last.
    A review held before the first payment does not count: there was nothing to review.
    """
    if first_payment_on is None:
        return None
    held = [day for day in reviewed_on if day >= first_payment_on]
    if not held:
        return ReviewDue(
            add_months(first_payment_on, FIRST_WITHIN_MONTHS),
            f"The first review is within {FIRST_WITHIN_MONTHS} months of the first payment.",
        )
    return ReviewDue(
        add_months(max(held), THEN_WITHIN_MONTHS),
        f"Each review is within {THEN_WITHIN_MONTHS} months of the one before it.",
    )


def is_review_overdue(due: ReviewDue | None, *, today: date) -> bool:
    """True when the last day for the review has gone by. On the day itself the council still has time."""
    return due is not None and today > due.due_on


def days_overdue(due: ReviewDue | None, *, today: date) -> int:
    """Whole days since the last day for the review; 0 when it is not overdue."""
    return max(0, (today - due.due_on).days) if due else 0


def _review_due_from_json(inputs: Mapping[str, Any]) -> dict[str, Any]:
    first = inputs.get("first_payment")
    due = review_due(
        first_payment_on=date.fromisoformat(first) if first else None,
        reviewed_on=[date.fromisoformat(day) for day in inputs.get("reviews", ())],
    )
    return {"next_review_latest": due.due_on.isoformat() if due else None}


RULES: Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {"dp.review_due": _review_due_from_json}
