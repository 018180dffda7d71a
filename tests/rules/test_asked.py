"""What was asked wrongly is told by its field, however deep it lies."""

from dataclasses import dataclass

import pytest

from ownway.rules import asked
from ownway.rules.columns import column
from ownway.rules.refusals import BadInput


@dataclass(frozen=True)
class Hour:
    pence: int = 0
    paid: bool = True
    note: str = ""


@dataclass(frozen=True)
class Week:
    hours: tuple[Hour, ...] = ()
    best: Hour | None = None
    minutes: int = 0


def fields(*args: object) -> list[str]:
    with pytest.raises(BadInput) as refusal:
        asked.check(*args)
    return [problem.field for problem in refusal.value.problems]


def test_every_number_below_nothing_is_told_by_its_path() -> None:
    week = Week(hours=(Hour(1), Hour(-1)), best=Hour(-2), minutes=-3)
    assert fields(week) == ["hours.1.pence", "best.pence", "minutes"]


def test_what_is_right_says_nothing() -> None:
    asked.check(Week(hours=(Hour(0, paid=False),)), asked.one_of("day", "Mon", ("Mon",)), asked.age("age", 16))


def test_other_problems_are_told_with_them() -> None:
    others = [asked.one_of("day", "Oh", ("Mon", "Tue")), asked.age("age", 101), asked.more_than_nothing("weeks", 0)]
    assert fields(Week(minutes=-1), *others, asked.at_most("days", 8, 7, "A week has 7.")) == [
        "minutes",
        "day",
        "age",
        "weeks",
        "days",
    ]


def test_less_than_nothing_is_told_once() -> None:
    assert list(asked.more_than_nothing("weeks", -1)) == []
    assert fields(Week(minutes=-1), asked.more_than_nothing("minutes", -1)) == ["minutes"]


def test_a_word_from_no_list_is_answered_with_the_list() -> None:
    (problem,) = asked.one_of("day", "Oh", ("Mon", "Tue"))
    assert problem.sentence == "“Oh” is not one we know. Choose one of: Mon, Tue."


def test_one_person_below_nothing_is_enough_in_a_cohort() -> None:
    assert fields(Week(minutes=column([3, -1]))) == ["minutes"]
    asked.check(Week(minutes=column([3, 0])))
    assert [one.field for one in asked.age("age", column([15, 40]))] == ["age"]


@pytest.mark.parametrize(("age", "wrong"), [(15, True), (16, False), (100, False), (101, True)])
def test_an_age_at_which_nobody_is_employed_is_asked_again(age: int, wrong: bool) -> None:
    assert bool(list(asked.age("age", age))) is wrong
