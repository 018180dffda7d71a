"""Bank days: the days on which Bacs moves money, and the three-day cycle of a payment."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, timedelta

from ownway.rules.days import ONE_DAY, day_in_words
from ownway.rules.refusals import Refused

HORIZON_DAYS = 30
"""A file may be handed in at most this many calendar days before the money arrives.

Source: Pay.UK. It is counted here to the day the money arrives, the stricter of the ways to read it.
"""

_SATURDAY = 5


class NotABankDay(Refused):
    """Bacs does not move money on this day. The message names the nearest days on which it does."""


class SubmissionRefused(Refused):
    """A file cannot be handed in on this day for that pay day. The message says when it can."""


@dataclass(frozen=True, slots=True)
class BacsCycle:
    """The three bank days of one payment: the file goes in, the banks work on it, the money arrives."""

    input_on: date
    processing_on: date
    entry_on: date


def is_bank_day(day: date, bank_holidays: Set[date]) -> bool:
    """True when Bacs moves money on this day: not a weekend, not an English bank holiday."""
    return day.weekday() < _SATURDAY and day not in bank_holidays


def bank_day_on_or_before(day: date, bank_holidays: Set[date]) -> date:
    """The day itself when it is a bank day, otherwise the last one before it, so that nobody is paid late."""
    while not is_bank_day(day, bank_holidays):
        day -= ONE_DAY
    return day


def bank_day_on_or_after(day: date, bank_holidays: Set[date]) -> date:
    """The day itself when it is a bank day, otherwise the first one after it."""
    while not is_bank_day(day, bank_holidays):
        day += ONE_DAY
    return day


def previous_bank_day(day: date, bank_holidays: Set[date]) -> date:
    """The last bank day before this day."""
    return bank_day_on_or_before(day - ONE_DAY, bank_holidays)


def bacs_cycle(pay_on: date, bank_holidays: Set[date]) -> BacsCycle:
    """The three days for a pay day; a pay day that is not a bank day moves to the bank day before it."""
    entry_on = bank_day_on_or_before(pay_on, bank_holidays)
    processing_on = previous_bank_day(entry_on, bank_holidays)
    return BacsCycle(
        input_on=previous_bank_day(processing_on, bank_holidays), processing_on=processing_on, entry_on=entry_on
    )


def latest_submission_for_entry_date(entry_on: date, bank_holidays: Set[date]) -> date:
    """The last day to hand in a file so that the money arrives on `entry_on`: two bank days before it.

    Raises NotABankDay when no money can arrive that day. Source: Pay.UK, the three-day Bacs cycle.
    """
    if not is_bank_day(entry_on, bank_holidays):
        before = bank_day_on_or_before(entry_on, bank_holidays)
        after = bank_day_on_or_after(entry_on, bank_holidays)
        raise NotABankDay(
            f"Banks do not move money on {_say(entry_on)}. The bank day before it is {_say(before)}, "
            f"and the one after it is {_say(after)}."
        )
    return bacs_cycle(entry_on, bank_holidays).input_on


def earliest_submission_for_entry_date(entry_on: date, bank_holidays: Set[date]) -> date:
    """The first bank day on which the file may be handed in: at most 30 calendar days ahead of the money."""
    return bank_day_on_or_after(entry_on - timedelta(days=HORIZON_DAYS), bank_holidays)


def require_submission(submit_on: date, entry_on: date, bank_holidays: Set[date]) -> None:
    """Say nothing when a file handed in on `submit_on` brings the money on `entry_on`; otherwise say when it would.

    Raises SubmissionRefused when it is too late, too early or not a bank day, and NotABankDay for the entry day.
    """
    latest = latest_submission_for_entry_date(entry_on, bank_holidays)
    earliest = earliest_submission_for_entry_date(entry_on, bank_holidays)
    if submit_on > latest:
        raise SubmissionRefused(
            f"To pay on {_say(entry_on)}, the file had to reach Bacs by {_say(latest)}. Choose a later pay day."
        )
    if submit_on < earliest:
        raise SubmissionRefused(
            f"A file to pay on {_say(entry_on)} can be sent from {_say(earliest)}, not before: "
            f"Bacs takes files at most {HORIZON_DAYS} days ahead."
        )
    if not is_bank_day(submit_on, bank_holidays):
        following = bank_day_on_or_after(submit_on, bank_holidays)
        raise SubmissionRefused(f"Bacs is closed on {_say(submit_on)}. The next day to send is {_say(following)}.")


def first_entry_date_for_submission(submit_on: date, bank_holidays: Set[date]) -> date:
    """The first day the money can arrive when a file is handed in on `submit_on` (or on the next bank day)."""
    day = bank_day_on_or_after(submit_on, bank_holidays)
    for _ in range(2):
        day = bank_day_on_or_after(day + ONE_DAY, bank_holidays)
    return day


def _say(day: date) -> str:
    return f"{day:%A} {day_in_words(day)}"
