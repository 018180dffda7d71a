"""A relative may be paid: some straight away, some once the council agrees it is necessary."""

from pathlib import Path

import pytest
import yaml

from ownway.rules import relatives
from ownway.rules.refusals import BadInput
from ownway.rules.relatives import RELATIONSHIPS, relative_needs_council_agreement

EXAMPLES = Path(__file__).resolve().parents[3] / "shared" / "reference" / "examples.yaml"


def shared_examples():
    if not EXAMPLES.exists():
        return [pytest.param(None, marks=pytest.mark.skip(reason="the shared reference examples are not here"))]
    listed = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))["examples"]
    return [pytest.param(each, id=each["id"]) for each in listed if each["rule"] in relatives.RULES]


@pytest.mark.parametrize("example", shared_examples())
def test_it_answers_each_shared_example(example):
    assert relatives.RULES[example["rule"]](example["inputs"]) == example["expected"]


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
