"""What a person keeps for their home and for costs of disability before they are asked to pay anything.

Source: SI 2014/2672 Sch 1 and the statutory guidance, Annex C (as recalled: not read). The list of housing costs and
the amounts that need no proof are the council’s own policy; a usual most gives way to the person’s own need.
"""

from __future__ import annotations

from ownway.rules import frequencies
from ownway.rules.arithmetic import is_anybodys
from ownway.rules.finances import CostKind, Finances, LocalPolicy, Regular
from ownway.rules.steps import PENCE_WEEKLY, Step
from ownway.rules.vocabulary import add_up, capped, given, larger_of, take_away

_TOLD, _POLICY = "told by the person", "the council’s charging policy"


def housing_costs(finances: Finances, policy: LocalPolicy) -> Step:
    """Costs of the home that the person really pays: less Housing Benefit and other help with them. Pence a week."""
    return add_up("Housing costs", *(_paid_weekly(one, policy) for one in finances.housing), unit=PENCE_WEEKLY)


def disability_costs(finances: Finances, policy: LocalPolicy) -> Step:
    """Costs of disability that count, in pence a week: at least the council’s standard amount, when it has one."""
    told = [counted_cost(one, policy) for one in finances.disability_costs]
    counted = add_up("Costs of disability", *told, unit=PENCE_WEEKLY)
    if not policy.disability_standard_weekly_pence:
        return counted
    standard = given("Left without asking", policy.disability_standard_weekly_pence, PENCE_WEEKLY, source=_POLICY)
    return larger_of("Costs of disability, or the standard amount", counted, standard)


def counted_cost(cost: Regular, policy: LocalPolicy) -> Step:
    """What counts of one cost of disability, in pence a week.

    A kind of cost that the policy does not name counts in full. One that it names counts up to its usual most, unless
    the person needs more (`why_more`), and up to the amount that needs no proof as long as nothing shows it.
    """
    paid = _paid_weekly(cost, policy)
    named = _policy_on(cost, policy)
    if named is None:
        return paid
    if named.unshown_weekly_pence is not None and not cost.shown_by.strip():
        enough = given("Counts without proof", named.unshown_weekly_pence, PENCE_WEEKLY, source=_POLICY)
        paid = capped(f"{cost.label}, until something shows it", paid, at=enough)
    if named.most_weekly_pence is not None and not cost.why_more.strip():
        most = given("Usually counts at most", named.most_weekly_pence, PENCE_WEEKLY, source=_POLICY)
        paid = capped(f"{cost.label}, up to what usually counts", paid, at=most)
    return paid


def _paid_weekly(cost: Regular, policy: LocalPolicy) -> Step:
    unit = frequencies.UNIT_EVERY[cost.every]
    paid = given(cost.label, cost.amount_pence, unit, source=_TOLD)
    if is_anybodys(cost.helped_pence):
        helped = given(f"{cost.label}: paid by help", cost.helped_pence, unit, source=_TOLD)
        paid = take_away(f"{cost.label}, less what help pays", paid, helped)
    return frequencies.weekly(paid, every=cost.every, year=policy.year)


def _policy_on(cost: Regular, policy: LocalPolicy) -> CostKind | None:
    return next((one for one in policy.cost_kinds if cost.kind and one.kind == cost.kind), None)
