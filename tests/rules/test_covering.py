"""How far a budget covers the true cost of a plan; one that cannot pay a lawful wage is a finding."""

from dataclasses import replace

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st
from tests.rules.figures import of_our_council

from ownway.rules.covering import CoverInputs, cover, findings
from ownway.rules.employing import SLEEP_IN, Assistant
from ownway.rules.plans import Plan, PlanLine
from ownway.rules.refusals import BadInput
from ownway.rules.registry import PLAIN_RULES, RULES, answer, answer_plainly, replay
from ownway.rules.steps import used_parameters

CARYS = Assistant("carys", "Carys", age_years=34, pay_period="week")
SWIMMING = PlanLine(
    "pa_hours", "Exercise", "Swimming with Carys", minutes_weekly=180, hourly_pence=1_300, assistant="carys"
)
AMINAS = Plan(lines=(SWIMMING,), assistants=(CARYS,))
# Pay 3 h × £13 = £39, holiday £39 × 5.6 ÷ 46.4 = £4.706… = £4.71: £43.71. No pension, no National Insurance.
TRUE_COST = 4_371
# At the minimum wage 3 h × £12.71 = £38.13, holiday £38.13 × 5.6 ÷ 46.4 = £4.602 = £4.60: £42.73.
LAWFUL_COST = 4_273


def covered(budget_pence: int, plan: Plan = AMINAS):
    return cover(CoverInputs(plan, budget_pence), figures=of_our_council())


def test_a_budget_of_the_true_cost_covers_it_all() -> None:
    found = covered(TRUE_COST)
    assert (found.cost.value, found.lawful_cost.value) == (TRUE_COST, LAWFUL_COST)
    assert (found.covered.value, found.short.value, found.needed.value) == (10_000, 0, TRUE_COST)
    assert findings(found) == ()


def test_a_larger_budget_covers_no_more_than_all_and_stays_what_is_needed() -> None:
    found = covered(5_000)
    assert (found.covered.value, found.short.value, found.needed.value) == (10_000, 0, 5_000)


def test_a_penny_short_is_said_and_wages_are_still_lawful() -> None:
    found = covered(TRUE_COST - 1)
    assert (found.short.value, found.lawful.value) == (1, 1)
    assert found.covered.value == 9_997  # 4,370 ÷ 4,371 is 99.977%
    assert findings(found) == (
        "The budget is £0.01 a week less than the plan costs: it covers 99.97%. It would have to be £43.71 a week.",
    )


@pytest.mark.parametrize(("budget_pence", "lawful"), [(LAWFUL_COST, 1), (LAWFUL_COST - 1, 0)])
def test_it_can_pay_a_lawful_wage_to_the_penny(budget_pence: int, lawful: int) -> None:
    assert covered(budget_pence).lawful.value == lawful


def test_a_budget_that_cannot_pay_a_lawful_wage_is_a_finding() -> None:
    _, finding = findings(covered(4_200))
    assert finding == (
        "It cannot pay a lawful wage for these hours. At the least lawful pay, this plan costs £42.73 a week."
    )


def test_the_least_lawful_pay_is_by_the_age_of_each_assistant() -> None:
    young = replace(AMINAS, assistants=(replace(CARYS, age_years=19),))
    # £10.85 from 18 to 20: 3 h is £32.55, holiday £3.928… = £3.93.
    assert covered(4_200, young).lawful_cost.value == 3_255 + 393


def test_a_sleep_in_keeps_its_own_pay() -> None:
    nights = replace(SWIMMING, label="Nights", day_kind=SLEEP_IN, minutes_weekly=480, hourly_pence=700)
    # 8 h × £7 = £56 and its holiday £6.758… = £6.76, whatever the minimum wage is.
    found = covered(10_000, replace(AMINAS, lines=(nights,)))
    assert found.lawful_cost.value == found.cost.value == 5_600 + 676


def test_a_plan_that_costs_nothing_cannot_be_covered() -> None:
    with pytest.raises(BadInput, match="costs money each week"):
        covered(100, Plan())


def test_everything_wrong_is_told_by_its_field() -> None:
    wrong = replace(AMINAS, lines=(replace(SWIMMING, hourly_pence=-1),))
    with pytest.raises(BadInput) as refusal:
        covered(-1, wrong)
    assert {one.field for one in refusal.value.problems} >= {"plan.lines.0.hourly_pence", "budget_weekly_pence"}


@given_any(st.integers(0, 10_000), st.integers(0, 5_000))
def test_more_money_never_covers_less(budget_pence: int, more: int) -> None:
    little, much = covered(budget_pence), covered(budget_pence + more)
    assert little.covered.value <= much.covered.value
    assert little.short.value >= much.short.value
    assert little.lawful.value <= much.lawful.value


def test_the_rule_by_name_answers_with_the_lawful_rates_and_is_worked_out_again_years_later() -> None:
    example = RULES["plan.covered"].example
    answers = answer("plan.covered", example, of_our_council())
    assert {name: answers[name].value for name in ("covered", "short", "lawful_cost", "lawful")} == {
        "covered": 9_608,
        "short": 171,  # £42.00 of £43.71 is 96.087…%
        "lawful_cost": LAWFUL_COST,
        "lawful": 0,
    }
    assert answers["least_rates.carys"].value == 1_271
    assert replay("plan.covered", example, used_parameters(*answers.values())) == answers


def test_the_findings_by_name_are_the_same_sentences() -> None:
    told = answer_plainly("plan.cover_findings", PLAIN_RULES["plan.cover_findings"].example, of_our_council())
    assert told == {"covers": False, "findings": list(findings(covered(4_200)))}
