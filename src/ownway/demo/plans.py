"""The agreed plan of each made-up person, costed by the rulebook."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ownway.demo import counts, names
from ownway.demo.copying import copy_in
from ownway.demo.council import Sheafdale
from ownway.demo.days import moment
from ownway.demo.hopes import HOPES, Hope
from ownway.demo.people import Somebody
from ownway.demo.prices import PRICES
from ownway.ground.decisions.operations import NewDecision, worked_out
from ownway.journey.needs.models import Outcome
from ownway.journey.plans import costing, facts
from ownway.journey.plans.models import (
    Assistant,
    Every,
    Heading,
    HoursKind,
    Line,
    LineKind,
    Plan,
    PlanCost,
    PlanStatus,
    Route,
)
from ownway.rules.parameters import Figures

DAYS_FROM_PLAN_TO_START = 35
Wanted = Sequence[tuple[Hope, Outcome]]


@dataclass(frozen=True, slots=True)
class Planned:
    """A person's plan with its parts, and what it was found to cost."""

    somebody: Somebody
    plan: Plan
    headings: list[Heading]
    lines: list[Line]
    assistants: list[Assistant]
    costs: list[PlanCost]

    @property
    def weekly_pence(self) -> int:
        """What the plan costs a week."""
        return self.costs[0].weekly_pence


def make_plans(
    sheafdale: Sheafdale, people: Sequence[Somebody], wanted: Sequence[Wanted], *, figures: Figures
) -> list[Planned]:
    """A plan each, in the order of the people."""
    planned = [drafted(sheafdale, one, wants) for one, wants in zip(people, wanted, strict=True)]
    copy_in([each.plan for each in planned])
    copy_in([row for each in planned for row in each.headings])
    copy_in([row for each in planned for row in each.assistants])
    copy_in([row for each in planned for row in each.lines])
    for each in planned:
        each.costs.append(costed(sheafdale, each, figures=figures.at(each.plan.starts_on)))
    copy_in([each.costs[0].decision for each in planned])
    copy_in([each.costs[0] for each in planned])
    return planned


def drafted(sheafdale: Sheafdale, one: Somebody, wanted: Wanted) -> Planned:
    """The plan's rows, not kept yet."""
    start = sheafdale.days.pay_days[one.first_run]
    plan = Plan(
        person=one.person,
        number=1,
        route=Route.DIRECT_PAYMENT,
        status=PlanStatus.AGREED,
        starts_on=start,
        made_by=sheafdale.dev,
        made_at=written_at(start),
    )
    headings = [
        Heading(plan=plan, outcome=outcome, words=hope.heading, position=place)
        for place, (hope, outcome) in enumerate(wanted, start=1)
    ]
    assistants = [assistant(plan, one)] if counts.ASSISTANTS in one.uses else []
    lines = list(lines_of(one, headings, assistants))
    return Planned(somebody=one, plan=plan, headings=headings, lines=lines, assistants=assistants, costs=[])


def lines_of(one: Somebody, headings: Sequence[Heading], assistants: Sequence[Assistant]) -> list[Line]:
    """What each use costs, under its outcome; fees stand under the first."""
    with_hope = [use for use in one.uses if use in HOPES]
    heading_of = dict(zip(with_hope, headings, strict=True))
    return [
        Line(
            heading=heading_of.get(use, headings[0]),
            assistant=assistants[0] if fields["kind"] == LineKind.PA_HOURS else None,
            **fields,
        )
        for use in one.uses
        for fields in PRICES[use](one.chance)
    ]


def assistant(plan: Plan, one: Somebody) -> Assistant:
    """Somebody of full working age."""
    chance = one.chance
    return Assistant(
        plan=plan,
        name=names.full_name(chance),
        born_on=date(chance.randint(1966, 2001), chance.randint(1, 12), chance.randint(1, 28)),
        hours_kind=chance.choice((HoursKind.FIXED, HoursKind.FIXED, HoursKind.IRREGULAR)).value,
        pay_every=Every.FOUR_WEEKS.value,
    )


def costed(sheafdale: Sheafdale, each: Planned, *, figures: Figures) -> PlanCost:
    """What the rulebook says the plan costs, not kept yet."""
    decision, workings = worked_out(
        council=sheafdale.council,
        decision=NewDecision(
            person_id=each.plan.person_id,
            rule=costing.RULE,
            inputs=costing.plan_inputs(as_facts(each)),
            figures=figures,
        ),
        by=sheafdale.dev,
        at=written_at(each.plan.starts_on),
    )
    return PlanCost(
        plan=each.plan,
        decision=decision,
        weekly_pence=workings["weekly"].value,
        four_weekly_pence=workings["four_weekly"].value,
        yearly_pence=workings["yearly"].value,
        one_off_pence=workings["one_off"].value,
    )


def as_facts(each: Planned) -> facts.PlanFacts:
    """The plan as the plans room reads it from the tables."""
    lines: dict[int, list[facts.LineFacts]] = {row.pk: [] for row in each.headings}
    for line in each.lines:
        lines[line.heading_id].append(facts.line_facts(line))
    return facts.plan_facts(
        each.plan,
        headings=tuple(facts.heading_facts(row, lines[row.pk]) for row in each.headings),
        assistants=tuple(facts.assistant_facts(row) for row in each.assistants),
    )


def written_at(start: date) -> datetime:
    """When the plan of a payment that began on that day was written."""
    return moment(start - timedelta(days=DAYS_FROM_PLAN_TO_START), 14)
