"""The financial assessment of a person who lives in a care home, for good or for a short stay.

Source: SI 2014/2672 regs 6, 8 and 12 and Sch 2. The titles of the regulations and the allowance were read; how the home
counts, and for how long a stay is short, are reported by others. Benefits that end during a stay are told as they stop.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ownway.rules import frequencies
from ownway.rules.arithmetic import any_less
from ownway.rules.charging import Contribution, contribution
from ownway.rules.finance_problems import problems
from ownway.rules.finances import Finances, LocalPolicy
from ownway.rules.incomes import counted_income
from ownway.rules.parameters import Figures
from ownway.rules.refusals import InputProblem, refuse_if_wrong
from ownway.rules.savings import assessed_capital, limits, own_share, tariff_income
from ownway.rules.steps import COUNT, DAYS, PENCE, Step
from ownway.rules.vocabulary import add_up, at_least, choose, convert, given, is_more_than, smaller_of, take_away

LAW = "SI 2014/2672"
NOBODY = "nobody"
LIVES_THERE = {
    NOBODY: "",
    "partner": "your husband, wife or partner",
    "relative_60": "a relative who is 60 or over",
    "relative_incapacitated": "a relative who is ill or disabled",
    "child": "a child of yours who is under 18",
}
"""Who may live in the home that the person left, and how it is said. The home counts only where nobody of these does."""


@dataclass(frozen=True, slots=True)
class Resident:
    """A person in a care home. `days_there` since it became where they live; `lives_there` is a key of LIVES_THERE."""

    finances: Finances
    days_there: int = 0
    lives_there: str = NOBODY
    year: str = frequencies.WEEKS_52


@dataclass(frozen=True, slots=True)
class CareHomeContribution:
    """What a resident pays a week and what it was worked out from, in pence a week (`capital` and `home` in pence)."""

    contribution: Step
    income: Step
    capital: Step
    home: Step
    above_upper_limit: Step
    tariff: Step
    allowance: Step
    left_to_pay_from: Step


def care_home_contribution(*, resident: Resident, cost_weekly: Step, figures: Figures) -> CareHomeContribution:
    """All income but the personal expenses allowance, and never more than the care home costs.

    A council's own limits and guarantee are for care outside a care home, so none of them is used.
    Raises BadInput, FigureNotKnown or FigureNotConfirmed.
    """
    policy = LocalPolicy(year=resident.year)
    refuse_if_wrong([*problems(resident.finances, policy), *_of_resident(resident)])
    limit = limits(policy, figures)
    home = home_that_counts(resident, figures)
    capital = add_up("Savings and home that count", assessed_capital(resident.finances), home)
    above = is_more_than("Savings are above the upper limit", capital, limit.upper, law=f"{LAW} reg 12")
    tariff = tariff_income(capital=capital, limits=limit)
    income = counted_income(resident.finances, policy)
    allowance = figures.step("pea.week")
    together = add_up("Income with what savings are taken to bring", income, tariff)
    left = at_least("Left to pay from", take_away("Income less the allowance", together, allowance), law=f"{LAW} reg 6")
    return CareHomeContribution(
        contribution=choose(
            "What you pay",
            above,
            yes=cost_weekly,
            no=smaller_of("What you pay, no more than it costs", left, cost_weekly),
            law="Care Act 2014 s.14",
        ),
        income=income,
        capital=capital,
        home=home,
        above_upper_limit=above,
        tariff=tariff,
        allowance=allowance,
        left_to_pay_from=left,
    )


def home_that_counts(resident: Resident, figures: Figures) -> Step:
    """What counts of the home that a resident owns, in pence: nothing while family lives there, or in the first weeks.

    Source: SI 2014/2672 Sch 2 (only its title was read); the weeks are a figure.
    """
    homes = [own_share(one) for one in resident.finances.capital if one.kind == "home"]
    share = add_up("Share of the home", *homes, unit=PENCE)
    if not homes:
        return share
    law = f"{LAW} Sch 2"
    if resident.lives_there != NOBODY:
        who = LIVES_THERE[resident.lives_there]
        return given(f"The home does not count, because {who} lives there", 0, PENCE, source="told", law=law)
    over = is_more_than("The first weeks are over", _days(resident.days_there), _in_days(figures, _LEFT_OUT))
    nothing = given("The home does not count in the first weeks", 0, PENCE, law=law)
    return choose("Home that counts", over, yes=share, no=nothing, law=law)


@dataclass(frozen=True, slots=True)
class ShortStay:
    """A short stay: whether it is short, what is paid, and both ways to work it out, in pence a week."""

    is_long: Step
    contribution: Step
    as_outside: Contribution
    as_resident: CareHomeContribution


def short_stay(
    *, resident: Resident, days_planned: int, policy: LocalPolicy, cost_weekly: Step, figures: Figures
) -> ShortStay:
    """A council may charge a short stay as if the person had their care at home (SI 2014/2672 reg 8). It keeps more.

    Raises BadInput, FigureNotKnown or FigureNotConfirmed.
    """
    refuse_if_wrong(_below_nothing("days_planned", days_planned))
    is_long = is_more_than("The stay is longer than a short one", _days(days_planned), _in_days(figures, _SHORT))
    outside = contribution(finances=resident.finances, policy=policy, cost_weekly=cost_weekly, figures=figures)
    inside = care_home_contribution(resident=resident, cost_weekly=cost_weekly, figures=figures)
    pays = choose(
        "What you pay", is_long, yes=inside.contribution, no=outside.contribution, law=f"{LAW} reg 8 (title read)"
    )
    return ShortStay(is_long=is_long, contribution=pays, as_outside=outside, as_resident=inside)


_SHORT, _LEFT_OUT = "care_home.short_stay", "care_home.home_left_out"


def _days(days: int) -> Step:
    return given("Days there", days, DAYS, source="told")


def _in_days(figures: Figures, figure_id: str) -> Step:
    weeks = figures.step(figure_id)
    seven, one = given("Days in a week", 7, COUNT), given("Over", 1, COUNT)
    return convert(f"{weeks.label}, in days", weeks, times=seven, over=one, unit=DAYS, rounding="")


def _of_resident(resident: Resident) -> Iterator[InputProblem]:
    if resident.lives_there not in LIVES_THERE:
        yield InputProblem("lives_there", f"Choose who lives in the home: {', '.join(LIVES_THERE)}.")
    yield from _below_nothing("days_there", resident.days_there)


def _below_nothing(field: str, days: int) -> Iterator[InputProblem]:
    if any_less(days, 0):
        yield InputProblem(field, "Days cannot be less than none.")
