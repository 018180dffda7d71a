"""Statutory Sick Pay: who has it, how much a week, and for which days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ownway.rules.parameters import Figures
from ownway.rules.refusals import InputProblem, refuse_if_wrong
from ownway.rules.steps import COUNT, DAYS, PENCE, PENCE_WEEKLY, YES_NO, Step
from ownway.rules.vocabulary import (
    NEAREST_PENNY,
    capped,
    choose,
    convert,
    given,
    part_of,
    reaches,
    relabelled,
    smaller_of,
    take_away,
)

LAW = "Statutory Sick Pay"
WEEK_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def average_weekly_earnings(*, pay_pence: int, weeks: int = 8) -> Step:
    """Earnings in the weeks up to the last payday before the absence, shared over them, in pence a week."""
    pay = given("Pay in those weeks", pay_pence, PENCE, source="the payslips")
    one, over = given("Times", 1, COUNT), given("Weeks", weeks, COUNT)
    return convert("Average weekly pay", pay, times=one, over=over, unit=PENCE_WEEKLY, rounding=NEAREST_PENNY)


def is_entitled(*, average: Step, figures: Figures) -> Step:
    """Whether earnings are high enough: before 6 April 2026 they had to reach the lower earnings limit; now any do."""
    test = figures.step("ssp.lel_test")
    limit = choose(
        "Earnings needed",
        test,
        yes=figures.step("ni.lel_week") if test.value else given("Not tested", 0, PENCE_WEEKLY),
        no=given("Any earnings", 0, PENCE_WEEKLY),
    )
    return reaches("Earnings are high enough", average, limit, law=LAW)


def weekly_rate(*, average: Step, figures: Figures) -> Step:
    """Sick pay for a whole week: the flat rate; from 6 April 2026 80% of average pay when that is less."""
    flat, test = figures.step("ssp.flat_week"), figures.step("ssp.lel_test")
    return choose(
        "Sick pay for a week",
        test,
        yes=relabelled(flat, "The flat rate, whatever the pay"),
        no=flat if test.value else _flat_or_part(flat, average, figures),
        law=LAW,
    )


def _flat_or_part(flat: Step, average: Step, figures: Figures) -> Step:
    part = part_of(
        "Part of average pay", average, figures.step("ssp.earnings_fraction"), rounding=NEAREST_PENNY, law=LAW
    )
    return smaller_of("The flat rate, or a part of average pay if less", flat, part, law=LAW)


def days_paid(
    *, qualifying_days: Sequence[str], sick_from: str, sick_to: str, linked: bool, figures: Figures
) -> tuple[Step, Step, tuple[str, ...]]:
    """Waiting days, paid days and which days are paid, of one absence within one week.

    Days are "Mon" to "Sun". A linked absence has served its waiting days. Before 6 April 2026 only an absence of four
    days in a row or more counted. Raises BadInput for a day that is not one.
    """
    refuse_if_wrong(day_problems("days", (*qualifying_days, sick_from, sick_to)))
    first, last = WEEK_DAYS.index(sick_from), WEEK_DAYS.index(sick_to)
    sick = [day for day in WEEK_DAYS[first : last + 1] if day in qualifying_days]
    law = figures.step("ssp.waiting_days")
    counts = is_long_enough(days=last - first + 1, figures=figures)
    qualifying = counted_days(counts=counts, days=len(sick))
    none = given("Served in the absence before", 0, DAYS)
    served = given("The absence is linked to one before", int(linked), YES_NO, source="the rota")
    due = choose("Waiting days to serve", served, yes=none, no=law, law=LAW)
    waiting = capped("Waiting days", due, at=qualifying, law=LAW)
    paid = take_away("Days paid", qualifying, waiting, law=LAW)
    return waiting, paid, tuple(sick[waiting.value : waiting.value + paid.value])


def is_long_enough(*, days: int, figures: Figures) -> Step:
    """Whether so many days off sick in a row count: four up to 5 April 2026, any since."""
    together = given("Days off sick in a row", days, DAYS, source="the rota")
    return reaches("The sickness is long enough", together, figures.step("ssp.shortest_spell"), law=LAW)


def counted_days(*, counts: Step, days: int) -> Step:
    """The working days of a spell of sickness that counts; none of one that does not."""
    worked = given("Working days off sick", days, DAYS, source="the rota")
    return choose("Working days that count", counts, yes=worked, no=given("None", 0, DAYS), law=LAW)


def day_problems(field: str, days: Sequence[str]) -> Iterator[InputProblem]:
    """Words that are no day of the week, and no day at all."""
    if not days:
        yield InputProblem(field, "Say which days of the week are worked.")
    if len(set(days)) < len(days) and field == "qualifying_days":
        yield InputProblem(field, "Give each day of the week once.")
    for day in days:
        if day not in WEEK_DAYS:
            yield InputProblem(field, f"“{day}” is not a day; use Mon to Sun.")
