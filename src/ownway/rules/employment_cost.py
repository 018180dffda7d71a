"""What it costs to employ one assistant or several: a week, 4 weeks and a year, with every part of it.

The law's order: pay by kind of day, holiday, National Insurance with one allowance for the employer, pension by pay
period, sickness, what is set aside for the end, mileage, and what runs with it (insurance, payroll, checks, training).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ownway.rules import (
    asked,
    employing,
    ending,
    frequencies,
    holiday,
    mileage,
    minimum_wage,
    national_insurance,
    pension,
    sick_pay,
)
from ownway.rules.employing import FIXED_HOURS, Assistant, PaidTime
from ownway.rules.parameters import Figures
from ownway.rules.refusals import InputProblem
from ownway.rules.steps import COUNT, PENCE_WEEKLY, Step
from ownway.rules.vocabulary import NEAREST_PENNY, add_up, choose, convert, given

WEEKS_IN_A_YEAR = 52


@dataclass(frozen=True, slots=True)
class Job:
    """One assistant, their time by kind of day, and what goes with the job.

    `worked_years` full years so far, `held_pence` what is set aside already for the end of the job, `sick_weeks_yearly`
    for how many weeks of sickness a year to hold sick pay, and `miles_yearly` paid at `mile_pence` each.
    """

    assistant: Assistant
    times: tuple[PaidTime, ...]
    worked_years: int = 0
    held_pence: int = 0
    sick_weeks_yearly: int = 0
    miles_yearly: int = 0
    mile_pence: int = 0


@dataclass(frozen=True, slots=True)
class Running:
    """Something that runs with being an employer (insurance, payroll, checks, training): so much, every so often."""

    label: str
    amount_pence: int
    every: str = frequencies.YEAR


@dataclass(frozen=True, slots=True)
class Employer:
    """Everything that one employer pays for. The last three as in `plans.Plan`."""

    jobs: tuple[Job, ...]
    running: tuple[Running, ...] = ()
    year: str = frequencies.WEEKS_52
    only_care: bool = True
    claims_allowance: bool = True


@dataclass(frozen=True, slots=True)
class JobCost:
    """One job by its parts, in pence a week, but `insurance_yearly`: National Insurance before the allowance."""

    job: Job
    pay: Step
    holiday: Step
    pension: Step
    sickness: Step
    set_aside: Step
    mileage: Step
    insurance_yearly: Step
    minimum_wage: minimum_wage.MinimumWage

    @property
    def parts(self) -> tuple[Step, ...]:
        """What is paid or held every week for this job alone."""
        return (self.pay, self.holiday, self.pension, self.sickness, self.set_aside, self.mileage)


@dataclass(frozen=True, slots=True)
class EmployerCost:
    """What it all costs. `insurance` is National Insurance a week after the allowance; `running` in pence a week."""

    weekly: Step
    four_weekly: Step
    yearly: Step
    insurance: Step
    jobs: tuple[JobCost, ...]
    running: tuple[Step, ...]


def cost(employer: Employer, *, figures: Figures) -> EmployerCost:
    """The cost with the figures of one day, the first of a pay period.

    Raises BadInput with everything to put right, and FigureNotKnown or FigureNotConfirmed for a figure that is missing.
    """
    asked.check(employer, problems(employer))
    figures.require(*_figures(employer))
    jobs = tuple(_job(job, employer.year, figures) for job in employer.jobs)
    insurance = national_insurance.weekly_after_allowance(
        yearly=[job.insurance_yearly for job in jobs],
        only_care=employer.only_care,
        claims_allowance=employer.claims_allowance,
        year=employer.year,
        figures=figures,
        source="asked",
    )
    running = tuple(_running(one, employer.year) for one in employer.running)
    weekly = add_up("Employing costs", *(part for job in jobs for part in job.parts), insurance, *running)
    return EmployerCost(
        weekly=weekly,
        four_weekly=frequencies.each_period("Every 4 weeks", weekly, every=frequencies.FOUR_WEEKS),
        yearly=frequencies.each_period("In a year", weekly, every=frequencies.YEAR, year=employer.year),
        insurance=insurance,
        jobs=jobs,
        running=running,
    )


def problems(employer: Employer) -> Iterator[InputProblem]:
    """Everything to put right in what was asked, by its field; amounts below nothing apart."""
    if not employer.jobs:
        yield InputProblem("jobs", "Say whom you employ, and for which hours.")
    keys = [job.assistant.key for job in employer.jobs]
    if len(set(keys)) < len(keys):
        yield InputProblem("jobs", "Two assistants have the same key. Give each one of their own.")
    yield from asked.one_of("year", employer.year, frequencies.YEAR_LENGTHS)
    for place, job in enumerate(employer.jobs):
        yield from _of_assistant(job.assistant, f"jobs.{place}.assistant")
        yield from employing.time_problems(job.times, f"jobs.{place}.times")
        most = "A year has 52 weeks."
        yield from asked.at_most(f"jobs.{place}.sick_weeks_yearly", job.sick_weeks_yearly, WEEKS_IN_A_YEAR, most)
    for place, one in enumerate(employer.running):
        yield from asked.one_of(f"running.{place}.every", one.every, frequencies.REGULARLY)


def _of_assistant(one: Assistant, at: str) -> Iterator[InputProblem]:
    yield from asked.age(f"{at}.age_years", one.age_years)
    yield from asked.one_of(f"{at}.hours_kind", one.hours_kind, employing.HOURS_KINDS)
    yield from asked.one_of(f"{at}.pay_period", one.pay_period, frequencies.PAY_PERIODS)


def _figures(employer: Employer) -> Iterator[str]:
    """What nobody has confirmed, asked for at once."""
    for job in employer.jobs:
        if job.assistant.asks_for_pension or not job.assistant.over_state_pension_age:
            yield from pension.figures_for(job.assistant.pay_period)


def _job(job: Job, year: str, figures: Figures) -> JobCost:
    who = job.assistant
    pay = employing.gross_pay(who.name, job.times)
    off = holiday.weekly_cost(assistant=who, pay_weekly=pay, figures=figures)
    taxed = pay if who.hours_kind == FIXED_HOURS else add_up(f"Pay of {who.name}, in all", pay, off)
    miles = given("Miles in a year", job.miles_yearly, COUNT, source="asked")
    driven = mileage.yearly_cost(miles=miles, mile_pence=job.mile_pence)
    rate = minimum_wage.rate_for_pay_period(
        age_years=who.age_years, apprentice=who.apprentice, starts_on=figures.day, figures=figures
    )
    return JobCost(
        job=job,
        pay=pay,
        holiday=off,
        pension=_pension(who, taxed, year, figures),
        sickness=_sickness(job, taxed, figures),
        set_aside=_set_aside(job, taxed, figures),
        mileage=frequencies.weekly(driven, every=frequencies.YEAR, year=year),
        insurance_yearly=national_insurance.employer_yearly(
            assistant=who, pay_weekly=taxed, figures=figures, year=year
        ),
        minimum_wage=minimum_wage.check(pay=pay, time=employing.counted_time(who.name, job.times), rate=rate),
    )


def _pension(who: Assistant, pay_weekly: Step, year: str, figures: Figures) -> Step:
    pay = pay_weekly
    if who.pay_period != frequencies.WEEK:
        pay = frequencies.each_period(f"Pay of {who.name} each period", pay_weekly, every=who.pay_period, year=year)
    due = pension.employer_each_period(assistant=who, pay=pay, figures=figures)
    return frequencies.weekly(due, every=who.pay_period, year=year)


def _sickness(job: Job, pay_weekly: Step, figures: Figures) -> Step:
    """Sick pay for so many weeks, spread over the year; nothing where earnings do not allow it."""
    none = given("No sick pay", 0, PENCE_WEEKLY)
    entitled = sick_pay.is_entitled(average=pay_weekly, figures=figures)
    rate = choose("A week’s sick pay", entitled, yes=sick_pay.weekly_rate(average=pay_weekly, figures=figures), no=none)
    return convert(
        f"Held for sickness of {job.assistant.name}",
        rate,
        times=given("Weeks of sickness in a year", job.sick_weeks_yearly, COUNT, source="asked"),
        over=given("Weeks in a year", WEEKS_IN_A_YEAR, COUNT),
        unit=PENCE_WEEKLY,
        rounding=NEAREST_PENNY,
    )


def _set_aside(job: Job, pay_weekly: Step, figures: Figures) -> Step:
    """For redundancy pay as it would stand in a year from now."""
    due = ending.redundancy_pay(
        pay_weekly=pay_weekly,
        age_years=ending.years(f"Age of {job.assistant.name} in a year", job.assistant.age_years + 1),
        worked_years=ending.years("Full years worked in a year", job.worked_years + 1),
        figures=figures,
    )
    return ending.set_aside_weekly(in_a_year=due, held_pence=job.held_pence)


def _running(one: Running, year: str) -> Step:
    amount = given(one.label, one.amount_pence, frequencies.UNIT_EVERY[one.every], source="asked")
    return frequencies.weekly(amount, every=one.every, year=year)
