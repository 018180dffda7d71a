"""The rules about the days on which money moves that can be asked by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ownway.rules.answers import PlainAnswers, PlainRule
from ownway.rules.bank_days import NotABankDay, bacs_cycle, latest_submission_for_entry_date
from ownway.rules.parameters import Figures
from ownway.rules.refusals import BadInput, InputProblem


@dataclass(frozen=True, slots=True)
class EntryDayInputs:
    """The day the money is to arrive, and England’s bank holidays around it."""

    entry_on: date
    bank_holidays: tuple[date, ...]


def _latest_submission(asked: EntryDayInputs, _: Figures) -> PlainAnswers:
    holidays = frozenset(asked.bank_holidays)
    try:
        latest = latest_submission_for_entry_date(asked.entry_on, holidays)
    except NotABankDay as refusal:
        raise BadInput([InputProblem("entry_on", str(refusal))]) from refusal
    return {
        "latest_submission_on": latest.isoformat(),
        "processing_on": bacs_cycle(asked.entry_on, holidays).processing_on.isoformat(),
        "entry_on": asked.entry_on.isoformat(),
    }


PLAIN_RULES = {
    "bacs.latest_submission_for_entry_date": PlainRule(
        EntryDayInputs,
        _latest_submission,
        title="The last day to send a payment file to Bacs",
        says="Bacs takes three bank days to pay. On the first the file goes in, on the second the banks work on it, and"
        " on the third the money arrives. Weekends and England’s bank holidays are not bank days. So the file goes in"
        " two bank days before the money is to arrive.",
        law="Pay.UK, the Bacs cycle. Standing: read in Pay.UK’s announcements of bank holidays",
        example={
            "on": "2026-03-01",
            "entry_on": "2026-04-07",
            "bank_holidays": ["2026-04-03", "2026-04-06"],
        },
    ),
}
