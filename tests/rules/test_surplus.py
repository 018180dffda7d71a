"""Money that is not needed may be proposed for return, with reasons, and never taken."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.rules import registry
from ownway.rules.parameters import load_national
from ownway.rules.plain_data import to_plain
from ownway.rules.refusals import BadInput
from ownway.rules.surplus import (
    Amount,
    SurplusInputs,
    SurplusPolicy,
    SurplusRefused,
    propose_surplus,
)
from ownway.rules.vocabulary import recompute

TODAY = date(2026, 6, 10)

# Amina has £4,500.00. Eight weeks of £200.00 stay (£1,600.00), £281.50 of bills, £700.00 to end Carys's employment
# well and £400.00 for a holiday with Carys: £2,981.50 stay, so £1,518.50 may be proposed.
AMINA = SurplusInputs(
    today=TODAY,
    balance_pence=450000,
    payment_weekly_pence=20000,
    payment_pence=80000,
    to_pay=(Amount("Carys's wages", 24000), Amount("Tax for Carys", 4150)),
    run_off=(Amount("Carys's notice and holiday", 70000),),
    saving_for=(Amount("A week away with Carys", 40000),),
    review_due_on=date(2026, 10, 1),
    notice_given_on=date(2026, 5, 20),
)


def test_what_stays_comes_first_and_the_rest_may_be_proposed():
    proposal = propose_surplus(AMINA)
    assert proposal.stays.value == 298150
    assert [part.value for part in proposal.stays.parts] == [160000, 28150, 70000, 40000]
    assert proposal.may_be_proposed.value == 151850
    assert recompute(proposal.may_be_proposed) == proposal.may_be_proposed


def test_every_reason_is_a_sentence_with_its_amount():
    assert propose_surplus(AMINA).reasons == (
        "There is £4,500.00 in the account.",
        "£1,600.00 stays: 8 weeks of the payment.",
        "£281.50 stays for the bills to come.",
        "£700.00 stays so that a PA is paid what is due if the work ends.",
        "£400.00 stays, because it is being saved for: A week away with Carys.",
        "£1,518.50 is more than all of that, so we ask if it can come back. Nothing is taken.",
    )


def test_when_all_of_it_is_needed_nothing_is_proposed():
    proposal = propose_surplus(replace(AMINA, balance_pence=298150))
    assert proposal.may_be_proposed.value == 0
    assert proposal.instalments.value == 0
    assert proposal.reasons[-1] == "All of it is needed, so nothing is proposed."


def test_an_overdrawn_account_owes_nothing_to_a_proposal():
    assert propose_surplus(replace(AMINA, balance_pence=-5000)).may_be_proposed.value == 0


def test_an_instalment_is_at_most_a_quarter_of_a_payment_so_this_takes_eight():
    # A quarter of £800.00 is £200.00; £1,518.50 is seven of them and a part, so eight.
    proposal = propose_surplus(AMINA)
    assert proposal.instalment_at_most.value == 20000
    assert proposal.instalments.value == 8


def test_it_is_refused_while_the_councils_own_review_is_overdue():
    with pytest.raises(SurplusRefused) as refused:
        propose_surplus(replace(AMINA, review_due_on=date(2026, 6, 9)))
    assert str(refused.value) == (
        "Nothing can be proposed yet. The council’s own review was due by 9 June 2026. "
        "Hold the review with the person first."
    )
    propose_surplus(replace(AMINA, review_due_on=TODAY))


def test_it_is_refused_when_the_person_was_not_told():
    with pytest.raises(SurplusRefused, match="has not been told that the balance is being looked at"):
        propose_surplus(replace(AMINA, notice_given_on=None))


def test_it_is_refused_until_the_days_of_notice_are_over():
    with pytest.raises(SurplusRefused, match="told on 28 May 2026 and has 14 days, until 11 June 2026"):
        propose_surplus(replace(AMINA, notice_given_on=date(2026, 5, 28)))
    propose_surplus(replace(AMINA, notice_given_on=date(2026, 5, 27)))


def test_it_is_refused_while_a_question_waits_for_its_answer():
    with pytest.raises(SurplusRefused, match="The person waits for the answer to 1 question"):
        propose_surplus(replace(AMINA, questions_unanswered=1))


def test_everything_that_stands_in_the_way_is_said_at_once():
    with pytest.raises(SurplusRefused) as refused:
        propose_surplus(replace(AMINA, review_due_on=date(2026, 6, 1), notice_given_on=None, questions_unanswered=2))
    for part in ("review was due by 1 June 2026", "has not been told", "answer to 2 questions"):
        assert part in str(refused.value)


def test_the_refusal_carries_each_reason_by_its_name():
    with pytest.raises(SurplusRefused) as refused:
        propose_surplus(replace(AMINA, review_due_on=date(2026, 6, 1), notice_given_on=None, questions_unanswered=2))
    assert [bar.name for bar in refused.value.bars] == ["review_overdue", "no_notice", "question_unanswered"]


def test_without_a_payment_no_instalment_is_possible():
    proposal = propose_surplus(replace(AMINA, payment_pence=0))
    assert (proposal.instalment_at_most.value, proposal.instalments.value) == (0, 0)
    assert recompute(proposal.instalments) == proposal.instalments


def test_a_council_may_leave_no_weeks_and_ask_for_all_or_none_of_a_payment():
    nothing = SurplusPolicy(weeks_allowed=0, notice_days=0, floor_weeks=0, instalment_share_bp=0)
    none = propose_surplus(replace(AMINA, policy=nothing))
    assert (none.stays.value, none.instalments.value) == (138150, 0)
    all_of_it = propose_surplus(replace(AMINA, policy=replace(nothing, instalment_share_bp=10_000)))
    assert all_of_it.instalment_at_most.value == 80000
    assert all_of_it.instalments.value == 4  # £3,118.50 at £800.00 a time


def test_a_penny_at_a_time_is_still_an_instalment():
    # A quarter of 4 pence is a penny, and £1,518.50 is 151,850 of them.
    assert propose_surplus(replace(AMINA, payment_pence=4)).instalments.value == 151850
    assert propose_surplus(replace(AMINA, payment_pence=3)).instalments.value == 0


def test_it_is_refused_even_when_the_balance_is_very_large():
    with pytest.raises(SurplusRefused):
        propose_surplus(replace(AMINA, balance_pence=7_500_000, review_due_on=date(2022, 6, 1)))


def test_each_council_sets_its_own_weeks_and_days():
    policy = SurplusPolicy(weeks_allowed=12, notice_days=28)
    twelve = propose_surplus(replace(AMINA, policy=policy, notice_given_on=date(2026, 5, 13)))
    assert twelve.may_be_proposed.value == 151850 - 4 * 20000
    with pytest.raises(SurplusRefused, match="28 days"):
        propose_surplus(replace(AMINA, policy=policy))


def test_amounts_below_nothing_are_told_by_their_field():
    wrong = replace(
        AMINA,
        payment_weekly_pence=-1,
        to_pay=(Amount("Wages", -5),),
        policy=SurplusPolicy(weeks_allowed=-8, instalment_share_bp=10_001),
    )
    with pytest.raises(BadInput) as refused:
        propose_surplus(wrong)
    assert [problem.field for problem in refused.value.problems] == [
        "payment_weekly_pence",
        "to_pay.0.amount_pence",
        "policy.weeks_allowed",
        "policy.instalment_share_bp",
    ]


def test_it_is_asked_by_name_and_replayed_from_what_was_stored():
    figures = load_national().on(TODAY)
    answers = registry.answer("surplus.proposal", to_plain(AMINA), figures)
    assert {name: step.value for name, step in answers.items()} == {
        "may_be_proposed": 151850,
        "stays": 298150,
        "instalment_at_most": 20000,
        "instalments": 8,
    }
    assert registry.replay("surplus.proposal", to_plain(AMINA), []) == answers


PENCE = st.integers(0, 1_000_000)
AMOUNTS = st.lists(st.builds(Amount, st.just("Something"), PENCE), max_size=3).map(tuple)


@given(balance=st.integers(-100_000, 5_000_000), weekly=PENCE, each=PENCE, bills=AMOUNTS, run_off=AMOUNTS)
def test_what_stays_and_what_is_proposed_never_come_to_more_than_there_is(balance, weekly, each, bills, run_off):
    inputs = replace(
        AMINA,
        balance_pence=balance,
        payment_weekly_pence=weekly,
        payment_pence=each,
        to_pay=bills,
        run_off=run_off,
    )
    proposal = propose_surplus(inputs)
    surplus = proposal.may_be_proposed.value
    assert surplus >= 0
    assert surplus == 0 or surplus + proposal.stays.value == balance
    assert proposal.instalments.value * proposal.instalment_at_most.value >= (
        surplus if proposal.instalment_at_most.value else 0
    )
