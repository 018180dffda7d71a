"""Savings: a person's own share of what counts, the capital limits, and the income the law assumes from savings."""

from __future__ import annotations

from dataclasses import dataclass

from ownway.rules.arithmetic import is_anybodys
from ownway.rules.finances import CAPITAL_KINDS, COUNTED, GIVEN_AWAY, Capital, Finances, LocalPolicy
from ownway.rules.parameters import Figures
from ownway.rules.steps import BASIS_POINTS, COUNT, PENCE, Step
from ownway.rules.vocabulary import (
    PENNY_DOWN,
    add_up,
    at_least,
    capped,
    given,
    larger_of,
    part_of,
    shared,
    take_away,
    whole_steps_up,
)

_LAW = "SI 2014/2672 reg 25"
_SHARES = "SI 2014/2672 reg 24"


@dataclass(frozen=True, slots=True)
class CapitalLimits:
    """The lower and upper limit in pence, and what each step of savings between them is worth a week."""

    lower: Step
    upper: Step
    step: Step
    worth: Step


def limits(policy: LocalPolicy, figures: Figures) -> CapitalLimits:
    """The limits in force, and what each step of savings between them is worth."""
    return CapitalLimits(
        lower=figures.step("capital.lower_limit"),
        upper=upper_limit(policy, figures),
        step=figures.step("capital.tariff_step"),
        worth=figures.step("capital.tariff_worth"),
    )


def upper_limit(policy: LocalPolicy, figures: Figures) -> Step:
    """The limit above which the full cost is paid, in pence.

    A council may set a higher one for care outside a care home, never a lower one.
    """
    upper = figures.step("capital.upper_limit")
    if policy.upper_limit_pence is None:
        return upper
    own = given("The council’s own upper limit", policy.upper_limit_pence, PENCE, source="the council’s policy")
    return larger_of("Upper limit here", upper, own)


def assessed_capital(finances: Finances) -> Step:
    """What counts of a person's capital, in pence: their share, less what is secured on it.

    What the council decided was given away to pay less counts too (reg 22: the title was read, not the text).
    Source: SI 2014/2672 reg 24 and Sch 2; the home does not count.
    """
    parts = [own_share(one) for one in finances.capital if CAPITAL_KINDS[one.kind][0] == COUNTED]
    return add_up("Savings we look at", *parts, unit=PENCE)


def tariff_income(*, capital: Step, limits: CapitalLimits) -> Step:
    """Savings above the lower limit are treated as a weekly income: £1 for every £250, or part of it.

    Savings above the upper limit are looked at only up to it, because then the person pays the full cost anyway.
    Unit: pence a week. Source: SI 2014/2672 reg 25.
    """
    up_to = capped("Savings up to the upper limit", capital, at=limits.upper)
    above = at_least("Savings above the lower limit", take_away("Savings less the lower limit", up_to, limits.lower))
    return whole_steps_up("Assumed income from savings", above, step=limits.step, worth=limits.worth, law=_LAW)


def own_share(one: Capital) -> Step:
    """The person's share in pence, rounded down: equal unless something shows another, of what is left of it."""
    source = "decided by the council" if one.kind == GIVEN_AWAY else "told by the person"
    if one.share_pence is not None:
        return given(f"Own share of {one.label}", one.share_pence, PENCE, source=one.share_reason, law=_SHARES)
    whole = given(one.label, one.amount_pence, PENCE, source=source)
    if is_anybodys(one.owed_pence):
        owed = given(f"{one.label}: owed on it", one.owed_pence, PENCE, source="told by the person")
        whole = at_least(f"{one.label}, less what is owed", take_away("Worth less what is owed", whole, owed))
    if one.share_basis_points is not None:
        rate = given("Own share", one.share_basis_points, BASIS_POINTS, source=one.share_reason)
        return part_of(f"Own share of {one.label}", whole, rate, rounding=PENNY_DOWN, law=_SHARES)
    if not is_anybodys(one.owners - 1):
        return whole
    owners = given("People who own it", one.owners, COUNT, source="told by the person")
    return shared(f"Share of {one.label}", whole, owners, rounding=PENNY_DOWN, law=_SHARES)
