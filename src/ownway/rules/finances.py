"""What a person tells about their money, and what the council's charging policy says: the inputs of charging."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ownway.rules import frequencies
from ownway.rules.plain_data import from_plain, to_plain
from ownway.rules.refusals import InputProblem

SINGLE, COUPLE, LONE_PARENT = "single", "couple", "lone_parent"
HOUSEHOLDS = (SINGLE, COUPLE, LONE_PARENT)

# Kind of income → whether it counts, and where that is said.
COUNTED, DISREGARDED = "counted", "disregarded"
INCOME_KINDS: dict[str, tuple[str, str]] = {
    "earnings": (DISREGARDED, "SI 2014/2672 reg 14"),
    "pip_mobility": (DISREGARDED, "SI 2014/2672 Sch 1 para 8"),
    "dla_mobility": (DISREGARDED, "SI 2014/2672 Sch 1 para 8"),
    "war_pension": (DISREGARDED, "SI 2014/2672 Sch 1 para 18"),
    "other_disregarded": (DISREGARDED, "SI 2014/2672 Sch 1"),
    "state_pension": (COUNTED, ""),
    "private_pension": (COUNTED, ""),
    "pension_credit": (COUNTED, ""),
    "esa": (COUNTED, ""),
    "universal_credit": (COUNTED, ""),
    "pip_daily_living": (COUNTED, ""),
    "dla_care": (COUNTED, ""),
    "attendance_allowance": (COUNTED, ""),
    "carers_allowance": (COUNTED, ""),
    "other": (COUNTED, ""),
}

# Kind of capital → whether it counts, for care outside a care home.
CAPITAL_KINDS: dict[str, tuple[str, str]] = {
    "savings": (COUNTED, ""),
    "investments": (COUNTED, ""),
    "other_property": (COUNTED, ""),
    "other": (COUNTED, ""),
    "home": (DISREGARDED, "SI 2014/2672 Sch 2"),
    "possessions": (DISREGARDED, "SI 2014/2672 Sch 2"),
    "direct_payment_account": (DISREGARDED, "Care Act 2014 s.31: it is the council’s money for support"),
    "other_disregarded": (DISREGARDED, "SI 2014/2672 Sch 2"),
}


@dataclass(frozen=True, slots=True)
class Regular:
    """A cost that comes every so often."""

    label: str
    amount_pence: int
    every: str = frequencies.WEEK


@dataclass(frozen=True, slots=True)
class Income:
    """One income. `disregard_pence` is a part of it (just as often) that does not count, and `disregard_reason` why."""

    label: str
    kind: str
    amount_pence: int
    every: str = frequencies.WEEK
    disregard_pence: int = 0
    disregard_reason: str = ""


@dataclass(frozen=True, slots=True)
class Capital:
    """Savings or other capital. `owners` share it equally; `owed_pence` is secured on it."""

    label: str
    kind: str
    amount_pence: int
    owners: int = 1
    owed_pence: int = 0


@dataclass(frozen=True, slots=True)
class Household:
    """Who the minimum income guarantee is for.

    The premiums are what the person would get on income support, which is what the regulation asks. `children` are
    those the person is responsible for in the same household. Pension credit age depends on the day of birth.
    """

    kind: str = SINGLE
    age_years: int = 25
    pension_credit_age: bool = False
    disability_premium: bool = False
    enhanced_disability_premium: bool = False
    carer_premium: bool = False
    children: int = 0


@dataclass(frozen=True, slots=True)
class Finances:
    """All that one person's contribution is worked out from."""

    household: Household
    income: tuple[Income, ...] = ()
    capital: tuple[Capital, ...] = ()
    housing: tuple[Regular, ...] = ()
    disability_costs: tuple[Regular, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The finances as plain data."""
        data: dict[str, Any] = to_plain(self)
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Finances:
        """The finances that the data describes. Raises BadInput with every field of the wrong shape."""
        return from_plain(cls, data)


@dataclass(frozen=True, slots=True)
class LocalPolicy:
    """Where the law leaves room. Amounts in pence a week; None where the council says nothing of its own.

    `percent_taken` in basis points of what is left; `most_weekly_pence` the highest charge; `least_weekly_pence` below
    which nothing is charged; `guarantee_weekly_pence` a local guarantee (the statutory one is always the floor);
    `upper_limit_pence` a higher upper capital limit; `year` how a year is counted.
    """

    percent_taken: int = 10_000
    most_weekly_pence: int | None = None
    least_weekly_pence: int = 0
    guarantee_weekly_pence: int | None = None
    upper_limit_pence: int | None = None
    year: str = frequencies.WEEKS_52

    def to_json(self) -> dict[str, Any]:
        """The policy as plain data."""
        data: dict[str, Any] = to_plain(self)
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> LocalPolicy:
        """The policy that the data describes. Raises BadInput with every field of the wrong shape."""
        return from_plain(cls, data)


def problems(finances: Finances, policy: LocalPolicy) -> list[InputProblem]:
    """Everything to put right, or (with `asks`) to look at again, by field. The policy's fields begin `policy.`"""
    return [
        *_of_household(finances.household),
        *(p for place, one in enumerate(finances.income) for p in _of_income(one, f"income.{place}")),
        *(p for place, one in enumerate(finances.capital) for p in _of_capital(one, f"capital.{place}")),
        *(p for place, one in enumerate(finances.housing) for p in _of_regular(one, f"housing.{place}")),
        *(
            p
            for place, one in enumerate(finances.disability_costs)
            for p in _of_regular(one, f"disability_costs.{place}")
        ),
        *_of_policy(policy),
    ]


def _of_household(household: Household) -> Iterator[InputProblem]:
    if household.kind not in HOUSEHOLDS:
        yield InputProblem("household.kind", "Choose single, a couple or a lone parent.")
    if not 18 <= household.age_years <= 125:
        yield InputProblem("household.age_years", "Give an age in years, from 18 to 125. Charging is for adults.")
    if not 0 <= household.children <= 20:
        yield InputProblem("household.children", "Give how many children, from 0 to 20.")
    if household.kind == LONE_PARENT and household.children == 0:
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
    if one.amount_pence < 0:
        yield InputProblem(f"{at}.amount_pence", "This cannot be less than nothing.")


def _of_income(one: Income, at: str) -> Iterator[InputProblem]:
    yield from _of_regular(one, at)
    if one.kind not in INCOME_KINDS:
        yield InputProblem(f"{at}.kind", f"“{one.kind}” is not a kind of income. Choose one from the list.")
    if not 0 <= one.disregard_pence <= max(one.amount_pence, 0):
        yield InputProblem(f"{at}.disregard_pence", "The part that does not count lies between nothing and all of it.")
    unexplained = one.kind == "other_disregarded" or one.disregard_pence
    if unexplained and not one.disregard_reason.strip():
        yield InputProblem(f"{at}.disregard_reason", "Say why this does not count, so that it can be shown.")


def _of_capital(one: Capital, at: str) -> Iterator[InputProblem]:
    if one.kind not in CAPITAL_KINDS:
        yield InputProblem(f"{at}.kind", f"“{one.kind}” is not a kind of savings. Choose one from the list.")
    if one.amount_pence < 0:
        yield InputProblem(
            f"{at}.amount_pence", "This cannot be less than nothing. Money owed does not count as savings."
        )
    if one.owed_pence < 0:
        yield InputProblem(f"{at}.owed_pence", "This cannot be less than nothing.")
    if not 1 <= one.owners <= 20:
        yield InputProblem(f"{at}.owners", "Give how many people own it, from 1 to 20.")


def _of_policy(policy: LocalPolicy) -> Iterator[InputProblem]:
    if not 0 <= policy.percent_taken <= 10_000:
        yield InputProblem("policy.percent_taken", "A council takes between 0% and 100%.")
    if policy.year not in frequencies.YEAR_LENGTHS:
        yield InputProblem("policy.year", "Choose 52 weeks, or 365 days, for the length of a year.")
    for name in ("most_weekly_pence", "least_weekly_pence", "guarantee_weekly_pence", "upper_limit_pence"):
        if (getattr(policy, name) or 0) < 0:
            yield InputProblem(f"policy.{name}", "This cannot be less than nothing.")
