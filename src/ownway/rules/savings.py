"""Savings: a person's own share of what counts, the capital limits, and the income the law assumes from savings."""

from __future__ import annotations

from dataclasses import dataclass

from ownway.rules.finances import CAPITAL_KINDS, COUNTED, Capital, Finances, LocalPolicy
from ownway.rules.parameters import Figures
from ownway.rules.steps import COUNT, PENCE, Step
from ownway.rules.vocabulary import (
    PENNY_DOWN,
    add_up,
    at_least,
    capped,
    given,
    larger_of,
    shared,
    take_away,
    whole_steps_up,
)

_LAW = "SI 2014/2672 reg 25"


@dataclass(frozen=True, slots=True)
class CapitalLimits:
    """The lower and upper limit in pence, and what each step of savings between them is worth a week."""

    lower: Step
    upper: Step
    step: Step
    worth: Step


def limits(policy: LocalPolicy, figures: Figures) -> CapitalLimits:
    """The limits in force; a council may set a higher upper limit for care outside a care home, never a lower one."""
    upper = figures.step("capital.upper_limit")
    if policy.upper_limit_pence is not None:
        own = given("The council’s own upper limit", policy.upper_limit_pence, PENCE, source="the council’s policy")
        upper = larger_of("Upper limit here", upper, own)
    return CapitalLimits(
        lower=figures.step("capital.lower_limit"),
        upper=upper,
        step=figures.step("capital.tariff_step"),
        worth=figures.step("capital.tariff_worth"),
    )


def assessed_capital(finances: Finances) -> Step:
    """What counts of a person's capital, in pence: their equal share, less what is secured on it.

    A share is rounded down to the penny. Source: SI 2014/2672 reg 24 and Sch 2; the home does not count.
    """
    parts = [_share(one) for one in finances.capital if CAPITAL_KINDS[one.kind][0] == COUNTED]
    return add_up("Savings we look at", *parts, unit=PENCE)


def tariff_income(*, capital: Step, limits: CapitalLimits) -> Step:
    """Savings above the lower limit are treated as a weekly income: £1 for every £250, or part of it.

    Savings above the upper limit are looked at only up to it, because then the person pays the full cost anyway.
    Unit: pence a week. Source: SI 2014/2672 reg 25.
    """
    up_to = capped("Savings up to the upper limit", capital, at=limits.upper)
    above = at_least("Savings above the lower limit", take_away("Savings less the lower limit", up_to, limits.lower))
    return whole_steps_up("Assumed income from savings", above, step=limits.step, worth=limits.worth, law=_LAW)


def _share(one: Capital) -> Step:
    whole = given(one.label, one.amount_pence, PENCE, source="told by the person")
    if one.owed_pence:
        owed = given(f"{one.label}: owed on it", one.owed_pence, PENCE, source="told by the person")
        whole = at_least(f"{one.label}, less what is owed", take_away("Worth less what is owed", whole, owed))
    if one.owners == 1:
        return whole
    owners = given("People who own it", one.owners, COUNT, source="told by the person")
    return shared(f"Share of {one.label}", whole, owners, rounding=PENNY_DOWN, law="SI 2014/2672 reg 24")
