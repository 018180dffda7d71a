"""What is owed when a payment rises from a day that has gone by: the days between, by day, in each payment made.

A payment for days on both sides of that day is the old amount for the days before and the new one for the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ownway.rules.days import ONE_DAY, Days, days_in_words
from ownway.rules.frequencies import ONCE
from ownway.rules.refusals import BadInput, InputProblem
from ownway.rules.schedules import Schedule, payment_for
from ownway.rules.steps import PENCE, Step
from ownway.rules.vocabulary import add_up, relabelled, take_away


@dataclass(frozen=True, slots=True)
class OwedPayment:
    """One payment that was made at the old amount: what it was, what it should have been, and the difference. Pence."""

    days: Days
    paid: Step
    due: Step
    owed: Step


@dataclass(frozen=True, slots=True)
class BackPay:
    """All that is owed, in pence, payment by payment."""

    payments: tuple[OwedPayment, ...]
    total: Step


def payment_across(schedule: Schedule, *, amount_after_pence: int, from_on: date, days: Days) -> Step:
    """The payment for these days of one period when the amount changes on a day, in pence.

    The parts of a period always add up: the old amount for the days before, the new one from the day on. Raises
    ValueError when no period has all the days.
    """
    after = replace(schedule, amount_pence=amount_after_pence)
    if days.to_on < from_on:
        return payment_for(schedule, days).amount
    if days.from_on >= from_on:
        return payment_for(after, days).amount
    old, new = Days(days.from_on, from_on - ONE_DAY), Days(from_on, days.to_on)
    return add_up(
        f"For {days_in_words(days)}",
        relabelled(payment_for(schedule, old).amount, f"Before: {days_in_words(old)}"),
        relabelled(payment_for(after, new).amount, f"After: {days_in_words(new)}"),
    )


def back_pay(schedule: Schedule, *, amount_after_pence: int, from_on: date, paid: Iterable[Days]) -> BackPay:
    """What is owed for the days from `from_on` in payments that were made at the old amount.

    `schedule` is the old one; `paid` the days of each payment that was made. Payments before the day are left out.
    Raises BadInput for an amount that is lower (nobody pays back what was right when it was paid), for what is paid
    once, and for days that are paid twice or lie in no one period.
    """
    paid = sorted(paid)
    _refuse_wrong(schedule, amount_after_pence, paid)
    payments = []
    for days in (one for one in paid if one.to_on >= from_on):
        was = payment_for(schedule, days).amount
        due = payment_across(schedule, amount_after_pence=amount_after_pence, from_on=from_on, days=days)
        owed = take_away(f"Owed for {days_in_words(days)}", due, was)
        payments.append(OwedPayment(days, was, due, owed))
    return BackPay(tuple(payments), add_up("Owed in all", *(one.owed for one in payments), unit=PENCE))


def _refuse_wrong(schedule: Schedule, amount_after_pence: int, paid: list[Days]) -> None:
    problems = []
    if schedule.every == ONCE:
        problems.append(InputProblem("every", "What is paid once does not rise."))
    if amount_after_pence < schedule.amount_pence:
        problems.append(InputProblem("after_pence", "This is lower than before. Nothing that was paid is taken back."))
    for place, days in enumerate(paid):
        if place and days.overlaps(paid[place - 1]):
            problems.append(InputProblem("paid", f"{days_in_words(days)}: some of these days are there twice."))
        if not _is_in_one_period(schedule, days):
            problems.append(InputProblem("paid", f"{days_in_words(days)} is not one payment of this schedule."))
    if problems:
        raise BadInput(problems)


def _is_in_one_period(schedule: Schedule, days: Days) -> bool:
    try:
        payment_for(schedule, days)
    except ValueError:
        return False
    return True
