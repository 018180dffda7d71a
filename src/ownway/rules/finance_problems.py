"""What is to be put right in what a person told about their money and in a charging policy, or looked at again."""

from __future__ import annotations

from collections.abc import Iterator

from ownway.rules import frequencies
from ownway.rules.arithmetic import any_less, any_outside, is_anybodys, larger
from ownway.rules.finances import (
    CAPITAL_KINDS,
    HOUSEHOLDS,
    INCOME_KINDS,
    LONE_PARENT,
    PAID_FOR_NIGHTS,
    Capital,
    Finances,
    Household,
    Income,
    LocalPolicy,
    Regular,
)
from ownway.rules.refusals import InputProblem

_POLICY_PENCE = (
    "most_weekly_pence",
    "least_weekly_pence",
    "guarantee_weekly_pence",
    "upper_limit_pence",
    "guarantee_more_weekly_pence",
    "disability_standard_weekly_pence",
)


def problems(finances: Finances, policy: LocalPolicy) -> list[InputProblem]:
    """Everything to put right, or (with `asks`) to look at again, by field. The policy's fields begin `policy.`"""
    return [
        *_of_household(finances.household),
        *(p for place, one in enumerate(finances.income) for p in _of_income(one, f"income.{place}")),
        *(p for place, one in enumerate(finances.capital) for p in _of_capital(one, f"capital.{place}")),
        *(p for place, one in enumerate(finances.housing) for p in _of_cost(one, f"housing.{place}")),
        *(p for place, one in enumerate(finances.disability_costs) for p in _of_cost(one, f"disability_costs.{place}")),
        *_of_policy(policy),
    ]


def _of_household(household: Household) -> Iterator[InputProblem]:
    if household.kind not in HOUSEHOLDS:
        yield InputProblem("household.kind", "Choose single, a couple or a lone parent.")
    if not 18 <= household.age_years <= 125:
        yield InputProblem("household.age_years", "Give an age in years, from 18 to 125. Charging is for adults.")
    if any_outside(household.children, 0, 20):
        yield InputProblem("household.children", "Give how many children, from 0 to 20.")
    if household.kind == LONE_PARENT and any_less(household.children, 1):
        yield InputProblem("household.children", "A lone parent has at least one child at home.")
    if household.enhanced_disability_premium and not household.disability_premium:
        yield InputProblem(
            "household.enhanced_disability_premium",
            "The enhanced premium is paid on top of the disability premium. Should that be ticked as well?",
            asks=True,
        )
    if household.pension_credit_age and household.disability_premium:
        yield InputProblem(
            "household.disability_premium",
            "Income support and its premiums usually end at pension age. Is this right?",
            asks=True,
        )


def _of_regular(one: Regular | Income, at: str) -> Iterator[InputProblem]:
    if one.every not in frequencies.REGULARLY:
        yield InputProblem(
            f"{at}.every", f"“{one.every}” is not how often. Choose week, 2 weeks, 4 weeks, month or year."
        )
    if any_less(one.amount_pence, 0):
        yield InputProblem(f"{at}.amount_pence", "This cannot be less than nothing.")


def _of_cost(one: Regular, at: str) -> Iterator[InputProblem]:
    yield from _of_regular(one, at)
    if any_outside(one.helped_pence, 0, larger(one.amount_pence, 0)):
        yield InputProblem(f"{at}.helped_pence", "The part that help pays lies between nothing and all of it.")


def _of_income(one: Income, at: str) -> Iterator[InputProblem]:
    yield from _of_regular(one, at)
    if one.kind not in INCOME_KINDS:
        yield InputProblem(f"{at}.kind", f"“{one.kind}” is not a kind of income. Choose one from the list.")
    if any_outside(one.disregard_pence, 0, larger(one.amount_pence, 0)):
        yield InputProblem(f"{at}.disregard_pence", "The part that does not count lies between nothing and all of it.")
    if any_outside(one.owners, 1, 20):
        yield InputProblem(f"{at}.owners", "Give how many people share it, from 1 to 20.")
    if one.without_nights_pence is not None:
        yield from _of_nights(one, one.without_nights_pence, at)
    unexplained = one.kind == "other_disregarded" or is_anybodys(one.disregard_pence)
    if unexplained and not one.disregard_reason.strip():
        yield InputProblem(f"{at}.disregard_reason", "Say why this does not count, so that it can be shown.")


def _of_nights(one: Income, without_nights_pence: int, at: str) -> Iterator[InputProblem]:
    field = f"{at}.without_nights_pence"
    if one.kind not in PAID_FOR_NIGHTS:
        yield InputProblem(field, "Only PIP for daily living, DLA for care and Attendance Allowance pay for nights.")
    if any_outside(without_nights_pence, larger(one.disregard_pence, 0), one.amount_pence):
        yield InputProblem(field, "The rate without nights lies between what does not count and what is paid.")


def _of_capital(one: Capital, at: str) -> Iterator[InputProblem]:
    if one.kind not in CAPITAL_KINDS:
        yield InputProblem(f"{at}.kind", f"“{one.kind}” is not a kind of savings. Choose one from the list.")
    if any_less(one.amount_pence, 0):
        yield InputProblem(
            f"{at}.amount_pence", "This cannot be less than nothing. Money owed does not count as savings."
        )
    if any_less(one.owed_pence, 0):
        yield InputProblem(f"{at}.owed_pence", "This cannot be less than nothing.")
    if any_outside(one.owners, 1, 20):
        yield InputProblem(f"{at}.owners", "Give how many people own it, from 1 to 20.")
    yield from _of_share(one, at)


def _of_share(one: Capital, at: str) -> Iterator[InputProblem]:
    if one.share_basis_points is not None and one.share_pence is not None:
        yield InputProblem(f"{at}.share_pence", "Give their own share as a percentage or as an amount, not both.")
    if one.share_basis_points is not None and any_outside(one.share_basis_points, 0, 10_000):
        yield InputProblem(f"{at}.share_basis_points", "A share lies between 0% and 100%.")
    most = larger(one.amount_pence - one.owed_pence, 0)
    if one.share_pence is not None and any_outside(one.share_pence, 0, most):
        yield InputProblem(f"{at}.share_pence", "A share lies between nothing and what it is worth, less what is owed.")
    is_own = one.share_basis_points is not None or one.share_pence is not None
    if is_own and not one.share_reason.strip():
        yield InputProblem(f"{at}.share_reason", "Say what shows their own share. Otherwise it is shared equally.")


def _of_policy(policy: LocalPolicy) -> Iterator[InputProblem]:
    if not 0 <= policy.percent_taken <= 10_000:
        yield InputProblem("policy.percent_taken", "A council takes between 0% and 100%.")
    if policy.year not in frequencies.YEAR_LENGTHS:
        yield InputProblem("policy.year", "Choose 52 weeks, or 365 days, for the length of a year.")
    for name in _POLICY_PENCE:
        if (getattr(policy, name) or 0) < 0:
            yield InputProblem(f"policy.{name}", "This cannot be less than nothing.")
    for place, kind in enumerate(policy.cost_kinds):
        if not kind.kind.strip() or kind.kind in [other.kind for other in policy.cost_kinds[:place]]:
            yield InputProblem(f"policy.cost_kinds.{place}.kind", "Name each kind of cost, each once.")
        for name in ("unshown_weekly_pence", "most_weekly_pence"):
            if (getattr(kind, name) or 0) < 0:
                yield InputProblem(f"policy.cost_kinds.{place}.{name}", "This cannot be less than nothing.")
