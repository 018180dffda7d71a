"""National Insurance for each pay period, and the Employment Allowance, once for an employer in a tax year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ownway.rules import frequencies
from ownway.rules.employing import Assistant
from ownway.rules.parameters import Figures
from ownway.rules.refusals import InputProblem
from ownway.rules.steps import COUNT, PENCE_YEARLY, YES_NO, Step
from ownway.rules.vocabulary import (
    NEAREST_PENNY,
    add_up,
    at_least,
    capped,
    choose,
    convert,
    given,
    part_of,
    take_away,
)

_LAW = "Class 1 National Insurance"
A, C, M = "A", "C", "M"
CATEGORIES = (A, C, M)
_OTHER_LETTERS = {
    "B": "some married women and widows",
    "H": "apprentices under 25",
    "J": "people who put off paying because of another job",
    "V": "people who have left the armed forces not long ago",
    "X": "people who pay no National Insurance",
    "Z": "people under 21 who put off paying because of another job",
}
"""Letters that the rulebook does not work out, and who has them. As recalled: not read."""


def category(assistant: Assistant) -> str:
    """The category letter by age: C over State Pension age, M under 21, else A. Letter H (apprentices) is not built."""
    if assistant.over_state_pension_age:
        return C
    return M if assistant.age_years < 21 else A


def letter_problems(field: str, letter: str) -> Iterator[InputProblem]:
    """What is wrong with a letter that is not worked out here, and what to do instead."""
    if letter in CATEGORIES:
        return
    if letter in _OTHER_LETTERS:
        what = f"Letter {letter} is for {_OTHER_LETTERS[letter]}. We do not work it out here."
    else:
        what = f"“{letter}” is not a letter that we work out."
    yield InputProblem(field, f"{what} Choose one of {', '.join(CATEGORIES)}, or ask whoever runs your payroll.")


def employer(*, pay: Step, pay_period: str, letter: str, figures: Figures) -> Step:
    """What the employer pays on the pay of one period, to the nearest penny, in the unit of the pay.

    Letters A and C: the rate on pay above the secondary threshold; M (under 21): only above the upper limit.
    Limits for 2 and 4 weeks are so many weekly ones (HMRC's practice, as recalled); the monthly ones are their own.
    """
    limit = "ni.uel" if letter == M else "ni.secondary_threshold"
    threshold = _limit(limit, pay_period, figures)
    above = at_least("Pay above the limit", take_away("Pay less the limit", pay, threshold))
    return part_of(
        "Employer’s National Insurance", above, figures.step("ni.employer_rate"), rounding=NEAREST_PENNY, law=_LAW
    )


def employee(*, pay_weekly: Step, figures: Figures) -> tuple[Step, Step]:
    """What the employee pays on a week's pay (letter A): up to the upper earnings limit, and above it, each rounded."""
    start, upper = figures.step("ni.primary_threshold_week"), figures.step("ni.uel_week")
    up_to = capped("Pay up to the upper limit", pay_weekly, at=upper)
    between = at_least("Pay between the limits", take_away("Pay less the lower limit", up_to, start))
    above = at_least("Pay above the upper limit", take_away("Pay less the upper limit", pay_weekly, upper))
    main_rate, upper_rate = figures.step("ni.employee_main_rate"), figures.step("ni.employee_upper_rate")
    return (
        part_of("National Insurance up to the upper limit", between, main_rate, rounding=NEAREST_PENNY, law=_LAW),
        part_of("National Insurance above the upper limit", above, upper_rate, rounding=NEAREST_PENNY, law=_LAW),
    )


def employer_yearly(*, assistant: Assistant, pay_weekly: Step, figures: Figures, year: str) -> Step:
    """What the employer pays on an assistant's pay in a year of pay periods, before any allowance, in pence a year."""
    period = assistant.pay_period
    pay = pay_weekly
    if period != frequencies.WEEK:
        pay = frequencies.each_period(f"Pay of {assistant.name} each period", pay_weekly, every=period, year=year)
    once = employer(pay=pay, pay_period=period, letter=category(assistant), figures=figures)
    return convert(
        f"Employer’s National Insurance for {assistant.name}",
        once,
        times=given("Pay periods in a year", frequencies.PERIODS_YEARLY[period], COUNT),
        over=given("Over", 1, COUNT),
        unit=PENCE_YEARLY,
        rounding="",
    )


def weekly_after_allowance(
    *, yearly: Iterable[Step], only_care: bool, claims_allowance: bool, year: str, figures: Figures, source: str
) -> Step:
    """What one employer pays a week for all assistants, in pence, after the one allowance. `yearly`: before it, each."""
    due = add_up("Employer’s National Insurance in a year", *yearly, unit=PENCE_YEARLY)
    used = allowance_used(due_yearly=due, only_care=only_care, figures=figures)
    claimed = given("The Employment Allowance is claimed", int(claims_allowance), YES_NO, source=source)
    none = given("No allowance claimed", 0, PENCE_YEARLY)
    left = take_away("National Insurance to pay", due, choose("Allowance", claimed, yes=used, no=none))
    return frequencies.weekly(left, every=frequencies.YEAR, year=year)


def allowance_used(*, due_yearly: Step, only_care: bool, figures: Figures) -> Step:
    """How much of the one Employment Allowance of an employer is used, in pence a year.

    Somebody who employs in their own home has it only where all the work is care for a person who needs it because of
    age, disability, illness or mental disorder. Source: HMRC, NIM06520 and NIM06535.
    """
    law = "HMRC NIM06520 and NIM06535"
    allowance = capped("Allowance, no more than is due", figures.step("ni.employment_allowance"), at=due_yearly)
    return choose(
        "Employment Allowance used",
        given("All the work is care and support", int(only_care), YES_NO, source="the employer"),
        yes=allowance,
        no=given("No allowance for other work in the home", 0, PENCE_YEARLY, law=law),
        law=law,
    )


def _limit(figure: str, pay_period: str, figures: Figures) -> Step:
    if pay_period == frequencies.MONTH:
        return figures.step(f"{figure}_month")
    weekly = figures.step(f"{figure}_week")
    if pay_period == frequencies.WEEK:
        return weekly
    return frequencies.each_period(f"{weekly.label}, for the pay period", weekly, every=pay_period)
