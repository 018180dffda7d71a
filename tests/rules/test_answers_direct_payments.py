"""The rules of direct payments law answer by name, and their worked examples come out as their pages say."""

import pytest
from tests.rules.figures import of_our_council

from ownway.rules.parameters import FigureNotConfirmed
from ownway.rules.refusals import BadInput, Refused
from ownway.rules.registry import PLAIN_RULES, RULES, answer, answer_plainly, replay

FIGURES = of_our_council()
MINE = sorted(rule for rule in PLAIN_RULES if rule.startswith(("dp.", "funders.")))


def example_of(rule):
    return answer_plainly(rule, PLAIN_RULES[rule].example, FIGURES)


def test_the_next_review_is_within_a_year_of_the_last_and_a_day_later_it_is_late():
    found = example_of("dp.review_due")
    assert (found["due_on"], found["overdue"], found["standing"]) == ("2027-06-15", True, "reported")


def test_nothing_is_due_before_anything_was_paid():
    found = answer_plainly("dp.review_due", {"first_payment_on": None}, FIGURES)
    assert found == {"due_on": None, "reason": "Nothing has been paid yet, so no review is due."}


def test_whether_it_is_late_is_said_only_for_a_day():
    assert "overdue" not in answer_plainly("dp.review_due", {"first_payment_on": "2026-04-01"}, FIGURES)


def test_a_childs_review_is_asked_for_until_the_council_has_confirmed_the_months():
    with pytest.raises(FigureNotConfirmed, match="Children: months from the first payment"):
        answer_plainly("dp.review_due", {"first_payment_on": "2026-04-01", "kind": "child"}, FIGURES)


def test_a_review_that_cannot_wait_is_due_on_the_day_it_was_told():
    assert example_of("dp.review_now")["due_on"] == "2026-06-03"


def test_a_brother_in_the_same_home_is_asked_about_first():
    found = example_of("dp.relative_needs_council_agreement")
    assert found["needs_council_agreement"]
    assert not found["may_be_paid"]
    assert found["clause"]["letter"] == "c"


def test_a_nominee_who_has_not_agreed_stands_in_the_way():
    found = example_of("dp.must_pay")
    assert not found["must_pay"]
    assert [clause["name"] for clause in found["not_met"]] == ["nominee_agrees"]
    found = example_of("dp.role")
    assert [clause["name"] for clause in found["missing"]] == ["nominee_agrees"]


def test_saving_money_is_no_reason_to_stop():
    assert example_of("dp.stopping")["answer"] == "goes on"


def test_a_young_adult_with_a_plan_and_a_health_budget_has_three_laws():
    found = example_of("funders.routes")
    assert [route["name"] for route in found["routes"]] == ["adult", "ehcp", "nhs"]


def test_each_funder_has_its_own_day():
    found = example_of("funders.reviews")
    assert {funder: due["due_on"] for funder, due in found.items()} == {"council": "2026-10-01", "nhs": "2026-08-01"}
    unpaid = {"council_route": "adult", "funders": [{"funder": "council"}]}
    assert answer_plainly("funders.reviews", unpaid, FIGURES) == {"council": None}


def test_the_example_of_three_funders_comes_out_and_is_replayed():
    # Half of £200.01 is £100.00 for the NHS and £100.01 for the council, of which she pays £20.00.
    example = RULES["funders.split"].example
    answers = answer("funders.split", example, FIGURES)
    assert {name: step.value for name, step in answers.items()} == {
        "whole": 26_001,
        "contribution": 2_000,
        "council_pays": 8_001,
        "council": 10_001,
        "education": 6_000,
        "nhs": 10_000,
    }
    assert replay("funders.split", example, []) == answers


@pytest.mark.parametrize("rule", MINE)
def test_a_fact_that_nobody_knows_is_told_by_its_name(rule):
    with pytest.raises(BadInput, match="We do not know “colour” here"):
        answer_plainly(rule, {**PLAIN_RULES[rule].example, "colour": "blue"}, FIGURES)


def test_a_rule_that_is_not_there_is_refused():
    with pytest.raises(Refused, match=r"no rule called “dp\.wishes”"):
        answer_plainly("dp.wishes", {}, FIGURES)
