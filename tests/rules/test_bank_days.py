"""Bacs moves money on bank days only, three of them for each payment."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.rules import bank_days
from ownway.rules.bank_days import BacsCycle, NotABankDay, SubmissionRefused

# England, as gov.uk/bank-holidays lists them.
CHRISTMAS_2026 = {date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)}
EASTER_2026 = {date(2026, 4, 3), date(2026, 4, 6)}

ANY_DAY = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def test_an_ordinary_friday_payment_goes_in_on_wednesday():
    # 5 June 2026 is a Friday with no holiday near.
    assert bank_days.bacs_cycle(date(2026, 6, 5), set()) == BacsCycle(
        input_on=date(2026, 6, 3), processing_on=date(2026, 6, 4), entry_on=date(2026, 6, 5)
    )


def test_a_monday_payment_goes_in_on_the_thursday_before():
    assert bank_days.latest_submission_for_entry_date(date(2026, 6, 8), set()) == date(2026, 6, 4)


def test_a_pay_day_on_a_sunday_moves_to_the_friday_before_so_nobody_is_paid_late():
    assert bank_days.bacs_cycle(date(2026, 6, 7), set()).entry_on == date(2026, 6, 5)


def test_a_pay_day_on_easter_monday_moves_to_the_thursday_before_good_friday():
    # Good Friday 3 April and Easter Monday 6 April 2026 are holidays, 4 and 5 April a weekend.
    cycle = bank_days.bacs_cycle(date(2026, 4, 6), EASTER_2026)
    assert cycle == BacsCycle(input_on=date(2026, 3, 31), processing_on=date(2026, 4, 1), entry_on=date(2026, 4, 2))


def test_the_cycle_crosses_christmas():
    # Tuesday 29 December 2026: Monday 28 is the substitute holiday for Boxing Day, Friday 25 is Christmas Day.
    assert bank_days.latest_submission_for_entry_date(date(2026, 12, 29), CHRISTMAS_2026) == date(2026, 12, 23)


def test_it_refuses_an_entry_day_on_which_no_money_can_arrive_and_names_the_days_on_which_it_can():
    with pytest.raises(NotABankDay) as refused:
        bank_days.latest_submission_for_entry_date(date(2026, 4, 4), EASTER_2026)
    assert str(refused.value) == (
        "Banks do not move money on Saturday 4 April 2026. The bank day before it is Thursday 2 April 2026, "
        "and the one after it is Tuesday 7 April 2026."
    )


def test_a_file_may_go_in_thirty_days_ahead_and_not_thirty_one():
    # 30 days before Wednesday 8 July 2026 is Monday 8 June 2026.
    bank_days.require_submission(date(2026, 6, 8), date(2026, 7, 8), set())
    with pytest.raises(SubmissionRefused, match="can be sent from Monday 8 June 2026, not before"):
        bank_days.require_submission(date(2026, 6, 5), date(2026, 7, 8), set())


def test_the_thirtieth_day_on_a_weekend_moves_later_never_earlier():
    # 30 days before Monday 6 July 2026 is Saturday 6 June 2026.
    assert bank_days.earliest_submission_for_entry_date(date(2026, 7, 6), set()) == date(2026, 6, 8)


def test_a_file_one_day_late_is_refused_with_the_day_that_was_the_last():
    with pytest.raises(SubmissionRefused) as refused:
        bank_days.require_submission(date(2026, 6, 4), date(2026, 6, 5), set())
    assert str(refused.value) == (
        "To pay on Friday 5 June 2026, the file had to reach Bacs by Wednesday 3 June 2026. Choose a later pay day."
    )


def test_a_file_is_not_sent_on_a_saturday():
    with pytest.raises(SubmissionRefused, match="Bacs is closed on Saturday 30 May 2026"):
        bank_days.require_submission(date(2026, 5, 30), date(2026, 6, 5), set())


def test_a_file_handed_in_on_a_saturday_pays_on_wednesday():
    assert bank_days.first_entry_date_for_submission(date(2026, 5, 30), set()) == date(2026, 6, 3)


@given(pay_on=ANY_DAY, holidays=st.sets(ANY_DAY, max_size=40))
def test_the_three_days_are_bank_days_in_order_and_the_money_is_never_late(pay_on, holidays):
    cycle = bank_days.bacs_cycle(pay_on, holidays)
    assert cycle.input_on < cycle.processing_on < cycle.entry_on <= pay_on
    for day in (cycle.input_on, cycle.processing_on, cycle.entry_on):
        assert bank_days.is_bank_day(day, holidays)
    between = (cycle.entry_on - cycle.input_on).days - 1
    inside = [cycle.input_on + timedelta(days=n + 1) for n in range(between)]
    assert [day for day in inside if bank_days.is_bank_day(day, holidays)] == [cycle.processing_on]


@given(submit_on=ANY_DAY, holidays=st.sets(ANY_DAY, max_size=40))
def test_sending_and_arriving_are_two_ways_to_say_the_same(submit_on, holidays):
    arrives = bank_days.first_entry_date_for_submission(submit_on, holidays)
    latest = bank_days.latest_submission_for_entry_date(arrives, holidays)
    assert latest == bank_days.bank_day_on_or_after(submit_on, holidays)
