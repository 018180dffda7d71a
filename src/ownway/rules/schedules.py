"""Payment schedules: when each payment falls due, which days it covers, and what it comes to.

A payment is made on the first day of the days it covers, so the money is there before it is needed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from ownway.rules import steps as units
from ownway.rules.days import ONE_DAY, Days, add_months, left_over
from ownway.rules.frequencies import FOUR_WEEKS, MONTH, ONCE, TWO_WEEKS, WEEK, YEAR
from ownway.rules.refusals import BadInput, InputProblem
from ownway.rules.steps import Step
from ownway.rules.vocabulary import NEAREST_PENNY, convert, given, rounded, take_away

EVERY_IN_WORDS = {
    WEEK: "every week",
    TWO_WEEKS: "every 2 weeks",
    FOUR_WEEKS: "every 4 weeks",
    MONTH: "every month",
    YEAR: "every year",
    ONCE: "once",
}
_WEEKS_IN = {WEEK: 1, TWO_WEEKS: 2, FOUR_WEEKS: 4}
_MONTHS_IN = {MONTH: 1, YEAR: 12}


@dataclass(frozen=True, slots=True)
class Schedule:
    """The same amount (pence for a whole period) again and again, from the first pay day to the last day covered.

    `every` is a word of rules/frequencies.py. Paid once, the amount is whole whatever days it covers.
    Raises BadInput with everything that is wrong, by its field.
    """

    first_on: date
    every: str
    amount_pence: int
    until_on: date | None = None

    def __post_init__(self) -> None:
        problems = []
        if self.every not in EVERY_IN_WORDS:
            problems.append(InputProblem("every", f"Choose how often to pay: {', '.join(EVERY_IN_WORDS.values())}."))
        if self.amount_pence <= 0:
            problems.append(InputProblem("amount_pence", "Enter an amount of more than £0.00."))
        if self.until_on is not None and self.until_on < self.first_on:
            problems.append(InputProblem("until_on", "The last day must be on or after the first pay day."))
        if problems:
            raise BadInput(problems)


@dataclass(frozen=True, slots=True)
class DuePayment:
    """One payment: the day it is due, the days it covers, and the amount (pence) with its working."""

    due_on: date
    covers: Days
    amount: Step

    @property
    def amount_pence(self) -> int:
        """The amount in pence."""
        return self.amount.value


def due_dates(schedule: Schedule, from_on: date, to_on: date) -> list[date]:
    """The pay days from `from_on` to `to_on`, both counted."""
    return [days.from_on for days in periods(schedule, to_on=to_on) if days.from_on >= from_on]


def periods(schedule: Schedule, *, to_on: date) -> Iterator[Days]:
    """The days each payment covers, in order, for every payment due by `to_on`; the last may be cut short.

    Each starts the day after the one before it ended, so no day is left out and none comes twice.
    """
    for _, days in _numbered(schedule, schedule.first_on, to_on):
        yield days


def due_payments(schedule: Schedule, from_on: date, to_on: date, *, without: Iterable[Days] = ()) -> list[DuePayment]:
    """The payments due from `from_on` to `to_on`, both counted.

    `without` holds the days not to pay: paused, or paid already. What is left of a period is paid by the day, due on
    its first day left. So a run that is told what was paid pays each day once, however often it is repeated.
    """
    without = tuple(without)
    return [
        DuePayment(days.from_on, days, _amount_for(schedule, days, _whole_period(schedule, number)))
        for number, covered in _numbered(schedule, from_on, to_on)
        for days in left_over(covered, without)
        if from_on <= days.from_on <= to_on
    ]


def payment_for(schedule: Schedule, days: Days) -> DuePayment:
    """The payment for these days of one period, with its working. Raises ValueError when no period has them all."""
    number = _number_on(schedule, days.from_on)
    return DuePayment(days.from_on, days, _amount_for(schedule, days, _whole_period(schedule, number)))


def part_of_period(amount: Step, *, days: Days, whole: Days) -> Step:
    """What the amount for a whole period comes to for some of its days, to the nearest penny. Unit: pence.

    It is worked out as the sum up to the last of the days, less the sum up to the day before the first, each rounded:
    so the parts of a period always add up to the whole, to the penny. Raises ValueError for days outside the period.
    """
    if days.from_on not in whole or days.to_on not in whole:
        raise ValueError("These days are not all in the period")
    before, upto = (days.from_on - whole.from_on).days, (days.to_on - whole.from_on).days + 1
    in_all = given("Days in the whole period", len(whole), units.DAYS)
    sum_upto = _share(f"For the first {upto} of {len(whole)} days", amount, upto, in_all)
    if before == 0:
        return sum_upto
    sum_before = _share(f"For the first {before} of {len(whole)} days", amount, before, in_all)
    return take_away(f"For {len(days)} of {len(whole)} days", sum_upto, sum_before)


def _share(label: str, amount: Step, days: int, in_all: Step) -> Step:
    exact = convert(
        f"{label}, before rounding",
        amount,
        times=given("Days paid for", days, units.DAYS),
        over=in_all,
        unit=units.PENCE,
        rounding="",
    )
    return rounded(label, exact, rounding=NEAREST_PENNY)


def _amount_for(schedule: Schedule, days: Days, whole: Days) -> Step:
    amount = given(f"Agreed payment, {EVERY_IN_WORDS[schedule.every]}", schedule.amount_pence, units.PENCE)
    return amount if days == whole else part_of_period(amount, days=days, whole=whole)


def _start_of(schedule: Schedule, number: int) -> date:
    """The first day of a period, always counted from the first pay day: the 31st stays the 31st where it can."""
    if schedule.every in _MONTHS_IN:
        return add_months(schedule.first_on, _MONTHS_IN[schedule.every] * number)
    return schedule.first_on + timedelta(weeks=_WEEKS_IN[schedule.every] * number)


def _whole_period(schedule: Schedule, number: int) -> Days:
    if schedule.every == ONCE:
        return Days(schedule.first_on, schedule.until_on or schedule.first_on)
    return Days(_start_of(schedule, number), _start_of(schedule, number + 1) - ONE_DAY)


def _numbered(schedule: Schedule, from_on: date, to_on: date) -> Iterator[tuple[int, Days]]:
    """The periods due by `to_on`, with their numbers, from the one that `from_on` is in: earlier ones cost no time."""
    for number in range(1) if schedule.every == ONCE else count(_number_on(schedule, from_on)):
        whole = _whole_period(schedule, number)
        if whole.from_on > to_on or (schedule.until_on is not None and whole.from_on > schedule.until_on):
            return
        yield number, _cut_short(schedule, whole)


def _number_on(schedule: Schedule, day: date) -> int:
    """The number of the period that a day is in; 0 before the first."""
    if schedule.every == ONCE or day <= schedule.first_on:
        return 0
    if schedule.every in _WEEKS_IN:
        return (day - schedule.first_on).days // (7 * _WEEKS_IN[schedule.every])
    months = (day.year - schedule.first_on.year) * 12 + day.month - schedule.first_on.month
    number = months // _MONTHS_IN[schedule.every]
    return number if _start_of(schedule, number) <= day else number - 1


def _cut_short(schedule: Schedule, whole: Days) -> Days:
    return whole if schedule.until_on is None else Days(whole.from_on, min(whole.to_on, schedule.until_on))
