"""When a council must make a direct payment, and when one must or may stop: each condition with its clause."""

from dataclasses import replace

import pytest

from ownway.rules.conditions import HAPPENINGS, ORDERS, AskedFor, must_pay, what_follows
from ownway.rules.refusals import BadInput

AMINA = AskedFor(asked=True, has_personal_budget=True, has_capacity=True, can_manage=True, is_appropriate=True)
BILAL = replace(
    AMINA,
    asked=False,
    has_capacity=False,
    authorised_person_asks=True,
    authorised_decider_agrees=True,
    best_interests=True,
)


def not_met(asked):
    return [clause.name for clause in must_pay(asked).not_met]


@pytest.mark.parametrize("asked", [AMINA, replace(AMINA, has_nominee=True, nominee_agrees=True), BILAL])
def test_when_every_condition_holds_the_council_must_pay(asked):
    decision = must_pay(asked)
    assert decision.must_pay
    assert decision.sentence == "Yes. The council must make the direct payment."
    assert decision.not_met == ()


@pytest.mark.parametrize(
    ("asked", "change", "name"),
    [
        (AMINA, {"asked": False}, "asked"),
        (AMINA, {"has_personal_budget": False}, "budget"),
        (AMINA, {"can_manage": False}, "can_manage"),
        (AMINA, {"is_appropriate": False}, "appropriate"),
        (AMINA, {"has_nominee": True}, "nominee_agrees"),
        (AMINA, {"orders": ("drug testing",)}, "excluded"),
        (BILAL, {"has_personal_budget": False}, "budget"),
        (BILAL, {"authorised_person_asks": False}, "authorised_asks"),
        (BILAL, {"authorised_decider_agrees": False}, "decider_agrees"),
        (BILAL, {"best_interests": False}, "best_interests"),
        (BILAL, {"can_manage": False}, "can_manage"),
        (BILAL, {"is_appropriate": False}, "appropriate"),
        (BILAL, {"orders": ("alcohol treatment",)}, "excluded"),
    ],
)
def test_each_condition_that_is_not_met_is_named_and_stands_alone(asked, change, name):
    decision = must_pay(replace(asked, **change))
    assert not decision.must_pay
    assert [clause.name for clause in decision.not_met] == [name]


def test_a_refusal_says_all_that_is_missing_and_where_to_ask():
    decision = must_pay(replace(AMINA, has_personal_budget=False, can_manage=False))
    assert decision.sentence == (
        "Not yet. This is still missing: There is a personal budget. The person, or who receives it for them, can manage"
        " it, alone or with help. Ask us in writing why, and what you can do."
    )


@pytest.mark.parametrize("order", sorted(ORDERS))
def test_under_a_court_order_the_needs_are_still_met_in_another_way(order):
    decision = must_pay(replace(AMINA, orders=(order,)))
    assert (
        decision.sentence == f"Not while there is {ORDERS[order]}. The council still meets the needs, in another way."
    )
    (clause,) = decision.not_met
    assert (clause.law, clause.standing) == ("SI 2014/2871 reg 2 and Schedule 1", "reported")


def test_what_was_read_and_what_is_recalled_are_told_apart():
    (read,) = must_pay(replace(AMINA, can_manage=False)).not_met
    (recalled,) = must_pay(replace(BILAL, can_manage=False)).not_met
    assert read.standing == "read in the law"
    assert recalled.standing == "not confirmed"
    assert "as recalled" in recalled.law


def test_an_order_that_is_not_in_the_list_is_told_by_its_place():
    with pytest.raises(BadInput) as refused:
        must_pay(replace(AMINA, orders=("drug testing", "parking")))
    assert [problem.field for problem in refused.value.problems] == ["orders.1"]


@pytest.mark.parametrize(
    ("happened", "answer"),
    [
        ("a condition of sections 31 or 32 is no longer met", "must stop"),
        ("a court order about drugs or alcohol", "must stop"),
        ("consent taken back, education, health and care plan", "must stop"),
        ("a condition of the agreement was not kept", "may stop"),
        ("money used for something else", "may stop"),
        ("money was saved and the plan went well", "goes on"),
    ],
)
def test_must_and_may_are_told_apart(happened, answer):
    assert what_follows(happened).answer == answer


def test_every_happening_has_been_looked_at_here():
    assert len(HAPPENINGS) == 6


def test_before_a_payment_may_stop_somebody_talks_first():
    assert "Talk first" in what_follows("a condition of the agreement was not kept").clause.words
    assert "Ask first" in what_follows("money used for something else").clause.words


def test_a_happening_that_is_not_in_the_list_is_asked_for_with_the_list():
    with pytest.raises(BadInput, match="Choose what happened: a condition of sections"):
        what_follows("bad weather")
