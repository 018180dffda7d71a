"""Money is read as people type it, to the penny, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.ground.design import forms
from ownway.ground.design.parsing import parse_pounds
from ownway.ground.design.words import pounds


class Pay(forms.Form):
    pay = forms.MoneyField(label="Weekly pay", min_pence=100, max_pence=50_000)


def told(typed):
    form = Pay({"pay": typed})
    return list(form.errors.get("pay", []))


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("£1,234.50", 123_450),
        ("1234.5", 123_450),
        ("1234", 123_400),
        (" £ 12.05 ", 1_205),
        ("0", 0),
        (".50", 50),
        ("12.", 1_200),
        ("1,234,567.89", 123_456_789),
        ("-5", -500),
        ("−£5.00", -500),
        ("£-5.25", -525),
        ("007", 700),
    ],
)
def test_it_reads_pounds_and_pence(typed, pence):
    assert parse_pounds(typed) == pence


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("12,50", "Use a full stop before the pence, like 12.50"),
        ("12.505", "Enter no more than 2 numbers after the full stop, like 12.50"),
        ("1,23,456", "Enter an amount in pounds, like 12.50"),
        ("12.3.4", "Enter an amount in pounds, like 12.50"),
        ("50p", "Enter an amount in pounds, like 12.50"),
        ("1e3", "Enter an amount in pounds, like 12.50"),
        ("£", "Enter an amount in pounds, like 12.50"),
        (".", "Enter an amount in pounds, like 12.50"),
        ("--5", "Enter an amount in pounds, like 12.50"),
        ("ten", "Enter an amount in pounds, like 12.50"),
        ("½", "Enter an amount in pounds, like 12.50"),
        ("NaN", "Enter an amount in pounds, like 12.50"),
        ("9" * 5000, "Enter an amount in pounds, like 12.50"),
    ],
)
def test_it_says_what_it_could_not_read(typed, sentence):
    assert told(typed) == [sentence]


def test_it_says_when_it_is_empty_too_small_or_too_large():
    assert told("") == ["Enter weekly pay"]
    assert told("   ") == ["Enter weekly pay"]
    assert told("-5") == ["Weekly pay must be £1 or more"]
    assert told("500.01") == ["Weekly pay must be £500 or less"]
    assert told("500") == []


def test_it_takes_less_than_nothing_only_where_it_may():
    assert forms.MoneyField(allow_negative=True).clean("-5") == -500


def test_an_empty_answer_that_is_optional_is_nothing_and_not_nought():
    assert forms.MoneyField(required=False).clean("") is None


@given(st.integers(min_value=-999_999_999, max_value=999_999_999))
def test_what_is_written_is_read_back(pence):
    assert parse_pounds(pounds(pence)) == pence


def test_it_knows_whether_the_amount_was_changed():
    assert not Pay({"pay": "£315"}, initial={"pay": 31_500}).has_changed()
    assert Pay({"pay": "315.01"}, initial={"pay": 31_500}).has_changed()
    assert Pay({"pay": "much"}, initial={"pay": 31_500}).has_changed()
