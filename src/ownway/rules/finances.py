"""What a person tells about their money, and what the council's charging policy says: the inputs of charging."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ownway.rules import frequencies
from ownway.rules.arithmetic import any_less, any_outside, is_anybodys, larger
from ownway.rules.plain_data import Steering, from_plain, to_plain
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

GIVEN_AWAY = "given_away"
# Kind of capital → whether it counts, for care outside a care home.
CAPITAL_KINDS: dict[str, tuple[str, str]] = {
    "savings": (COUNTED, ""),
    "investments": (COUNTED, ""),
    "other_property": (COUNTED, ""),
    "other": (COUNTED, ""),
    GIVEN_AWAY: (COUNTED, "SI 2014/2672 reg 22"),
    "home": (DISREGARDED, "SI 2014/2672 Sch 2"),
    "possessions": (DISREGARDED, "SI 2014/2672 Sch 2"),
    "direct_payment_account": (DISREGARDED, "Care Act 2014 s.31: it is the council’s money for support"),
    "other_disregarded": (DISREGARDED, "SI 2014/2672 Sch 2"),
}


# The incomes that pay for needs by day and by night, of which a council may leave out the part for nights.
PAID_FOR_NIGHTS = ("pip_daily_living", "dla_care", "attendance_allowance")


@dataclass(frozen=True, slots=True)
class Regular:
    """A cost that comes every so often.

    `helped_pence` is the part of it (just as often) that help pays, such as Housing Benefit, so the person does not.
    For a cost of disability: `kind` is what the council’s policy calls it, `shown_by` what shows it (a bill, a letter),
    and `why_more` why this person needs more than the policy’s usual most.
    """

    label: str
    amount_pence: int
    every: str = frequencies.WEEK
    helped_pence: int = 0
    kind: str = ""
    shown_by: str = ""
    why_more: str = ""


@dataclass(frozen=True, slots=True)
class Income:
    """One income. `disregard_pence` is a part of it (just as often) that does not count, and `disregard_reason` why.

    `without_nights_pence` is what the benefit would be (just as often) without needs at night; None when not said.
    `owners` share it equally, as a couple shares the rent of a flat; a partner's own income is never told here.
    """

    label: str
    kind: str
    amount_pence: int
    every: str = frequencies.WEEK
    disregard_pence: int = 0
    disregard_reason: str = ""
    without_nights_pence: int | None = None
    owners: int = 1


@dataclass(frozen=True, slots=True)
class Capital:
    """Savings or other capital. `owed_pence` is secured on it. `owners` share it equally, unless it is shown otherwise.

    Then the person’s own share is in `share_basis_points` (of what is left of it), or `share_pence`; `share_reason`
    says what shows it.
    """

    label: str
    kind: str
    amount_pence: int
    owners: int = 1
    owed_pence: int = 0
    share_basis_points: int | None = None
    share_pence: int | None = None
    share_reason: str = ""


@dataclass(frozen=True, slots=True)
class Household:
    """Who the minimum income guarantee is for.

    The premiums are what the person would get on income support, which is what the regulation asks. `children` are
    those the person is responsible for in the same household. Pension credit age depends on the day of birth.
    """

    kind: str = SINGLE
    age_years: Steering = 25
    pension_credit_age: bool = False
    disability_premium: bool = False
    enhanced_disability_premium: bool = False
    carer_premium: bool = False
    children: int = 0


@dataclass(frozen=True, slots=True)
class Finances:
    """All that one person's contribution is worked out from. `night_care_arranged` is by the council."""

    household: Household
    income: tuple[Income, ...] = ()
    capital: tuple[Capital, ...] = ()
    housing: tuple[Regular, ...] = ()
    disability_costs: tuple[Regular, ...] = ()
    night_care_arranged: bool = False

    def to_json(self) -> dict[str, Any]:
        """The finances as plain data."""
        data: dict[str, Any] = to_plain(self)
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Finances:
        """The finances that the data describes. Raises BadInput with every field of the wrong shape."""
        return from_plain(cls, data)


@dataclass(frozen=True, slots=True)
class CostKind:
    """What a council’s policy says about one kind of cost of disability, in pence a week; None where it says nothing.

    `unshown_weekly_pence` is what counts of a cost that nothing shows yet. `most_weekly_pence` is what usually counts at
    most: a place to ask why, not a wall, because the law looks at the person’s own need.
    """

    kind: str
    unshown_weekly_pence: int | None = None
    most_weekly_pence: int | None = None


@dataclass(frozen=True, slots=True)
class LocalPolicy:
    """Where the law leaves room. Amounts in pence a week; None where the council says nothing of its own.

    `percent_taken` in basis points of what is left; `most_weekly_pence` the highest charge; `least_weekly_pence` below
    which nothing is charged; `guarantee_weekly_pence` a local guarantee (the statutory one is always the floor), and
    `guarantee_more_weekly_pence` what is added to either; `upper_limit_pence` a higher upper capital limit; `year` how
    a year is counted; `leaves_out_nights` whether benefit for needs at night is left out where no night care is
    arranged; `disability_standard_weekly_pence` what is left for costs of disability without asking; `cost_kinds`.
    """

    percent_taken: Steering = 10_000
    most_weekly_pence: int | None = None
    least_weekly_pence: Steering = 0
    guarantee_weekly_pence: int | None = None
    upper_limit_pence: int | None = None
    year: str = frequencies.WEEKS_52
    guarantee_more_weekly_pence: Steering = 0
    leaves_out_nights: bool = False
    disability_standard_weekly_pence: Steering = 0
    cost_kinds: tuple[CostKind, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The policy as plain data."""
        data: dict[str, Any] = to_plain(self)
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> LocalPolicy:
        """The policy that the data describes. Raises BadInput with every field of the wrong shape."""
        return from_plain(cls, data)


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
