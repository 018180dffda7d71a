"""When a direct payment is over, what is owed is paid first, and only what is left comes back."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.rules import steps as units
from ownway.rules import vocabulary as words
from ownway.rules.refusals import BadInput
from ownway.rules.settling import LastPayment, SettlingInputs, settle
from ownway.rules.surplus import Amount

# Amina died on 14 June. Her account holds £1,500.00; Carys is owed £240.00 of wages and £700.00 as her job ends.
AMINA = SettlingInputs(
    why="death",
    ended_on=date(2026, 6, 14),
    balance_pence=150_000,
    to_pay=(Amount("Carys's wages", 24_000),),
    run_off=(Amount("Carys's notice and holiday", 70_000),),
    last_payment=LastPayment(80_000, date(2026, 6, 1), date(2026, 6, 28)),
)


def test_carys_is_paid_first_and_the_rest_comes_back():
    worked = settle(AMINA)
    assert worked.stays.value == 94_000
    assert worked.comes_back.value == 56_000
    assert worked.missing.value == 0
    assert worked.reasons == (
        "The direct payment ended on 14 June 2026.",
        "£940.00 is still owed for support that was agreed, so it stays until it is paid.",
        "£560.00 was not needed, so we ask that it comes back. There is no hurry: ask us for time.",
    )


def test_what_is_missing_is_said_and_is_no_bill_for_the_family():
    worked = settle(replace(AMINA, balance_pence=60_000))
    assert worked.comes_back.value == 0
    assert worked.missing.value == 34_000
    assert worked.reasons[-1] == (
        "The account is £340.00 short of that. The council works out with you how it is paid: it is not a bill for"
        " the family."
    )


def test_an_overdrawn_account_is_missing_that_as_well():
    assert settle(replace(AMINA, balance_pence=-1_000)).missing.value == 95_000


def test_when_nothing_is_left_nothing_comes_back():
    worked = settle(replace(AMINA, balance_pence=94_000))
    assert (worked.comes_back.value, worked.missing.value) == (0, 0)
    assert worked.reasons[-1] == "Nothing is left over, so nothing comes back."


def test_the_days_after_the_end_of_the_last_payment_are_shown():
    # 28 days for £800.00; 15 to 28 June are 14 of them: £400.00.
    assert settle(AMINA).paid_ahead.value == 40_000
    assert settle(replace(AMINA, ended_on=date(2026, 6, 28))).paid_ahead.value == 0
    assert settle(replace(AMINA, ended_on=date(2026, 7, 5))).paid_ahead.value == 0
    assert settle(replace(AMINA, ended_on=date(2026, 5, 20))).paid_ahead.value == 80_000
    assert settle(replace(AMINA, last_payment=None)).paid_ahead.value == 0


def test_a_last_payment_of_nothing_is_a_payment():
    assert settle(replace(AMINA, last_payment=LastPayment(0, date(2026, 6, 1), date(2026, 6, 1)))).paid_ahead.value == 0


def test_what_was_paid_ahead_is_not_asked_on_top():
    assert settle(replace(AMINA, last_payment=None)).comes_back == settle(AMINA).comes_back


def test_the_cost_of_ending_a_job_may_come_with_its_own_working():
    whole = words.add_up("Ending Carys’s job", words.given("Notice", 50_000, units.PENCE, source="the contract"))
    worked = settle(AMINA, run_off=whole)
    assert worked.stays.value == 74_000
    assert whole in worked.stays.parts


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"why": "moved"}, "why"),
        ({"to_pay": (Amount("Wages", -1),)}, "to_pay.0.amount_pence"),
        ({"run_off": (Amount("Notice", -1),)}, "run_off.0.amount_pence"),
        ({"last_payment": LastPayment(1, date(2026, 6, 2), date(2026, 6, 1))}, "last_payment.to_on"),
        ({"last_payment": LastPayment(-1, date(2026, 6, 1), date(2026, 6, 1))}, "last_payment.amount_pence"),
    ],
)
def test_what_cannot_be_is_told_by_its_field(change, field):
    with pytest.raises(BadInput) as refused:
        settle(replace(AMINA, **change))
    assert [problem.field for problem in refused.value.problems] == [field]


@given(balance=st.integers(-(10**7), 10**7), bills=st.integers(0, 10**6), run_off=st.integers(0, 10**6))
def test_what_stays_comes_back_and_is_missing_add_up_to_what_there_is(balance, bills, run_off):
    worked = settle(
        replace(AMINA, balance_pence=balance, to_pay=(Amount("Bills", bills),), run_off=(Amount("Job", run_off),))
    )
    assert worked.stays.value + worked.comes_back.value - worked.missing.value == balance
    assert 0 <= worked.comes_back.value <= max(balance, 0)
    assert min(worked.comes_back.value, worked.missing.value) == 0
    assert words.recompute(worked.comes_back) == worked.comes_back
