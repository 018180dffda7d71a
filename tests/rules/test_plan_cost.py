"""A plan's cost is every line, what being an employer adds, and contingency: to the penny, with its working."""

from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st
from tests.rules.figures import DAY, PENSION, confirmed, national, of_our_council

from ownway.rules import vocabulary as words
from ownway.rules.employing import Assistant
from ownway.rules.parameters import FigureNotConfirmed, load_national
from ownway.rules.plan_cost import EMPLOYER, concerns, cost
from ownway.rules.plans import Plan, PlanLine
from ownway.rules.refusals import BadInput

CARYS = Assistant(key="carys", name="Carys", age_years=34, pay_period="week")
SWIMMING = PlanLine(
    "pa_hours", "Exercise", "Swimming with Carys", minutes_weekly=180, hourly_pence=1_300, assistant="carys"
)
MORNINGS = PlanLine("pa_hours", "Getting up", "Mornings", minutes_weekly=600, hourly_pence=1_300, assistant="carys")
INSURANCE = PlanLine("insurance", "Being an employer", "Insurance", amount_pence=10_400, every="year")
AMINAS = Plan(lines=(SWIMMING, MORNINGS, INSURANCE), assistants=(CARYS,))


def test_it_adds_pay_holiday_and_insurance() -> None:
    costed = cost(AMINAS, figures=of_our_council())
    # Pay 3 h × £13 = £39 and 10 h × £13 = £130. Holiday £169 × 5.6 ÷ 46.4 = £20.3965… = £20.40.
    # £169 × 52 = £8,788 a year: below £10,000, no pension. National Insurance (169 − 96) × 15% = £10.95 a week, which
    # the Employment Allowance takes. Insurance £104 ÷ 52 = £2.
    assert {(line.kind, line.cost.value) for line in costed.lines} == {
        *[("pa_hours", 3_900), ("pa_hours", 13_000), ("insurance", 200)],
        *[("holiday", 2_040), ("pension", 0), ("national_insurance", 0)],
    }
    assert costed.weekly.value == 3_900 + 13_000 + 200 + 2_040
    assert costed.four_weekly.value == 4 * 19_140
    assert costed.yearly.value == 52 * 19_140
    assert costed.one_off.value == 0


def test_it_is_grouped_by_outcome() -> None:
    headings = dict(cost(AMINAS, figures=of_our_council()).headings)
    assert {heading: step.value for heading, step in headings.items()} == {
        "Exercise": 3_900,
        "Getting up": 13_000,
        EMPLOYER: 2_240,
    }


def test_national_insurance_is_paid_when_the_allowance_is_not_claimed() -> None:
    costed = cost(replace(AMINAS, claims_allowance=False), figures=of_our_council())
    assert [line.cost.value for line in costed.lines if line.kind == "national_insurance"] == [1_095]


def test_an_employer_of_other_work_in_the_home_has_no_allowance() -> None:
    costed = cost(replace(AMINAS, only_care=False), figures=of_our_council())
    assert [line.cost.value for line in costed.lines if line.kind == "national_insurance"] == [1_095]


def test_two_assistants_share_one_allowance() -> None:
    # 80 h at £40 each: (3,200 − 96) × 15% = £465.60 a week, twice: £931.20. The allowance is £10,500 ÷ 52 = £201.92 of it.
    lines = tuple(
        PlanLine("pa_hours", "Days", "Days", minutes_weekly=4_800, hourly_pence=4_000, assistant=who) for who in "ab"
    )
    pair = Plan(lines=lines, assistants=tuple(replace(CARYS, key=who) for who in "ab"))
    costed = cost(pair, figures=of_our_council())
    # 52 × £931.20 = £48,422.40, less £10,500 = £37,922.40; ÷ 52 = £729.2769…
    assert [line.cost.value for line in costed.lines if line.kind == "national_insurance"] == [72_928]


def test_a_pension_is_paid_above_the_trigger() -> None:
    more = replace(AMINAS, lines=(replace(MORNINGS, minutes_weekly=1_200),))
    costed = cost(more, figures=of_our_council())
    # 20 h × £13 × 52 = £13,520 a year; 3% of (13,520 − 6,240) = £218.40; ÷ 52 = £4.20.
    assert [line.cost.value for line in costed.lines if line.kind == "pension"] == [420]


def test_pay_for_irregular_hours_carries_holiday_pay_with_it() -> None:
    irregular = replace(AMINAS, assistants=(replace(CARYS, hours_kind="irregular"),), claims_allowance=False)
    costed = cost(irregular, figures=of_our_council())
    # 12.07% of £169 = £20.3983 = £20.40; National Insurance on £189.40: 93.40 × 15% = £14.01.
    found = {line.kind: line.cost.value for line in costed.lines}
    assert (found["holiday"], found["national_insurance"]) == (2_040, 1_401)


def test_contingency_is_a_part_of_all_the_rest() -> None:
    spare = PlanLine("contingency", "Spare", "Contingency", basis_points=500)
    costed = cost(replace(AMINAS, lines=(*AMINAS.lines, spare)), figures=of_our_council())
    assert costed.lines[-1].cost.value == 957  # 5% of £191.40
    assert costed.weekly.value == 19_140 + 957


def test_contingency_can_be_an_amount() -> None:
    spare = PlanLine("contingency", "Spare", "Contingency", amount_pence=1_000)
    assert cost(Plan(lines=(spare,)), figures=national()).weekly.value == 1_000


def test_one_offs_stand_apart() -> None:
    lines = (
        PlanLine("start_up", "Starting", "Advert", amount_pence=5_000, every="once"),
        PlanLine("equipment", "Cooking", "A kettle tipper", amount_pence=2_500, count=2, every="once"),
        PlanLine("activity", "Singing", "Choir", amount_pence=600, count=2),
    )
    costed = cost(Plan(lines=lines), figures=national())
    assert (costed.one_off.value, costed.weekly.value) == (10_000, 1_200)


def test_a_council_may_count_365_days() -> None:
    yearly = PlanLine("insurance", "Cover", "Insurance", amount_pence=10_400, every="year")
    costed = cost(Plan(lines=(yearly,), year="365/7"), figures=national())
    # £104 × 7 ÷ 365 = £1.9945… = £1.99; £1.99 × 365 ÷ 7 = £103.7642… = £103.76
    assert (costed.weekly.value, costed.yearly.value) == (199, 10_376)


def test_a_plan_without_assistants_needs_no_figure_confirmed() -> None:
    agency = PlanLine("agency_hours", "Getting up", "Agency", minutes_weekly=210, hourly_pence=2_553)
    assert cost(Plan(lines=(agency,)), figures=national()).weekly.value == 8_936  # 3.5 × £25.53 = £89.355


def test_it_asks_for_all_pension_figures_at_once() -> None:
    with pytest.raises(FigureNotConfirmed) as refusal:
        cost(AMINAS, figures=national())
    assert len(refusal.value.ids) == 5


def test_an_empty_plan_costs_nothing() -> None:
    assert cost(Plan(), figures=national()).weekly.value == 0


def test_pay_below_the_minimum_wage_is_a_concern_by_the_assistant() -> None:
    low = replace(AMINAS, lines=(replace(MORNINGS, hourly_pence=1_270),))
    figures = of_our_council()
    (concern,) = concerns(low, cost(low, figures=figures))
    assert concern.field == "assistants.0"
    assert "£127.00 a week" in concern.sentence
    assert "£127.10 a week" in concern.sentence
    assert concerns(AMINAS, cost(AMINAS, figures=figures)) == []


def test_a_plan_with_mistakes_is_refused_with_all_of_them() -> None:
    wrong = Plan(lines=(replace(SWIMMING, minutes_weekly=-1), replace(SWIMMING, kind="magic")), assistants=(CARYS,))
    with pytest.raises(BadInput) as refusal:
        cost(wrong, figures=of_our_council())
    assert [problem.field for problem in refusal.value.problems] == ["lines.0.minutes_weekly", "lines.1.kind"]


lines = st.builds(
    PlanLine,
    kind=st.sampled_from(["agency_hours", "pa_hours"]),
    heading=st.sampled_from(["Exercise", "Getting up", "Friends"]),
    label=st.just("Support"),
    minutes_weekly=st.integers(0, 1_000),
    hourly_pence=st.integers(1, 9_000),
    assistant=st.just("carys"),
)
amounts = st.builds(
    PlanLine,
    kind=st.sampled_from(["activity", "transport", "short_breaks", "payroll", "training"]),
    heading=st.sampled_from(["Exercise", "Friends"]),
    label=st.just("Something"),
    amount_pence=st.integers(0, 10**7),
    every=st.sampled_from(["week", "2 weeks", "4 weeks", "month", "year", "once"]),
    count=st.integers(0, 5),
)
spare = st.builds(
    PlanLine,
    kind=st.just("contingency"),
    heading=st.just("Spare"),
    label=st.just("Contingency"),
    basis_points=st.integers(1, 3_000),
)
plans = st.builds(
    Plan,
    lines=st.tuples(lines, lines, amounts, amounts, spare),
    assistants=st.just((CARYS,)),
    year=st.sampled_from(["52", "365/7"]),
    claims_allowance=st.booleans(),
)
FIGURES = of_our_council()


@settings(deadline=None)
@given_any(plans)
def test_the_parts_add_up_and_the_working_reproduces_them(plan: Plan) -> None:
    costed = cost(plan, figures=FIGURES)
    weekly = [line.cost.value for line in costed.lines if not line.is_once]
    assert costed.weekly.value == sum(weekly) == sum(step.value for _, step in costed.headings)
    assert costed.one_off.value == sum(line.cost.value for line in costed.lines if line.is_once)
    for step in (costed.weekly, costed.four_weekly, costed.yearly, costed.one_off):
        assert words.recompute(step) == step


def penny(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1), ROUND_HALF_UP)


@settings(deadline=None)
@given_any(plans)
def test_every_penny_is_what_decimal_arithmetic_gives(plan: Plan) -> None:
    """The same plan worked out on paper: with Decimal, no Steps, and the figures of June 2026 written out."""
    weeks = Decimal(52) if plan.year == "52" else Decimal(365) / 7
    parts = {"week": 1, "2 weeks": 2, "4 weeks": 4, "month": weeks / 12, "year": weeks}
    total = pay = Decimal(0)
    for line in plan.lines:
        if line.minutes_weekly:
            hours = penny(Decimal(line.minutes_weekly) * line.hourly_pence / 60)
            total += hours
            pay += hours if line.kind == "pa_hours" else 0
        elif line.every != "once":
            total += penny(Decimal(line.amount_pence * line.count) / parts[line.every])
    if any(line.kind == "pa_hours" for line in plan.lines):
        total += penny(pay * Decimal("5.6") / Decimal("46.4"))
        due = 52 * penny(max(pay - 9_600, Decimal(0)) * 15 / 100)
        due -= min(due, Decimal(1_050_000)) if plan.claims_allowance else 0
        total += penny(due / weeks)
        yearly = penny(pay * weeks)
        pension = penny(max(min(yearly, Decimal(5_027_000)) - 624_000, Decimal(0)) * 3 / 100)
        total += penny(pension / weeks) if yearly >= 1_000_000 else 0
    total += penny(total * plan.lines[-1].basis_points / 10_000)
    assert cost(plan, figures=FIGURES).weekly.value == total


def test_the_rate_of_the_plans_first_day_is_used() -> None:
    low = replace(
        AMINAS,
        lines=(replace(MORNINGS, hourly_pence=1_221),),
        assistants=(replace(CARYS, over_state_pension_age=True),),
    )
    assert concerns(low, cost(low, figures=national(date(2026, 3, 31)))) == []
    assert len(concerns(low, cost(low, figures=national(date(2026, 4, 6))))) == 1


WITH_VAT = PlanLine("payroll", "Being an employer", "Payroll", amount_pence=1_999, every="month", vat="standard")


def with_vat_confirmed():
    return load_national().with_confirmed([*PENSION, confirmed("vat.standard_rate", 2_000)]).on(DAY)


def test_vat_is_added_where_the_price_is_without_it() -> None:
    # 20% of £19.99 is £3.998, so £4.00; £23.99 a month × 12 ÷ 52 is £5.536…
    costed = cost(Plan(lines=(WITH_VAT,)), figures=with_vat_confirmed())
    assert costed.weekly.value == 554


def test_vat_on_an_agencys_hours_and_on_what_is_paid_once() -> None:
    agency = PlanLine("agency_hours", "Mornings", "Agency", minutes_weekly=90, hourly_pence=2_001, vat="standard")
    ramp = PlanLine("equipment", "Getting out", "A ramp", amount_pence=9_999, every="once", vat="standard")
    # 1.5 h × £20.01 = £30.015, so £30.02, and 20% of that is £6.004; the ramp £99.99 and £19.998.
    costed = cost(Plan(lines=(agency, ramp)), figures=with_vat_confirmed())
    assert (costed.weekly.value, costed.one_off.value) == (3_002 + 600, 9_999 + 2_000)


def test_a_rate_of_vat_that_nobody_confirmed_is_not_used() -> None:
    with pytest.raises(FigureNotConfirmed, match="Standard rate of VAT"):
        cost(Plan(lines=(WITH_VAT,)), figures=of_our_council())


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (replace(WITH_VAT, vat="zero"), "not a rate of VAT"),
        (replace(SWIMMING, vat="reduced"), "No VAT is added to what you pay an assistant"),
    ],
)
def test_vat_that_cannot_be_is_refused_by_its_field(wrong: PlanLine, told: str) -> None:
    with pytest.raises(BadInput, match=told) as refusal:
        cost(Plan(lines=(wrong,), assistants=(CARYS,)), figures=with_vat_confirmed())
    assert [one.field for one in refusal.value.problems] == ["lines.0.vat"]
