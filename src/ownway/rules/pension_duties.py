"""What an employer must do about a pension for each assistant: enrol them, let them join, or put it off for a while.

Source: Pensions Act 2008 s.1 to s.9, as recalled: not read. Its figures are used once a council has confirmed them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ownway.rules import asked, frequencies, pension
from ownway.rules.days import add_months, day_in_words
from ownway.rules.parameters import Figures
from ownway.rules.refusals import InputProblem

LAW = "Pensions Act 2008 s.1 to s.9"
STANDING = "recalled: not read"

ELIGIBLE, NON_ELIGIBLE, ENTITLED, NO_DUTY = "eligible", "non-eligible", "entitled", "no duty"
_AGES = ("pension.ae_lowest_age", "pension.lowest_worker_age", "pension.too_old_age")


@dataclass(frozen=True, slots=True)
class WorkerQuestion:
    """One pay period of one assistant: age on its first day, pay in pence, and how often they are paid."""

    age_years: int
    pay_pence: int
    pay_period: str = frequencies.FOUR_WEEKS
    over_state_pension_age: bool = False


@dataclass(frozen=True, slots=True)
class WorkerAnswer:
    """The worker's category in the law's word, what the employer must do, and whether it then pays in."""

    category: str
    must_enrol: bool
    may_ask: bool
    employer_pays_if_they_ask: bool
    sentence: str
    law: str = LAW
    standing: str = STANDING


@dataclass(frozen=True, slots=True)
class PostponementQuestion:
    """The first day of work (or the day that pay first reached the trigger), and until when enrolling is put off."""

    due_on: date
    put_off_until_on: date


@dataclass(frozen=True, slots=True)
class PostponementAnswer:
    """Whether it may be put off that long, the last day to which it may, and what to tell the assistant."""

    may: bool
    latest_on: date
    sentence: str
    law: str = "Pensions Act 2008 s.4"
    standing: str = STANDING


def problems(one: WorkerQuestion) -> Iterator[InputProblem]:
    """A pay period or an age that is none."""
    yield from asked.one_of("pay_period", one.pay_period, frequencies.PAY_PERIODS)
    yield from asked.age("age_years", one.age_years)


def category(one: WorkerQuestion, *, figures: Figures) -> WorkerAnswer:
    """Which of the law's kinds of worker somebody is in this pay period, and what follows for the employer.

    Raises BadInput, and FigureNotConfirmed until a council has confirmed the ages and the limits of this pay period.
    """
    asked.check(one, problems(one))
    trigger, lower = (pension.id_for(name, one.pay_period) for name in ("ae_trigger", "qualifying_lower"))
    figures.require(*_AGES, trigger, lower)
    enrol_from, ask_from, ask_until = (figures.step(name).value for name in _AGES)
    if not ask_from <= one.age_years < ask_until:
        return _no_duty(ask_from, ask_until)
    if one.pay_pence <= figures.step(lower).value:
        return _entitled()
    of_age = one.age_years >= enrol_from and not one.over_state_pension_age
    return _eligible() if of_age and one.pay_pence >= figures.step(trigger).value else _non_eligible()


def postponement(one: PostponementQuestion, *, figures: Figures) -> PostponementAnswer:
    """Whether enrolling may be put off until that day: up to three months from the day it would be due."""
    asked.check(one, _too_early(one))
    months = figures.step("pension.longest_postponement").value
    latest = add_months(one.due_on, months)
    may = one.put_off_until_on <= latest
    if may:
        sentence = (
            f"Yes. You can put off enrolling until {day_in_words(one.put_off_until_on)}. Tell your assistant in"
            " writing within six weeks. If they ask to join before then, you must let them."
        )
    else:
        sentence = f"No. You can put it off for {months} months at most, so until {day_in_words(latest)}."
    return PostponementAnswer(may, latest, sentence)


def _too_early(one: PostponementQuestion) -> Iterator[InputProblem]:
    if one.put_off_until_on < one.due_on:
        yield InputProblem("put_off_until_on", f"This is before {day_in_words(one.due_on)}, when it is due.")


def _eligible() -> WorkerAnswer:
    return WorkerAnswer(
        ELIGIBLE,
        must_enrol=True,
        may_ask=True,
        employer_pays_if_they_ask=True,
        sentence="You must put this assistant into a pension and pay into it. They can leave it if they want to."
        " You can put it off for up to three months.",
    )


def _non_eligible() -> WorkerAnswer:
    return WorkerAnswer(
        NON_ELIGIBLE,
        must_enrol=False,
        may_ask=True,
        employer_pays_if_they_ask=True,
        sentence="You need not put this assistant into a pension. They can ask to join. If they do, you must let them,"
        " and you must pay in.",
    )


def _entitled() -> WorkerAnswer:
    return WorkerAnswer(
        ENTITLED,
        must_enrol=False,
        may_ask=True,
        employer_pays_if_they_ask=False,
        sentence="You need not put this assistant into a pension. They can ask to join one. If they do, you must let"
        " them, but you need not pay in yourself.",
    )


def _no_duty(ask_from: int, ask_until: int) -> WorkerAnswer:
    return WorkerAnswer(
        NO_DUTY,
        must_enrol=False,
        may_ask=False,
        employer_pays_if_they_ask=False,
        sentence=f"The law on workplace pensions is for people aged {ask_from} to {ask_until - 1}. You need do nothing.",
    )
