"""The rules about money that may come back answer by name, and their worked examples come out as their pages say."""

import pytest
from tests.rules.figures import of_our_council

from ownway.rules.parameters import FigureNotKnown
from ownway.rules.refusals import BadInput
from ownway.rules.registry import PLAIN_RULES, RULES, answer, answer_plainly, replay
from ownway.rules.steps import used_parameters

FIGURES = of_our_council()
MINE = sorted(rule for rule in RULES if rule.startswith(("surplus.", "recovery.")))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        # £4,500.00 less 8 × £200.00, £281.50 of bills, £700.00 and £400.00; a quarter of £800.00 at a time: 7.59, so 8.
        (
            "surplus.proposal",
            {"may_be_proposed": 151_850, "stays": 298_150, "instalment_at_most": 20_000, "instalments": 8},
        ),
        (
            "surplus.contingency",
            {"stays": 298_150, "weeks_of_money": 160_000, "bills": 28_150, "run_off": 70_000, "saved_for": 40_000},
        ),
        # £1,200.00 less £281.50 of bills and 4 × £200.00.
        ("surplus.instalment", {"instalment": 11_850}),
        # £180.00 less £120.40 + £10 + £20 + £5 + £10; four weeks of it; £300.00 takes six.
        ("recovery.own_money", {"kept": 16_540, "spare": 1_460, "instalment": 5_840, "instalments": 6}),
        # £1,500.00 less £240.00 and £700.00; 14 of 28 days of £800.00.
        ("recovery.settling", {"stays": 94_000, "comes_back": 56_000, "missing": 0, "paid_ahead": 40_000}),
        # Of £499.50 only the television, £300.00.
        (
            "recovery.wrongly_spent",
            {
                "may_be_asked": 30_000,
                "let_be": 19_950,
                "spending.0": 30_000,
                "spending.1": 0,
                "spending.2": 0,
                "spending.3": 0,
                "spending.4": 0,
            },
        ),
    ],
)
def test_its_example_comes_out(rule, expected):
    assert {name: step.value for name, step in answer(rule, RULES[rule].example, FIGURES).items()} == expected


@pytest.mark.parametrize("rule", MINE)
def test_it_is_replayed_from_what_was_stored(rule):
    answers = answer(rule, RULES[rule].example, FIGURES)
    used = used_parameters(*answers.values())
    assert replay(rule, RULES[rule].example, used) == answers


def test_the_example_of_what_stands_in_the_way_names_three_reasons():
    found = answer_plainly("recovery.bars", PLAIN_RULES["recovery.bars"].example, FIGURES)
    assert not found["may_ask"]
    assert [bar["name"] for bar in found["bars"]] == ["review_overdue", "too_little_time", "question_unanswered"]
    assert found["bars"][0]["sentence"].startswith("The council’s own review was due by 9 June 2026.")


def test_when_nothing_stands_in_the_way_it_says_so():
    inputs = {**PLAIN_RULES["recovery.bars"].example, "today": "2026-06-11", "review_due_on": None}
    found = answer_plainly("recovery.bars", {**inputs, "questions_unanswered": 0}, FIGURES)
    assert found == {"may_ask": True, "bars": []}


def test_a_fact_that_is_missing_is_named_and_not_guessed():
    inputs = {name: said for name, said in PLAIN_RULES["recovery.bars"].example.items() if name != "notice_given_on"}
    with pytest.raises(BadInput, match="Tell us “notice given on”"):
        answer_plainly("recovery.bars", inputs, FIGURES)
    own = {name: said for name, said in RULES["recovery.own_money"].example.items() if name != "buffer_weekly_pence"}
    with pytest.raises(BadInput, match="Tell us “buffer weekly pence”"):
        answer("recovery.own_money", own, FIGURES)


def test_a_day_before_the_first_guarantee_is_refused():
    with pytest.raises(FigureNotKnown):
        answer("recovery.own_money", {**RULES["recovery.own_money"].example, "on": "2010-01-01"}, FIGURES)
