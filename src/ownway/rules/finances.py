"""What a person tells about their money, and what the council's charging policy says: the inputs of charging."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ownway.rules import frequencies
from ownway.rules.plain_data import Steering, from_plain, to_plain

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
