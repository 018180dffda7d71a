"""What a change would do to the same people: totals, who has more and who has less, and one person's working."""

import numpy as np
import pytest
from tests.rules.figures import of_our_council
from tests.rules.test_people_table import TABLE

from ownway.rules.people_table import BadTable
from ownway.rules.refusals import Refused
from ownway.rules.registry import RULES
from ownway.rules.steps import used_parameters, walk
from ownway.rules.what_if import Supposed, compare, suppose

RULE = RULES["charging.contribution"]
FIGURES = of_our_council()
PEOPLE = {**TABLE, "cost_weekly_pence": ["40000"] * 4}


def what_if(*after, before=(), answer="contribution"):
    return compare(
        RULE,
        PEOPLE,
        answer=answer,
        before=suppose(RULE, FIGURES, before),
        after=suppose(RULE, FIGURES, after),
    )


def test_nothing_supposed_changes_nothing():
    everybody, *_ = what_if().by_group([""] * 4)
    assert (everybody.change, everybody.more, everybody.less, everybody.same) == (0, 0, 0, 4)


def test_a_council_that_takes_nine_tenths_takes_a_tenth_less_of_each_who_pays_by_their_income():
    compared = what_if(Supposed("policy.percent_taken", 9_000))
    amina = compared.before[0]
    assert compared.after[0] == amina * 9 // 10
    assert compared.before[3] == compared.after[3] == 40_000  # Winston is above the limit: the full cost both times


def test_a_higher_upper_limit_helps_who_was_just_above_it():
    # Winston has £23,250.01: one penny too much, until the limit is £23,250.01 itself.
    everybody, *groups = what_if(Supposed("capital.upper_limit", 2_325_001)).by_group(PEOPLE["group"])
    assert (everybody.more, everybody.less, everybody.same) == (0, 1, 3)
    assert [one.group for one in groups if one.less] == ["Older people"]
    assert everybody.change == -everybody.most_less < 0
    assert everybody.most_more == 0


def test_what_is_before_may_be_supposed_too():
    both = Supposed("policy.percent_taken", 9_000)
    assert what_if(both, before=[both]).by_group([""] * 4)[0].change == 0


def test_the_groups_add_up_to_everybody():
    everybody, *groups = what_if(Supposed("mig.single_25_to_pca", 10_000)).by_group(PEOPLE["group"])
    assert sum(one.people for one in groups) == everybody.people == 4
    assert sum(one.change for one in groups) == everybody.change
    assert sum(one.more for one in groups) == everybody.more


def test_one_persons_working_is_there_before_and_after_and_says_what_is_supposed():
    compared = what_if(Supposed("mig.single_25_to_pca", 10_000))
    before, after = compared.explain(0)
    assert (before.value, after.value) == (compared.before[0], compared.after[0])
    supposed = [used for used in used_parameters(after) if used.standing.startswith("supposed")]
    assert [(used.id, used.value) for used in supposed] == [("mig.single_25_to_pca", 10_000)]
    assert not [step for step in walk(before) if step.figure and step.figure.standing.startswith("supposed")]


def test_a_person_would_rather_pay_less_and_be_paid_more():
    assert what_if().is_cost()
    assert not what_if(answer="council_pays").is_cost()


def test_what_the_person_and_the_council_pay_always_come_to_the_cost():
    pays, council = what_if(), what_if(answer="council_pays")
    assert np.array_equal(pays.after + council.after, [40_000] * 4)


@pytest.mark.parametrize(
    ("supposed", "sentence"),
    [
        (Supposed("capital.upper", 1), "neither a figure"),
        (Supposed("policy.percent", 1), "nor an input of this rule"),
        (Supposed("capital.upper_limit", "lots"), "is a whole number in pence, not “lots”"),
    ],
)
def test_what_cannot_be_supposed_is_refused_by_its_name(supposed, sentence):
    with pytest.raises(Refused, match=sentence):
        what_if(supposed)


def test_a_policy_that_no_council_may_have_is_refused_row_by_row():
    with pytest.raises(BadTable, match="between 0% and 100%"):
        what_if(Supposed("policy.percent_taken", 10_001))


def test_an_answer_that_the_rule_does_not_give_is_refused_with_those_it_gives():
    with pytest.raises(Refused, match=r"no answer called “net”\. It has: contribution"):
        what_if(answer="net")


def test_supposing_leaves_the_figures_as_they_are():
    suppose(RULE, FIGURES, [Supposed("capital.upper_limit", 1)])
    assert FIGURES.step("capital.upper_limit").value == 2_325_000
