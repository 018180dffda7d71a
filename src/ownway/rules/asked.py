"""What is wrong with what a rule was asked, each by its field: an amount below nothing, a word from no list."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ownway.rules.arithmetic import any_less, any_outside
from ownway.rules.refusals import InputProblem, refuse_if_wrong
from ownway.rules.steps import Step
from ownway.rules.vocabulary import given

AT_MOST_A_WEEK = 168 * 60
"""The minutes of a week."""


def told(label: str, value: int, unit: str) -> Step:
    """A value as whoever asked told it."""
    return given(label, value, unit, source="asked")


def check(asked: Any, *others: Iterable[InputProblem]) -> None:
    """Raise BadInput with every number below nothing in the frozen value, and with all the other problems found."""
    refuse_if_wrong([*negatives(asked), *(problem for found in others for problem in found)])


def negatives(asked: Any, at: str = "") -> Iterator[InputProblem]:
    """Every whole number below nothing, in groups and lists too, by its dotted path."""
    for field in dataclasses.fields(asked):
        yield from _negative(getattr(asked, field.name), f"{at}{field.name}")


def one_of(field: str, value: str, allowed: Sequence[str]) -> Iterator[InputProblem]:
    """A word that is not in the list."""
    if value not in allowed:
        yield InputProblem(field, f"“{value}” is not one we know. Choose one of: {', '.join(allowed)}.")


def more_than_nothing(field: str, value: int) -> Iterator[InputProblem]:
    """Nothing, where there must be something to share over (less than nothing is told by `negatives`)."""
    if any_less(value, 1) and not any_less(value, 0):
        yield InputProblem(field, "This must be more than nothing.")


def at_most(field: str, value: int, most: int, sentence: str) -> Iterator[InputProblem]:
    """More than can be; the sentence says why."""
    if any_less(most, value):
        yield InputProblem(field, sentence)


def age(field: str, years: int) -> Iterator[InputProblem]:
    """An age at which nobody is employed."""
    if any_outside(years, 16, 100):
        yield InputProblem(field, "Give an age in years, from 16 to 100.")


def _negative(value: Any, at: str) -> Iterator[InputProblem]:
    if type(value) is int or hasattr(value, "is_whole"):
        if any_less(value, 0):
            yield InputProblem(at, "This cannot be less than nothing.")
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            yield from _negative(one, f"{at}.{place}")
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from negatives(value, f"{at}.")
