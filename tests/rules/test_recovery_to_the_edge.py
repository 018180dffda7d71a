"""Money that may come back: who is spoken of, what is only a question, and the first and last day and week that count."""

from dataclasses import replace
from datetime import date

import pytest
from tests.rules.figures import confirmed, of_our_council
from tests.rules.test_instalments import OWN

from ownway.rules.finances import Household, Income
from ownway.rules.instalments import own_money_instalment
from ownway.rules.parameters import load_national
from ownway.rules.recovery_bars import RecoveryFacts, find_bars
from ownway.rules.reviews import clock_of, review_due
from ownway.rules.wrongly_spent import Spending, SpendingInputs, judge


@pytest.mark.parametrize(
    ("kind", "who"), [("death", "Whoever deals with the person’s affairs"), ("ending", "The person")]
)
def test_after_a_death_it_speaks_of_whoever_deals_with_the_persons_affairs(kind, who):
    facts = RecoveryFacts(
        today=date(2026, 6, 10),
        kind=kind,
        review_due_on=date(2026, 10, 1),
        notice_given_on=None,
        notice_days=14,
        questions_unanswered=0,
        reasons_given=True,
        hardship_considered=True,
    )
    (bar,) = [bar for bar in find_bars(facts) if bar.name == "no_notice"]
    assert bar.sentence.startswith(f"{who} has not been told")


def test_instalments_may_be_a_year_apart():
    """£14.60 a week can be spared: £759.20 in 52 weeks."""
    yearly = replace(OWN, left_to_return_pence=90_000, weeks=52)
    assert own_money_instalment(yearly, figures=of_our_council()).instalment.value == 75_920


def test_what_is_only_unusual_about_money_does_not_stop_the_sum():
    """A premium beside a pension is a question, not a refusal. £400 less £241.45 and £51.55 and £45 leaves £62."""
    unusual = Household(age_years=70, pension_credit_age=True, disability_premium=True)
    finances = replace(OWN.finances, household=unusual, income=(Income("Pension", "private_pension", 40_000),))
    assert own_money_instalment(replace(OWN, finances=finances), figures=of_our_council()).spare.value == 6_200


def test_a_review_on_the_day_of_the_first_payment_is_the_first():
    first = date(2026, 4, 1)
    assert review_due(first_payment_on=first, reviewed_on=[first]).due_on == date(2027, 4, 1)


def test_a_later_review_of_a_child_stands_on_what_the_council_confirmed():
    months = [confirmed("review.child_first", 3), confirmed("review.child_next", 6)]
    clock = clock_of("child", load_national().with_confirmed(months).on(date(2026, 6, 1)))
    due = review_due(first_payment_on=date(2026, 4, 1), reviewed_on=[date(2026, 5, 1)], clock=clock)
    assert due.due_on == date(2026, 11, 1)
    assert due.standing == clock.standing != "reported"


def test_once_the_person_was_heard_it_says_what_may_follow_and_asks_no_more():
    heard = Spending("A television", 30_000, "for something else", heard=True)
    (verdict,) = judge(SpendingInputs((heard,), too_small_pence=0)).verdicts
    assert verdict.ask_first is False
    assert verdict.sentence.endswith("We may ask for it back, unless it is too small to ask about.")
