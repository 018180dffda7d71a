"""Whether a table is as right for one group of people as for another, and that somebody looks before it is switched on.

Source: Equality Act 2010 s.149, the public sector equality duty, as recalled: not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from ownway.rules.allocation import indicative_budget
from ownway.rules.allocation_tables import AllocationTable, digest
from ownway.rules.calibration import PastPlan
from ownway.rules.days import day_in_words
from ownway.rules.refusals import BadInput, InputProblem, Refused

FEWEST_SHOWN = 10
"""A group of fewer people is hidden, so that nobody is known by it. A council may choose a larger number."""
ALL_PEOPLE = "everybody"
KINDS: Mapping[str, str] = {"age_band": "Age", "ethnicity": "Ethnicity", "client_group": "Client group"}
NOT_KNOWN = "not known"
_WHOLE = 10_000


class TableNotLookedAt(Refused):
    """A table was asked for that may not be used yet. The message says everything that is missing."""


@dataclass(frozen=True, slots=True)
class FairnessRow:
    """One group. The figures are None when the group is hidden.

    `median_error_pence` is the table's middle less the plan, for the person in the middle (below nought: the table gave
    too little); `too_low_basis_points` the part of the people whose plan cost more than the middle;
    `above_range_basis_points` those whose plan cost more than the upper end. `stands_out` when the part for whom it was
    too low differs from everybody's by more than chance easily does (two standard errors).
    """

    kind: str
    group: str
    people: int | None = None
    median_error_pence: int | None = None
    too_low_basis_points: int | None = None
    above_range_basis_points: int | None = None
    stands_out: bool = False

    @property
    def is_hidden(self) -> bool:
        """Whether the group is too small to be shown, or would give away one that is."""
        return self.people is None


@dataclass(frozen=True, slots=True)
class FairnessTable:
    """Everybody first, then the groups of each kind. `table_digest` says which table it is about."""

    table_version: str
    table_digest: str
    fewest_shown: int
    rows: tuple[FairnessRow, ...]


@dataclass(frozen=True, slots=True)
class LookedAt:
    """Somebody looked at the fairness table of the table with this digest: who, when, and what they say of it."""

    table_digest: str
    looked_at_by: str
    looked_at_on: date
    words: str


@dataclass(frozen=True, slots=True)
class MayBeUsed:
    """Whether a table may be switched on, with every reason why not."""

    may: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Miss:
    error_pence: int
    is_too_low: bool
    is_above_range: bool


def fairness_table(
    plans: Sequence[PastPlan], *, table: AllocationTable, fewest_shown: int = FEWEST_SHOWN
) -> FairnessTable:
    """How right the table is for each group, best on plans that it was not made from (`Calibration.kept_back`).

    When a kind has only one group that is too small, the next smallest is hidden with it, and so on until those hidden
    are enough people together: otherwise they could be worked out from the rest. Raises BadInput without plans, or for a threshold below 2.
    """
    if not plans or fewest_shown < 2:
        raise BadInput(
            [InputProblem("plans", "Give at least one plan, and hide groups of fewer than 2 people or more.")]
        )
    missed = [(plan, _miss(plan, table)) for plan in plans]
    everybody = _row("", ALL_PEOPLE, [miss for _, miss in missed])
    rows = [everybody if len(missed) >= fewest_shown else FairnessRow("", ALL_PEOPLE)]
    for kind in KINDS:
        groups: dict[str, list[_Miss]] = {}
        for plan, miss in missed:
            groups.setdefault(getattr(plan, kind) or NOT_KNOWN, []).append(miss)
        rows += _rows_of(kind, groups, everybody, fewest_shown)
    return FairnessTable(table.version, digest(table), fewest_shown, tuple(rows))


def may_be_used(
    *, table: AllocationTable, fairness: FairnessTable | None, looked_at: LookedAt | None, on: date
) -> MayBeUsed:
    """Whether the table may be switched on (or used) on a day: it is in force, checked, and somebody looked at how fair it is."""
    reasons = tuple(_why_not(table, fairness, looked_at, on))
    return MayBeUsed(not reasons, reasons)


def refuse_unless_looked_at(*, table: AllocationTable, looked_at: LookedAt | None, on: date) -> None:
    """Refuse a table whose fairness nobody has looked at, or that is not in force. Raises TableNotLookedAt."""
    reasons = [*_why_not_in_force(table, on), *_why_not_looked_at(table, looked_at, on)]
    if reasons:
        raise TableNotLookedAt(" ".join(["This table may not be used.", *reasons]))


def _why_not(
    table: AllocationTable, fairness: FairnessTable | None, looked_at: LookedAt | None, on: date
) -> Iterator[str]:
    yield from _why_not_in_force(table, on)
    if table.checked is None:
        yield "Nobody has tried the table on plans that it was not made from."
    if fairness is None:
        yield "There is no fairness table for it. Make one, and look at it."
    elif fairness.table_digest != digest(table):
        yield "The fairness table is about another table. Make it again for this one."
    yield from _why_not_looked_at(table, looked_at, on)


def _why_not_in_force(table: AllocationTable, on: date) -> Iterator[str]:
    if on < table.from_on:
        yield f"The table begins on {day_in_words(table.from_on)}."
    if on > table.review_by:
        yield f"The table was to be looked at again by {day_in_words(table.review_by)}. Make it again from newer plans."


def _why_not_looked_at(table: AllocationTable, looked_at: LookedAt | None, on: date) -> Iterator[str]:
    if looked_at is None:
        yield "Nobody has looked at its fairness table yet."
        return
    if looked_at.table_digest != digest(table):
        yield "The table has changed since somebody looked at its fairness table. Look again."
    if not looked_at.looked_at_by.strip():
        yield "Say who looked at the fairness table."
    if not looked_at.words.strip():
        yield "Say in a few words what the fairness table shows, and what is done about it."
    if looked_at.looked_at_on > on:
        yield f"The fairness table is said to be looked at on {day_in_words(looked_at.looked_at_on)}, which is still to come."


def _miss(plan: PastPlan, table: AllocationTable) -> _Miss:
    budget = indicative_budget(needs=plan.needs, table=table)
    error = budget.middle.value - plan.weekly_pence
    return _Miss(error, is_too_low=error < 0, is_above_range=plan.weekly_pence > budget.upper.value)


def _rows_of(
    kind: str, groups: Mapping[str, Sequence[_Miss]], everybody: FairnessRow, fewest_shown: int
) -> Iterator[FairnessRow]:
    hidden = _hidden({group: len(missed) for group, missed in groups.items()}, fewest_shown)
    for group in sorted(groups):
        yield FairnessRow(kind, group) if group in hidden else _row(kind, group, groups[group], everybody)


def _hidden(sizes: Mapping[str, int], fewest_shown: int) -> set[str]:
    by_size = sorted(sizes, key=lambda group: (sizes[group], group))
    many = sum(size < fewest_shown for size in sizes.values())
    while 0 < many < len(by_size) and (many == 1 or sum(sizes[group] for group in by_size[:many]) < fewest_shown):
        many += 1
    return set(by_size[:many])


def _row(kind: str, group: str, missed: Sequence[_Miss], everybody: FairnessRow | None = None) -> FairnessRow:
    people = len(missed)
    too_low = sum(miss.is_too_low for miss in missed) * _WHOLE // people
    return FairnessRow(
        kind=kind,
        group=group,
        people=people,
        median_error_pence=median_low(miss.error_pence for miss in missed),
        too_low_basis_points=too_low,
        above_range_basis_points=sum(miss.is_above_range for miss in missed) * _WHOLE // people,
        stands_out=everybody is not None and _stands_out(people, too_low, everybody.too_low_basis_points or 0),
    )


def _stands_out(people: int, share: int, of_all: int) -> bool:
    """Further from everybody's share than two standard errors of a group of this size: |d| > 2 √(p (1 − p) ÷ n)."""
    return (share - of_all) ** 2 * people > 4 * of_all * (_WHOLE - of_all)


def standing_out(fairness: FairnessTable) -> Iterable[FairnessRow]:
    """The groups to look at first: for them the table is too low more often, or less often, than for everybody."""
    return [row for row in fairness.rows if row.stands_out]
