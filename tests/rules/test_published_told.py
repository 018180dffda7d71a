"""Facts are read as people write them, and everything that is missing or wrong is told at once by its name."""

from datetime import date
from decimal import Decimal

import pytest

from ownway.rules.parameters import load_national
from ownway.rules.published.told import Told
from ownway.rules.refusals import BadInput

TODAY = date(2026, 11, 22)


def told(**facts):
    return Told(facts, parameters=load_national(), today=TODAY)


def wrong(question):
    return [(problem.field, problem.sentence) for problem in question.problems]


@pytest.mark.parametrize(
    ("read", "said", "value"),
    [
        ("pounds", Decimal("14500.01"), 1_450_001),
        ("pounds", 16, 1_600),
        ("pounds", 0.1, 10),
        ("pounds", 0, 0),
        ("hours", Decimal("37.5"), 2_250),
        ("rate", Decimal("0.1325"), 1_325),
        ("rate", Decimal("1.038"), 10_380),
        ("count", 28, 28),
    ],
)
def test_a_number_becomes_whole_units(read, said, value):
    question = told(fact=said)
    assert getattr(question, read)("fact") == value
    assert wrong(question) == []


@pytest.mark.parametrize(
    ("read", "said", "sentence"),
    [
        ("pounds", "12.50", "This should be pounds and pence, like 12.34."),
        ("pounds", Decimal("12.345"), "This should be pounds and pence, like 12.34."),
        ("pounds", True, "This should be pounds and pence, like 12.34."),
        ("pounds", -1, "This cannot be less than nothing."),
        ("pounds", 10**11, "This number is too large to be right."),
        ("pounds", Decimal("NaN"), "This number is too large to be right."),
        ("hours", Decimal("0.001"), "This should be hours that come to whole minutes, like 37.5."),
        ("rate", Decimal("0.12345"), "This should be a fraction of one, like 0.15."),
        ("count", Decimal("1.5"), "This should be a whole number."),
        ("yes_no", "yes", "This should be true or false."),
        ("yes_no", 1, "This should be true or false."),
        ("words", 7, "This should be words."),
        ("day", "2026-02-30", "This should be a real day, like 2026-04-06."),
        ("day", 2026, "This should be a real day, like 2026-04-06."),
        ("several", "Mon", "This should be a list."),
    ],
)
def test_what_is_no_such_fact_is_told_by_its_name(read, said, sentence):
    question = told(fact=said)
    getattr(question, read)("fact")
    assert wrong(question) == [("fact", sentence)]


@pytest.mark.parametrize("read", ["pounds", "hours", "rate", "count", "yes_no", "words", "day", "several"])
def test_a_missing_fact_is_asked_for(read):
    question = told()
    getattr(question, read)("weekly_pay")
    assert wrong(question) == [("weekly_pay", "Tell us “weekly pay”.")]


def test_everything_is_told_at_once():
    question = told(one=-1, two="x")
    question.pounds("one")
    question.pounds("two")
    question.day("three")
    with pytest.raises(BadInput) as refusal:
        question.refuse_problems()
    assert [problem.field for problem in refusal.value.problems] == ["one", "two", "three"]


def test_words_are_known_whatever_their_case_and_what_stands_between():
    choices = {"lone parent": 1, "couple": 2}
    assert told(household="Lone_Parent").choice("household", choices) == 1
    assert told(household=" lone-parent ").choice("household", choices) == 1


def test_an_unknown_word_is_answered_with_the_known_ones():
    question = told(household="commune")
    question.choice("household", {"single": 1, "couple": 2})
    assert wrong(question) == [("household", "We do not know “commune” here. Choose one of: single, couple.")]


def test_a_group_in_a_list_is_told_by_its_place():
    question = told(income=[{"weekly": 5}, {"weekly": -5}, 7])
    assert [one.pounds("weekly") for one in question.groups("income")] == [500, 0]
    assert [field for field, _ in wrong(question)] == ["income.2", "income.1.weekly"]


def test_a_day_comes_before_a_year_and_a_year_before_today():
    assert told(date="2024-06-03", tax_year="2017/18").on() == date(2024, 6, 3)
    assert told(tax_year="2017/18").on() == date(2017, 6, 1)
    assert told().on() == TODAY


@pytest.mark.parametrize("year", ["2017", "2017/19", "17/18", "x"])
def test_a_year_that_is_none_is_not_guessed_at(year):
    question = told(tax_year=year)
    question.on()
    assert wrong(question) == [("tax_year", "This should be a year like 2026/27.")]


def test_words_that_a_rule_does_not_need_are_named_and_amounts_are_refused():
    question = told(case="pass MOD10", comment="", weekly_pay=120, bonus=30, new_starter=True)
    question.pounds("weekly_pay")
    assert question.notes() == ["case", "comment"]
    assert [field for field, _ in wrong(question)] == ["bonus", "new_starter"]
