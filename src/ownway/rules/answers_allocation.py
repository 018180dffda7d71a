"""The rules about indicative budgets that can be asked by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ownway.rules import asked as asking
from ownway.rules.allocation import LAW, indicative_budget
from ownway.rules.allocation_tables import AllocationTable, AreaPoints, Checked, digest
from ownway.rules.answers import Answers, PlainAnswers, PlainRule, Rule
from ownway.rules.fairness import FairnessRow, FairnessTable, LookedAt, may_be_used, refuse_unless_looked_at
from ownway.rules.needs import AREAS, NONE, Need
from ownway.rules.parameters import Figures
from ownway.rules.plain_data import to_plain
from ownway.rules.refusals import refuse_if_wrong

_EQUALITY_ACT = "Equality Act 2010 s.149, as recalled: not read; and the council’s own promise to look"


@dataclass(frozen=True, slots=True)
class AllocationInputs:
    """The answers for the ten areas, the council's published table, and who looked at how fair it is."""

    needs: tuple[Need, ...]
    table: AllocationTable
    looked_at: LookedAt | None = None


@dataclass(frozen=True, slots=True)
class SwitchOnInputs:
    """A table, its fairness table, and who looked at it."""

    table: AllocationTable
    fairness: FairnessTable | None = None
    looked_at: LookedAt | None = None


def _indicative(asked: AllocationInputs, figures: Figures) -> Answers:
    refuse_unless_looked_at(table=asked.table, looked_at=asked.looked_at, on=figures.day)
    budget = indicative_budget(needs=asked.needs, table=asked.table)
    return {"lower": budget.lower, "middle": budget.middle, "upper": budget.upper}


def _may_be_used(asked: SwitchOnInputs, figures: Figures) -> PlainAnswers:
    # An error says which way a table is wrong, so it may be less than nothing.
    refuse_if_wrong(one for one in asking.negatives(asked) if not one.field.endswith("median_error_pence"))
    found = may_be_used(table=asked.table, fairness=asked.fairness, looked_at=asked.looked_at, on=figures.day)
    return {"may_be_used": found.may, "reasons": list(found.reasons)}


_TABLE = AllocationTable(
    version="an example",
    from_on=date(2026, 4, 1),
    review_by=date(2027, 4, 1),
    source="made up for this page: the rulebook ships no council’s table",
    lower_pence=80,
    middle_pence=100,
    upper_pence=125,
    lower_percentile=25,
    upper_percentile=75,
    informal_some_basis_points=3_000,
    informal_most_basis_points=7_000,
    areas=tuple(AreaPoints(area, 20, 50, 90) for area in AREAS),
    checked=Checked(people=500, within_range_basis_points=4_900, too_low_basis_points=5_000, median_error_pence=3_100),
)
_LOOKED_AT = LookedAt(
    table_digest=digest(_TABLE),
    looked_at_by="Harriet",
    looked_at_on=date(2026, 3, 20),
    words="No group stands out. We look again after six months.",
)
_FAIRNESS = FairnessTable(
    table_version=_TABLE.version,
    table_digest=digest(_TABLE),
    fewest_shown=10,
    rows=(FairnessRow("", "everybody", 500, -50, 5_000, 2_500),),
)
_NEEDS = (
    Need("hygiene", "some"),
    Need("community", "much", informal="some"),
    *(Need(area, NONE) for area in AREAS if area not in ("hygiene", "community")),
)
_EXAMPLE: dict[str, Any] = {
    "on": "2026-06-01",
    **to_plain(AllocationInputs(needs=_NEEDS, table=_TABLE, looked_at=_LOOKED_AT)),
}
_SWITCH_ON: dict[str, Any] = {
    "on": "2026-06-01",
    **to_plain(SwitchOnInputs(table=_TABLE, fairness=_FAIRNESS, looked_at=_LOOKED_AT)),
}

RULES = {
    "allocation.indicative_budget": Rule(
        AllocationInputs,
        _indicative,
        title="About what support may cost, before it is planned",
        says=(
            "Each of the ten areas of daily life is answered by how much help is needed. Each answer has points in the"
            " council’s published table. Where family and friends do a part of it, and want to and can go on, that part"
            " of the points is taken off. The points together, times what a point is worth, is a first idea of the"
            " budget. A lower and an upper end say how sure it is. It is never a limit: the budget is what meets the"
            " person’s needs."
        ),
        law=LAW,
        example=_EXAMPLE,
    )
}
PLAIN_RULES = {
    "allocation.may_be_used": PlainRule(
        SwitchOnInputs,
        _may_be_used,
        title="May a table for indicative budgets be switched on?",
        says=(
            "A table may be used from the day it begins until the day it must be looked at again, when it was tried on"
            " plans that it was not made from, and when somebody has looked at its fairness table (how right it is by"
            " age, ethnicity and client group) and said what it shows. If the table changes, somebody looks again."
        ),
        law=_EQUALITY_ACT,
        example=_SWITCH_ON,
    )
}
