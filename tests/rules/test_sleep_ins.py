"""Of a night, only time awake counts when the assistant may sleep; all of it when they must keep watch."""

import pytest

from ownway.rules.sleep_ins import NightQuestion, which_night


def test_a_night_that_is_for_sleeping_counts_only_while_awake() -> None:
    found = which_night(NightQuestion(expected_to_sleep=True))
    assert (found.day_kind, found.all_counts) == ("sleep-in", False)
    assert "Write down when they were up." in found.sentence


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (NightQuestion(expected_to_sleep=False), "not expected to sleep"),
        (NightQuestion(expected_to_sleep=True, place_to_sleep=False), "no proper place to sleep"),
        (NightQuestion(expected_to_sleep=True, must_stay_alert=True), "must keep listening and watching"),
    ],
)
def test_any_other_night_counts_in_full(asked: NightQuestion, words: str) -> None:
    found = which_night(asked)
    assert (found.day_kind, found.all_counts) == ("waking night", True)
    assert words in found.sentence
    assert found.sentence.endswith("So every hour of the night counts for the minimum wage.")


def test_it_says_that_nobody_here_has_read_the_law() -> None:
    assert which_night(NightQuestion(expected_to_sleep=True)).standing == "recalled: not read"
