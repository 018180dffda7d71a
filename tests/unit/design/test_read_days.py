"""A day is read from three boxes, and what is wrong is said of the box that is wrong."""

from datetime import date

import pytest

from ownway.ground.design import forms


class Start(forms.Form):
    start_on = forms.DateField(label="Start date", earliest=date(2026, 4, 1), latest=date(2027, 3, 31))
    end_on = forms.DateField(label="When does it end?", required=False)


def typed(day="", month="", year="", name="start_on"):
    return {f"{name}_day": day, f"{name}_month": month, f"{name}_year": year}


def told(*boxes):
    return list(Start(typed(*boxes)).errors.get("start_on", []))


@pytest.mark.parametrize(
    "boxes",
    [
        ("3", "9", "2026"),
        ("03", "09", "2026"),
        ("3", "September", "2026"),
        ("3", "sep", "2026"),
        (" 3 ", "Sept.", "2026"),
    ],
)
def test_it_reads_numbers_and_names_of_months(boxes):
    form = Start(typed(*boxes))
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"start_on": date(2026, 9, 3), "end_on": None}


@pytest.mark.parametrize(
    ("boxes", "sentence", "wrong"),
    [
        (("30", "2", "2026"), "Start date: 30 February 2026 is not a real date", ("day", "month")),
        (("29", "2", "2027"), "Start date: 29 February 2027 is not a real date", ("day", "month")),
        (("", "9", "2026"), "Start date: add the day", ("day",)),
        (("3", "", ""), "Start date: add the month and year", ("month", "year")),
        (("3", "13", "2026"), "Start date: enter a month, like 9 or September", ("month",)),
        (("3", "Smarch", "2026"), "Start date: enter a month, like 9 or September", ("month",)),
        (("3", "ma", "2026"), "Start date: enter a month, like 9 or September", ("month",)),
        (("3rd", "9", "2026"), "Start date: enter a day, like 27", ("day",)),
        (("0", "9", "2026"), "Start date: 0 September 2026 is not a real date", ("day", "month")),
        (("3", "9", "26"), "Start date: enter a year with 4 numbers, like 2026", ("year",)),
        (("3", "9", "0000"), "Start date: 3 September 0000 is not a real date", ("day", "month", "year")),
        (("9" * 3000, "9", "2026"), "Start date: enter a day, like 27", ("day",)),
    ],
)
def test_it_says_what_is_wrong_and_where(boxes, sentence, wrong):
    form = Start(typed(*boxes))
    assert list(form.errors["start_on"]) == [sentence]
    assert form.errors.as_data()["start_on"][0].params == {"parts": wrong}


def test_it_keeps_to_the_days_it_was_given():
    assert told("31", "3", "2026") == ["Start date must be 1 April 2026 or later"]
    assert told("1", "4", "2027") == ["Start date must be 31 March 2027 or earlier"]
    assert told("1", "4", "2026") == []


def test_a_question_is_not_repeated_before_the_sentence():
    form = Start(typed("31", "4", "2026", name="end_on"))
    assert list(form.errors["end_on"]) == ["31 April 2026 is not a real date"]


def test_it_says_when_it_is_empty():
    assert told() == ["Enter start date"]


def test_a_label_with_a_per_cent_sign_is_only_words():
    class Odd(forms.Form):
        start_on = forms.DateField(label="100% start")

    assert list(Odd(typed("30", "2", "2026")).errors["start_on"]) == ["100% start: 30 February 2026 is not a real date"]


def test_it_knows_whether_the_day_was_changed():
    day = {"start_on": date(2026, 9, 3)}
    assert not Start(typed("3", "9", "2026"), initial=day).has_changed()
    assert Start(typed("4", "9", "2026"), initial=day).has_changed()
