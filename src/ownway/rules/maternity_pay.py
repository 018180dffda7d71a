"""Statutory Maternity Pay: what an employer pays out, and how much of it comes back from HMRC."""

from __future__ import annotations

from dataclasses import dataclass

from ownway.rules.parameters import Figures
from ownway.rules.steps import PENCE, WEEKS, Step
from ownway.rules.vocabulary import (
    NEAREST_PENNY,
    PENNY_UP,
    add_up,
    choose,
    for_each,
    given,
    part_of,
    reaches,
    smaller_of,
    take_away,
)

LAW = "Social Security Contributions and Benefits Act 1992 s.166 (read as it stood in 2020)"
RECOVERY_LAW = "Statutory Maternity Pay: what employers get back (reported by payroll bodies)"


@dataclass(frozen=True, slots=True)
class MaternityPay:
    """`total` in pence for all the weeks at the rates of one day; `entitled` yes or no; the weekly amounts apart."""

    entitled: Step
    first_weekly: Step
    more_weekly: Step
    total: Step


def cost(*, average: Step, worked_weeks: int, figures: Figures) -> MaternityPay:
    """What the employer pays in all, at the rates of the day of `figures`; nothing when she is not entitled.

    `average` in pence a week over the 8 weeks before the 15th week before the baby is due; `worked_weeks` up to that
    week. A part of a penny goes up (HMRC's practice, as recalled: not read).
    """
    first = part_of(
        "For each of the first weeks", average, figures.step("smp.earnings_fraction"), rounding=PENNY_UP, law=LAW
    )
    more = smaller_of("For each week after", figures.step("smp.flat_week"), first, law=LAW)
    weeks = add_up(
        "Maternity pay for all the weeks",
        for_each("First weeks", figures.step("smp.first_weeks"), first),
        for_each("Weeks after", figures.step("smp.more_weeks"), more),
    )
    entitled = _is_entitled(average, worked_weeks, figures)
    none = given("None: the tests are not met", 0, PENCE)
    total = choose("Maternity pay", entitled, yes=weeks, no=none, law=LAW)
    return MaternityPay(entitled=entitled, first_weekly=first, more_weekly=more, total=total)


def recovered(*, paid: Step, insurance_last_year: Step, figures: Figures) -> tuple[Step, Step]:
    """What HMRC gives back of what was paid, and what the employer is left with (below nothing: gains), in pence.

    A small employer, by all National Insurance in the tax year before (the allowance left out), gets more than it paid.
    """
    limit = figures.step("smp.small_employer_limit")
    small = reaches("A small employer", limit, insurance_last_year, law=RECOVERY_LAW)
    rate = choose(
        "Part that comes back",
        small,
        yes=figures.step("smp.recovery_small"),
        no=figures.step("smp.recovery_other"),
        law=RECOVERY_LAW,
    )
    back = part_of("Comes back from HMRC", paid, rate, rounding=NEAREST_PENNY, law=RECOVERY_LAW)
    return back, take_away("Left for the employer to pay", paid, back)


def _is_entitled(average: Step, worked_weeks: int, figures: Figures) -> Step:
    worked = given("Weeks worked by the 15th week before", worked_weeks, WEEKS, source="the employer")
    return smaller_of(
        "Has maternity pay",
        reaches("Worked long enough", worked, figures.step("smp.service_weeks")),
        reaches("Earns enough", average, figures.step("ni.lel_week")),
        law=LAW,
    )
