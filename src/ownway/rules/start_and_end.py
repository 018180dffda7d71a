"""What it costs to begin to employ somebody, and what it costs to stop: each a list with a total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ownway.rules import ending, holiday_owed
from ownway.rules.employing import FIXED_HOURS
from ownway.rules.parameters import Figures
from ownway.rules.steps import COUNT, PENCE, PENCE_WEEKLY, Step
from ownway.rules.vocabulary import add_up, for_each, given

ENHANCED, BASIC, NO_CHECK = "enhanced", "basic", "none"
CHECKS = (ENHANCED, BASIC, NO_CHECK)
_FOR_ALL = (
    ("advert_pence", "Advert and finding somebody"),
    ("insurance_pence", "Employers’ liability insurance, the first year"),
    ("payroll_pence", "Setting up payroll"),
    ("contract_pence", "Help with contracts"),
    ("other_pence", "Anything else to start"),
)
_FOR_EACH = (
    ("check_help_pence", "Whoever asks for the background check"),
    ("training_pence", "Training to start"),
    ("equipment_pence", "Gloves, aprons and other equipment"),
)


@dataclass(frozen=True, slots=True)
class StartUp:
    """What starting costs, in pence: once for the employer, and for each of so many assistants.

    `check` one of CHECKS; an individual cannot ask for an enhanced one alone, so `check_help_pence` is what the council
    or another body takes for asking (0 when it is free).
    """

    assistants: int
    advert_pence: int = 0
    insurance_pence: int = 0
    payroll_pence: int = 0
    contract_pence: int = 0
    other_pence: int = 0
    check: str = NO_CHECK
    check_help_pence: int = 0
    training_pence: int = 0
    equipment_pence: int = 0


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody whose job ends: their pay a week, age and full years of work on the last day, and holiday taken.

    `days_gone` of the leave year on the last day; `taken_hundredths` of a day of holiday, for set hours. For irregular
    hours, `earned_minutes` and `taken_minutes` at `hourly_pence`; with rolled-up pay nothing is owed (leave them 0).
    `redundant` when the work itself ends; `contract_weeks` of notice, if the contract gives more than the law.
    """

    name: str
    pay_weekly_pence: int
    age_years: int
    worked_years: int
    hours_kind: str = FIXED_HOURS
    days_weekly: int = 5
    days_gone: int = 0
    taken_hundredths: int = 0
    earned_minutes: int = 0
    taken_minutes: int = 0
    hourly_pence: int = 0
    contract_weeks: int = 0
    worked_a_month: bool = True
    redundant: bool = True


@dataclass(frozen=True, slots=True)
class RunOff:
    """What ending costs for one person, in pence, and all of it together."""

    notice: Step
    redundancy: Step
    holiday: Step
    total: Step


def start_up(one: StartUp, *, figures: Figures) -> tuple[Step, tuple[Step, ...]]:
    """The total and each line, in pence. Refuses for a fee that is not confirmed."""
    lines = [given(label, getattr(one, name), PENCE, source="asked") for name, label in _FOR_ALL]
    people = given("Assistants", one.assistants, COUNT, source="asked")
    if one.check != NO_CHECK:
        lines.append(for_each("Background checks", people, figures.step(f"dbs.{one.check}")))
    for name, label in _FOR_EACH:
        lines.append(for_each(label, people, given(f"{label}, each", getattr(one, name), PENCE, source="asked")))
    return add_up("It costs this to start", *lines), tuple(lines)


def run_off(one: Leaver, *, figures: Figures) -> RunOff:
    """What one job's end costs on the day of `figures`: notice, redundancy pay and the holiday that is owed."""
    pay = given(f"A week’s pay of {one.name}", one.pay_weekly_pence, PENCE_WEEKLY, source="asked")
    worked = ending.years("Full years worked", one.worked_years)
    weeks = ending.notice_weeks(
        worked_years=worked, worked_a_month=one.worked_a_month, contract_weeks=one.contract_weeks, figures=figures
    )
    notice = ending.notice_pay(weeks=weeks, pay_weekly=pay)
    redundancy = given("No redundancy pay: the work goes on", 0, PENCE)
    if one.redundant:
        age = ending.years(f"Age of {one.name}", one.age_years)
        redundancy = ending.redundancy_pay(pay_weekly=pay, age_years=age, worked_years=worked, figures=figures)
    owed = _holiday(one, pay, figures)
    return RunOff(notice, redundancy, owed, add_up(f"When {one.name}’s job ends", notice, redundancy, owed))


def run_off_of_all(
    leavers: Sequence[Leaver], *, final_payroll_pence: int, other_pence: int, figures: Figures
) -> tuple[Step, tuple[RunOff, ...]]:
    """What it costs to stop employing everybody, with the last payroll and anything else, in pence."""
    each = tuple(run_off(one, figures=figures) for one in leavers)
    payroll = given("Last payroll and closing the scheme", final_payroll_pence, PENCE, source="asked")
    other = given("Anything else to stop", other_pence, PENCE, source="asked")
    return add_up("It costs this to stop", *(one.total for one in each), payroll, other), each


def _holiday(one: Leaver, pay: Step, figures: Figures) -> Step:
    if one.hours_kind == FIXED_HOURS:
        return holiday_owed.owed_fixed(
            pay_weekly=pay,
            days_weekly=one.days_weekly,
            days_gone=one.days_gone,
            taken_hundredths=one.taken_hundredths,
            figures=figures,
        )
    return holiday_owed.owed_irregular(
        earned_minutes=one.earned_minutes, taken_minutes=one.taken_minutes, hourly_pence=one.hourly_pence
    )
