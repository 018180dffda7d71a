"""The cost of employing somebody follows holiday pay, apprentices, birthdays, the council's year and its very edges."""

from dataclasses import replace
from datetime import date

import pytest
from tests.rules.figures import national
from tests.rules.recalled import as_recalled

from ownway.rules import minimum_wage, national_insurance, pension_duties
from ownway.rules.employing import Assistant, PaidTime, counted_time, time_problems
from ownway.rules.employment_allowance import AllowanceQuestion, who_may
from ownway.rules.employment_cost import Employer, Job, JobCost, Running, cost
from ownway.rules.parameters import FigureNotConfirmed
from ownway.rules.pension_duties import PostponementQuestion, WorkerQuestion
from ownway.rules.steps import MINUTES_WEEKLY, PENCE_HOURLY, PENCE_WEEKLY, PENCE_YEARLY
from ownway.rules.vocabulary import given

CARYS = Assistant(key="carys", name="Carys", age_years=34)
DAYTIME = PaidTime("weekday", 20 * 60, 1_300)  # £260 a week
BY_DAYS = "365/7"


def job(who: Assistant = CARYS, year: str = "52", **more: int) -> JobCost:
    employer = Employer(jobs=(Job(who, (DAYTIME,), **more),), year=year)
    return cost(employer, figures=as_recalled()).jobs[0]


def test_holiday_paid_as_it_is_earned_counts_for_insurance_and_pension() -> None:
    """£260 and £31.38 of holiday (12.07%) are £291.38 a week, £1,165.52 every 4 weeks."""
    costed = job(replace(CARYS, hours_kind="irregular"))
    assert costed.holiday.value == 3_138
    assert costed.insurance_yearly.value == 13 * 11_723  # (£1,165.52 − £384) × 15% = £117.228
    assert costed.pension.value == 514  # (£1,165.52 − £480) × 3% = £20.57, ÷ 4 = £5.142…


def test_an_apprentice_is_held_to_the_apprentices_wage() -> None:
    """£10 an hour at 18: more than an apprentice's £8, less than the £10.85 of somebody else of that age."""
    young = replace(CARYS, age_years=18)
    for apprentice in (True, False):
        one = Job(replace(young, apprentice=apprentice), (PaidTime("weekday", 600, 1_000),))
        (costed,) = cost(Employer(jobs=(one,)), figures=as_recalled()).jobs
        assert bool(costed.minimum_wage.enough.value) == apprentice


def test_miles_are_put_on_the_week_by_the_councils_year() -> None:
    assert job(miles_yearly=1_000, mile_pence=45, year=BY_DAYS).mileage.value == 863  # £450 × 7 ÷ 365 = £8.630…


def test_what_runs_with_it_is_put_on_the_week_by_the_councils_year() -> None:
    employer = Employer(jobs=(Job(CARYS, (DAYTIME,)),), running=(Running("Insurance", 10_400),), year=BY_DAYS)
    assert [one.value for one in cost(employer, figures=as_recalled()).running] == [199]  # £104 × 7 ÷ 365 = £1.994…


def test_a_monthly_pension_goes_by_the_councils_year_there_and_back() -> None:
    """£260 × 365 ÷ 84 = £1,129.76 a month; (£1,129.76 − £520) × 3% = £18.29; × 84 ÷ 365 = £4.209…"""
    assert job(replace(CARYS, pay_period="month"), year=BY_DAYS).pension.value == 421


def test_monthly_insurance_goes_by_the_councils_year() -> None:
    """£260 × 365 ÷ 84 = £1,129.76 a month; (£1,129.76 − £417) × 15% = £106.914, twelve times."""
    assert job(replace(CARYS, pay_period="month"), year=BY_DAYS).insurance_yearly.value == 12 * 10_691


def test_without_the_allowance_every_penny_of_insurance_is_paid() -> None:
    yearly = [given("National Insurance", 78, PENCE_YEARLY)]  # 78p ÷ 52 = 1.5p, and 77p would be 1.48p
    asked = {"only_care": True, "claims_allowance": False, "year": "52", "source": "asked"}
    found = national_insurance.weekly_after_allowance(yearly=yearly, figures=as_recalled(), **asked)
    assert found.value == 2


def test_a_single_minute_has_an_average_pay() -> None:
    pay, rate = given("Pay", 13, PENCE_WEEKLY), given("Rate", 1_271, PENCE_HOURLY)
    found = minimum_wage.check(pay=pay, time=given("Time", 1, MINUTES_WEEKLY), rate=rate)
    assert found.average_hourly is not None
    assert found.average_hourly.value == 780


def test_of_a_sleep_in_only_the_time_awake_counts_and_is_called_so() -> None:
    night = PaidTime("sleep-in", 480, 5_000, minutes_awake_weekly=30)
    counted = counted_time("Carys", [night, DAYTIME])
    assert counted.value == 30 + 1_200
    assert [part.label for part in counted.parts] == ["Awake for working, sleep-in", "Time, weekday"]


@pytest.mark.parametrize(("age", "weekly"), [(40, 1_000), (41, 1_250)])
def test_redundancy_is_set_aside_by_the_age_in_a_year(age: int, weekly: int) -> None:
    """In a year two years are worked. At 41 that is 2 weeks of £260; at 42 one year counts for 1.5: 2.5 weeks. ÷ 52."""
    assert job(replace(CARYS, age_years=age), worked_years=1).set_aside.value == weekly


def test_the_pension_figures_of_two_pay_periods_are_asked_for_at_once() -> None:
    monthly = Job(replace(CARYS, key="owen", pay_period="month"), (DAYTIME,))
    with pytest.raises(FigureNotConfirmed) as refusal:
        cost(Employer(jobs=(Job(CARYS, (DAYTIME,)), monthly)), figures=national())
    assert {"pension.ae_trigger_4_weeks", "pension.ae_trigger_month"} <= set(refusal.value.ids)


def test_nobody_is_awake_in_a_sleep_in_of_no_time() -> None:
    (problem,) = time_problems([PaidTime("sleep-in", 0, 100, minutes_awake_weekly=1)])
    assert problem.field == "times.0.minutes_awake_weekly"


def test_a_no_about_the_allowance_says_no_and_what_was_read() -> None:
    found = who_may(AllowanceQuestion(used_elsewhere=True))
    assert found.may_claim is False
    assert (found.law, found.standing) == ("HMRC NIM06520 and NIM06535", "read")


def test_outside_the_ages_of_the_law_nothing_need_be_done_about_a_pension() -> None:
    found = pension_duties.category(WorkerQuestion(75, 50_000, "week"), figures=as_recalled())
    assert (found.must_enrol, found.may_ask, found.employer_pays_if_they_ask) == (False, False, False)
    assert "people aged 16 to 74" in found.sentence


def test_the_least_pay_for_a_pension_is_asked_for_with_the_rest() -> None:
    with pytest.raises(FigureNotConfirmed) as refusal:
        pension_duties.category(WorkerQuestion(34, 50_000, "week"), figures=national())
    assert "pension.qualifying_lower_week" in refusal.value.ids


def test_enrolling_on_the_day_it_is_due_puts_nothing_off() -> None:
    due_on = date(2026, 2, 28)
    assert pension_duties.postponement(PostponementQuestion(due_on, due_on), figures=as_recalled()).may
