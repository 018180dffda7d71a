"""The days of a Bacs file held to Bacs' own calendar: bank days, three of them from the file to the money."""

from collections.abc import Iterable, Iterator, Set
from datetime import date

from ownway.formats.payments.values import Problem
from ownway.rules.bank_days import bank_day_on_or_after, is_bank_day, require_submission
from ownway.rules.days import ONE_DAY
from ownway.rules.refusals import Refused


def days_that_do_not_fit(
    days: Iterable[date], *, today: date | None, bank_holidays: Set[date] = frozenset()
) -> Iterator[Problem]:
    """Processing days on which Bacs is closed; with `today`, also those for which a file is too late or too early.

    Money arrives on the bank day after its processing day. Source: Pay.UK, the three-day Bacs cycle, 30 days ahead.
    """
    for day in days:
        if not is_bank_day(day, bank_holidays):
            following = bank_day_on_or_after(day, bank_holidays)
            said = f"Bacs is closed on {day:%A} {day}. The next bank day is {following}."
            yield Problem(where="the file", field="processing_on", message=said, code="DT01")
        elif today is not None:
            entry_on = bank_day_on_or_after(day + ONE_DAY, bank_holidays)
            try:
                require_submission(bank_day_on_or_after(today, bank_holidays), entry_on, bank_holidays)
            except Refused as refusal:
                yield Problem(
                    where="the file", field="processing_on", message=str(refusal), level="warning", code="DT01"
                )
