"""Whatever is wrong with a question, a rule says so in a sentence by its field: never a traceback and never a guess."""

import copy
import json

import pytest
from tests.house import rule_pages
from tests.rules import published_examples as published

from ownway.rules.refusals import BadInput, Refused

LEFT_OUT = object()
WRONG = (None, "nobody knows this word", "", [], {}, True, 1.5, 10**13, ["x"], [{}])
# What may be less than nothing: money that went out, an account that is overdrawn, a saving, an error either way.
EITHER_WAY = {"balance_pence", "years_pence", "low_basis_points", "median_error_pence"}
RULES = rule_pages.every_rule()
PRINTED = published.load()


def places(value, at=()):
    """Every fact of a question by the way to it, those inside groups and lists too."""
    rows = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in rows:
        yield (*at, key), one
        yield from places(one, (*at, key))


def changed(question, place, value):
    """The question with one fact changed, or left out."""
    question = copy.deepcopy(question)
    *way, last = place
    group = question
    for key in way:
        group = group[key]
    if value is LEFT_OUT:
        del group[last]
    else:
        group[last] = value
    return question


def example(name):
    """The example as it comes out of JSON."""
    return json.loads(json.dumps(RULES[name].example))


def is_amount(value):
    return isinstance(value, int) and not isinstance(value, bool)


def may_be_negative(place):
    return any(part in EITHER_WAY for part in place)


@pytest.mark.parametrize("name", RULES)
def test_a_wrong_or_missing_fact_is_refused_or_does_not_matter(name):
    asked = example(name)
    for place, _ in places({key: fact for key, fact in asked.items() if key != "on"}):
        for value in (*WRONG, LEFT_OUT):
            try:
                rule_pages.worked(name, changed(asked, place, value))
            except Refused as refusal:
                assert str(refusal)


@pytest.mark.parametrize("name", RULES)
def test_an_amount_below_nothing_is_refused(name):
    asked = example(name)
    for place in [place for place, value in places(asked) if is_amount(value) and not may_be_negative(place)]:
        with pytest.raises(Refused) as refusal:
            rule_pages.worked(name, changed(asked, place, -1))
        assert all(problem.field for problem in getattr(refusal.value, "problems", ())), place


@pytest.mark.parametrize("name", RULES)
def test_a_fact_that_no_rule_knows_is_named(name):
    with pytest.raises(BadInput) as refusal:
        rule_pages.worked(name, {**RULES[name].example, "shoe_size": 5})
    assert "shoe_size" in [problem.field for problem in refusal.value.problems]


@pytest.mark.parametrize("printed", PRINTED, ids=published.name)
def test_a_published_question_with_a_wrong_or_missing_fact_is_refused_or_does_not_matter(printed):
    for place, _ in places(printed["inputs"]):
        for value in (*WRONG, LEFT_OUT, -1):
            try:
                rule_pages.ask(
                    printed["rule"],
                    changed(printed["inputs"], place, value),
                    parameters=rule_pages.load_national(),
                    today=rule_pages.SOME_DAY,
                )
            except Refused as refusal:
                assert str(refusal)
