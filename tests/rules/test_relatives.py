"""A relative may be paid: some straight away, some once the council agrees it is necessary."""

import pytest

from ownway.rules.refusals import BadInput
from ownway.rules.relatives import RELATIONSHIPS, relative_needs_council_agreement


@pytest.mark.parametrize("relationship", ["spouse", "civil partner", "cohabiting partner"])
@pytest.mark.parametrize("same_household", [True, False])
def test_a_partner_needs_agreement_wherever_they_live(relationship, same_household):
    answer = relative_needs_council_agreement(relationship=relationship, same_household=same_household)
    assert answer.needs_council_agreement
    assert answer.clause.letter in {"a", "b"}


@pytest.mark.parametrize(
    ("relationship", "letter"),
    [
        ("parent", "c"),
        ("parent-in-law", "c"),
        ("son or daughter", "c"),
        ("son-in-law or daughter-in-law", "c"),
        ("stepson or stepdaughter", "c"),
        ("brother or sister", "c"),
        ("aunt or uncle", "c"),
        ("grandparent", "c"),
        ("husband, wife or civil partner of close family", "d"),
        ("partner of close family", "e"),
    ],
)
def test_close_family_needs_agreement_only_in_the_same_home(relationship, letter):
    together = relative_needs_council_agreement(relationship=relationship, same_household=True)
    apart = relative_needs_council_agreement(relationship=relationship, same_household=False)
    assert together.needs_council_agreement
    assert not apart.needs_council_agreement
    assert together.clause.letter == apart.clause.letter == letter


@pytest.mark.parametrize("relationship", ["friend", "neighbour", "other relative", "not related"])
def test_someone_the_rule_does_not_name_can_be_paid_even_in_the_same_home(relationship):
    answer = relative_needs_council_agreement(relationship=relationship, same_household=True)
    assert not answer.needs_council_agreement
    assert answer.clause is None


def test_brian_who_lives_with_his_sister_amina_reads_what_to_do():
    answer = relative_needs_council_agreement(relationship="brother or sister", same_household=True)
    assert answer.sentence == (
        "The law has a rule about paying close family who live in the same home as you. "
        "You can pay this person to give you care if the council agrees that it is necessary. Ask us, and tell us why."
    )


def test_brian_who_lives_in_his_own_home_can_be_paid():
    answer = relative_needs_council_agreement(relationship="brother or sister", same_household=False)
    assert answer.sentence == "Yes, you can pay this person, because they do not live in the same home as you."


def test_pay_for_managing_the_payment_is_asked_for_as_such():
    answer = relative_needs_council_agreement(relationship="parent", same_household=True, purpose="managing")
    assert answer.needs_council_agreement
    assert "to help you manage your direct payment if the council agrees" in answer.sentence


def test_a_relationship_that_is_not_listed_is_asked_for_again_with_the_list():
    with pytest.raises(BadInput) as refused:
        relative_needs_council_agreement(relationship="bestie", same_household=False)
    (problem,) = refused.value.problems
    assert problem.field == "relationship"
    assert all(relationship in problem.sentence for relationship in RELATIONSHIPS)


def test_every_answer_says_where_it_comes_from_and_that_the_law_itself_is_not_read_yet():
    for relationship in RELATIONSHIPS:
        answer = relative_needs_council_agreement(relationship=relationship, same_household=True)
        assert answer.law == "SI 2014/2871 reg 3"
        assert answer.standing == "reported"
        if answer.clause:
            assert answer.clause.standing == "reported"


def test_once_the_council_has_agreed_brian_can_be_paid():
    answer = relative_needs_council_agreement(
        relationship="brother or sister", same_household=True, council_agreed=True
    )
    assert answer.may_be_paid
    assert answer.needs_council_agreement, "that it was needed stays so"
    assert answer.sentence == "Yes, you can pay this person, because the council has agreed that it is necessary."


def test_until_then_he_cannot_and_a_friend_can():
    assert not relative_needs_council_agreement(relationship="brother or sister", same_household=True).may_be_paid
    assert relative_needs_council_agreement(relationship="friend", same_household=True).may_be_paid
    assert relative_needs_council_agreement(relationship="brother or sister", same_household=False).may_be_paid


def test_the_rule_for_children_is_alike_and_says_that_it_is_only_recalled():
    answer = relative_needs_council_agreement(relationship="grandparent", same_household=True, route="child")
    assert answer.needs_council_agreement
    assert "SI 2009/1887 (as recalled" in answer.law
    assert answer.standing == "not confirmed"


def test_all_that_is_not_in_a_list_is_told_at_once():
    with pytest.raises(BadInput) as refused:
        relative_needs_council_agreement(relationship="x", same_household=True, purpose="y", route="z")
    assert [problem.field for problem in refused.value.problems] == ["relationship", "purpose", "route"]
