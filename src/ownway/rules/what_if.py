"""What if: the same people under two sets of figures and policies, who has more and who has less, and by how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ownway.rules.answers import Rule
from ownway.rules.columns import Ints
from ownway.rules.parameters import Figures
from ownway.rules.people_table import People, kind_of, sort_people
from ownway.rules.refusals import Refused
from ownway.rules.steps import Step

EVERYBODY = "Everybody"
COSTS = frozenset({"contribution", "most_weekly", "left_to_pay_from", "tariff", "capital"})
"""Answers of which a person would rather have less; of all others, more."""


@dataclass(frozen=True, slots=True)
class Supposed:
    """One thing that is taken to be different: a figure by its id, or an input of the rule by its path, and its value."""

    name: str
    value: int | str | bool


@dataclass(frozen=True, slots=True)
class Difference:
    """What a change does to the people of a group. Amounts are in the answer's own unit.

    `more` and `less` count the people whose answer rises and falls; `most_more` and `most_less` are the largest steps.
    """

    group: str
    people: int
    before: int
    after: int
    more: int
    less: int
    most_more: int
    most_less: int

    @property
    def change(self) -> int:
        """What the total rises by, or falls by when below nought."""
        return self.after - self.before

    @property
    def same(self) -> int:
        """People for whom nothing changes."""
        return self.people - self.more - self.less


@dataclass(frozen=True, slots=True)
class Compared:
    """The same people before and after, in the order of their table, with the answer compared."""

    answer: str
    people_before: People
    people_after: People
    before: Ints
    after: Ints

    def explain(self, place: int) -> tuple[Step, Step]:
        """One person's answer before and after, each with its working. `place` counts from 0; IndexError for no such row."""
        first, then = self.people_before.explain(place), self.people_after.explain(place)
        return first[self.answer], then[self.answer]

    def by_group(self, groups: Sequence[str]) -> tuple[Difference, ...]:
        """Everybody, and then each group in the order of its name."""
        named = np.asarray(groups, dtype=object)
        everybody = _difference(EVERYBODY, self.before, self.after)
        found = sorted(set(groups))
        return (everybody, *(_difference(one, self.before[named == one], self.after[named == one]) for one in found))

    def is_cost(self) -> bool:
        """Whether a person would rather have less of the answer."""
        return self.answer in COSTS


@dataclass(frozen=True, slots=True)
class Scenario:
    """The figures of a day, and what every person is taken to have in common: inputs of the rule by their path."""

    figures: Figures
    inputs: Mapping[str, Any]

    def people(self, rule: Rule, table: Mapping[str, Sequence[Any]]) -> People:
        """The rows of a table in this scenario. Raises BadTable."""
        size = len(next(iter(table.values()), ()))
        return sort_people(
            rule, {**table, **{path: [one] * size for path, one in self.inputs.items()}}, figures=self.figures
        )


def suppose(rule: Rule, figures: Figures, supposed: Iterable[Supposed]) -> Scenario:
    """What would be. Raises Refused for a name that is neither a figure nor an input of the rule, and for wrong values."""
    changed: dict[str, int] = {}
    inputs: dict[str, Any] = {}
    for one in supposed:
        figure = figures.parameters.figures.get(one.name)
        if figure is None and kind_of(rule.inputs, one.name) is None:
            raise Refused(f"“{one.name}” is neither a figure (see ownway parameters) nor an input of this rule.")
        if figure is None:
            inputs[one.name] = one.value
        elif isinstance(one.value, int):
            changed[one.name] = one.value
        else:
            raise Refused(f"“{figure.name}” is a whole number in {figure.unit}, not “{one.value}”.")
    return Scenario(figures.supposing(changed), inputs)


def compare(
    rule: Rule, table: Mapping[str, Sequence[Any]], *, answer: str, before: Scenario, after: Scenario
) -> Compared:
    """The people of a table in both scenarios. Raises BadTable, Refused and the refusals of figures."""
    first, then = before.people(rule, table), after.people(rule, table)
    return Compared(answer, first, then, first.answers(answer)[answer], then.answers(answer)[answer])


def _difference(group: str, before: Ints, after: Ints) -> Difference:
    step = after - before
    return Difference(
        group=group,
        people=len(before),
        before=int(before.sum()),
        after=int(after.sum()),
        more=int((step > 0).sum()),
        less=int((step < 0).sum()),
        most_more=max(0, int(step.max(initial=0))),
        most_less=max(0, -int(step.min(initial=0))),
    )
