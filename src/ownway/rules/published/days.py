"""Questions about the days on which money moves, as Pay.UK prints them."""

from __future__ import annotations

from ownway.rules.published.asking import Asked, Published
from ownway.rules.published.told import Told


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


DAYS = {"bacs.latest_submission_for_entry_date": Published(_latest_submission)}
