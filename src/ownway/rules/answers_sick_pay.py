"""The rules about sick pay and maternity pay that can be asked by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ownway.rules import asked as asking
from ownway.rules import maternity_pay, sick_pay, sickness
from ownway.rules.answers import Answers, Rule
from ownway.rules.asked import told
from ownway.rules.parameters import Figures
from ownway.rules.refusals import InputProblem
from ownway.rules.sick_pay import WEEK_DAYS
from ownway.rules.sickness import Spell
from ownway.rules.steps import PENCE, PENCE_WEEKLY, PENCE_YEARLY, Step


@dataclass(frozen=True, slots=True)
class EarningsInputs:
    """Pay in the weeks before an absence, in pence, and how many weeks."""

    pay_pence: int
    weeks: int = 8


@dataclass(frozen=True, slots=True)
class AbsenceInputs:
    """One absence within a week: days are Mon to Sun."""

    qualifying_days: tuple[str, ...]
    sick_from: str
    sick_to: str
    linked: bool = False


@dataclass(frozen=True, slots=True)
class SpellsInputs:
    """Every spell of days off sick, the days worked in a week (Mon to Sun), and average weekly pay before the first.

    `usual_pence` is the pay that is not paid for these days, `cover_pence` what is paid to whoever covers.
    """

    spells: tuple[Spell, ...]
    qualifying_days: tuple[str, ...]
    average_weekly_pence: int
    usual_pence: int = 0
    cover_pence: int = 0


@dataclass(frozen=True, slots=True)
class MaternityInputs:
    """Average weekly pay in pence, and weeks worked by the 15th week before the baby is due."""

    average_weekly_pence: int
    worked_weeks: int


@dataclass(frozen=True, slots=True)
class RecoveryInputs:
    """Maternity pay paid, and all National Insurance in the tax year before (the allowance left out), in pence."""

    paid_pence: int
    insurance_last_year_pence: int


def _entitled(asked: EarningsInputs, figures: Figures) -> Answers:
    average = _average(asked)
    return {"average": average, "entitled": sick_pay.is_entitled(average=average, figures=figures)}


def _weekly(asked: EarningsInputs, figures: Figures) -> Answers:
    return {"weekly": sick_pay.weekly_rate(average=_average(asked), figures=figures)}


def _absence(asked: AbsenceInputs, figures: Figures) -> Answers:
    asking.check(asked, _absence_problems(asked))
    waiting, paid, _ = sick_pay.days_paid(
        qualifying_days=asked.qualifying_days,
        sick_from=asked.sick_from,
        sick_to=asked.sick_to,
        linked=asked.linked,
        figures=figures,
    )
    return {"waiting_days": waiting, "paid_days": paid}


def _spells(asked: SpellsInputs, figures: Figures) -> Answers:
    asking.check(asked, sickness.problems(asked.spells, asked.qualifying_days))
    found = sickness.pay_for_spells(
        spells=asked.spells,
        qualifying_days=asked.qualifying_days,
        average=told("Average weekly pay", asked.average_weekly_pence, PENCE_WEEKLY),
        figures=figures,
    )
    extra = sickness.extra_cost(sick=found.total, usual_pence=asked.usual_pence, cover_pence=asked.cover_pence)
    return {
        "sick_pay": found.total,
        "waiting_days": found.waiting,
        "paid_days": found.paid,
        "entitled": found.entitled,
        "linked": found.linked,
        "extra": extra,
    }


def _maternity(asked: MaternityInputs, figures: Figures) -> Answers:
    asking.check(asked)
    found = maternity_pay.cost(
        average=told("Average weekly pay", asked.average_weekly_pence, PENCE_WEEKLY),
        worked_weeks=asked.worked_weeks,
        figures=figures,
    )
    return {
        "total": found.total,
        "first_weekly": found.first_weekly,
        "more_weekly": found.more_weekly,
        "entitled": found.entitled,
    }


def _recovery(asked: RecoveryInputs, figures: Figures) -> Answers:
    asking.check(asked)
    back, left = maternity_pay.recovered(
        paid=told("Maternity pay paid", asked.paid_pence, PENCE),
        insurance_last_year=told("National Insurance last year", asked.insurance_last_year_pence, PENCE_YEARLY),
        figures=figures,
    )
    return {"recovered": back, "left": left}


def _average(asked: EarningsInputs) -> Step:
    asking.check(asked, asking.more_than_nothing("weeks", asked.weeks))
    return sick_pay.average_weekly_earnings(pay_pence=asked.pay_pence, weeks=asked.weeks)


def _absence_problems(asked: AbsenceInputs) -> Iterator[InputProblem]:
    yield from sick_pay.day_problems("qualifying_days", asked.qualifying_days)
    yield from asking.one_of("sick_from", asked.sick_from, WEEK_DAYS)
    yield from asking.one_of("sick_to", asked.sick_to, WEEK_DAYS)
    known = asked.sick_from in WEEK_DAYS and asked.sick_to in WEEK_DAYS
    if known and WEEK_DAYS.index(asked.sick_to) < WEEK_DAYS.index(asked.sick_from):
        yield InputProblem("sick_to", "This is before the first day. For a longer sickness, ask for its days by date.")


_LAW = "GOV.UK, Statutory Sick Pay worked out by hand (to 5 April 2026); business.gov.uk (from 6 April 2026)"
_WAITING = (
    "Up to 5 April 2026 the first three working days off were not paid, and only four days off in a row or more counted."
    " From 6 April 2026 the first day is paid. Spells no more than eight weeks apart are one, and wait once."
)
_A_DAY = {
    "on": "2026-06-01",
    "qualifying_days": ["Mon", "Tue", "Wed", "Thu", "Fri"],
    "sick_from": "Wed",
    "sick_to": "Fri",
}

RULES = {
    "ssp.eligibility": Rule(
        EarningsInputs,
        _entitled,
        title="Is pay high enough for sick pay?",
        says="We look at the pay of the eight weeks before. Up to 5 April 2026 it had to reach a limit. Since then any pay"
        " will do.",
        law=_LAW,
        example={"on": "2026-04-05", "pay_pence": 96_000, "weeks": 8},
    ),
    "ssp.weekly_rate": Rule(
        EarningsInputs,
        _weekly,
        title="Sick pay for a week",
        says="The flat rate, or 80% of average pay when that is less. Up to 5 April 2026 always the flat rate.",
        law=_LAW,
        example={"on": "2026-06-01", "pay_pence": 120_000, "weeks": 8},
    ),
    "ssp.waiting_days": Rule(
        AbsenceInputs, _absence, title="Days off that are not paid yet", says=_WAITING, law=_LAW, example=_A_DAY
    ),
    "ssp.payable_days": Rule(
        AbsenceInputs, _absence, title="Days off that are paid", says=_WAITING, law=_LAW, example=_A_DAY
    ),
    "ssp.absence": Rule(
        SpellsInputs,
        _spells,
        title="What an absence costs the employer",
        says=f"{_WAITING} Each day is a part of a week’s sick pay, and 28 weeks at most are paid. You cannot get sick pay"
        " back. What the absence adds is sick pay and cover, less the wage that is not paid.",
        law=f"{_LAW}; a part of a penny goes up, as recalled: not read",
        example={
            "on": "2026-06-01",
            "spells": [{"from_on": "2026-06-03", "to_on": "2026-06-09"}],
            "qualifying_days": ["Mon", "Tue", "Wed", "Thu", "Fri"],
            "average_weekly_pence": 30_000,
            "usual_pence": 30_000,
            "cover_pence": 35_000,
        },
    ),
    "smp.cost": Rule(
        MaternityInputs,
        _maternity,
        title="What maternity pay costs the employer",
        says="For 6 weeks, 90% of average pay. For 33 weeks after that, the flat rate, or the 90% when that is less. She"
        " has it if she has worked for 26 weeks by the 15th week before the baby is due, and her pay reaches a"
        " limit. We use the rates of one day; they may go up in April.",
        law=maternity_pay.LAW,
        example={"on": "2026-06-01", "average_weekly_pence": 30_000, "worked_weeks": 40},
    ),
    "smp.recovery": Rule(
        RecoveryInputs,
        _recovery,
        title="How much maternity pay comes back",
        says="A small employer gets back all of it and some more. Others get back most of it.",
        law=maternity_pay.RECOVERY_LAW,
        example={"on": "2026-06-01", "paid_pence": 803_256, "insurance_last_year_pence": 120_000},
    ),
}
