"""Employing costs pay, holiday, National Insurance, pension, money held for sickness and the end, and what runs with it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given as told
from hypothesis import strategies as some
from tests.rules.figures import national
from tests.rules.recalled import as_recalled

from ownway.rules import vocabulary as words
from ownway.rules.employing import Assistant, PaidTime
from ownway.rules.employment_cost import Employer, Job, Running, cost
from ownway.rules.parameters import FigureNotConfirmed
from ownway.rules.refusals import BadInput
from ownway.rules.steps import used_parameters

CARYS = Assistant(key="carys", name="Carys", age_years=34)
OWEN = Assistant(key="owen", name="Owen", age_years=20, hours_kind="irregular", pay_period="month")
DAYTIME = PaidTime("weekday", 20 * 60, 1_300)
ONE = Employer(jobs=(Job(CARYS, (DAYTIME,)),))


def found(employer: Employer = ONE, **changes: object) -> object:
    return cost(replace(employer, **changes), figures=as_recalled())


def test_one_job_by_its_parts() -> None:
    costed = found()
    (job,) = costed.jobs
    assert job.pay.value == 26_000
    assert job.holiday.value == 3_138  # £260 × 5.6 ÷ 46.4
    assert job.pension.value == 420  # 4 weeks: (£1,040 − £480) × 3% = £16.80
    assert job.insurance_yearly.value == 13 * 9_840  # (£1,040 − £384) × 15% = £98.40
    assert (job.sickness.value, job.set_aside.value, job.mileage.value) == (0, 0, 0)
    assert costed.weekly.value == 26_000 + 3_138 + 420
    assert costed.four_weekly.value == 4 * 29_558
    assert costed.yearly.value == 52 * 29_558


def test_a_year_may_be_counted_in_365_days() -> None:
    # £295.58 × 365 ÷ 7 = £15,412.385… and the pension stays £4.20 a week
    assert found(year="365/7").yearly.value == 1_541_239


def test_every_kind_of_day_has_its_pay() -> None:
    kinds = ("weekday", "evening", "weekend", "bank holiday", "sleep-in", "waking night")
    times = tuple(PaidTime(kind, 60, 1_000 + place) for place, kind in enumerate(kinds))
    assert found(jobs=(Job(CARYS, times),)).jobs[0].pay.value == 6_015


def test_without_the_allowance_national_insurance_is_in_the_week() -> None:
    # 13 × £98.40 = £1,279.20 ÷ 52
    assert found(claims_allowance=False).insurance.value == 2_460
    assert found(only_care=False).insurance.value == 2_460
    assert found().insurance.value == 0


def test_two_assistants_share_the_one_allowance() -> None:
    # Each 60 h × £30 = £1,800 a week: (£7,200 − £384) × 15% × 13 = £13,291.20; two £26,582.40, less £10,500, ÷ 52
    busy = (PaidTime("weekday", 60 * 60, 3_000),)
    second = replace(CARYS, key="second")
    costed = found(jobs=(Job(CARYS, busy), Job(second, busy)))
    assert costed.insurance.value == 30_928  # £16,082.40 ÷ 52 = £309.276…


def test_somebody_under_21_with_changing_hours() -> None:
    job = found(jobs=(Job(OWEN, (DAYTIME,)),)).jobs[0]
    assert job.holiday.value == 3_138  # £260 × 12.07% = £31.382
    assert job.insurance_yearly.value == 0  # letter M
    assert job.pension.value == 0  # under 22


def test_the_pension_goes_by_the_pay_period_not_the_year() -> None:
    # £192 a week reaches the weekly trigger, though 52 of them are £9,984: (£192 − £120) × 3% = £2.16
    weekly = replace(CARYS, pay_period="week")
    assert found(jobs=(Job(weekly, (PaidTime("weekday", 60, 19_200),)),)).jobs[0].pension.value == 216


def test_money_is_held_for_sickness_redundancy_and_miles() -> None:
    job = Job(CARYS, (DAYTIME,), worked_years=1, sick_weeks_yearly=2, miles_yearly=1_000, mile_pence=45)
    costed = found(jobs=(job,)).jobs[0]
    assert costed.sickness.value == 474  # 2 × £123.25 ÷ 52 = £4.740…
    assert costed.set_aside.value == 1_000  # in a year 2 weeks × £260 = £520, ÷ 52
    assert costed.mileage.value == 865  # £450 ÷ 52 = £8.653…
    assert found(jobs=(replace(job, held_pence=26_000),)).jobs[0].set_aside.value == 500


def test_what_runs_with_it_is_put_on_the_week() -> None:
    running = (
        Running("Insurance", 10_400),
        Running("Payroll", 1_200, "month"),
        Running("Training", 500, "4 weeks"),
    )
    costed = found(running=running)
    assert [one.value for one in costed.running] == [200, 277, 125]  # £12 × 12 ÷ 52 = £2.769…
    assert costed.weekly.value == 29_558 + 602


def test_a_wage_below_the_least_is_shown_not_hidden() -> None:
    assert not found(jobs=(Job(CARYS, (PaidTime("weekday", 600, 1_270),)),)).jobs[0].minimum_wage.is_enough
    assert found().jobs[0].minimum_wage.is_enough


def test_the_pension_figures_are_asked_for_all_at_once() -> None:
    with pytest.raises(FigureNotConfirmed) as refusal:
        cost(ONE, figures=national())
    assert len(refusal.value.ids) == 5
    older = replace(CARYS, age_years=68, over_state_pension_age=True)
    assert cost(Employer(jobs=(Job(older, (DAYTIME,)),)), figures=national()).weekly.value == 29_138


def test_before_april_2026_low_pay_had_no_sick_pay_to_hold() -> None:
    little = Job(CARYS, (PaidTime("weekday", 9 * 60, 1_300),), sick_weeks_yearly=52)
    assert cost(Employer(jobs=(little,)), figures=as_recalled(date(2026, 4, 5))).jobs[0].sickness.value == 0
    assert found(jobs=(little,)).jobs[0].sickness.value == 9_360  # 80% of £117


@pytest.mark.parametrize(
    ("employer", "fields"),
    [
        (replace(ONE, jobs=ONE.jobs * 2), ["jobs"]),
        (replace(ONE, year="53"), ["year"]),
        (replace(ONE, running=(Running("Insurance", -1, "day"),)), ["running.0.amount_pence", "running.0.every"]),
        (Employer(jobs=(Job(CARYS, ()),)), ["jobs.0.times"]),
        (Employer(jobs=(Job(CARYS, (DAYTIME,), sick_weeks_yearly=53),)), ["jobs.0.sick_weeks_yearly"]),
        (
            Employer(jobs=(Job(replace(CARYS, hours_kind="odd", pay_period="day", age_years=3), (DAYTIME,)),)),
            ["jobs.0.assistant.age_years", "jobs.0.assistant.hours_kind", "jobs.0.assistant.pay_period"],
        ),
        (
            Employer(jobs=(Job(CARYS, (PaidTime("sleep-in", 60, 100, minutes_awake_weekly=61),)),)),
            ["jobs.0.times.0.minutes_awake_weekly"],
        ),
        (Employer(jobs=(Job(CARYS, (PaidTime("weekday", 10_081, 1),)),)), ["jobs.0.times"]),
    ],
)
def test_everything_wrong_is_told_by_its_field(employer: Employer, fields: list[str]) -> None:
    with pytest.raises(BadInput) as refusal:
        cost(employer, figures=as_recalled())
    assert [problem.field for problem in refusal.value.problems] == fields


MINUTES, RATES = some.integers(0, 3_000), some.integers(0, 4_000)


@told(minutes=MINUTES, rate=RATES, more=some.integers(1, 600), dearer=some.integers(1, 500))
def test_more_hours_or_higher_pay_never_cost_less(minutes: int, rate: int, more: int, dearer: int) -> None:
    def weekly(time: int, hour: int) -> int:
        job = Job(CARYS, (PaidTime("weekday", time, hour),), worked_years=3, sick_weeks_yearly=1)
        return found(jobs=(job,), claims_allowance=False).weekly.value

    assert weekly(minutes, rate) <= weekly(minutes + more, rate)
    assert weekly(minutes, rate) <= weekly(minutes, rate + dearer)


@told(minutes=MINUTES, rate=RATES, years=some.integers(0, 30), period=some.sampled_from(["week", "4 weeks", "month"]))
def test_the_parts_add_up_and_the_working_gives_the_answer(minutes: int, rate: int, years: int, period: str) -> None:
    job = Job(replace(CARYS, pay_period=period), (PaidTime("evening", minutes, rate),), worked_years=years)
    costed = found(jobs=(job,), running=(Running("Insurance", 10_000),))
    parts = [*costed.jobs[0].parts, costed.insurance, *costed.running]
    assert sum(part.value for part in parts) == costed.weekly.value
    assert words.recompute(costed.yearly) == costed.yearly
    assert {"holiday.weeks", "ni.employer_rate"} <= {one.id for one in used_parameters(costed.yearly)}
