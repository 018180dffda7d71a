"""Amounts, times and days are written one way on every page."""

from datetime import UTC, date, datetime

import pytest
from tests.unit.design.sample import draw

from ownway.ground.design import words


@pytest.mark.parametrize(
    ("pence", "said"),
    [(0, "£0.00"), (5, "£0.05"), (123_450, "£1,234.50"), (-500, "−£5.00"), (100_000_000, "£1,000,000.00")],
)
def test_pounds_have_pence_and_commas(pence, said):
    assert words.pounds(pence) == said


@pytest.mark.parametrize(("pence", "said"), [(125_000, "£1,250"), (125_050, "£1,250.50"), (-100, "−£1")])
def test_short_pounds_leave_out_no_pence(pence, said):
    assert words.short_pounds(pence) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(210, "3 hours 30 minutes"), (60, "1 hour"), (45, "45 minutes"), (1, "1 minute"), (10_080, "168 hours")],
)
def test_minutes_are_hours_and_minutes(minutes, said):
    assert words.hours(minutes) == said


def test_days_are_written_out():
    assert words.day(date(2026, 9, 3)) == "3 September 2026"
    assert words.short_day(date(2026, 9, 3)) == "3 Sep 2026"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 9, 3, 13, 5, tzinfo=UTC), "3 September 2026 at 2:05pm"),  # summer time: an hour ahead
        (datetime(2026, 1, 3, 0, 30, tzinfo=UTC), "3 January 2026 at 12:30am"),
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), "1 July 2026 at 12:30am"),
        (datetime(2026, 1, 3, 12, 0), "3 January 2026 at 12:00pm"),
    ],
)
def test_moments_are_on_the_wall_clock_here(at, said):
    assert words.day_time(at) == said


@pytest.mark.parametrize(
    ("rate", "said"), [(1207, "12.07%"), (500, "5%"), (1250, "12.5%"), (10_000, "100%"), (0, "0%")]
)
def test_basis_points_are_per_cent(rate, said):
    assert words.percent(rate) == said


def test_numbers_have_commas_and_their_noun():
    assert words.count(2443) == "2,443"
    assert words.many(1, "person", "people") == "1 person"
    assert words.many(2443, "person", "people") == "2,443 people"
    assert words.many(0, "day") == "0 days"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Amina"], "Amina"),
        (["Amina", "Brian"], "Amina and Brian"),
        (["Amina", "Brian", "Carys"], "Amina, Brian and Carys"),
        (["Amina", "Brian", "Carys", "Dev", "Esi"], "Amina, Brian, Carys and 2 others"),
        (["Amina", "Brian", "Carys", "Dev"], "Amina, Brian, Carys and Dev"),
    ],
)
def test_names_stand_in_a_sentence_and_only_so_many(names, said):
    assert words.in_a_row(names, most=4) == said


@pytest.mark.parametrize(
    ("label", "inside"),
    [("Your name", "your name"), ("PA hours", "PA hours"), ("I agree", "I agree"), ("A name", "a name"), ("", "")],
)
def test_a_label_inside_a_sentence_keeps_its_capitals_where_they_belong(label, inside):
    assert words.lower_first(label) == inside


def test_a_template_writes_them_with_filters():
    page = draw(
        "{{ 123450|pounds }}, {{ 210|hours }}, {{ on|day }}, {{ 1207|percent }}, {{ 2443|count }}", on=date(2026, 9, 3)
    )
    assert page == "£1,234.50, 3 hours 30 minutes, 3 September 2026, 12.07%, 2,443"
