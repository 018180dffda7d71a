"""Asks the rulebook a question in published names: the facts in, the names that the example expects out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ownway.rules import registry
from ownway.rules.parameters import Confirmed, Parameters
from ownway.rules.published.told import Told
from ownway.rules.steps import Step

Found = dict[str, Any]
"""The answer by its published names: pounds as decimals, days as YYYY-MM-DD, yes and no as true and false."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in the rulebook's words, and how its answers are said in those of the question.

    `confirmed` are figures that the question brings along; `also` is a second rule that is asked the same.
    """

    rule: str
    inputs: Mapping[str, Any]
    tell: Callable[[Mapping[str, Any]], Found]
    confirmed: tuple[Confirmed, ...] = ()
    also: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """How the facts of a rule that is asked in published names are read.

    `title` is what it answers in a few words, where the rulebook has no rule of that name to say so.
    """

    read: Callable[[Told], Asked]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer by its published names, the Steps that it was worked out in, and the names that said nothing to the rule."""

    found: Found
    steps: Mapping[str, Step]
    not_used: tuple[str, ...] = ()


def answer_published(asked: Published, facts: Mapping[str, Any], *, parameters: Parameters, today: date) -> Reply:
    """What a published rule answers. Raises Refused: BadInput by the published names, or a figure that is not known."""
    told = Told(facts, parameters=parameters, today=today)
    question = asked.read(told)
    not_used = tuple(told.notes())
    told.refuse_problems()
    figures = parameters.with_confirmed(question.confirmed).on(today)
    if question.rule in registry.PLAIN_RULES:
        return Reply(question.tell(registry.answer_plainly(question.rule, question.inputs, figures)), {}, not_used)
    answers = registry.answer(question.rule, question.inputs, figures)
    if question.also:
        answers = {**registry.answer(question.also, question.inputs, figures), **answers}
    return Reply(question.tell(answers), answers, not_used)
