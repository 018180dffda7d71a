"""The minimum income guarantee: what a person is always left with each week, added up as regulation 7 says."""

from __future__ import annotations

from ownway.rules.arithmetic import is_anybodys
from ownway.rules.finances import COUPLE, LONE_PARENT, Household, LocalPolicy
from ownway.rules.parameters import FigureNotKnown, Figures
from ownway.rules.steps import BASIS_POINTS, COUNT, PENCE_WEEKLY, Step
from ownway.rules.vocabulary import NEAREST_5P, add_up, for_each, given, larger_of, part_of

_LAW = "SI 2014/2672 reg 7"
_EACH_PREMIUM = ("mig.disability_premium_single", "mig.enhanced_disability_premium_single")
_BOTH_PREMIUMS = "mig.both_disability_premiums_single"


def figures_needed(household: Household) -> tuple[str, ...]:
    """The ids of the figures that this household's guarantee is made of."""
    each = "couple" if household.kind == COUPLE else "single"
    needed = [_basic(household)]
    if household.disability_premium:
        needed.append(f"mig.disability_premium_{each}")
    if household.enhanced_disability_premium:
        needed.append(f"mig.enhanced_disability_premium_{each}")
    if household.carer_premium:
        needed.append("mig.carer_premium")
    if is_anybodys(household.children):
        needed.append("mig.per_child")
    return tuple(needed)


def statutory_guarantee(*, household: Household, figures: Figures) -> Step:
    """The guarantee in law, in pence a week: a basic amount, premiums on top of each other, and so much for each child.

    Raises FigureNotKnown or FigureNotConfirmed once, with every figure that is missing.
    """
    needed = _known(figures_needed(household), figures)
    parts = [figures.step(figure_id) for figure_id in needed if figure_id != "mig.per_child"]
    if is_anybodys(household.children):
        children = given("Children", household.children, COUNT, source="told by the person")
        parts.append(for_each("For the children", children, figures.step("mig.per_child")))
    return add_up("Minimum income guarantee", *parts, law=_LAW)


def guarantee(*, household: Household, policy: LocalPolicy, figures: Figures) -> Step:
    """The guarantee here: the council's own where it is higher, never below the one in law, and what it adds to it."""
    kept = statutory_guarantee(household=household, figures=figures)
    if policy.guarantee_weekly_pence is not None:
        own = _policy("The council’s own guarantee", policy.guarantee_weekly_pence)
        kept = larger_of("Minimum income guarantee here", kept, own, law=_LAW)
    if policy.guarantee_more_weekly_pence:
        more = _policy("The council adds", policy.guarantee_more_weekly_pence)
        kept = add_up("Minimum income guarantee with what the council adds", kept, more)
    return kept


def uprated(*, amount: Step, factor: int) -> Step:
    """An amount raised by a yearly factor in basis points (10,700 is 7% more), to the nearest 5 pence."""
    return part_of("Raised amount", amount, given("Raised to", factor, BASIS_POINTS), rounding=NEAREST_5P)


def _known(needed: tuple[str, ...], figures: Figures) -> tuple[str, ...]:
    """The figures that must be known. For some years only what both premiums come to was read, and that is enough."""
    try:
        figures.require(*needed)
    except FigureNotKnown as refusal:
        if set(refusal.ids) != set(_EACH_PREMIUM):
            raise
        try:
            figures.require(_BOTH_PREMIUMS)
        except FigureNotKnown:
            raise refusal from None
        return (*(one for one in needed if one not in _EACH_PREMIUM), _BOTH_PREMIUMS)
    return needed


def _policy(label: str, pence: int) -> Step:
    return given(label, pence, PENCE_WEEKLY, source="the council’s policy")


def _basic(household: Household) -> str:
    if household.kind == COUPLE:
        return "mig.couple_pca" if household.pension_credit_age else "mig.couple_18_plus"
    if household.pension_credit_age:
        return "mig.single_pca"
    if household.kind == LONE_PARENT:
        return "mig.lone_parent"
    return "mig.single_18_24" if household.age_years < 25 else "mig.single_25_to_pca"
