"""Days read as people say them, and spans of days are set against each other without losing one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownway.rules.days import Days, add_months, day_in_words, days_in_words, left_over

JUNE = Days(date(2026, 6, 1), date(2026, 6, 30))


def test_a_day_reads_as_people_say_it():
    assert day_in_words(date(2026, 6, 3)) == "3 June 2026"


def test_a_span_of_one_day_reads_as_that_day():
    assert days_in_words(Days(date(2026, 6, 3), date(2026, 6, 3))) == "3 June 2026"
    assert days_in_words(JUNE) == "1 June 2026 to 30 June 2026"


def test_both_ends_are_in_a_span():
    assert len(JUNE) == 30
    assert date(2026, 6, 1) in JUNE
    assert date(2026, 6, 30) in JUNE
    assert date(2026, 7, 1) not in JUNE


def test_a_span_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="end on 31 May 2026, before they start"):
        Days(date(2026, 6, 1), date(2026, 5, 31))


def test_two_spans_overlap_when_they_share_a_single_day_and_not_when_they_only_meet():
    assert JUNE.overlaps(Days(date(2026, 6, 30), date(2026, 7, 31)))
    assert not JUNE.overlaps(Days(date(2026, 7, 1), date(2026, 7, 31)))


def test_what_is_left_of_june_without_two_weeks_in_it():
    weeks = [Days(date(2026, 6, 22), date(2026, 6, 28)), Days(date(2026, 6, 1), date(2026, 6, 7))]
    assert list(left_over(JUNE, weeks)) == [
        Days(date(2026, 6, 8), date(2026, 6, 21)),
        Days(date(2026, 6, 29), date(2026, 6, 30)),
    ]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
    ],
)
def test_a_shorter_month_gives_its_last_day(day, months, expected):
    assert add_months(day, months) == expected


DAY = st.dates(date(2026, 1, 1), date(2026, 12, 31))
SPAN = st.builds(lambda day, more: Days(day, day + timedelta(days=more)), DAY, st.integers(0, 60))


@given(days=SPAN, without=st.lists(SPAN, max_size=6))
def test_every_day_is_either_left_over_or_in_one_of_the_others(days, without):
    left = list(left_over(days, without))
    for number in range(len(days)):
        day = days.from_on + timedelta(days=number)
        taken = any(day in span for span in without)
        assert sum(day in span for span in left) == (0 if taken else 1)
    assert sum(map(len, left)) <= len(days)
