"""Questions about charging in the words of councils' examples: what they come to, and what they leave open."""

from datetime import date
from decimal import Decimal

import pytest

from ownway.rules.parameters import FigureNotKnown, load_national
from ownway.rules.published import PUBLISHED, answer_published
from ownway.rules.refusals import BadInput

TODAY = date(2026, 11, 22)
AT_HOME = {
    "date": "2026-06-01",
    "household": "single",
    "age_band": "25_to_pension_age",
    "capital": 0,
    "income": [{"type": "ESA", "weekly": 150}, {"type": "PIP mobility standard", "weekly": Decimal("30.3")}],
    "cost_of_care": 200,
}


def ask(rule, **facts):
    return answer_published(PUBLISHED[rule], facts, parameters=load_national(), today=TODAY).found


def pays(**changes):
    return ask("charging.community_contribution", **(AT_HOME | changes))


def fields_refused(rule, **facts):
    with pytest.raises(BadInput) as refusal:
        ask(rule, **facts)
    return [problem.field for problem in refusal.value.problems]


def test_what_a_person_at_home_pays_is_income_less_what_is_kept():
    # £150.00 counts, mobility does not; less £120.40 is £29.60, and the council pays £200.00 less that.
    assert pays() == {
        "total_income": Decimal("180.3"),
        "total_allowances": Decimal("120.4"),
        "tariff_income": 0,
        "contribution": Decimal("29.6"),
        "council_pays": Decimal("170.4"),
    }


def test_monthly_income_is_twelve_fifty_seconds_a_week():
    # £650.00 × 12 ÷ 52 = £150.00
    assert pays(income=[{"type": "Employment and Support Allowance", "monthly": 650}])["contribution"] == Decimal(
        "29.6"
    )


def test_what_the_question_leaves_out_beyond_the_law_is_left_out():
    # £30.30 of mobility never counts; £20.00 more is left out of the rest: £150.00 − £20.00 − £120.40.
    assert pays(disregarded_income=Decimal("50.3"))["contribution"] == Decimal("9.6")


def test_less_cannot_be_left_out_than_the_law_does():
    assert fields_refused("charging.community_contribution", **AT_HOME | {"disregarded_income": 5}) == [
        "disregarded_income"
    ]


def test_more_cannot_be_left_out_than_there_is():
    assert fields_refused("charging.community_contribution", **AT_HOME | {"disregarded_income": 500}) == [
        "disregarded_income"
    ]


def test_an_income_nobody_knows_is_not_guessed_at():
    odd = [{"type": "PIP", "weekly": 10}]  # for daily living it counts, for getting around it does not
    assert fields_refused("charging.community_contribution", **AT_HOME | {"income": odd}) == ["income.0.type"]
    assert pays(income=[*AT_HOME["income"], *odd], disregarded_income=Decimal("30.3"))["contribution"] == Decimal(
        "39.6"
    )


def test_an_income_said_twice_is_refused():
    twice = [{"type": "ESA", "weekly": 150, "monthly": 650}]
    assert fields_refused("charging.community_contribution", **AT_HOME | {"income": twice}) == ["income.0.monthly"]


def test_an_unknown_frequency_is_refused():
    odd = [{"type": "ESA", "each_blue_moon": 150}]
    assert fields_refused("charging.community_contribution", **AT_HOME | {"income": odd}) == [
        "income.0.each_blue_moon",
        "income.0.weekly",
    ]


def test_savings_in_two_names_count_half():
    # Half of £29,000.00 is £14,500.00: £250.00 above the lower limit brings £1.00.
    without = {name: fact for name, fact in AT_HOME.items() if name != "capital"}
    found = ask("charging.community_contribution", **without, joint_savings=29_000)
    assert (found["tariff_income"], found["contribution"]) == (1, Decimal("30.6"))


def test_above_the_upper_limit_the_cost_must_be_told():
    without = {name: fact for name, fact in AT_HOME.items() if name != "cost_of_care"}
    assert fields_refused("charging.community_contribution", **without | {"capital": 30_000}) == ["cost_of_care"]
    assert pays(capital=30_000)["contribution"] == 200


def test_a_guarantee_that_is_told_stands_for_one_that_nobody_confirmed():
    # A couple's own amount is not known for 2026, so the one told counts: £150.00 − £100.00.
    couple = AT_HOME | {"household": "couple"}
    assert ask("charging.community_contribution", **couple, mig=100)["contribution"] == 50
    with pytest.raises(FigureNotKnown, match="member of a couple"):
        ask("charging.community_contribution", **couple)


def test_a_guarantee_below_the_law_is_not_used():
    assert pays(mig_local=100)["contribution"] == Decimal("29.6")


def test_nothing_is_said_of_care_homes():
    assert fields_refused("charging.community_contribution", **AT_HOME | {"setting": "care home"}) == ["setting"]


@pytest.mark.parametrize("name", ["household", "age_band", "capital", "income"])
def test_a_missing_fact_is_asked_for(name):
    without = {key: fact for key, fact in AT_HOME.items() if key != name}
    asked = {"age_band": ["age"]}.get(name, [name])
    assert fields_refused("charging.community_contribution", **without) == asked


def test_ages_around_pension_age_need_more_than_the_number():
    aged = {"date": "2026-06-01", "household": "single"}
    assert fields_refused("charging.mig_total", **aged, age=66) == ["pension_credit_age"]
    assert ask("charging.mig_total", **aged, age=66, pension_credit_age=True) == {"mig": Decimal("241.45")}
    assert ask("charging.mig_total", **aged, age=66, pension_credit_age=False) == {"mig": Decimal("120.4")}
    assert ask("charging.mig_total", **aged, age=67) == {"mig": Decimal("241.45")}
    assert ask("charging.mig_total", **aged, age=22) == {"mig": Decimal("95.4")}


@pytest.mark.parametrize(
    ("band", "kept"),
    [("18_to_24", "95.4"), ("under 25", "95.4"), ("25_to_pension_age", "120.4"), ("Pension-age-plus", "241.45")],
)
def test_a_band_of_ages_is_as_good_as_an_age(band, kept):
    facts = {"date": "2026-06-01", "household": "single"}
    assert ask("charging.mig_total", **facts, age_band=band) == {"mig": Decimal(kept)}
    assert fields_refused("charging.mig_total", **facts, age_band="old") == ["age_band"]


def test_children_and_a_carer_add_to_the_guarantee():
    # 2024: £110.60 + £52.35 + 2 × £101.25 (all reported)
    facts = {"date": "2024-06-01", "household": "single", "age": 40, "carer": True, "children": 2}
    assert ask("charging.mig_total", **facts) == {"mig": Decimal("365.45")}


def test_a_day_before_the_first_figure_is_refused():
    with pytest.raises(FigureNotKnown, match="1 June 1999"):
        ask("charging.mig_total", date="1999-06-01", household="single", age=40)


@pytest.mark.parametrize(("capital", "income"), [(14_250, 0), (Decimal("14250.01"), 1), (23_250, 36)])
def test_a_part_of_250_pounds_counts_as_a_whole(capital, income):
    assert ask("charging.tariff_income", capital=capital) == {"tariff_income": income, "council_support": True}


def test_another_rounding_than_the_guarantees_is_refused():
    asked = {"base": Decimal("89.15"), "factor": Decimal("1.07")}
    assert ask("charging.mig_uprating", **asked) == {"mig": Decimal("95.4")}  # £95.3905
    assert fields_refused("charging.mig_uprating", **asked, round_to=Decimal("0.01")) == ["round_to"]


def test_nothing_is_left_out_for_nights_that_the_council_arranges():
    rates = {"rate_paid": Decimal("108.55"), "lower_rate": Decimal("72.65")}
    assert ask("charging.night_care_disregard", **rates, council_provides_night_care=True) == {"disregard": 0}
    assert fields_refused("charging.night_care_disregard", **rates) == ["council_provides_night_care"]


def test_a_year_is_52_weeks_or_365_days():
    assert ask("benefit.annualise", weekly=70) == {"annual": 3_640}
    assert ask("benefit.annualise", weekly=70, weeks="365/7") == {"annual": 3_650}
    assert fields_refused("benefit.annualise", weekly=70, weeks=53) == ["weeks"]
