"""The three days of a payment over Christmas and Easter, worked out by hand on GOV.UK's list, with the library's days."""

from datetime import date

import pytest

from ownway.journey.payments.bank_holidays import english_bank_holidays
from ownway.rules.bank_days import (
    BacsCycle,
    SubmissionRefused,
    bacs_cycle,
    earliest_submission_for_entry_date,
    first_entry_date_for_submission,
    is_bank_day,
    require_submission,
)

# Asked to pay on, the file goes in, the banks work on it, the money arrives.
WORKED = [
    # Christmas 2026: Friday 25 and Monday 28 December (for Boxing Day, a Saturday) and Friday 1 January are holidays.
    ("2026-12-24", "2026-12-22", "2026-12-23", "2026-12-24"),
    ("2026-12-25", "2026-12-22", "2026-12-23", "2026-12-24"),
    ("2026-12-28", "2026-12-22", "2026-12-23", "2026-12-24"),
    ("2026-12-29", "2026-12-23", "2026-12-24", "2026-12-29"),
    ("2026-12-30", "2026-12-24", "2026-12-29", "2026-12-30"),
    ("2026-12-31", "2026-12-29", "2026-12-30", "2026-12-31"),
    ("2027-01-01", "2026-12-29", "2026-12-30", "2026-12-31"),
    ("2027-01-04", "2026-12-30", "2026-12-31", "2027-01-04"),
    # Christmas 2027 falls on a weekend: Monday 27 and Tuesday 28 December and Monday 3 January are holidays.
    ("2027-12-25", "2027-12-22", "2027-12-23", "2027-12-24"),
    ("2027-12-29", "2027-12-23", "2027-12-24", "2027-12-29"),
    ("2027-12-30", "2027-12-24", "2027-12-29", "2027-12-30"),
    ("2028-01-04", "2027-12-30", "2027-12-31", "2028-01-04"),
    # Easter 2027: Friday 26 and Monday 29 March.
    ("2027-03-26", "2027-03-23", "2027-03-24", "2027-03-25"),
    ("2027-03-29", "2027-03-23", "2027-03-24", "2027-03-25"),
    ("2027-03-30", "2027-03-24", "2027-03-25", "2027-03-30"),
    ("2027-03-31", "2027-03-25", "2027-03-30", "2027-03-31"),
    # Easter 2028: Friday 14 and Monday 17 April.
    ("2028-04-18", "2028-04-12", "2028-04-13", "2028-04-18"),
    # The two Mondays of May 2026: 4 and 25.
    ("2026-05-05", "2026-04-30", "2026-05-01", "2026-05-05"),
    ("2026-05-26", "2026-05-21", "2026-05-22", "2026-05-26"),
]


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize("worked", WORKED, ids=[row[0] for row in WORKED])
def test_the_three_days_of_a_payment(worked):
    pay_on, input_on, processing_on, entry_on = map(day, worked)
    cycle = bacs_cycle(pay_on, english_bank_holidays(pay_on))
    assert cycle == BacsCycle(input_on=input_on, processing_on=processing_on, entry_on=entry_on)


@pytest.mark.parametrize(
    ("entry_on", "earliest"),
    [
        # 30 days before Tuesday 29 December 2026 is Sunday 29 November.
        ("2026-12-29", "2026-11-30"),
        # 30 days before Wednesday 27 January 2027 is Monday 28 December, a holiday.
        ("2027-01-27", "2026-12-29"),
        # 30 days before Monday 25 January 2027 is Saturday 26 December; Sunday and the holiday follow.
        ("2027-01-25", "2026-12-29"),
        # 30 days before Wednesday 28 April 2027 is Monday 29 March, Easter Monday.
        ("2027-04-28", "2027-03-30"),
    ],
)
def test_the_first_day_to_send_is_within_thirty_days(entry_on, earliest):
    holidays = english_bank_holidays(day(entry_on))
    assert earliest_submission_for_entry_date(day(entry_on), holidays) == day(earliest)
    require_submission(day(earliest), day(entry_on), holidays)


@pytest.mark.parametrize(
    ("submit_on", "arrives"),
    [
        ("2026-12-24", "2026-12-30"),
        ("2026-12-25", "2026-12-31"),
        ("2027-03-25", "2027-03-31"),
        ("2027-03-26", "2027-04-01"),
    ],
)
def test_when_the_money_arrives(submit_on, arrives):
    assert first_entry_date_for_submission(day(submit_on), english_bank_holidays(day(submit_on))) == day(arrives)


def test_a_file_for_the_tuesday_after_christmas_is_too_late_on_christmas_eve():
    holidays = english_bank_holidays(day("2026-12-24"))
    require_submission(day("2026-12-23"), day("2026-12-29"), holidays)
    with pytest.raises(SubmissionRefused, match="had to reach Bacs by Wednesday 23 December 2026"):
        require_submission(day("2026-12-24"), day("2026-12-29"), holidays)


@pytest.mark.parametrize("once", ["2022-06-03", "2022-09-19", "2023-05-08"])
def test_days_that_were_holidays_once_are_known(once):
    assert not is_bank_day(day(once), english_bank_holidays(day(once)))


@pytest.mark.parametrize("elsewhere", ["2026-01-02", "2026-03-17", "2026-07-13", "2026-08-03", "2026-11-30"])
def test_holidays_of_scotland_and_northern_ireland_are_bank_days(elsewhere):
    assert is_bank_day(day(elsewhere), english_bank_holidays(day(elsewhere)))
