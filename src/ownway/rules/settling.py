"""The account after a death or an ending: what is still owed is paid first, and only what is left comes back.

Ending a direct payment can leave wages, notice, holiday, redundancy and tax to pay. That is the cost of the support that
was agreed, so it stays in the account; and when the account does not hold enough, it says what is missing, so that no
bill is left to a family. Source: the statutory guidance, chapters 11 and 12 (as recalled: not read).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ownway.rules import steps as units
from ownway.rules.arithmetic import any_less
from ownway.rules.days import Days, day_in_words
from ownway.rules.recovery_bars import DEATH, ENDING
from ownway.rules.refusals import InputProblem, refuse_if_wrong
from ownway.rules.steps import Step
from ownway.rules.surplus import Amount, amount_problems, together
from ownway.rules.vocabulary import NEAREST_PENNY, add_up, at_least, convert, given, take_away
from ownway.rules.wording import money


@dataclass(frozen=True, slots=True)
class LastPayment:
    """The last payment: how much (pence), and the first and last day that it was for."""

    amount_pence: int
    from_on: date
    to_on: date


@dataclass(frozen=True, slots=True)
class SettlingInputs:
    """Why and when a direct payment ended, what the account holds, and what is still to be paid. Amounts in pence.

    `run_off` is what ending employment costs: notice, holiday owed, redundancy, tax. `last_payment` may run beyond the
    day it ended.
    """

    why: str
    ended_on: date
    balance_pence: int
    to_pay: tuple[Amount, ...] = ()
    run_off: tuple[Amount, ...] = ()
    last_payment: LastPayment | None = None


@dataclass(frozen=True, slots=True)
class SettlingFigures:
    """The figures of a Settling, in pence with working."""

    stays: Step
    comes_back: Step
    missing: Step
    paid_ahead: Step


@dataclass(frozen=True, slots=True)
class Settling:
    """What stays for what is owed, what comes back, and what is missing (pence, with working), and the reasons.

    `paid_ahead` is the part of the last payment for days after the end: it says where money left over comes from, and
    is not asked on top.
    """

    stays: Step
    comes_back: Step
    missing: Step
    paid_ahead: Step
    reasons: tuple[str, ...]


def settle(inputs: SettlingInputs, *, run_off: Step | None = None) -> Settling:
    """What comes back of the money in an account that is no longer needed. It is a proposal: nothing is deducted.

    `run_off` (pence) takes the place of the amounts in the inputs when it was worked out with its own working. Raises
    BadInput by field.
    """
    found = work_out(inputs, run_off=run_off)
    reasons = tuple(_reasons(inputs, found.stays, found.comes_back, found.missing))
    return Settling(found.stays, found.comes_back, found.missing, found.paid_ahead, reasons)


def work_out(inputs: SettlingInputs, *, run_off: Step | None = None) -> SettlingFigures:
    """The figures of `settle` without its sentences, for one account or many."""
    refuse_if_wrong(_problems(inputs))
    ends = run_off or together("Cost of ending employment", inputs.run_off)
    stays = add_up("Stays until everything owed is paid", together("Bills to come", inputs.to_pay), ends)
    held = given("In the account", inputs.balance_pence, units.PENCE, source="the account")
    back = at_least("Comes back", take_away("More than is owed", held, stays))
    missing = at_least("Missing for what is owed", take_away("Owed, less what there is", stays, held))
    return SettlingFigures(stays, back, missing, _paid_ahead(inputs))


def _paid_ahead(inputs: SettlingInputs) -> Step:
    last = inputs.last_payment
    if last is None:
        return given("Paid for days after the end", 0, units.PENCE, source="no payment runs beyond it")
    days = len(Days(last.from_on, last.to_on))
    after = min(days, max(0, (last.to_on - inputs.ended_on).days))
    return convert(
        "Paid for days after the end",
        given("Last payment", last.amount_pence, units.PENCE, source="the payments"),
        times=given("Days after the end", after, units.COUNT, source="the calendar"),
        over=given("Days it was for", days, units.COUNT, source="the calendar"),
        unit=units.PENCE,
        rounding=NEAREST_PENNY,
    )


def _reasons(inputs: SettlingInputs, stays: Step, back: Step, missing: Step) -> Iterator[str]:
    yield f"The direct payment ended on {day_in_words(inputs.ended_on)}."
    if stays.value:
        yield f"{money(stays.value)} is still owed for support that was agreed, so it stays until it is paid."
    if missing.value:
        yield (
            f"The account is {money(missing.value)} short of that. The council works out with you how it is paid: it is"
            " not a bill for the family."
        )
    elif back.value:
        yield f"{money(back.value)} was not needed, so we ask that it comes back. There is no hurry: ask us for time."
    else:
        yield "Nothing is left over, so nothing comes back."


def _problems(inputs: SettlingInputs) -> Iterator[InputProblem]:
    if inputs.why not in (ENDING, DEATH):
        yield InputProblem("why", f"Choose {ENDING} or {DEATH}.")
    yield from amount_problems(to_pay=inputs.to_pay, run_off=inputs.run_off)
    last = inputs.last_payment
    if last is not None:
        if last.to_on < last.from_on:
            yield InputProblem("last_payment.to_on", "The days of the payment end before they start.")
        if any_less(last.amount_pence, 0):
            yield InputProblem("last_payment.amount_pence", "This cannot be less than nothing.")
