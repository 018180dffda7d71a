"""Hours are read as people say them, and asked about when they could mean two things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.ground.design import forms
from ownway.ground.design.parsing import HOURS_WANTED, parse_hours
from ownway.ground.design.words import hours


class Plan(forms.Form):
    time = forms.HoursField(label="Hours a week", min_minutes=15)


def told(typed):
    return list(Plan({"time": typed}).errors.get("time", []))


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("3 hours 30 minutes", 210),
        ("3 hours and 30 minutes", 210),
        ("3h 30m", 210),
        ("3h30", 210),
        ("3:30", 210),
        ("3.5", 210),
        ("3.50", 210),
        ("3.25 hours", 195),
        ("0.75", 45),
        (".5", 30),
        ("3", 180),
        ("1 hr", 60),
        ("45 minutes", 45),
        ("90 mins", 90),
        ("  3  HOURS ", 180),
        ("0", 0),
    ],
)
def test_it_reads_hours_and_minutes(typed, minutes):
    assert parse_hours(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("3.30", "We cannot be sure what 3.30 means. Write it like 3 hours 30 minutes or 3:30"),
        ("3.3", "We cannot be sure what 3.3 means. Write it like 3 hours 30 minutes or 3:30"),
        ("3:75", "Minutes must be 59 or less"),
        ("3 hours 60 minutes", "Minutes must be 59 or less"),
        ("-3", "Hours cannot be less than 0"),
        ("−2 hours", "Hours cannot be less than 0"),
        ("3 30 15", HOURS_WANTED),
        ("a few", HOURS_WANTED),
        ("3,5", HOURS_WANTED),
        ("hours", HOURS_WANTED),
        ("1" * 4000, HOURS_WANTED),
    ],
)
def test_it_says_what_it_could_not_read(typed, sentence):
    assert told(typed) == [sentence]


def test_a_plan_of_400_hours_a_week_is_refused_with_the_reason():
    assert told("400") == ["Hours a week must be 168 hours or less. A week has 168 hours"]
    assert told("168") == []


def test_it_says_when_it_is_empty_or_too_short():
    assert told("") == ["Enter hours a week"]
    assert told("10 minutes") == ["Hours a week must be 15 minutes or more"]


def test_another_limit_does_not_speak_of_a_week():
    with pytest.raises(forms.ValidationError, match=r"^.'This answer must be 8 hours or less'.$"):
        forms.HoursField(max_minutes=480).clean("9")


@given(st.integers(min_value=0, max_value=10_080))
def test_what_is_written_is_read_back(minutes):
    assert parse_hours(hours(minutes)) == minutes


def test_it_knows_whether_the_time_was_changed():
    assert not Plan({"time": "3:30"}, initial={"time": 210}).has_changed()
    assert Plan({"time": "3:31"}, initial={"time": 210}).has_changed()
