"""An uplift for many people at once: what it would change, for each person and line, before anything is changed.

A person's budget before and after is the cost of their whole plan, so what an employer pays on top rises with the pay.
Both are worked out with the figures of the day it begins, so the difference is the uplift's and nothing else's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ownway.rules import plan_cost, plans
from ownway.rules.days import day_in_words
from ownway.rules.parameters import Figures
from ownway.rules.plan_cost import PlanCost
from ownway.rules.plans import Plan
from ownway.rules.refusals import BadInput, InputProblem, Refused, refuse_if_wrong
from ownway.rules.steps import PENCE_WEEKLY, Step
from ownway.rules.uplift_rates import Stays, Uplift, identity, problems, raised, rate_of, with_rate
from ownway.rules.vocabulary import add_up, relabelled, take_away


class UpliftAlreadyDone(Refused):
    """The same uplift is in force already."""


class UpliftCannotBeUndone(Refused):
    """Lines have changed since the uplift. The message names them; nothing is undone."""


@dataclass(frozen=True, slots=True)
class PersonsPlan:
    """A person's plan, and the provider of each of its lines by place ("" when there is none)."""

    key: str
    plan: Plan
    providers: tuple[str, ...] = ()

    def provider(self, place: int) -> str:
        """The provider of a line."""
        return self.providers[place] if place < len(self.providers) else ""


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line's rate before and after, in the unit that it is paid by, and what the line costs then, in pence a week."""

    place: int
    kind: str
    label: str
    provider: str
    before: Step
    after: Step
    cost_before: Step
    cost_after: Step


@dataclass(frozen=True, slots=True)
class LineStays:
    """A line that the uplift is about and does not change, with the reason."""

    place: int
    label: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PersonChange:
    """What an uplift changes for one person. Budgets in pence a week; `plan` is the plan afterwards."""

    key: str
    plan: Plan
    lines: tuple[LineChange, ...]
    stays: tuple[LineStays, ...]
    before: Step
    after: Step
    difference: Step


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One line as an uplift changed it: enough to put it back."""

    person: str
    place: int
    label: str
    before_pence: int
    after_pence: int


@dataclass(frozen=True, slots=True)
class Applied:
    """An uplift that is in force, with every line that it changed."""

    uplift: Uplift
    lines: tuple[ChangedLine, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """Everybody whom an uplift is about, with the totals in pence a week. `asks` is what to look at before saying yes."""

    uplift: Uplift
    people: tuple[PersonChange, ...]
    before: Step
    after: Step
    difference: Step
    asks: tuple[str, ...]

    @property
    def applied(self) -> Applied:
        """What is to be kept when the uplift is put in force."""
        lines = tuple(
            ChangedLine(one.key, line.place, line.label, line.before.value, line.after.value)
            for one in self.people
            for line in one.lines
        )
        return Applied(self.uplift, lines)


def preview(
    *,
    uplift: Uplift,
    people: Sequence[PersonsPlan],
    today: date,
    figures: Figures,
    already: Iterable[Applied] = (),
) -> Preview:
    """Every change that the uplift would make, and every line that stays, before anything is changed.

    `already` holds the uplifts in force. Raises UpliftAlreadyDone, BadInput for an uplift or a plan to put right, and
    FigureNotKnown or FigureNotConfirmed for a figure of the day that it begins.
    """
    already = tuple(already)
    refuse_if_wrong([*problems(uplift, today=today), *_problems_of(people)])
    _refuse_twice(uplift, already)
    on = figures.at(uplift.from_on)
    found = tuple(change for one in people if (change := _change(one, uplift, on)) is not None)
    before = add_up("All budgets before", *(one.before for one in found), unit=PENCE_WEEKLY)
    after = add_up("All budgets after", *(one.after for one in found), unit=PENCE_WEEKLY)
    return Preview(
        uplift=uplift,
        people=found,
        before=before,
        after=after,
        difference=take_away("The uplift costs", after, before),
        asks=tuple(_asks(uplift, found, already)),
    )


def put_in_force(agreed: Preview, people: Sequence[PersonsPlan]) -> tuple[PersonsPlan, ...]:
    """Everybody's plan with the agreed uplift. Keep `agreed.applied`, to undo it and so that it is not done twice."""
    after = {one.key: one.plan for one in agreed.people}
    return tuple(replace(one, plan=after.get(one.key, one.plan)) for one in people)


def undo(applied: Applied, people: Sequence[PersonsPlan]) -> tuple[PersonsPlan, ...]:
    """Everybody's plan with each line as it was before the uplift, to the penny.

    Raises UpliftCannotBeUndone when any of the lines is no longer as the uplift left it; a later uplift of the same
    lines is undone first.
    """
    found = {one.key: one for one in people}
    moved = [line for line in applied.lines if not _is_as_left(line, found.get(line.person))]
    if moved:
        named = "; ".join(f"“{line.label}” of {line.person}" for line in moved)
        raise UpliftCannotBeUndone(
            f"These lines have changed since the uplift, so it cannot be undone: {named}."
            " Undo what came later first, or change each plan by hand."
        )
    back: dict[str, dict[int, int]] = {}
    for line in applied.lines:
        back.setdefault(line.person, {})[line.place] = line.before_pence
    return tuple(replace(one, plan=_with_rates(one.plan, back.get(one.key, {}))) for one in people)


def _change(one: PersonsPlan, uplift: Uplift, figures: Figures) -> PersonChange | None:
    """What changes for a person; None when the uplift is about none of their lines."""
    rates = _rates(one, uplift, figures)
    if not rates:
        return None
    steps = {place: rate for place, rate in rates.items() if isinstance(rate, Step)}
    plan = _with_rates(one.plan, {place: rate.value for place, rate in steps.items()})
    before = plan_cost.cost(one.plan, figures=figures)
    after = plan_cost.cost(plan, figures=figures) if steps else before
    return PersonChange(
        key=one.key,
        plan=plan,
        lines=tuple(_line_change(one, place, rate, (before, after)) for place, rate in steps.items()),
        stays=tuple(
            LineStays(place, one.plan.lines[place].label, rate.sentence)
            for place, rate in rates.items()
            if isinstance(rate, Stays)
        ),
        before=relabelled(before.weekly, f"The budget of {one.key} before"),
        after=relabelled(after.weekly, f"The budget of {one.key} after"),
        difference=take_away(f"The difference for {one.key}", after.weekly, before.weekly),
    )


def _rates(one: PersonsPlan, uplift: Uplift, figures: Figures) -> dict[int, Step | Stays]:
    """The new rate, or why it stays, of each line that the uplift is about, by place."""
    assistants = {each.key: each for each in one.plan.assistants}
    return {
        place: raised(line, uplift=uplift, assistant=assistants.get(line.assistant), figures=figures)
        for place, line in enumerate(one.plan.lines)
        if uplift.covers(line, one.provider(place))
    }


def _line_change(one: PersonsPlan, place: int, rate: Step, costs: tuple[PlanCost, PlanCost]) -> LineChange:
    line = one.plan.lines[place]
    before, after = (next(each.cost for each in cost.lines if each.place == place) for cost in costs)
    return LineChange(place, line.kind, line.label, one.provider(place), rate_of(line), rate, before, after)


def _with_rates(plan: Plan, rates: dict[int, int]) -> Plan:
    return replace(
        plan,
        lines=tuple(with_rate(line, rates[place]) if place in rates else line for place, line in enumerate(plan.lines)),
    )


def _is_as_left(line: ChangedLine, one: PersonsPlan | None) -> bool:
    if one is None or line.place >= len(one.plan.lines):
        return False
    now = one.plan.lines[line.place]
    return (now.label, rate_of(now).value) == (line.label, line.after_pence)


def _refuse_twice(uplift: Uplift, already: Sequence[Applied]) -> None:
    for one in already:
        if identity(one.uplift) == identity(uplift):
            raise UpliftAlreadyDone(
                f"This uplift is in force already, as “{one.uplift.key}” from {day_in_words(one.uplift.from_on)}."
                " Nobody is uplifted twice. Undo it first, if it was wrong."
            )
        if one.uplift.key == uplift.key:
            raise BadInput([InputProblem("uplift.key", f"There is another uplift called “{uplift.key}”.")])


def _asks(uplift: Uplift, found: Sequence[PersonChange], already: Sequence[Applied]) -> Iterator[str]:
    lines = {(one.key, line.place) for one in found for line in one.lines}
    for other in already:
        both = sum((line.person, line.place) in lines for line in other.lines)
        if both and other.uplift.from_on == uplift.from_on:
            yield (
                f"{both} of these lines rise{'s' if both == 1 else ''} on the same day by “{other.uplift.key}” too."
                " Is that meant?"
            )
    if not lines:
        yield "Nothing changes. Is this the right kind of support, and the right provider?"


def _problems_of(people: Sequence[PersonsPlan]) -> Iterator[InputProblem]:
    seen: set[str] = set()
    for place, one in enumerate(people):
        if one.key in seen:
            yield InputProblem(f"people.{place}.key", f"“{one.key}” is in the list twice.")
        seen.add(one.key)
        if len(one.providers) > len(one.plan.lines):
            yield InputProblem(f"people.{place}.providers", "There are more providers than lines of the plan.")
        for problem in plans.problems(one.plan):
            yield replace(problem, field=f"people.{place}.plan.{problem.field}")
