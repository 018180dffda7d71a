"""What an uplift comes to for each kind of support and each provider, and what rises with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ownway.rules.steps import PENCE_WEEKLY, Step
from ownway.rules.uplift import LineChange, Preview
from ownway.rules.vocabulary import add_up, take_away


@dataclass(frozen=True, slots=True)
class GroupTotal:
    """The lines of one kind with one provider ("" when there is none): how many people, and the sums in pence a week."""

    kind: str
    provider: str
    people: int
    before: Step
    after: Step
    difference: Step


@dataclass(frozen=True, slots=True)
class Totals:
    """By kind and provider; and `on_top`: what rises with the lines, as holiday, pension and contingency do."""

    groups: tuple[GroupTotal, ...]
    on_top: Step


def totals(preview: Preview) -> Totals:
    """The totals of a preview. The groups and what is on top add up to the difference of all budgets, to the penny."""
    groups = tuple(_groups(preview))
    lines = add_up("The lines themselves", *(group.difference for group in groups), unit=PENCE_WEEKLY)
    return Totals(groups, take_away("What rises with them", preview.difference, lines))


def _groups(preview: Preview) -> Iterator[GroupTotal]:
    found: dict[tuple[str, str], list[tuple[str, LineChange]]] = {}
    for one in preview.people:
        for line in one.lines:
            found.setdefault((line.kind, line.provider), []).append((one.key, line))
    for (kind, provider), rows in sorted(found.items(), key=lambda group: group[0]):
        before = add_up("Before", *(line.cost_before for _, line in rows))
        after = add_up("After", *(line.cost_after for _, line in rows))
        yield GroupTotal(
            kind, provider, len({key for key, _ in rows}), before, after, take_away("The difference", after, before)
        )
