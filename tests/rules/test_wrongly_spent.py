"""Money that may have been spent wrongly: the person is asked first, and little is ever asked back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.rules.refusals import BadInput
from ownway.rules.vocabulary import recompute
from ownway.rules.wrongly_spent import FINDINGS, Spending, SpendingInputs, judge

TELEVISION = Spending("A television", 30_000, "for something else", heard=True)


def test_what_the_person_knew_it_was_not_for_may_be_asked_back_once_they_were_heard():
    worked = judge(SpendingInputs((TELEVISION,), too_small_pence=1_000))
    assert worked.may_be_asked.value == 30_000
    assert worked.let_be.value == 0
    assert not worked.verdicts[0].ask_first


def test_nothing_is_asked_back_before_the_person_was_heard():
    worked = judge(SpendingInputs((replace(TELEVISION, heard=False),), too_small_pence=0))
    assert worked.may_be_asked.value == 0
    assert worked.verdicts[0].ask_first
    assert worked.verdicts[0].sentence.endswith("Ask the person to tell their side first.")


def test_unless_it_is_said_that_the_person_was_heard_they_were_not():
    worked = judge(SpendingInputs((Spending("A television", 30_000, "for something else"),), 0))
    assert worked.may_be_asked.value == 0
    assert worked.verdicts[0].ask_first


def test_what_nobody_knows_yet_is_a_question_and_no_accusation():
    worked = judge(SpendingInputs((Spending("Cash", 5_000),), too_small_pence=0))
    (verdict,) = worked.verdicts
    assert verdict.ask_first
    assert verdict.may_be_asked.value == 0
    assert verdict.sentence == "Nobody knows yet what this was for. Ask the person first, in a friendly way."


@pytest.mark.parametrize("found", sorted(set(FINDINGS) - {"for something else", "not known yet"}))
def test_everything_else_is_let_be_even_when_it_is_much_and_the_person_was_heard(found):
    worked = judge(SpendingInputs((Spending("Something", 10**6, found, heard=True),), too_small_pence=0))
    assert worked.may_be_asked.value == 0
    assert worked.let_be.value == 10**6
    assert not worked.verdicts[0].ask_first


def test_the_person_is_not_asked_for_what_somebody_else_took():
    (verdict,) = judge(SpendingInputs((Spending("Cash", 5_000, "taken by somebody else"),), 0)).verdicts
    assert "not asked back from the person" in verdict.sentence
    assert "keep them safe" in verdict.sentence


def test_what_is_too_small_is_let_be_up_to_the_councils_amount():
    def asked(pence):
        return judge(SpendingInputs((replace(TELEVISION, amount_pence=pence),), 1_000)).may_be_asked.value

    assert (asked(1_000), asked(1_001)) == (0, 1_001)


def test_each_amount_is_judged_by_itself_and_nothing_is_lost():
    # £300.00 may be asked; £4.50 is too small, £120.00 was not heard yet, £25.00 was a choir: £149.50.
    spending = (
        TELEVISION,
        replace(TELEVISION, label="Sweets", amount_pence=450),
        replace(TELEVISION, label="A hotel", amount_pence=12_000, heard=False),
        Spending("A choir", 2_500, "another way to the same outcome"),
    )
    worked = judge(SpendingInputs(spending, 1_000))
    assert (worked.may_be_asked.value, worked.let_be.value) == (30_000, 14_950)
    assert [verdict.label for verdict in worked.verdicts] == ["A television", "Sweets", "A hotel", "A choir"]


def test_only_what_was_read_is_said_to_be_law():
    assert FINDINGS["for something else"].law == "Care Act 2014 s.33(3) to (5)"
    assert "not read" in FINDINGS["honest mistake"].law
    assert "not read" in FINDINGS["taken by somebody else"].law


def test_what_cannot_be_is_told_by_its_field_all_at_once():
    wrong = SpendingInputs((Spending("A", -1, "for something else"), Spending("B", 1, "bad luck")), -1)
    with pytest.raises(BadInput) as refused:
        judge(wrong)
    assert [problem.field for problem in refused.value.problems] == [
        "too_small_pence",
        "spending.0.amount_pence",
        "spending.1.found",
    ]


SPENDING = st.builds(
    Spending, st.just("Something"), st.integers(0, 10**6), st.sampled_from(sorted(FINDINGS)), st.booleans()
)


@given(st.lists(SPENDING, max_size=5).map(tuple), st.integers(0, 10**5))
def test_no_more_is_asked_than_was_spent_and_a_higher_threshold_never_asks_more(spending, small):
    worked = judge(SpendingInputs(spending, small))
    total = sum(one.amount_pence for one in spending)
    assert worked.may_be_asked.value + worked.let_be.value == total
    assert 0 <= worked.may_be_asked.value <= total
    assert judge(SpendingInputs(spending, small + 500)).may_be_asked.value <= worked.may_be_asked.value
    assert recompute(worked.let_be) == worked.let_be
