"""The account shows what is there, what is spoken for and what is safe to spend, each with its working."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ownway.rules import account as accounts
from ownway.rules import steps as units
from ownway.rules.account import Account, AccountLine, Commitment, Due, PlanHeading
from ownway.rules.days import Days
from ownway.rules.vocabulary import recompute

TODAY = date(2026, 6, 10)

# Amina: £300.00 to begin with, £800.00 in on 1 June, £240.00 to Carys on 5 June, £36.00 swimming on 8 June.
AMINA = Account(
    today=TODAY,
    opening_pence=30000,
    lines=(
        AccountLine("l1", date(2026, 6, 1), 80000, "SHEAFDALE COUNCIL", accounts.PAYMENT),
        AccountLine("l2", date(2026, 6, 5), -24000, "CARYS EVANS", accounts.WAGES, "help-at-home", "carys"),
        AccountLine("l3", date(2026, 6, 8), -3600, "POOL", accounts.HEADING, "exercise"),
    ),
    statements=(Days(date(2026, 6, 1), date(2026, 6, 9)),),
    headings=(
        PlanHeading("help-at-home", "Help at home", 16000),
        PlanHeading("exercise", "Exercise, 3 hours a week", 2500),
    ),
    commitments=(
        Commitment("Carys's wages", 24000, date(2026, 6, 19), accounts.WAGES, "help-at-home"),
        Commitment("Tax for Carys", 4150, date(2026, 6, 22), accounts.TAX),
        Commitment("Carys's wages", 24000, date(2026, 7, 3), accounts.WAGES, "help-at-home"),
    ),
    payments_due=(Due(date(2026, 6, 1), 80000), Due(date(2026, 6, 29), 80000)),
    payment_weekly_pence=20000,
    contribution_weekly_pence=1500,
    put_by_pence=40000,
)


def test_the_balance_is_what_was_there_with_what_came_in_less_what_went_out():
    # 300 + 800 - 240 - 36 = £824.00.
    step = accounts.balance(AMINA)
    assert (step.value, step.unit) == (82400, units.PENCE)
    assert recompute(step) == step


def test_only_what_is_to_pay_before_the_next_payment_is_spoken_for():
    # The next payment is on 29 June: £240.00 wages and £41.50 tax come before it, the July wages after.
    step = accounts.committed(AMINA)
    assert step.value == 28150
    assert step.label == "To pay before 29 June 2026"
    assert [part.label for part in step.parts] == ["Carys's wages, 19 June 2026", "Tax for Carys, 22 June 2026"]


def test_a_bill_that_should_have_been_paid_already_is_still_spoken_for():
    late = Commitment("Insurance", 12000, date(2026, 6, 2), accounts.INSURANCE)
    step = accounts.committed(replace(AMINA, commitments=(*AMINA.commitments, late)))
    assert step.value == 40150
    assert step.parts[0].label == "Insurance, 2 June 2026"


def test_with_no_payment_to_come_everything_still_to_pay_is_spoken_for():
    step = accounts.committed(replace(AMINA, payments_due=(Due(date(2026, 6, 1), 80000),)))
    assert (step.label, step.value) == ("To pay", 52150)


def test_nothing_to_pay_is_nothing_and_still_a_step():
    step = accounts.committed(replace(AMINA, commitments=()))
    assert (step.value, step.unit, step.parts) == (0, units.PENCE, ())


def test_a_payment_today_is_here_and_the_next_is_the_one_after():
    assert accounts.next_payment_on(replace(AMINA, today=date(2026, 6, 29))) is None
    assert accounts.next_payment_on(AMINA) == date(2026, 6, 29)


def test_safe_to_spend_is_the_balance_less_what_is_spoken_for_and_kept_for_emergencies():
    # 824.00 - 281.50 - 400.00 = £142.50.
    step = accounts.safe_to_spend(AMINA)
    assert (step.label, step.value) == ("Safe to spend", 14250)
    assert recompute(step) == step


def test_safe_to_spend_is_never_below_nothing():
    assert accounts.safe_to_spend(replace(AMINA, opening_pence=0)).value == 0


def test_eight_weeks_of_money_may_build_up():
    # 8 × (£200.00 + £15.00) = £1,720.00.
    step = accounts.contingency_allowed(AMINA)
    assert (step.value, step.unit) == (172000, units.PENCE)
    assert accounts.contingency_allowed(replace(AMINA, contingency_weeks=12)).value == 258000


def test_spend_is_set_against_the_plan_by_heading():
    # Nine days of £160.00 a week is £205.714…, to the penny £205.71; of £25.00 a week £32.142…, £32.14.
    home, exercise = accounts.spend_by_heading(AMINA, Days(date(2026, 6, 1), date(2026, 6, 9)))
    assert (home.planned.value, home.spent.value, home.left.value) == (20571, 24000, -3429)
    assert (exercise.planned.value, exercise.spent.value, exercise.left.value) == (3214, 3600, -386)
    assert recompute(home.left) == home.left


def test_spend_outside_the_asked_days_is_left_out_and_money_back_takes_from_what_was_spent():
    refund = AccountLine("l4", date(2026, 6, 9), 1200, "POOL REFUND", accounts.HEADING, "exercise")
    account = replace(AMINA, lines=(*AMINA.lines, refund))
    home, exercise = accounts.spend_by_heading(account, Days(date(2026, 6, 6), date(2026, 6, 9)))
    assert home.spent.value == 0
    assert exercise.spent.value == 2400


def test_spend_by_kind_counts_only_money_out():
    assert accounts.spend_by_kind(AMINA, Days(date(2026, 6, 1), TODAY)) == {"wages": 24000, "heading": 3600}


def test_days_between_two_statements_are_known_to_be_missing():
    account = replace(
        AMINA,
        statements=(Days(date(2026, 5, 1), date(2026, 5, 15)), Days(date(2026, 6, 1), date(2026, 6, 9))),
    )
    assert account.covered == Days(date(2026, 5, 1), date(2026, 6, 9))
    assert account.uncovered == (Days(date(2026, 5, 16), date(2026, 5, 31)),)


def test_an_account_without_statements_has_nothing_covered_and_nothing_missing():
    account = replace(AMINA, statements=())
    assert account.covered is None
    assert account.uncovered == ()


@given(opening=st.integers(-100000, 100000), amounts=st.lists(st.integers(-50000, 50000), max_size=20))
def test_a_balance_is_the_sum_of_its_lines_and_safe_to_spend_never_more_than_it(opening, amounts):
    lines = tuple(AccountLine(str(n), TODAY, pence, "", accounts.NOT_KNOWN) for n, pence in enumerate(amounts))
    account = replace(AMINA, opening_pence=opening, lines=lines)
    assert accounts.balance(account).value == opening + sum(amounts)
    assert accounts.safe_to_spend(account).value <= max(0, opening + sum(amounts))
