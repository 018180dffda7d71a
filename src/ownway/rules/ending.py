"""When a job ends: redundancy pay, notice, and what a budget sets aside so that the money is there on the day."""

from __future__ import annotations

from ownway.rules.parameters import Figures
from ownway.rules.steps import COUNT, HUNDREDTHS_OF_A_WEEK, PENCE, PENCE_WEEKLY, WEEKS, YEARS, Step
from ownway.rules.vocabulary import (
    NEAREST_PENNY,
    PENNY_UP,
    add_up,
    at_least,
    capped,
    choose,
    convert,
    for_each,
    given,
    larger_of,
    reaches,
    take_away,
)

REDUNDANCY_LAW = "Employment Rights Act 1996 s.162 (as others explain it)"
NOTICE_LAW = "Employment Rights Act 1996 s.86 (as Acas explains it)"
WEEKS_IN_A_YEAR = 52


def redundancy_weeks(*, age_years: Step, worked_years: Step, figures: Figures) -> Step:
    """How many weeks of pay redundancy comes to, in hundredths of a week; nothing before the least years of work.

    Both in whole years on the last day, counted back from it: at the older age a year counts for 1.5 weeks, at the
    middle age for 1, below it for 0.5, and no more than the last 20 years count.
    """
    counted = capped("Years that count", worked_years, at=figures.step("redundancy.most_years"))
    older = _years_since("Full years at 41 or over", age_years, figures.step("redundancy.older_age"), counted)
    grown = _years_since("Full years at 22 or over", age_years, figures.step("redundancy.middle_age"), counted)
    weeks = add_up(
        "Weeks of redundancy pay",
        _weeks_for("Weeks for years at 41 or over", older, "redundancy.weeks_older", figures),
        _weeks_for(
            "Weeks for years from 22 to 40",
            take_away("Full years from 22 to 40", grown, older),
            "redundancy.weeks_middle",
            figures,
        ),
        _weeks_for(
            "Weeks for years below 22",
            take_away("Full years below 22", counted, grown),
            "redundancy.weeks_younger",
            figures,
        ),
        law=REDUNDANCY_LAW,
    )
    return choose(
        "Weeks of redundancy pay due",
        reaches("Worked long enough", worked_years, figures.step("redundancy.least_years"), law=REDUNDANCY_LAW),
        yes=weeks,
        no=given("None: not worked long enough", 0, HUNDREDTHS_OF_A_WEEK),
        law=REDUNDANCY_LAW,
    )


def redundancy_pay(*, pay_weekly: Step, age_years: Step, worked_years: Step, figures: Figures) -> Step:
    """Redundancy pay in pence: so many weeks' pay, each no more than the cap of the day the job ends."""
    week = capped("A week’s pay that counts", pay_weekly, at=figures.step("redundancy.week_cap"), law=REDUNDANCY_LAW)
    return convert(
        "Redundancy pay",
        week,
        times=redundancy_weeks(age_years=age_years, worked_years=worked_years, figures=figures),
        over=given("Hundredths of a week in a week", 100, COUNT),
        unit=PENCE,
        rounding=NEAREST_PENNY,
        law=REDUNDANCY_LAW,
    )


def notice_weeks(*, worked_years: Step, worked_a_month: bool, contract_weeks: int, figures: Figures) -> Step:
    """Weeks of notice from the employer: one after a month, one for each full year up to 12, or the contract's if more."""
    contract = given("Weeks in the contract", contract_weeks, WEEKS, source="the contract")
    if not worked_a_month:
        return contract
    for_years = convert(
        "A week for each full year",
        figures.step("notice.weeks_each_year"),
        times=worked_years,
        over=given("Over", 1, COUNT),
        unit=WEEKS,
        rounding="",
    )
    by_law = capped(
        "Weeks by law",
        at_least("At least", for_years, floor=figures.step("notice.least_weeks")),
        at=figures.step("notice.most_weeks"),
        law=NOTICE_LAW,
    )
    return larger_of("Weeks of notice", by_law, contract, law=NOTICE_LAW)


def notice_pay(*, weeks: Step, pay_weekly: Step) -> Step:
    """Pay for the weeks of notice, worked or not, in pence."""
    return for_each("Pay for the notice", weeks, pay_weekly)


def set_aside_weekly(*, in_a_year: Step, held_pence: int) -> Step:
    """What to set aside each week of the coming year, so that what would then be due is there. In pence a week."""
    held = given("Set aside already", held_pence, PENCE, source="the account")
    return convert(
        "Set aside each week",
        at_least("Still to set aside", take_away("Due in a year, less what is there", in_a_year, held)),
        times=given("Times", 1, COUNT),
        over=given("Weeks in a year", WEEKS_IN_A_YEAR, COUNT),
        unit=PENCE_WEEKLY,
        rounding=PENNY_UP,
    )


def years(label: str, value: int) -> Step:
    """Whole years, as they were told."""
    return given(label, value, YEARS, source="asked")


def _years_since(label: str, age: Step, since: Step, counted: Step) -> Step:
    return capped(label, at_least("Years since that age", take_away("Age, less that age", age, since)), at=counted)


def _weeks_for(label: str, worked: Step, figure: str, figures: Figures) -> Step:
    one = given("For each year", 1, COUNT)
    return convert(label, figures.step(figure), times=worked, over=one, unit=HUNDREDTHS_OF_A_WEEK, rounding="")
