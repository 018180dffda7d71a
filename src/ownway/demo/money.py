"""What made-up people told about their money, and what the rulebook says they can be asked to pay."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from ownway.demo.copying import copy_in
from ownway.demo.council import LEFT_TO_CONFIRM, Sheafdale
from ownway.demo.people import Somebody
from ownway.demo.plans import Planned, written_at
from ownway.ground.decisions.operations import NewDecision, worked_out
from ownway.ground.people.facts import person_facts
from ownway.ground.people.models import ClientGroup
from ownway.journey.contributions.facts import answers_of, rule_inputs
from ownway.journey.contributions.models import Assessment, Draft
from ownway.rules import finances, frequencies
from ownway.rules.parameters import Figures
from ownway.rules.plain_data import to_plain

PENSION_AGE_YEARS = 67
RULE = "charging.assessment"


@dataclass(frozen=True, slots=True)
class Assessed:
    """A person's plan and what they can be asked to pay towards it."""

    planned: Planned
    assessment: Assessment

    @property
    def contribution_weekly_pence(self) -> int:
        """What they pay a week: never more than the plan costs."""
        cost = self.planned.weekly_pence
        return cost if self.assessment.pays_full_cost else min(cost, self.assessment.most_weekly_pence)


def make_assessments(sheafdale: Sheafdale, planned: Sequence[Planned], *, figures: Figures) -> list[Assessed]:
    """One each, in the order of the plans, by the figures of the plan's first day."""
    rows = [assessed(sheafdale, each, figures=figures.at(each.plan.starts_on)) for each in planned]
    copy_in([draft_of(row) for row in rows])
    copy_in([row.decision for row in rows])
    copy_in(rows)
    return [Assessed(planned=each, assessment=row) for each, row in zip(planned, rows, strict=True)]


def assessed(sheafdale: Sheafdale, each: Planned, *, figures: Figures) -> Assessment:
    """The assessment, not kept yet."""
    told = told_by(each.somebody, figures=figures)
    decision, workings = worked_out(
        council=sheafdale.council,
        decision=NewDecision(
            person_id=each.plan.person_id, rule=RULE, inputs=rule_inputs(answers_of(told)), figures=figures
        ),
        by=sheafdale.harriet,
        at=written_at(figures.day),
    )
    return Assessment(
        person_id=each.plan.person_id,
        number=1,
        answers=told,
        decision=decision,
        most_weekly_pence=workings["most_weekly"].value,
        pays_full_cost=bool(workings["pays_full_cost"].value),
        from_on=figures.day,
        made_by=sheafdale.harriet,
        made_at=written_at(figures.day),
    )


def draft_of(row: Assessment) -> Draft:
    """The answers as they stay with the person, to start the next assessment from."""
    return Draft(person_id=row.person_id, answers=row.answers, changed_by=row.made_by, changed_at=row.made_at)


def told_by(one: Somebody, *, figures: Figures) -> dict[str, Any]:
    """The answers of one person, as the pages would have written them down."""
    group, chance = one.person.client_group, one.chance
    if group == ClientGroup.CHILDREN:
        return parents_money(chance)
    age = person_facts(one.person).age_on(figures.day)
    if age >= PENSION_AGE_YEARS:
        return pensioners_money(chance, age=age)
    return working_age_money(chance, age=age, premium_is_known=is_known(figures, LEFT_TO_CONFIRM))


def parents_money(chance: Random) -> dict[str, Any]:
    """A child's support is set against the parent's means; here a lone parent on universal credit, who pays nothing."""
    household = finances.Household(
        kind=finances.LONE_PARENT, age_years=chance.randint(26, 48), children=chance.randint(1, 3)
    )
    return answers(
        household, income=[income("Universal credit", "universal_credit", chance.randrange(9_000, 13_000, 5))]
    )


def pensioners_money(chance: Random, *, age: int) -> dict[str, Any]:
    """State pension, attendance allowance, often a pension from work, and savings."""
    incomes = [
        income("State pension", "state_pension", chance.randrange(17_600, 24_000, 5)),
        income("Attendance allowance", "attendance_allowance", chance.choice((7_390, 11_030))),
    ]
    if chance.random() < 0.5:
        incomes.append(income("Pension from work", "private_pension", chance.randrange(8_000, 60_000, 100), "month"))
    savings = chance.choice((150_000, 620_000, 1_480_000, 1_710_000, 2_200_000, 3_900_000))
    return answers(
        finances.Household(age_years=age, pension_credit_age=True),
        income=incomes,
        capital=[
            {"label": "Savings account", "kind": "savings", "amount_pence": savings, "owners": 1, "owed_pence": 0}
        ],
        disability_costs=extra_costs(chance),
    )


def working_age_money(chance: Random, *, age: int, premium_is_known: bool) -> dict[str, Any]:
    """Universal credit or employment and support allowance, and a personal independence payment."""
    benefit = chance.choice((("Universal credit", "universal_credit"), ("ESA", "esa")))
    incomes = [
        income(*benefit, chance.randrange(8_500, 11_500, 5)),
        income("PIP, daily living", "pip_daily_living", chance.choice((7_390, 11_030))),
        income("PIP, mobility", "pip_mobility", 7_700),
    ]
    if chance.random() < 0.15:
        incomes.append(income("Wages", "earnings", chance.randrange(4_000, 14_000, 50)))
    return answers(
        finances.Household(age_years=age, disability_premium=premium_is_known),
        income=incomes,
        disability_costs=extra_costs(chance),
    )


def extra_costs(chance: Random) -> list[dict[str, Any]]:
    """What they pay for because of their disability."""
    costs = (("Laundry", 650), ("Heating", 1_100), ("Special food", 900), ("Garden", 800))
    return [
        {
            "label": label,
            "amount_pence": pence,
            "every": frequencies.WEEK,
            "accepted": True,
            "reason": "Seen the bills.",
        }
        for label, pence in chance.sample(costs, chance.randint(0, 2))
    ]


def income(label: str, kind: str, pence: int, every: str = frequencies.WEEK) -> dict[str, Any]:
    """An income as a page writes it down."""
    told = {"label": label, "kind": kind, "amount_pence": pence, "every": every}
    return {**told, "disregard_pence": 0, "disregard_reason": ""}


def answers(household: finances.Household, **sections: list[dict[str, Any]]) -> dict[str, Any]:
    """The whole of what was told."""
    empty: dict[str, Any] = {"income": [], "capital": [], "housing": [], "disability_costs": []}
    return {"household": to_plain(household), **empty, **sections}


def is_known(figures: Figures, id: str) -> bool:
    """Whether sums can be done with the figure on the day of the figures."""
    value = figures.parameters.get(id).on(figures.day)
    return value is not None and value.value is not None
