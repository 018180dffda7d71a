"""Questions about pay, sickness and holiday in the words of HMRC's and payroll guides' examples."""

from datetime import date
from decimal import Decimal

import pytest

from ownway.rules.holiday import HolidayNotLawful
from ownway.rules.parameters import FigureNotKnown, load_national
from ownway.rules.published import PUBLISHED, answer_published
from ownway.rules.refusals import BadInput, Refused

TODAY = date(2026, 11, 22)
LIVES_IN = {
    "date": "2024-06-01",
    "age": 30,
    "hourly": 12,
    "hours": 40,
    "accommodation_days": 7,
    "charge_per_day": 0,
}
WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri"]


def ask(rule, **facts):
    return answer_published(PUBLISHED[rule], facts, parameters=load_national(), today=TODAY).found


def fields_refused(rule, **facts):
    with pytest.raises(BadInput) as refusal:
        ask(rule, **facts)
    return [problem.field for problem in refusal.value.problems]


def test_a_free_room_adds_the_offset_to_the_pay():
    # £480.00 + 7 × £9.99 = £549.93; over 40 hours £13.748.
    assert ask("nmw.accommodation", **LIVES_IN) == {
        "offset_total": Decimal("69.93"),
        "excess_total": 0,
        "nmw_pay": Decimal("549.93"),
        "weekly_pay": Decimal("549.93"),
        "nmw_hourly": Decimal("13.74"),
        "compliant": True,
    }


def test_a_charge_up_to_the_offset_changes_nothing():
    found = ask("nmw.accommodation", **LIVES_IN | {"charge_per_day": Decimal("9.99")})
    assert (found["offset_total"], found["excess_total"], found["nmw_pay"]) == (Decimal("69.93"), 0, 480)


def test_what_is_charged_above_the_offset_comes_off_the_pay():
    # 7 × £20.00 less £69.93 is £70.07: £409.93 over 40 hours is £10.24, below £11.44.
    found = ask("nmw.accommodation", **LIVES_IN | {"charge_per_day": 20})
    assert (found["excess_total"], found["nmw_hourly"], found["compliant"]) == (
        Decimal("70.07"),
        Decimal("10.24"),
        False,
    )


def test_the_same_rent_may_be_told_for_the_period():
    without = {name: fact for name, fact in LIVES_IN.items() if name != "charge_per_day"}
    assert ask("nmw.accommodation", **without, rent=140) == ask(
        "nmw.accommodation", **LIVES_IN | {"charge_per_day": 20}
    )
    assert fields_refused("nmw.accommodation", **LIVES_IN, rent=140) == ["rent"]
    assert fields_refused("nmw.accommodation", **without) == ["charge_per_day"]


def test_pay_that_is_no_whole_penny_is_refused():
    assert fields_refused("nmw.accommodation", **LIVES_IN | {"hourly": Decimal("9.99"), "hours": Decimal("0.5")}) == [
        "hours"
    ]


def test_an_offset_that_the_law_sets_otherwise_is_refused():
    with pytest.raises(Refused, match="was read in the law for 1 June 2024"):
        ask("nmw.accommodation_weekly_cap", date="2024-06-01", offset_day=12)
    assert ask("nmw.accommodation_weekly_cap", date="2025-06-01") == {"offset_week": Decimal("74.62")}  # 7 × £10.66


def test_a_rise_inside_a_pay_period_waits_for_the_next_one():
    rule = "nmw.rate_for_pay_reference_period"
    assert ask(rule, age=30, period_start="2026-03-16", period_end="2026-04-15") == {"rate": Decimal("12.21")}
    assert ask(rule, age=19, period_start="2026-04-01") == {"rate": Decimal("10.85")}
    assert fields_refused(rule, age=30) == ["period_start"]


def test_a_yearly_rise_counts_365_days():
    # 20 hours at 50p more: £10.00 × 365 ÷ 7 = £521.43, of which a month has £43.45.
    asked = {"hours_per_week": 20, "old": Decimal("12.21"), "new": Decimal("12.71")}
    assert ask("nmw.annual_increase", **asked) == {
        "annual_gross_increase": 521,
        "monthly_gross_increase": Decimal("43.45"),
    }
    assert fields_refused("nmw.annual_increase", **asked, weeks="52") == ["weeks"]


@pytest.mark.parametrize(
    ("facts", "due"),
    [
        ({"weekly_pay": 300, "category": "A"}, Decimal("30.6")),  # 15% of £204.00
        ({"weekly_pay": 300, "category": "C"}, Decimal("30.6")),
        ({"weekly_pay": 300, "category": "m"}, 0),
        ({"monthly_pay": 617, "category": "A"}, 30),  # 15% of £617.00 − £417.00
        ({"four_weekly_pay": 584, "category": "A"}, 30),  # 15% of £584.00 − 4 × £96.00
    ],
)
def test_the_limit_goes_by_how_often_somebody_is_paid(facts, due):
    assert ask("ni.employer", date="2026-06-01", **facts) == {"employer_ni": due}


def test_pay_is_said_once_with_a_letter_that_is_known():
    assert fields_refused("ni.employer", weekly_pay=1, monthly_pay=4, category="A") == ["monthly_pay"]
    assert fields_refused("ni.employer", category="A") == ["weekly_pay"]
    assert fields_refused("ni.employer", weekly_pay=300, category="Z") == ["category"]
    assert fields_refused("ni.employer", weekly_pay=-300, category="A") == ["weekly_pay"]


def test_a_day_before_the_first_rate_is_refused():
    with pytest.raises(FigureNotKnown, match="1 June 2010"):
        ask("ni.employer", date="2010-06-01", weekly_pay=300, category="A")


def test_an_employer_of_care_uses_the_allowance_up_to_its_amount():
    asked = {"tax_year": "2026/27", "domestic_employment": True}
    assert ask("ni.employment_allowance", **asked, care_and_support_employer=True, employer_ni_year=12_000) == {
        "allowance_used": 10_500,
        "employer_ni_payable": 1_500,
    }
    asked = {"care_and_support_employer": False, "domestic_employment": False, "employer_ni_year": 100}
    assert fields_refused("ni.employment_allowance", **asked) == ["domestic_employment"]


def test_sick_pay_under_the_old_rules_waits_three_days_and_under_the_new_ones_none():
    spell = {"qualifying_days": WEEK, "sick_from": "Mon", "sick_to": "Fri"}
    assert ask("ssp.waiting_days", date="2026-04-05", **spell) == {
        "waiting_days": 3,
        "payable_days": 2,
        "payable": "Thu, Fri",
    }
    assert ask("ssp.payable_days", date="2026-04-06", **spell)["payable_days"] == 5
    assert ask("ssp.waiting_days", before_2026_04_06=True, linked=True, **spell)["payable"] == ", ".join(WEEK)


def test_an_absence_over_the_end_of_a_week_is_no_question_for_this_rule():
    assert fields_refused("ssp.payable_days", qualifying_days=WEEK, sick_from="Fri", sick_to="Tue") == ["sick_to"]
    assert fields_refused("ssp.payable_days", qualifying_days=["Someday"], sick_from="Fri", sick_to="Fri") == [
        "qualifying_days.0"
    ]


def test_under_the_old_rules_low_pay_had_no_sick_pay():
    assert ask("ssp.weekly_rate", date="2025-06-01", average_weekly_earnings=124) == {"weekly": 0, "entitled": False}
    assert ask("ssp.weekly_rate", date="2025-06-01", average_weekly_earnings=125) == {
        "weekly": Decimal("118.75"),
        "entitled": True,
    }
    assert ask("ssp.eligibility", date="2026-06-01", earnings_in_8_weeks=80) == {
        "average_weekly_earnings": 10,
        "entitled": True,
        "form": None,
    }


def test_holiday_on_irregular_hours_is_told_exactly_and_rounded():
    # 37.5 × 12.07% = 4.52625 hours
    assert ask("holiday.irregular_accrual", hours_worked=Decimal("37.5")) == {
        "accrued_hours_unrounded": Decimal("4.52625"),
        "accrued_2dp": Decimal("4.53"),
        "accrued_whole_hours": 5,
    }


def test_holiday_with_set_days_is_5_point_6_weeks_and_28_days_at_most():
    assert ask("holiday.fixed_hours", days_per_week=3) == {"entitlement_days": Decimal("16.8")}
    assert ask("holiday.fixed_hours", days_per_week=7) == {"entitlement_days": 28}
    assert fields_refused("holiday.fixed_hours", days_per_week=8) == ["days_weekly"]


def test_holiday_pay_with_the_wage_is_refused_for_set_hours():
    asked = {"pay_in_period": 400, "leave_year_start": "2026-04-01"}
    with pytest.raises(HolidayNotLawful):
        ask("holiday.rolled_up_pay", **asked, irregular_hours=False)
    assert fields_refused("holiday.rolled_up_pay", **asked) == ["irregular_hours"]


def test_a_review_is_due_a_year_after_the_last_one():
    assert ask("dp.review_due", first_payment="2026-04-01", reviews=["2026-09-30"]) == {
        "next_review_latest": "2027-09-30"
    }
    assert ask("dp.review_due", first_payment=None) == {"next_review_latest": None}
    assert fields_refused("dp.review_due") == ["first_payment"]


@pytest.mark.parametrize(
    ("relationship", "together", "asked_first"),
    [("Brother", True, True), ("sibling", False, False), ("mother-in-law", True, True), ("wife", False, True)],
)
def test_relatives_are_known_by_what_people_call_them(relationship, together, asked_first):
    found = ask("dp.relative_needs_council_agreement", relationship=relationship, same_household=together)
    assert found["prohibited_unless_council_considers_necessary"] is asked_first


def test_bank_holidays_must_be_told_as_days():
    rule = "bacs.latest_submission_for_entry_date"
    assert fields_refused(rule, entry_date="2026-06-05") == ["bank_holidays"]
    assert fields_refused(rule, entry_date="5 June", bank_holidays=["x"]) == ["entry_date", "bank_holidays.0"]
    assert ask(rule, entry_date="2026-06-05", bank_holidays=[]) == {"latest_submission_date": "2026-06-03"}
