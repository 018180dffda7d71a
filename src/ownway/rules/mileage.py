"""Mileage in an assistant's own car: what it costs, and how much of it HMRC lets an employer pay free of tax."""

from __future__ import annotations

from ownway.rules.parameters import Figures
from ownway.rules.steps import COUNT, PENCE_YEARLY, Step
from ownway.rules.vocabulary import add_up, at_least, capped, convert, given, take_away

LAW = "HMRC’s mileage rates, as recalled: not read"
FIGURES = ("mileage.first_rate", "mileage.later_rate", "mileage.first_miles")


def yearly_cost(*, miles: Step, mile_pence: int) -> Step:
    """So many miles a year at what was agreed for each, in pence a year."""
    return _at("Mileage in a year", given("Agreed for each mile", mile_pence, COUNT, source="the agreement"), miles)


def free_of_tax_yearly(*, miles: Step, figures: Figures) -> Step:
    """The most that may be paid free of tax for these miles in a tax year, in pence: one rate up to a number of miles,
    another above. Refuses until a council has confirmed the three figures."""
    figures.require(*FIGURES)
    first = capped("Miles at the first rate", miles, at=figures.step("mileage.first_miles"))
    later = take_away("Miles after them", miles, first)
    return add_up(
        "May be paid free of tax",
        _at("First miles", figures.step("mileage.first_rate"), first),
        _at("Later miles", figures.step("mileage.later_rate"), later),
        law=LAW,
    )


def taxed_yearly(*, paid: Step, free: Step) -> Step:
    """What is paid above that, and counts as pay, in pence a year."""
    return at_least("Paid above it, and taxed", take_away("Paid, less what is free of tax", paid, free), law=LAW)


def _at(label: str, rate: Step, miles: Step) -> Step:
    one = given("Over", 1, COUNT)
    return convert(label, rate, times=miles, over=one, unit=PENCE_YEARLY, rounding="")
