"""Every rule about employing answers its own example, as worked out by hand here, and refuses what cannot be."""

from datetime import date

import pytest
from tests.rules.figures import national
from tests.rules.recalled import as_recalled

from ownway.rules import vocabulary as words
from ownway.rules.answers_employing import PLAIN_RULES, RULES
from ownway.rules.parameters import FigureNotConfirmed, FigureNotKnown
from ownway.rules.refusals import BadInput
from ownway.rules.registry import answer, answer_plainly, replay
from ownway.rules.steps import used_parameters

# The answers to each rule's own example, worked out by hand.
BY_HAND = {
    # 3 h × £13 = £39; holiday £39 × 5.6 ÷ 46.4 = £4.706…; no pension over State Pension age; the allowance covers NI.
    "plan.cost": {"weekly": 4_371, "four_weekly": 17_484, "yearly": 227_292, "one_off": 0},
    # 20 h × £13 = £260; × 5.6 ÷ 46.4 = £31.379…; £123.25 ÷ 52 = £2.370…; 3 weeks × £260 ÷ 52 = £15;
    # 520 miles × 45p ÷ 52 = £4.50; £104 ÷ 52 = £2. Together £315.25.
    "employing.cost": {
        "jobs.carys.pay": 26_000,
        "jobs.carys.holiday": 3_138,
        "jobs.carys.sickness": 237,
        "jobs.carys.set_aside": 1_500,
        "jobs.carys.mileage": 450,
        "running.0": 200,
        "weekly": 31_525,
        "four_weekly": 126_100,
        "yearly": 1_639_300,
    },
    "mileage.cost": {"yearly": 45_000},  # 1,000 × 45p
    # 10,000 × 45p + 1,000 × 25p = £4,750; 11,000 × 50p = £5,500
    "mileage.free_of_tax": {"free_of_tax": 475_000, "taxed": 75_000},
    "pay.gross": {"times.0": 13_000, "times.1": 5_250, "gross": 18_250},  # 10 h × £13; 3.5 h × £15
    "nmw.rate_for_pay_reference_period": {"rate": 1_221},  # the period began before 1 April 2026
    # £130 + 9 h × £6 = £184, for 10 h + 1 h awake: £12.71 × 11 = £139.81; £184 ÷ 11 = £16.727…
    "nmw.check": {"pay": 18_400, "least": 13_981, "enough": 1, "average": 1_672},
    # £100 charged, £11.10 × 7 = £77.70 allowed: £22.30 comes off; £477.70 ÷ 40 = £11.9425; £12.71 × 40 = £508.40
    "nmw.accommodation": {"pay": 47_770, "change": 2_230, "least": 50_840, "hourly": 1_194, "enough": 0},
    "nmw.accommodation_weekly_cap": {"offset_week": 7_770},
    # 20 h × 50p × 365 ÷ 7 = £521.428…; ÷ 12 = £43.4525
    "nmw.annual_increase": {"yearly": 52_143, "monthly": 4_345},
    "ni.employer": {"employer": 6_240},  # (£800 − 4 × £96) × 15%
    # (£967 − £242) × 8% = £58; (£1,000 − £967) × 2% = 66p
    "ni.employee": {"main": 5_800, "upper": 66, "total": 5_866},
    "ni.employment_allowance": {"used": 1_050_000, "payable": 150_000},
    # 13 × £62.40 = £811.20; 52 × (£300 − £96) × 15% = 52 × £30.60 = £1,591.20
    "ni.employer_year": {"assistants.0": 81_120, "assistants.1": 159_120, "due": 240_240, "payable": 0},
    "ni.allowance_through_year": {"periods.0": 0, "periods.1": 0, "periods.2": 150_000, "used": 1_050_000},
    "pension.employer": {"employer": 1_560},  # (£1,000 − £480) × 3%
    "holiday.irregular_accrual": {"accrued": 8 * 60},  # 68 h × 12.07% = 8.2076 h
    "holiday.fixed_hours": {"days": 1_680},  # 3 × 5.6 = 16.8
    "holiday.rolled_up_pay": {"holiday_pay": 4_828},  # £400 × 12.07%
    "holiday.first_year": {"days": 1_200},  # 28 × 5 ÷ 12 = 11.66… → 12
    "holiday.leave_year": {"periods.0": 480, "periods.1": 240, "periods.2": 0, "earned": 720},  # 37 h: 4.4659 → 4
    "holiday.week_pay": {"weekly": 25_000},  # £13,000 ÷ 52
    "holiday.owed": {"owed": 21_600},  # 28 × 73 ÷ 365 = 5.6 days, less 2: 3.6 × £60
    "ssp.eligibility": {"average": 12_000, "entitled": 0},  # £120 is below £125
    "ssp.weekly_rate": {"weekly": 12_000},  # 80% of £150
    "ssp.waiting_days": {"waiting_days": 0, "paid_days": 3},
    "ssp.payable_days": {"waiting_days": 0, "paid_days": 3},
    # £123.25 × 3 ÷ 5 = £73.95 and × 2 ÷ 5 = £49.30; + £350 − £300
    "ssp.absence": {"sick_pay": 12_325, "waiting_days": 0, "paid_days": 5, "entitled": 1, "extra": 17_325},
    # 6 × £270 = £1,620; 33 × £194.32 = £6,412.56
    "smp.cost": {"first_weekly": 27_000, "more_weekly": 19_432, "total": 803_256, "entitled": 1},
    "smp.recovery": {"recovered": 875_549, "left": -72_293},  # £8,032.56 × 109% = £8,755.4904
    # Aged 43 after 5 years: 2 at 41 or over (3 weeks), 3 from 22 (3 weeks): 6 × £300
    "redundancy.pay": {"weeks": 600, "redundancy": 180_000},
    # In a year, aged 44 after 6: 3 × 1.5 + 3 = 7.5 weeks: £2,250; less £1,800, ÷ 52 = £8.653…
    "redundancy.set_aside": {"in_a_year": 225_000, "weekly": 866},
    "notice.weeks": {"weeks": 5, "pay": 150_000},
    "employing.start_up": {"total": 35_500},  # £50 + £95 + £60 + 2 × £75
    # notice 5 × £300; redundancy £1,800; holiday 3.6 days × £60; last payroll £45
    "employing.run_off": {
        "leavers.0.notice": 150_000,
        "leavers.0.redundancy": 180_000,
        "leavers.0.holiday": 21_600,
        "leavers.0.total": 351_600,
        "total": 356_100,
    },
}
PLAINLY = {
    "nmw.which_night": {"day_kind": "sleep-in", "all_counts": False},
    "ni.who_may_have_allowance": {"may_claim": True},
    "pension.worker_category": {"category": "eligible", "must_enrol": True},
    "pension.postponement": {"may": True, "latest_on": "2026-09-01"},
    "holiday.which": {"builds_up": "5.6 weeks", "may_roll_up": False},
}
NOT_CONFIRMED = {"pension.employer", "mileage.free_of_tax"}


@pytest.mark.parametrize("name", sorted(RULES))
def test_its_example_comes_out_as_worked_by_hand(name: str) -> None:
    answers = answer(name, RULES[name].example, as_recalled())
    assert {key: answers[key].value for key in BY_HAND[name]} == BY_HAND[name]


@pytest.mark.parametrize("name", sorted(RULES))
def test_the_working_of_its_example_gives_it_again(name: str) -> None:
    answers = answer(name, RULES[name].example, as_recalled())
    assert all(words.recompute(step) == step for step in answers.values())
    assert replay(name, RULES[name].example, used_parameters(*answers.values())) == answers


@pytest.mark.parametrize("name", sorted(PLAIN_RULES))
def test_its_example_is_answered_in_words(name: str) -> None:
    answers = answer_plainly(name, PLAIN_RULES[name].example, as_recalled())
    assert {key: answers[key] for key in PLAINLY[name]} == PLAINLY[name]
    assert answers.get("sentence") or answers["reasons"]
    assert answers["law"]
    assert answers["standing"]


@pytest.mark.parametrize("name", sorted({**RULES, **PLAIN_RULES}))
def test_it_says_what_it_is(name: str) -> None:
    rule = {**RULES, **PLAIN_RULES}[name]
    assert rule.title
    assert rule.says.endswith(".")
    assert rule.law
    assert date.fromisoformat(rule.example["on"]).year == 2026


@pytest.mark.parametrize("name", sorted(RULES.keys() - NOT_CONFIRMED))
def test_it_needs_nothing_that_nobody_has_looked_up(name: str) -> None:
    assert answer(name, RULES[name].example, national())


@pytest.mark.parametrize("name", sorted(NOT_CONFIRMED))
def test_it_waits_for_a_council_to_confirm_its_figures(name: str) -> None:
    with pytest.raises(FigureNotConfirmed, match="on the Figures page"):
        answer(name, RULES[name].example, national())


DATED = {"nmw.rate_for_pay_reference_period": {"starts_on": "1998-06-01"}}


OF_NO_DAY = {"pay.gross", "mileage.cost", "holiday.week_pay", "nmw.annual_increase"}
LONG_AGO = {
    "nmw.rate_for_pay_reference_period": {"starts_on": "1970-06-01"},
    "ssp.absence": {"spells": [{"from_on": "1970-06-01", "to_on": "1970-06-07"}]},
    "employing.start_up": {"check": "basic"},
}


@pytest.mark.parametrize("name", sorted(RULES.keys() - OF_NO_DAY))
def test_a_day_before_the_first_figure_is_refused(name: str) -> None:
    asked = {**RULES[name].example, "on": "1970-06-01", **LONG_AGO.get(name, {})}
    with pytest.raises(FigureNotKnown, match="1970"):
        answer(name, asked, as_recalled())


def whole_numbers(data: object, at: tuple = ()) -> list[tuple]:
    if isinstance(data, dict):
        return [path for key, value in data.items() for path in whole_numbers(value, (*at, key))]
    if isinstance(data, list):
        return [path for place, value in enumerate(data) for path in whole_numbers(value, (*at, place))]
    return [at] if type(data) is int else []


def changed(data: object, path: tuple, value: object) -> object:
    if not path:
        return value
    copy = list(data) if isinstance(data, list) else dict(data)
    copy[path[0]] = changed(data[path[0]], path[1:], value)
    return copy


EVERY_NUMBER = [(name, path) for name, rule in RULES.items() for path in whole_numbers(dict(rule.example))]


@pytest.mark.parametrize(("name", "path"), EVERY_NUMBER, ids=str)
def test_a_number_below_nothing_is_told_by_its_field(name: str, path: tuple) -> None:
    with pytest.raises(BadInput) as refusal:
        answer(name, changed(RULES[name].example, path, -1), as_recalled())
    assert ".".join(str(part) for part in path) in [problem.field for problem in refusal.value.problems]


@pytest.mark.parametrize(
    ("name", "change", "fields"),
    [
        ("pay.gross", {"times": []}, ["times"]),
        (
            "nmw.check",
            {"age_years": 12, "times": [{"day_kind": "holiday", "minutes_weekly": 10_081, "hourly_pence": 1}]},
            ["age_years", "times.0.day_kind", "times"],
        ),
        ("ni.employer_year", {"assistants": []}, ["assistants"]),
        (
            "ni.employer_year",
            {"assistants": [{"pay_pence": -1, "pay_period": "day", "category": "Q"}]},
            ["assistants.0.pay_pence", "assistants.0.pay_period", "assistants.0.category"],
        ),
        ("pension.employer", {"pay_period": "quarter", "age_years": 9}, ["pay_period", "age_years"]),
        ("holiday.irregular_accrual", {"hours_kind": "odd"}, ["hours_kind"]),
        ("holiday.rolled_up_pay", {"hours_kind": "odd", "pay_pence": -4}, ["pay_pence", "hours_kind"]),
        ("holiday.first_year", {"days_weekly": 8, "months": 13}, ["days_weekly", "months"]),
        ("holiday.leave_year", {"hours_daily_minutes": 0}, ["hours_daily_minutes"]),
        ("holiday.leave_year", {"hours_daily_minutes": 1_441}, ["hours_daily_minutes"]),
        ("holiday.week_pay", {"weeks": 53}, ["weeks"]),
        ("holiday.week_pay", {"weeks": 0}, ["weeks"]),
        ("holiday.owed", {"days_weekly": 0}, ["days_weekly"]),
        ("ssp.waiting_days", {"sick_from": "Funday", "qualifying_days": []}, ["qualifying_days", "sick_from"]),
        ("ssp.waiting_days", {"sick_from": "Fri", "sick_to": "Mon"}, ["sick_to"]),
        ("ssp.absence", {"spells": []}, ["spells"]),
        ("ssp.absence", {"qualifying_days": ["Mon", "Mon", "Oh"]}, ["qualifying_days", "qualifying_days"]),
        ("redundancy.pay", {"age_years": 17, "worked_years": 18}, ["worked_years"]),
        ("employing.start_up", {"check": "thorough"}, ["check"]),
        (
            "employing.run_off",
            {
                "leavers": [
                    {
                        "name": "Carys",
                        "pay_weekly_pence": 1,
                        "age_years": 43,
                        "worked_years": 5,
                        "days_weekly": 9,
                        "hours_kind": "some",
                    }
                ]
            },
            ["leavers.0.hours_kind", "leavers.0.days_weekly"],
        ),
        ("employing.cost", {"jobs": []}, ["jobs"]),
        ("mileage.cost", {"mile_pence": "45p"}, ["mile_pence"]),
    ],
)
def test_everything_wrong_is_told_at_once(name: str, change: dict, fields: list[str]) -> None:
    with pytest.raises(BadInput) as refusal:
        answer(name, {**RULES[name].example, **change}, as_recalled())
    assert [problem.field for problem in refusal.value.problems] == fields
